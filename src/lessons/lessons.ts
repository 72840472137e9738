import { home } from "../home/here";
import type { Words } from "../text/language";

/** A lesson as its front matter tells it; `kernel-setup/book/README.md` says what each key means. */
export interface LessonFacts {
  /** Two digits. */
  number: string;
  /** With the number before it, the name of its folder beside this file. */
  name: string;
  title: Words;
  /** The name of the stage that it belongs to. */
  stage: string;
  /** What happens in it, in a line. */
  about: Words;
  minutes?: number;
  /** Numbers of the lessons that come before. */
  needs: readonly string[];
  /** By id, in the order of the lesson. */
  exercises: Readonly<Record<string, ExerciseTexts>>;
}

/** What is said of one exercise alone. */
export interface ExerciseTexts {
  /** What to start with, said of a blank; of a layer's also for each method. */
  start: Words | MethodStarts;
  /** Said when it passes. */
  passed: Words;
  /** Each goes one step further than the one before; the solution itself is in the lesson. */
  hints: readonly Words[];
}

/** What to start with while a method of a layer is a blank. */
export interface MethodStarts {
  forward: Words;
  backward: Words;
}

/** A stretch of the way, and what it is for. */
export interface Stage {
  name: string;
  title: Words;
}

/** The build makes this file from the lessons' front matter and lessons.yaml. */
const facts = home.load("./lessons/lessons.json") as { lessons: LessonFacts[]; stages: Stage[] };

/** The lessons there are, in order. */
export const LESSONS: readonly LessonFacts[] = facts.lessons;

/** The whole way, in the order in which it is walked. */
export const STAGES: readonly Stage[] = facts.stages;

/** The ids of all exercises, in the order of the lessons. */
export const EXERCISE_IDS: readonly string[] = LESSONS.flatMap(({ exercises }) =>
  Object.keys(exercises),
);

/** The lesson that has the exercise of that id; nothing when none has. */
export function lessonWith(id: string): LessonFacts | undefined {
  return LESSONS.find(({ exercises }) => Object.keys(exercises).includes(id));
}

/** What is said of an exercise. */
export function exerciseTexts(id: string): ExerciseTexts {
  const texts = lessonWith(id)?.exercises[id];
  if (texts === undefined) throw new Error(`No lesson has the exercise ${id}.`);
  return texts;
}

/**
 * What to start with while the answer is a blank.
 *
 * @throws Error when the lesson tells it for each method of a layer
 */
export function startOf(id: string): Words {
  const { start } = exerciseTexts(id);
  if (!("forward" in start)) return start;
  throw new Error(`The lesson tells two starts of ${id}, where its judge asks for one.`);
}

/** What to start with while a method of a layer is a blank; what is told once goes for both. */
export function methodStarts(id: string): MethodStarts {
  const { start } = exerciseTexts(id);
  return "forward" in start ? start : { forward: start, backward: start };
}
