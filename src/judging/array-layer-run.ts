import type { NumberOrArray } from "../layers/each";
import type { ArrayLayerTask } from "./array-layer-task";
import { asNumberOrArray, copied, type Outcome, outcome, type Values } from "./array-result";
import { attempt } from "./attempt";
import type { CauseName } from "./causes";
import { alike } from "./diagnose-array";
import { wrongForm } from "./finding";
import { newLayer } from "./new-layer";
import type { Place } from "./place";
import { Stop } from "./verdict";

interface Layer {
  forward(...inputs: NumberOrArray[]): unknown;
  backward(dout: NumberOrArray): unknown;
}

/** One object of the learner's class, and what it gave. */
export class Run<Trial extends Values> {
  readonly results: Record<string, Outcome> = {};
  readonly #object: Layer;
  /** The arrays it was given, with what was in them. */
  readonly #given: { name: string; value: NumberOrArray; was: NumberOrArray }[] = [];

  constructor(
    readonly task: ArrayLayerTask<Trial>,
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
    this.#call("forward", task.forward.name, right, () => this.#object.forward(...inputs));
  }

  backward(trial: Trial, right: Values): void {
    const { task } = this;
    const [dout] = this.#give(["dout"], trial);
    this.#call("backward", task.backward.name, right, () => this.#object.backward(dout));
    const stopped = this.results[task.backward.name];
    const object = this.#object as unknown as Record<string, unknown>;
    for (const { name } of task.kept ?? []) {
      if (stopped instanceof Stop) this.results[name] = stopped;
      else this.#call("backward", name, right, () => object[name], "gradient-not-kept");
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
    parameter: string,
    right: Values,
    run: () => unknown,
    missing: CauseName = "nothing-returned",
  ): void {
    const { start } = this.task;
    const place = { ...this.place, method, parameter };
    this.results[parameter] = outcome(() => {
      const value = attempt({ ...this.place, method }, start[method], () => copied(run()));
      if (value === undefined) throw wrongForm(place, missing);
      return asNumberOrArray(place, value, right[parameter]);
    });
  }
}
