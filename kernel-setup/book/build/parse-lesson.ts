import { LANGUAGES } from "../../../src/text/languages";
import { plainLines, readFrontMatter } from "./front-matter";
import type { Fail, Lesson, Part } from "./lesson";
import { failIn, failNoFrontMatter, readFolder } from "./lesson-folders";
import { type MarkdownNode, parseMarkdown } from "./parse-markdown";
import { checkAttributes, OPENING, readId } from "./read-attributes";
import { readBlocks } from "./read-blocks";
import { readCode } from "./read-code";
import { type ProsePair, readProse } from "./read-prose";
import { readSolution } from "./read-solution";

/**
 * Reads a lesson's source; `../README.md` tells its form.
 *
 * @param text The Markdown.
 * @param file Its path, `…/NN-name/lesson.md`: it gives number and name, and stands in the messages.
 * @throws LessonError naming file and line of the first mistake.
 */
export function parseLesson(text: string, file: string): Lesson {
  const fail = failIn(file);
  const { number, name } = readFolder(file, fail);
  const [head, ...nodes] = parseMarkdown(plainLines(text));
  if (head?.type !== "yaml") failNoFrontMatter(fail);
  const front = readFrontMatter(head.value ?? "", number, fail);
  return { file, number, name, ...front, parts: readParts(nodes, fail) };
}

function readParts(nodes: MarkdownNode[], fail: Fail): Part[] {
  const parts: Part[] = [];
  const lines = new Map<string, number>();
  let before: string | undefined;
  let proses = 0;
  for (const block of readBlocks(nodes, fail)) {
    let part: Part;
    if (block.kind === "prose") {
      proses++;
      const stem = before === undefined ? OPENING : `${before}-text`;
      part = readProsePart(block.pair, proses === 1 ? stem : `${stem}-${proses}`, fail);
    } else {
      part = (block.kind === "code" ? readCode : readSolution)(block.node, fail);
      before = part.id;
      proses = 0;
    }
    const taken = lines.get(part.id);
    if (taken !== undefined) {
      fail(
        block.line,
        `expected each id once in a lesson, but got "${part.id}", which line ${taken} has taken`,
      );
    }
    lines.set(part.id, block.line);
    parts.push(part);
  }
  checkSolutions(parts, lines, fail);
  return parts;
}

function readProsePart(pair: ProsePair, id: string, fail: Fail): Part {
  const { attributes, line } = pair[LANGUAGES[0]];
  checkAttributes(attributes ?? {}, ["id"], line, fail);
  const own = readId(attributes ?? {}, line, fail);
  return { kind: "prose", id: own ?? id, text: readProse(pair, fail) };
}

function checkSolutions(parts: Part[], lines: Map<string, number>, fail: Fail): void {
  const cells = parts.filter(({ kind }) => kind === "code").map(({ id }) => id);
  for (const part of parts) {
    if (part.kind !== "solution" || cells.includes(part.cell)) continue;
    fail(
      lines.get(part.id) ?? 1,
      `expected the solution of ${part.exercise} to name a code cell of this lesson, but got cell="${part.cell}"`,
    );
  }
}
