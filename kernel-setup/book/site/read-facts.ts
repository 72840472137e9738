import { readHeads } from "../build/lesson-folders";
import type { Facts } from "./facts-html";

/**
 * What the sources of lessons, `NN-name/lesson.md`, say above their text, by number.
 *
 * @throws LessonError at the first mistake in it.
 */
export function readFacts(folder: string): Map<string, Facts> {
  return new Map(readHeads(folder).map((head) => [head.number, head]));
}
