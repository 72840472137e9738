import type { Words } from "../text/language";
import { asNumber, attempt } from "./attempt";
import { describe } from "./describe";
import { diagnose, type Owed } from "./diagnose";
import { wrongForm } from "./finding";
import type { Place } from "./place";
import { readNamed } from "./read-named";

/** What a function owes that returns several numbers by name. */
export interface FunctionTask<Trial extends object> {
  /** The name the lesson gives the function. */
  name: string;
  /** The arguments in order; the lesson's own numbers first. */
  trials: Trial[];
  start: Words;
  /** What it returns, in the order in which it is judged. */
  values: Record<string, Owed<Trial>>;
}

/** Judges a function of several numbers that returns an object of numbers. */
export function judgeFunction<Trial extends object>(
  task: FunctionTask<Trial>,
  answer: unknown,
): void {
  const place: Place = { layer: task.name };
  if (typeof answer !== "function") throw wrongForm(place, "result-given", describe(answer));
  const names = Object.keys(task.values);

  const results = task.trials.map((trial) => {
    const result = attempt(place, task.start, () =>
      readNamed(answer(...Object.values(trial)), names),
    );
    if (result === undefined) throw wrongForm(place, "nothing-returned");
    if (!(result instanceof Map)) throw wrongForm(place, "object-expected", describe(result));
    return new Map(
      names.map((name) => {
        const at = { ...place, parameter: name };
        if (result.get(name) === undefined) throw wrongForm(at, "value-missing");
        return [name, asNumber(at, result.get(name))];
      }),
    );
  });

  for (const name of names) {
    const got = results.map((result) => result.get(name) ?? Number.NaN);
    diagnose({ ...place, parameter: name }, task.values[name], task.trials, got);
  }
}
