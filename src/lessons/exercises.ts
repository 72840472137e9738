import { home } from "../home/here";
import { describe } from "../judging/describe";
import type { Exercise } from "../judging/exercise";
import { say } from "../text/language";
import { words } from "../text/texts";
import { currentLesson } from "./current-lesson";
import { EXERCISE_IDS, type LessonFacts, lessonWith } from "./lessons";

/**
 * The exercise of that id; an unknown one is told what there is in the lesson at hand. The exercises of
 * its lesson are loaded then, and no others: many cells import the library without checking anything.
 */
export function findExercise(caller: string, id: string): Exercise {
  const lesson = lessonWith(id);
  if (lesson !== undefined) return inLesson(caller, lesson, id);
  const here = EXERCISE_IDS.filter((known) => known.startsWith(`${currentLesson()}-`));
  const ids = (here.length > 0 ? here : EXERCISE_IDS).map((known) => `"${known}"`);
  const [known, got] = [ids.join(", "), describe(id)];
  throw new Error(say(words("exercise.unknown", { caller, known, got })));
}

/** From the lesson's folder beside this file. */
function inLesson(caller: string, { number, name }: LessonFacts, id: string): Exercise {
  const folder = `${number}-${name}`;
  const found = load(caller, number, folder).find((exercise) => exercise.id === id);
  if (found !== undefined) return found;
  throw new Error(`${folder}/exercises.ts has no ${id}, of which lesson.md speaks.`);
}

/** Where a home cannot load while it is asked, whoever asks is told what comes first. */
function load(caller: string, lesson: string, folder: string): readonly Exercise[] {
  try {
    const part = home.load(`./lessons/${folder}/exercises`);
    return (part as { exercises: readonly Exercise[] }).exercises;
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOTLOADED") throw error;
    throw new Error(say(words("exercise.not-loaded", { caller, lesson })));
  }
}
