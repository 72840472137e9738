import { inEach, type Language, type Words } from "../../../src/text/languages";
import type { Cell, CodeCell, Notebook } from "../../jupyter/notebook-files/notebook";
import { words } from "../../text/texts";
import { cellRoles, ROLE_KEY } from "./cell-roles";
import { type Lesson, type Solution, textsOf } from "./lesson";
import { SETUP } from "./read-attributes";

/**
 * Makes the notebook of one language, without outputs. The notebooks of a lesson have the same cells with
 * the same ids.
 *
 * @param setup The first code cell, where `{number}`, `{language}` and `{imports}` stand for the lesson's own.
 */
export function buildNotebook(lesson: Lesson, language: Language, setup: string): Notebook {
  const cells = withoutRoles(lesson, language, setup);
  const roles = cellRoles(lesson).set(SETUP, { role: "setup" });
  for (const cell of cells) {
    const role = roles.get(cell.id);
    if (role !== undefined) cell.metadata[ROLE_KEY] = role;
  }
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
      language_info: { name: "typescript" }, // a run puts the kernel's own in its place
      lesson: { number: lesson.number, language, title: lesson.title[language] },
    },
    cells,
  };
}

function withoutRoles(lesson: Lesson, language: Language, setup: string): Cell[] {
  const cells = lesson.parts.map((part): Cell => {
    if (part.kind === "prose") return textCell(part.id, part.text[language]);
    if (part.kind === "solution") return textCell(part.id, foldedSolution(part, language));
    const cell = codeCell(part.id, part.source[language]);
    if (part.tags.length > 0) cell.metadata.tags = part.tags;
    if (part.approx !== undefined) cell.metadata.approx = part.approx;
    return cell;
  });
  const firstCode = cells.findIndex(({ cell_type }) => cell_type === "code");
  if (firstCode >= 0)
    cells.splice(firstCode, 0, codeCell(SETUP, setupSource(lesson, language, setup)));
  return cells;
}

/** As wide as a line of imports may get before it is broken. */
const WIDTH = 100;

function setupSource({ number, imports }: Lesson, language: Language, setup: string): string {
  return setup
    .trim()
    .replaceAll("{number}", number)
    .replaceAll("{language}", language)
    .replace(/\{ (.*)\{imports\} \}/, (_, own: string) =>
      inBraces([...own.split(", ").filter((name) => name !== ""), ...imports]),
    );
}

/** Names between braces, on lines of their own where one is too short for them. */
function inBraces(names: string[]): string {
  const line = `{ ${names.join(", ")} }`;
  if (line.length <= WIDTH - 'import  from "backprop";'.length) return line;
  const lines = [""];
  for (const name of names) {
    const last = lines.length - 1;
    if (lines[last].length + name.length + 3 > WIDTH) lines.push(`${name},`);
    else lines[last] += lines[last] === "" ? `${name},` : ` ${name},`;
  }
  return `{\n${lines.map((part) => `  ${part}`).join("\n")}\n}`;
}

function textCell(id: string, source: string): Cell {
  return { cell_type: "markdown", id, metadata: {}, source };
}

function codeCell(id: string, source: string): CodeCell {
  return { cell_type: "code", id, metadata: {}, source, outputs: [], execution_count: null };
}

/** Blank lines around each block: without them front ends show the Markdown inside of `details` as it stands. */
function foldedSolution({ exercise, blocks }: Solution, language: Language): string {
  const inside = blocks.map(({ kind, text }) =>
    kind === "prose" ? text[language] : fenced(text[language]),
  );
  return [
    "<details>",
    `<summary>${words("book.solution", { exercise })[language]}</summary>`,
    "",
    inside.join("\n\n"),
    "",
    "</details>",
  ].join("\n");
}

function fenced(code: string): string {
  // Longer than any run of backticks in the code, which may be Markdown in a template.
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}ts\n${code}\n${fence}`;
}

/** What the learner should have written, as data for tests. */
export interface SolutionCode {
  exercise: string;
  /** The id of the code cell that it replaces. */
  cell: string;
  code: Words;
}

/** The solutions of a lesson, in order. */
export function solutions(lesson: Lesson): SolutionCode[] {
  return lesson.parts.flatMap((part) => {
    if (part.kind !== "solution") return [];
    const codes = textsOf(part, "code");
    const code = inEach((language) => codes.map((text) => text[language]).join("\n\n"));
    return [{ exercise: part.exercise, cell: part.cell, code }];
  });
}
