import type { Words } from "../text/language";
import { asNumber, attempt } from "./attempt";
import { describe } from "./describe";
import { diagnose, type Owed } from "./diagnose";
import { wrongForm } from "./finding";

/** What a function owes that returns one number. */
export interface FormulaTask<Trial extends object> extends Owed<Trial> {
  /** The name the lesson gives the function. */
  name: string;
  /** What it returns. */
  parameter: string;
  /** The arguments in order; the lesson's own numbers first. */
  trials: Trial[];
  start: Words;
}

/** Judges a function of several numbers that returns one number. */
export function judgeFormula<Trial extends object>(
  task: FormulaTask<Trial>,
  answer: unknown,
): void {
  const { name, parameter, trials, start } = task;
  const place = { layer: name, parameter };
  if (typeof answer !== "function") {
    throw wrongForm({ layer: name }, "result-given", describe(answer));
  }
  const got = trials.map((trial) =>
    asNumber(
      place,
      attempt(place, start, () => answer(...Object.values(trial))),
    ),
  );
  diagnose(place, task, trials, got);
}
