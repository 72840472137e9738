import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFrontMatter } from "../build/front-matter";
import { LessonError } from "../build/lesson";
import { LESSON_FILE } from "../build/read-lessons";
import type { Facts } from "./facts-html";

/**
 * What the sources of lessons, `NN-name/lesson.md`, say above their text, by number.
 *
 * @throws LessonError at the first mistake in it.
 */
export function readFacts(folder: string): Map<string, Facts> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    names
      .filter((name) => existsSync(join(folder, name, LESSON_FILE)))
      .map((name): [string, Facts] => {
        const file = join(folder, name, LESSON_FILE);
        const [, front = ""] = /^---\r?\n([\s\S]*?)\n---/.exec(readFileSync(file, "utf8")) ?? [];
        const facts = readFrontMatter(front, (line, problem) => {
          throw new LessonError(file, line, problem);
        });
        return [name.slice(0, 2), facts];
      }),
  );
}
