import { parseDocument } from "yaml";
import { LANGUAGES, type Words } from "../../../src/text/languages";
import { type Fail, isWords } from "./lesson";

export interface FrontMatter {
  title: Words;
  minutes?: number;
  needs: string[];
  introduces: string[];
  quotes: Record<string, string>;
}

const KEYS = ["title", "minutes", "needs", "introduces", "quotes"];

/**
 * Reads the YAML above a lesson.
 *
 * @param text The YAML, without its `---` lines.
 * @param fail Called with the line in the file; the YAML begins in line 2.
 */
export function readFrontMatter(text: string, fail: Fail): FrontMatter {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    fail(
      (error.linePos?.[0].line ?? 1) + 1,
      `expected YAML in the front matter, but got: ${error.message.split("\n")[0].replace(/:$/, "")}`,
    );
  }
  const lineOf = (key: string) =>
    Math.max(
      0,
      text.split("\n").findIndex((line) => line.startsWith(`${key}:`)),
    ) + 2;
  const values: Record<string, unknown> = document.toJS() ?? {};
  if (typeof values !== "object" || Array.isArray(values)) {
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
  const { title, minutes, needs = [], introduces = [], quotes = {} } = values;
  if (!isWords(title)) {
    fail(
      lineOf("title"),
      `expected a title with a text for each of ${LANGUAGES.join(" and ")}, but got ${JSON.stringify(title) ?? "none"}`,
    );
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
  if (
    !Array.isArray(introduces) ||
    !introduces.every((name) => typeof name === "string" && /^[A-Za-z]\w*$/.test(name))
  ) {
    fail(
      lineOf("introduces"),
      `expected introduces to be a list of the library's names, such as [MulLayer, AddLayer], but got ${JSON.stringify(introduces)}`,
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
    minutes: minutes as number | undefined,
    needs: needs as string[],
    introduces: introduces as string[],
    quotes: quotes as Record<string, string>,
  };
}

function isReasons(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([number, reason]) =>
      Number.isFinite(Number(number)) && typeof reason === "string" && reason !== "",
  );
}
