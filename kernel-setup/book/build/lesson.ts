import { LANGUAGES, type Words } from "../../../src/text/languages";

/** Whether a value read from YAML is a text in each language, and nothing else. */
export function isWords(value: unknown): value is Words {
  if (typeof value !== "object" || value === null) return false;
  const words = value as Record<string, unknown>;
  return (
    Object.keys(words).length === LANGUAGES.length &&
    LANGUAGES.every((language) => typeof words[language] === "string" && words[language] !== "")
  );
}

/** The methods of a layer, in the order in which they are written. */
export const METHODS = ["forward", "backward"] as const;

/** A text cell. */
export interface Prose {
  kind: "prose";
  id: string;
  text: Words;
}

/** A code cell as learners get it. */
export interface Code {
  kind: "code";
  id: string;
  source: Words;
  tags: string[];
  /** How far a number of the output may be from the saved one, times max(1, |saved|). */
  approx?: number;
}

/** What stands folded below an exercise, and takes its cell's place where a lesson is tried solved. */
export interface Solution {
  kind: "solution";
  id: string;
  exercise: string;
  /** The code cell that this solution replaces. */
  cell: string;
  blocks: { kind: "prose" | "code"; text: Words }[];
}

/** What a lesson consists of, in its order. */
export type Part = Prose | Code | Solution;

/** What stands above a lesson's text. */
export interface FrontMatter {
  title: Words;
  /** The stage of the whole way that the lesson belongs to, by its key in lessons.yaml. */
  stage?: string;
  /** What happens in it, in a line. */
  about?: Words;
  minutes?: number;
  /** Numbers of the lessons that come before. */
  needs: string[];
  /** Names of the library that the first cell imports. */
  imports: string[];
  /** Names of the library that cells may import from this lesson on. */
  introduces: string[];
  /** Numbers in the prose that no cell computes, each with the reason. */
  quotes: Record<string, string>;
  /** What is said of each exercise alone, by id, in the order of the lesson. */
  exercises: Record<string, ExerciseTexts>;
}

/** What is said to a learner about one exercise. */
export interface ExerciseTexts {
  /** What to start with, said of a blank; of a layer's also for each method. */
  start: Words | Record<(typeof METHODS)[number], Words>;
  /** Said when it passes. */
  passed: Words;
  /** Each goes one step further than the one before. */
  hints: Words[];
}

/** A lesson as its folder's name and its front matter tell it. */
export interface LessonHead extends FrontMatter {
  file: string;
  /** Two digits, from the folder's name. */
  number: string;
  /** The rest of the folder's name. */
  name: string;
}

/** A lesson as its source has it: prose and code of all languages, in order. */
export interface Lesson extends LessonHead {
  parts: Part[];
}

/** A mistake in a lesson's source: a full sentence with file and line. */
export class LessonError extends Error {
  override name = "LessonError";

  constructor(
    readonly file: string,
    readonly line: number,
    problem: string,
  ) {
    super(`${file}:${line}: ${problem}.`);
  }
}

/** How the parts of the parser report a mistake: with the line in the lesson's file. */
export type Fail = (line: number, problem: string) => never;

/** The texts of one kind that a part holds, those inside a solution included. */
export function textsOf(part: Part, kind: "prose" | "code"): Words[] {
  if (part.kind === "solution")
    return part.blocks.filter((block) => block.kind === kind).map(({ text }) => text);
  if (part.kind !== kind) return [];
  return [part.kind === "code" ? part.source : part.text];
}
