import { inEach, type Language, type Words } from "../../../src/text/languages";
import type { Cell, CodeCell, Notebook } from "../../jupyter/notebook-files/notebook";
import { words } from "../../text/texts";
import { type Lesson, type Solution, textsOf } from "./lesson";
import { SETUP } from "./read-attributes";

/**
 * Makes the notebook of one language, without outputs. The notebooks of a lesson have the same cells with
 * the same ids.
 *
 * @param setup The first code cell, where `{number}` and `{language}` stand for the lesson's own.
 */
export function buildNotebook(lesson: Lesson, language: Language, setup: string): Notebook {
  const cells = lesson.parts.map((part): Cell => {
    if (part.kind === "prose") return textCell(part.id, part.text[language]);
    if (part.kind === "solution") return textCell(part.id, foldedSolution(part, language));
    const cell = codeCell(part.id, part.source[language]);
    if (part.tags.length > 0) cell.metadata.tags = part.tags;
    if (part.approx !== undefined) cell.metadata.approx = part.approx;
    return cell;
  });
  const firstCode = cells.findIndex(({ cell_type }) => cell_type === "code");
  const source = setup
    .trim()
    .replaceAll("{number}", lesson.number)
    .replaceAll("{language}", language);
  if (firstCode >= 0) cells.splice(firstCode, 0, codeCell(SETUP, source));
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
