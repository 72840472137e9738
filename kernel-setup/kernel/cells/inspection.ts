import type { QuickInfo, SymbolDisplayPart } from "@tslab/typescript-for-tslab";
import type { Json } from "../../jupyter/messages/message";
import { calleeAt } from "./callee";
import type { Engine } from "./engine";
import { toUnits } from "./positions";

/** Joins parts to a text; of a {@link} only what it says stays. */
function join(parts: SymbolDisplayPart[] | undefined): string {
  const all = parts ?? [];
  const words = all.map(({ kind, text }, at) => {
    if (kind === "link") return "";
    return kind === "linkName" && all[at + 1]?.kind === "linkText" ? "" : text;
  });
  return words.join("");
}

/** What is known at a position: of the name there, or else of the function in whose brackets it lies. */
function find(engine: Engine, code: string, position: number): QuickInfo | undefined {
  const info = engine.inspect(code, position);
  if (info !== undefined) return info;
  const callee = calleeAt(code, position);
  return callee === undefined ? undefined : engine.inspect(code, callee - 1);
}

/** One tag of a documentation comment as Markdown. */
function tagAsMarkdown(name: string, text: string): string {
  if (name === "example") {
    const example = text.trim();
    return `*Example*\n${example.startsWith("```") ? example : `\`\`\`ts\n${example}\n\`\`\``}`;
  }
  const [, parameter, rest] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  if (name !== "param" || parameter === undefined) return `*@${name}* ${text}`.trimEnd();
  return `*@param* \`${parameter}\` — ${rest.replace(/^-\s*/, "")}`;
}

/** Answers an inspect_request: the type, and the documentation as Markdown. */
export function inspectCode(engine: Engine, content: Json): Json {
  const code = String(content.code ?? "");
  const info = find(engine, code, toUnits(code, content.cursor_pos));
  if (info === undefined) return { status: "ok", found: false, data: {}, metadata: {} };
  const type = join(info.displayParts);
  const documentation = join(info.documentation);
  const tags = (info.tags ?? []).map(({ name, text }) => ({ name, text: join(text) }));
  const plain = [type, documentation, ...tags.map(({ name, text }) => `@${name} ${text}`)];
  const markdown = [
    `\`\`\`ts\n${type}\n\`\`\``,
    documentation,
    ...tags.map(({ name, text }) => tagAsMarkdown(name, text)),
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
