import type { NumberOrArray } from "../layers/each";
import type { Words } from "../text/language";
import { attempt } from "./attempt";
import { alike, diagnose, holdsArrays, type Owed } from "./diagnose";
import { wrongForm } from "./finding";
import { expectFunction } from "./given";
import type { Place } from "./place";
import { copied, outcomes, ownTrial, type Written } from "./result";
import { accepted, type Form, readReturned } from "./returned";

/** What a function owes that takes and gives numbers or arrays. */
export type FunctionTask<Trial extends object> = {
  /** The name the lesson gives the function. */
  name: string;
  /** The arguments in order, by name; the lesson's own values first. */
  trials: readonly Written<Trial>[];
  start: Words;
} & Results<Trial>;

/** One result and its name; the two gradients of a node as a pair; or several, judged in this order. */
type Results<Trial> =
  | ({ parameter: string } & Owed<Trial>)
  | { dx: Owed<Trial>; dy: Owed<Trial> }
  | { values: Record<string, Owed<Trial>> };

/** Judges a function: its results in form, shape and value, and what it changes of the caller's. */
export function judgeFunction<Trial extends object>(
  task: FunctionTask<Trial>,
  answer: unknown,
): void {
  const place: Place = { layer: task.name };
  expectFunction(place, answer);
  const [form, results] = resultsOf(task);
  const names = Object.keys(results);
  const owed = Object.values(results);
  const trials = task.trials.map((trial) => ownTrial<Trial>(trial));
  const rights = trials.map((trial) => owed.map(({ right }) => right(trial)));
  // A formula is called by what it computes, a function on arrays by its name alone.
  const called =
    form === "one" && !holdsArrays(trials[0]) ? { ...place, parameter: names[0] } : place;
  const got = trials.map((trial, i) => {
    const given = Object.values(trial).map(copied);
    const outcome = outcomes(names.length, () => {
      const read = () => readReturned(form, answer(...given), names);
      return accepted(form, place, names, attempt(called, task.start, read), rights[i]);
    });
    for (const [k, [parameter, value]] of Object.entries(trial).entries()) {
      if (typeof value === "function" || alike(value, copied(given[k]) as NumberOrArray)) continue;
      throw wrongForm({ ...place, parameter }, "input-changed");
    }
    return outcome;
  });
  for (const [k, parameter] of names.entries()) {
    const right = rights.map((results) => results[k]);
    const came = got.map((results) => results[k]);
    diagnose({ ...place, parameter }, { ...owed[k], right }, trials, came);
  }
}

function resultsOf<Trial>(task: Results<Trial>): [Form, Record<string, Owed<Trial>>] {
  if ("values" in task) return ["object", task.values];
  if ("dx" in task) return ["pair", { dx: task.dx, dy: task.dy }];
  return ["one", { [task.parameter]: task }];
}
