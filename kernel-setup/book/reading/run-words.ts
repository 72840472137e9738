import type { Language } from "../../../src/text/languages";
import type { en } from "../../text/en";
import { words } from "../../text/texts";

/** What stands at cells that can be run, by its name: the page brings it along. */
export type RunWords = Record<(typeof NAMES)[number], string>;

const NAMES = [
  ...(["run", "runCell", "stop", "stopAll", "said", "noScript", "asFile", "howToRun"] as const),
  ...(["starting", "waiting", "running", "done", "failed", "held", "stopped"] as const),
] satisfies (keyof (typeof en)["run"])[];

/** The words of one language. */
export const runWords = (language: Language): RunWords =>
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      (words as (key: string) => Record<Language, string>)(`run.${name}`)[language],
    ]),
  ) as RunWords;
