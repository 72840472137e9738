import type { Json } from "../../wire/message";
import type { Engine } from "./engine";
import { toCharacters, toUnits } from "./positions";

/** Answers a complete_request: names that begin with what is typed. */
export function complete(engine: Engine, content: Json): Json {
  const code = String(content.code ?? "");
  const cursor = toUnits(code, content.cursor_pos);
  const { start, end, candidates } = engine.complete(code, cursor);
  const typed = code.slice(start, cursor).toLowerCase();
  return {
    status: "ok",
    // tslab also offers names that have the typed letters somewhere.
    matches: candidates.filter((name) => name.toLowerCase().startsWith(typed)),
    cursor_start: toCharacters(code, start),
    cursor_end: toCharacters(code, end),
    metadata: {},
  };
}
