import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { LANGUAGES, type Words } from "../../../src/text/languages";
import { isWords, LessonError, type LessonHead } from "./lesson";
import type { PageTexts } from "./pages";

/** A stretch of the whole way. */
export interface Stage {
  /** By which lessons name it. */
  name: string;
  title: Words;
}

/** What belongs to all lessons of a folder. */
export interface Common {
  /** The code cell that comes first in each. */
  setup: string;
  /** The whole way, in order; none where lessons name no stage. */
  stages: Stage[];
  /** What the first pages of a site say and show, if anything. */
  start?: { text: Words; cells: string[] };
  /** The texts of the pages beside the lessons; nothing when there are no such pages. */
  pages?: PageTexts;
}

/**
 * Reads `lessons.yaml` of a folder, and `glossary.yaml` where the former has pages.
 *
 * @throws LessonError at the first mistake
 */
export function readCommon(folder: string): Common {
  const file = join(folder, "lessons.yaml");
  const values = readYaml(file) ?? {};
  const { setup } = values;
  if (typeof setup !== "string" || !setup.includes("{number}") || !setup.includes("{language}")) {
    throw new LessonError(
      file,
      1,
      "expected setup, a code cell with {number} and {language} in it, but found none",
    );
  }
  return {
    setup,
    stages: readStages(file, values.stages ?? {}),
    start: values.start === undefined ? undefined : readStart(file, values.start),
    pages: readPages(file, values, join(folder, "glossary.yaml")),
  };
}

/**
 * Checks that lessons fit to what they have in common.
 *
 * @throws LessonError at two lessons of one number, at a stage that there is not, at imports that the first
 * cell has no place for
 */
export function checkHeads(heads: readonly LessonHead[], { setup, stages }: Common): void {
  const known = stages.map(({ name }) => name);
  for (const [i, { number, file, stage, imports }] of heads.entries()) {
    const earlier = heads[i - 1];
    if (earlier?.number === number) {
      throw new LessonError(
        file,
        1,
        `expected one lesson of number ${number}, but got ${earlier.file} too`,
      );
    }
    if (stage === undefined ? known.length > 0 : !known.includes(stage)) {
      const names = known.join(", ") || "none";
      const got = stage === undefined ? "none" : `"${stage}"`;
      throw new LessonError(
        file,
        lineOfStage(file),
        `expected stage to be one of those in lessons.yaml (${names}), but got ${got}`,
      );
    }
    if (imports.length > 0 && !setup.includes("{imports}")) {
      throw new LessonError(
        file,
        1,
        "expected setup in lessons.yaml to have a place for the lesson's imports, {imports}, but found none",
      );
    }
  }
}

function lineOfStage(file: string): number {
  const lines = readFileSync(file, "utf8").split("\n");
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.startsWith("stage:")),
    ) + 1
  );
}

function readYaml(file: string): Record<string, unknown> | undefined {
  if (!existsSync(file)) return undefined;
  const document = parseDocument(readFileSync(file, "utf8"));
  const [error] = document.errors;
  if (error === undefined) return document.toJS();
  const [problem] = error.message.split(/ at line |\n/);
  throw new LessonError(file, error.linePos?.[0].line ?? 1, `expected YAML, but got: ${problem}`);
}

function readStages(file: string, stages: unknown): Stage[] {
  return Object.entries(stages as object).map(([name, title]) => {
    if (isWords(title)) return { name, title };
    throw new LessonError(
      file,
      1,
      `expected the stage ${name} to have a title for each of ${LANGUAGES.join(" and ")}, but got ${JSON.stringify(title)}`,
    );
  });
}

function readStart(file: string, start: unknown): Common["start"] {
  const { cells = [], ...text } = start as Record<string, unknown>;
  const isCell = (name: unknown) => typeof name === "string" && /^\d\d\/[\w-]+$/.test(name);
  if (isWords(text) && Array.isArray(cells) && cells.every(isCell)) return { text, cells };
  throw new LessonError(
    file,
    1,
    `expected start to be a text in each language, with cells such as 02/setup, but got ${JSON.stringify(start)}`,
  );
}

function readPages(
  common: string,
  { index, glossary }: Record<string, unknown>,
  glossaryFile: string,
): PageTexts | undefined {
  if (index === undefined && glossary === undefined) return undefined;
  for (const [name, text] of Object.entries({ index, glossary })) {
    if (isWords(text)) continue;
    const problem = `expected ${name} to be a text in each language, but got ${JSON.stringify(text)}`;
    throw new LessonError(common, 1, problem);
  }
  const meanings = readYaml(glossaryFile) ?? {};
  for (const [term, text] of Object.entries(meanings)) {
    if (isWords(text)) continue;
    const problem = `expected the meaning of "${term}" to be a text in each language, but got ${JSON.stringify(text)}`;
    throw new LessonError(glossaryFile, 1, problem);
  }
  return {
    index: index as Words,
    glossary: glossary as Words,
    meanings: meanings as Record<string, Words>,
  };
}
