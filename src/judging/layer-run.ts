import type { NumberOrArray } from "../layers/each";
import { attempt } from "./attempt";
import type { CauseName } from "./causes";
import { alike } from "./diagnose";
import { wrongForm } from "./finding";
import { gradientsOf, type LayerTask } from "./layer-task";
import { newLayer } from "./new-layer";
import type { Place } from "./place";
import { copied, type Outcome, outcomes, type Values } from "./result";
import { accepted, type Form, readReturned } from "./returned";
import { Stop } from "./verdict";

interface Layer {
  forward(...inputs: NumberOrArray[]): unknown;
  backward(dout: NumberOrArray): unknown;
}

/** One object of the learner's class, and what it gave. */
export class Run<Trial extends Values> {
  readonly results: Record<string, Outcome> = {};
  readonly #object: Layer;
  /** What it was given, with what was in them. */
  readonly #given: { name: string; value: NumberOrArray; was: NumberOrArray }[] = [];

  constructor(
    readonly task: LayerTask<Trial>,
    answer: unknown,
    readonly place: Place,
    trial: Trial,
  ) {
    const parameters = this.#give(task.parameters ?? [], trial);
    this.#object = newLayer<Layer>(answer, place.layer, task.start.forward, parameters);
  }

  forward(trial: Trial, right: Values): void {
    const { task } = this;
    const inputs = this.#give(task.inputs, trial);
    this.#call("forward", [task.forward.name], right, () => this.#object.forward(...inputs));
  }

  backward(trial: Trial, right: Values): void {
    const { task } = this;
    const [dout] = this.#give(["dout"], trial);
    const names = gradientsOf(task).map(({ name }) => name);
    const form = names.length === 1 ? "one" : "pair";
    this.#call("backward", names, right, () => this.#object.backward(dout), form);
    const stopped = this.results[names[0]];
    const object = this.#object as unknown as Record<string, unknown>;
    for (const { name } of task.kept ?? []) {
      if (stopped instanceof Stop) this.results[name] = stopped;
      else this.#call("backward", [name], right, () => object[name], "one", "gradient-not-kept");
    }
  }

  /** Ends judging when a method has changed an array of the caller's. */
  expectUnchanged(method: string): void {
    for (const { name, value, was } of this.#given) {
      if (alike(was, copied(value) as NumberOrArray)) continue;
      const place = { ...this.place, method, parameter: name };
      throw wrongForm(place, name === "dout" ? "dout-changed" : "input-changed");
    }
  }

  #give(names: readonly string[], trial: Trial): NumberOrArray[] {
    return names.map((name) => {
      const value = copied(trial[name]) as NumberOrArray;
      this.#given.push({ name, value, was: trial[name] });
      return value;
    });
  }

  #call(
    method: "forward" | "backward",
    names: readonly string[],
    right: Values,
    run: () => unknown,
    form: Form = "one",
    missing?: CauseName,
  ): void {
    const place = { ...this.place, method };
    const owed = names.map((name) => right[name]);
    const got = outcomes(names.length, () => {
      const read = () => readReturned(form, run(), names);
      const value = attempt(place, this.task.start[method], read);
      return accepted(form, place, names, value, owed, missing);
    });
    for (const [i, name] of names.entries()) this.results[name] = got[i];
  }
}
