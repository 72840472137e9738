import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { LANGUAGES, type Words } from "../../../src/text/languages";
import { type ExerciseTexts, type Fail, type FrontMatter, isWords, METHODS } from "./lesson";

const KEYS = [
  "title",
  "stage",
  "about",
  "minutes",
  "needs",
  "imports",
  "introduces",
  "quotes",
  "exercises",
];
const EXERCISE_KEYS = ["start", "passed", "hints"];
const ALL_LANGUAGES = LANGUAGES.join(" and ");

/** The YAML between the two lines of `---` above a lesson's text; nothing when there is none. */
export function frontMatterText(lesson: string): string | undefined {
  return /^---\n([\s\S]*?\n)??---(?:\n|$)/.exec(plainLines(lesson))?.[1];
}

/** A lesson's text as the parser counts its lines. */
export const plainLines = (text: string) => text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");

/**
 * Reads the YAML above a lesson.
 *
 * @param text The YAML, without its `---` lines.
 * @param number The lesson's, which its exercises begin with.
 * @param fail Called with the line in the file; the YAML begins in line 2.
 */
export function readFrontMatter(text: string, number: string, fail: Fail): FrontMatter {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [error] = document.errors;
  if (error !== undefined) {
    fail(
      (error.linePos?.[0].line ?? 1) + 1,
      `expected YAML in the front matter, but got: ${error.message.split("\n")[0].replace(/:$/, "")}`,
    );
  }
  /** Where the last key of a path stands, or as much of the path as is there. */
  const lineOf = (...path: (string | number)[]) => {
    let offset = 0;
    let node: unknown = document.contents;
    for (const step of path) {
      const [at, inside] = entryOf(node, step) ?? [];
      offset = at?.range?.[0] ?? offset;
      node = inside;
    }
    return lineCounter.linePos(offset).line + 1;
  };
  const values: Record<string, unknown> = document.toJS() ?? {};
  if (!isRecord(values)) {
    fail(
      2,
      `expected front matter with the keys ${KEYS.join(", ")}, but got ${JSON.stringify(values)}`,
    );
  }
  for (const key of Object.keys(values)) {
    if (!KEYS.includes(key)) {
      fail(
        lineOf(key),
        `expected the front matter's keys to be ${KEYS.join(", ")}, but got "${key}"`,
      );
    }
  }
  const { title, stage, about, minutes } = values;
  const { needs = [], imports = [], introduces = [], quotes = {}, exercises = {} } = values;
  if (!isWords(title)) {
    fail(
      lineOf("title"),
      `expected a title with a text for each of ${ALL_LANGUAGES}, but got ${JSON.stringify(title) ?? "none"}`,
    );
  }
  if (stage !== undefined && !(typeof stage === "string" && stage !== "")) {
    fail(
      lineOf("stage"),
      `expected stage to be the name of a stage in lessons.yaml, but got ${JSON.stringify(stage)}`,
    );
  }
  if ((about !== undefined || stage !== undefined) && !isWords(about)) {
    fail(
      lineOf(about === undefined ? "stage" : "about"),
      `expected about to say what happens in the lesson, with a text for each of ${ALL_LANGUAGES}, but got ${JSON.stringify(about) ?? "none"}`,
    );
  }
  if (about !== undefined && stage === undefined) {
    fail(lineOf("about"), "expected a stage beside about, but found none");
  }
  if (minutes !== undefined && !(typeof minutes === "number" && minutes > 0)) {
    fail(
      lineOf("minutes"),
      `expected minutes to be a number above 0, but got ${JSON.stringify(minutes)}`,
    );
  }
  if (
    !Array.isArray(needs) ||
    !needs.every((need) => typeof need === "string" && /^\d\d$/.test(need))
  ) {
    fail(
      lineOf("needs"),
      `expected needs to be a list of numbers in quotes, such as ["03", "04"], but got ${JSON.stringify(needs)}`,
    );
  }
  for (const [key, names] of Object.entries({ imports, introduces })) {
    if (isNames(names)) continue;
    fail(
      lineOf(key),
      `expected ${key} to be a list of the library's names, such as [MulLayer, AddLayer], but got ${JSON.stringify(names)}`,
    );
  }
  if (!isReasons(quotes)) {
    fail(
      lineOf("quotes"),
      `expected quotes to say for each number, in quotes, why no cell computes it, such as { "0.1": "the step from 1.1 to 1.2" }, but got ${JSON.stringify(quotes)}`,
    );
  }
  return {
    title: title as Words,
    ...(stage !== undefined && { stage: stage as string, about: about as Words }),
    minutes: minutes as number | undefined,
    needs: needs as string[],
    imports: imports as string[],
    introduces: introduces as string[],
    quotes: quotes as Record<string, string>,
    exercises: readExercises(exercises, number, lineOf, fail),
  };
}

