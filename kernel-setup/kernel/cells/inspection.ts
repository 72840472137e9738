import type { SymbolDisplayPart } from "@tslab/typescript-for-tslab";
import type { Json } from "../../wire/message";
import type { Engine } from "./engine";
import { toUnits } from "./positions";

function join(parts: SymbolDisplayPart[] | undefined): string {
  return (parts ?? []).map(({ text }) => text).join("");
}

/** Answers an inspect_request: the type, and the documentation as Markdown. */
export function inspectCode(engine: Engine, content: Json): Json {
  const code = String(content.code ?? "");
  const info = engine.inspect(code, toUnits(code, content.cursor_pos));
  if (info === undefined) return { status: "ok", found: false, data: {}, metadata: {} };
  const type = join(info.displayParts);
  const documentation = join(info.documentation);
  const tags = (info.tags ?? []).map(({ name, text }) => ({ name, text: join(text) }));
  const plain = [type, documentation, ...tags.map(({ name, text }) => `@${name} ${text}`)];
  const markdown = [
    `\`\`\`typescript\n${type}\n\`\`\``,
    documentation,
    ...tags.map(({ name, text }) =>
      name === "example"
        ? `**@example**\n\`\`\`typescript\n${text}\n\`\`\``
        : `**@${name}** ${text}`,
    ),
  ];
  return {
    status: "ok",
    found: true,
    data: {
      "text/plain": plain.filter((part) => part !== "").join("\n\n"),
      "text/markdown": markdown.filter((part) => part !== "").join("\n\n"),
    },
    metadata: {},
  };
}
