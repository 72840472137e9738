import type { SymbolDisplayPart } from "typescript";
import type { Json } from "../../jupyter/messages/message";
import type { Engine } from "./engine";
import { typeErrorList } from "./type-errors";

// What front ends ask about code that is being written: how it may go on, whether it is complete, what it means.

/** Front ends count characters, JavaScript counts 16-bit units: an emoji is one or two. */
export function toUnits(code: string, characters: unknown): number {
  if (typeof characters !== "number" || characters < 0) return code.length;
  let units = 0;
  let left = characters;
  for (const character of code) {
    if (left-- <= 0) break;
    units += character.length;
  }
  return units;
}

/** The other way round: from 16-bit units to characters. */
export function toCharacters(code: string, units: number): number {
  return Array.from(code.slice(0, units)).length;
}

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
  const { start, end, candidates } = engine.complete(code, cursor);
  const place = { start: toCharacters(code, start), end: toCharacters(code, end) };
  const types = candidates.map(({ name, kind }) => ({
    text: name,
    type: KINDS[kind] ?? kind,
    ...place,
  }));
  return {
    status: "ok",
    matches: candidates.map(({ name }) => name),
    cursor_start: place.start,
    cursor_end: place.end,
    metadata: { _jupyter_types_experimental: types },
  };
}

/** What has no end yet, wherever TypeScript reports it: a comment, a template. */
const UNTERMINATED = new Set([1010, 1160]);

/** A string or regular expression must end on its line, so that no further line helps it. */
const HOPELESS = new Set([1002, 1161]);

/** Whether code can be run as it is, needs more lines, or is wrong whatever follows. */
export function isComplete(engine: Engine, content: Json): Json {
  const code = String(content.code ?? "");
  const errors = engine.syntaxErrors(code);
  if (errors.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const unfinished = errors.every(
    ({ start, code: number }) =>
      !HOPELESS.has(number) && (start.offset >= end || UNTERMINATED.has(number)),
  );
  return unfinished ? { status: "incomplete", indent: indentAfter(code) } : { status: "invalid" };
}

/** A line whose next one lies deeper although no bracket is open: a head without its body. */
const HEAD = /^\s*(?:(?:if|for|while)\b.*\)|(?:}\s*)?else|do|case\b.*:|default:)\s*$/;

/** The blanks for the next line: those of the last one, more after an opening bracket or a head. */
function indentAfter(code: string): string {
  const line = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  // A bracket that closes at the start of a line belongs to an earlier one.
  const rest = line.replace(/^[\s\])}]+/, "");
  const opened = (rest.match(/[[({]/g) ?? []).length - (rest.match(/[\])}]/g) ?? []).length;
  return opened > 0 || HEAD.test(line) ? `${indent}  ` : indent;
}

/** Joins parts to a text; of a {@link} only what it says stays. */
function join(parts: SymbolDisplayPart[] | undefined): string {
  const all = parts ?? [];
  const words = all.map(({ kind, text }, at) => {
    if (kind === "link") return "";
    return kind === "linkName" && all[at + 1]?.kind === "linkText" ? "" : text;
  });
  return words.join("");
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
  const info = engine.inspect(code, toUnits(code, content.cursor_pos));
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

/** Answers a backprop_diagnostics_request: all that would keep a cell from running, and where. */
export function diagnose(engine: Engine, content: Json): Json {
  const code = String(content.code ?? "");
  const refused = engine.check(code);
  return { status: "ok", diagnostics: typeErrorList(refused, code, engine.missing) };
}
