import type { NestedArray } from "../arrays/numjs-types";
import type { NumberOrArray } from "../layers/each";
import type { Words } from "../text/language";
import { asNumberOrArray, copied, outcome, ownTrial, type Values } from "./array-result";
import { attempt } from "./attempt";
import { describe } from "./describe";
import { alike, diagnoseArray, type OwedArray } from "./diagnose-array";
import { wrongForm } from "./finding";

/** What a function owes that takes arrays and returns one, or a number. */
export interface ArrayFunctionTask<Trial extends Values> extends Omit<OwedArray<Trial>, "right"> {
  /** The name the lesson gives the function. */
  name: string;
  /** What it returns. */
  parameter: string;
  /** The arguments in order, by name; the lesson's own arrays first. */
  trials: readonly { [Name in keyof Trial]: number | NestedArray }[];
  start: Words;
  right: (trial: Trial) => NumberOrArray;
}

/** Judges a function on arrays: its result in shape and value, and what it changes of the caller's. */
export function judgeArrayFunction<Trial extends Values>(
  task: ArrayFunctionTask<Trial>,
  answer: unknown,
): void {
  const { name, parameter, start, likely, nan } = task;
  const place = { layer: name };
  if (typeof answer !== "function") throw wrongForm(place, "result-given", describe(answer));
  const trials = task.trials.map((trial) => ownTrial<Trial>(trial));
  const right = trials.map(task.right);
  const at = { ...place, parameter };
  const got = trials.map((trial, i) => {
    const given = Object.values(trial).map(copied);
    const result = outcome(() => {
      const value = attempt(place, start, () => copied(answer(...given)));
      if (value === undefined) throw wrongForm(at, "nothing-returned");
      return asNumberOrArray(at, value, right[i]);
    });
    const names = Object.keys(trial);
    const changed = names.find((name, k) => !alike(trial[name], copied(given[k]) as NumberOrArray));
    if (changed !== undefined) throw wrongForm({ ...place, parameter: changed }, "input-changed");
    return result;
  });
  diagnoseArray(at, { right, likely, nan }, trials, got, Object.keys(task.trials[0]));
}
