import { parseDocument } from "yaml";
import { type Fail, LANGUAGES, type Words } from "./lesson";

export interface FrontMatter {
  title: Words;
  minutes?: number;
  needs: string[];
}

const KEYS = ["title", "minutes", "needs"];

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
  const { title, minutes, needs = [] } = values;
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
  return {
    title: title as Words,
    minutes: minutes as number | undefined,
    needs: needs as string[],
  };
}

function isWords(value: unknown): value is Words {
  if (typeof value !== "object" || value === null) return false;
  const words = value as Record<string, unknown>;
  return (
    Object.keys(words).length === LANGUAGES.length &&
    LANGUAGES.every((language) => typeof words[language] === "string" && words[language] !== "")
  );
}