/** What stands in a map or a list under a key: the node that shows where, and the node with its value. */
function entryOf(node: unknown, step: string | number): [at: Node, inside: unknown] | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    return pair && [pair.key as Node, pair.value];
  }
  const item = isSeq(node) && typeof step === "number" ? (node.items[step] as Node) : undefined;
  return item && [item, item];
}

function readExercises(
  exercises: unknown,
  number: string,
  lineOf: (...path: (string | number)[]) => number,
  fail: Fail,
): Record<string, ExerciseTexts> {
  if (!isRecord(exercises)) {
    return fail(
      lineOf("exercises"),
      `expected exercises to tell start, passed and hints for each id, such as "${number}-1", but got ${JSON.stringify(exercises)}`,
    );
  }
  for (const [id, texts] of Object.entries(exercises)) {
    const line = lineOf("exercises", id);
    if (!id.startsWith(`${number}-`) || !/^\d\d-\d+$/.test(id)) {
      fail(
        line,
        `expected an exercise to be named by its lesson and its place there, such as "${number}-1", but got "${id}"`,
      );
    }
    const keys = isRecord(texts) ? Object.keys(texts) : [];
    const stranger = keys.find((key) => !EXERCISE_KEYS.includes(key));
    if (!isRecord(texts) || stranger !== undefined) {
      return fail(
        stranger === undefined ? line : lineOf("exercises", id, stranger),
        `expected the keys of ${id} to be ${EXERCISE_KEYS.join(", ")}, but got ${JSON.stringify(stranger ?? texts)}`,
      );
    }
    checkStart(texts.start, id, lineOf, fail);
    if (!isWords(texts.passed)) {
      fail(
        lineOf("exercises", id, "passed"),
        `expected passed of ${id} to have a text for each of ${ALL_LANGUAGES}, but got ${JSON.stringify(texts.passed) ?? "none"}`,
      );
    }
    const { hints } = texts;
    if (!Array.isArray(hints) || hints.length === 0) {
      return fail(
        lineOf("exercises", id, "hints"),
        `expected hints of ${id} to be a list, each with a text for each of ${ALL_LANGUAGES}, but got ${JSON.stringify(hints) ?? "none"}`,
      );
    }
    for (const [i, hint] of hints.entries()) {
      if (isWords(hint)) continue;
      fail(
        lineOf("exercises", id, "hints", i),
        `expected hint ${i + 1} of ${id} to have a text for each of ${ALL_LANGUAGES}, but got ${JSON.stringify(hint)}`,
      );
    }
  }
  return exercises as Record<string, ExerciseTexts>;
}

/** A start is a text for the whole answer, or one for each method of a layer. */
function checkStart(
  start: unknown,
  id: string,
  lineOf: (...path: (string | number)[]) => number,
  fail: Fail,
): void {
  if (!isRecord(start) || !METHODS.some((method) => method in start)) {
    if (isWords(start)) return;
    fail(
      lineOf("exercises", id, "start"),
      `expected start of ${id} to have a text for each of ${ALL_LANGUAGES}, or forward and backward with such a text each, but got ${JSON.stringify(start) ?? "none"}`,
    );
  }
  for (const method of METHODS) {
    if (isWords(start[method])) continue;
    fail(
      lineOf("exercises", id, "start", method),
      `expected start of ${id} for ${method} to have a text for each of ${ALL_LANGUAGES}, but got ${JSON.stringify(start[method]) ?? "none"}`,
    );
  }
  const stranger = Object.keys(start).find((key) => !(METHODS as readonly string[]).includes(key));
  if (stranger === undefined) return;
  fail(
    lineOf("exercises", id, "start", stranger),
    `expected start of ${id} to have the keys ${METHODS.join(" and ")}, but got "${stranger}" beside them`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNames(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((name) => typeof name === "string" && /^[A-Za-z]\w*$/.test(name))
  );
}

function isReasons(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([number, reason]) =>
        Number.isFinite(Number(number)) && typeof reason === "string" && reason !== "",
    )
  );
}
