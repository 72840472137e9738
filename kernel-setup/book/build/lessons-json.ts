import { readHeads } from "./lesson-folders";
import { checkHeads, readCommon } from "./lessons-yaml";

/**
 * What the library knows of the lessons, as JSON: their list, with the texts of their exercises, and the
 * stages of the way. All of it from the front matters and lessons.yaml.
 *
 * @throws LessonError at the first mistake in them
 */
export function lessonsJson(folder: string): string {
  const common = readCommon(folder);
  const heads = readHeads(folder);
  checkHeads(heads, common);
  const lessons = heads.map(({ number, name, title, stage, about, minutes, needs, exercises }) => ({
    ...{ number, name, title, stage, about, minutes, needs, exercises },
  }));
  return `${JSON.stringify({ stages: common.stages, lessons })}\n`;
}
