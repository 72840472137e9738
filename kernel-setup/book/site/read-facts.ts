import { existsSync } from "node:fs";
import { join } from "node:path";
import { readHeads } from "../build/lesson-folders";
import { readCommon } from "../build/lessons-yaml";
import type { Facts } from "./facts-html";
import type { Start } from "./page-html";

/**
 * What the sources of lessons, `NN-name/lesson.md`, say above their text, by number.
 *
 * @throws LessonError at the first mistake in it.
 */
export function readFacts(folder: string): Map<string, Facts> {
  return new Map(readHeads(folder).map((head) => [head.number, head]));
}

/**
 * What the first pages of their site say and show; nothing where `lessons.yaml` has no such part, or is not
 * there.
 *
 * @throws LessonError at the first mistake in it.
 */
export const readStart = (folder: string): Start | undefined =>
  existsSync(join(folder, "lessons.yaml")) ? readCommon(folder).start : undefined;
