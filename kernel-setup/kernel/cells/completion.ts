import type { Json } from "../../jupyter/messages/message";
import type { Engine } from "./engine";
import { toCharacters, toUnits } from "./positions";

/** JupyterLab's words for kinds of names, which choose the icon; all others are as TypeScript says. */
const KINDS: Record<string, string> = {
  const: "instance",
  let: "instance",
  var: "instance",
  "local var": "instance",
  method: "function",
  "local function": "function",
  getter: "property",
  setter: "property",
  "local class": "class",
};

/** Answers a complete_request: names that begin with what is typed. */
export function complete(engine: Engine, content: Json): Json {
  const code = String(content.code ?? "");
  const cursor = toUnits(code, content.cursor_pos);
  const { start, end, candidates, original } = engine.complete(code, cursor);
  const typed = code.slice(start, cursor).toLowerCase();
  // tslab also offers names that have the typed letters somewhere.
  const matches = candidates.filter((name) => name.toLowerCase().startsWith(typed));
  const place = { start: toCharacters(code, start), end: toCharacters(code, end) };
  const kinds = new Map(original?.entries.map(({ name, kind }) => [name, kind as string]));
  const types = matches.map((text) => {
    const kind = kinds.get(text) ?? "";
    return { text, type: KINDS[kind] ?? kind, ...place };
  });
  return {
    status: "ok",
    matches,
    cursor_start: place.start,
    cursor_end: place.end,
    metadata: { _jupyter_types_experimental: types },
  };
}
