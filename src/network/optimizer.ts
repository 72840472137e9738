import { shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { allFinite } from "../arrays/finite";
import { flat } from "../arrays/flat";
import { sameShape } from "../arrays/map";
import { memoryOf } from "../arrays/memory";
import type { NdArray } from "../arrays/numjs-types";
import { home } from "../home/here";
import { words } from "../text/texts";
import { expectNamedArrays } from "./expect";
import type { NamedArrays } from "./layer";

/**
 * Moves parameters by their gradients.
 *
 * Introduced in lesson 11.
 */
export interface Optimizer {
  /**
   * Takes one step: changes the parameters in place.
   *
   * Interrupted in the middle, some numbers have taken the step and the others have not; each of them
   * is whole, and the next step goes on from there. Numbers that two names share, such as tied
   * weights, take the step of the one and then that of the other.
   *
   * @param parameters by name, such as a net's `parameters`
   * @param gradients under the same names, such as a net's `gradient(x, t)`
   * @throws when a gradient is missing, of another shape or not finite; nothing is changed then
   */
  update(parameters: NamedArrays, gradients: NamedArrays): void;
}

const FEW = 16;

type Numbers = NdArray["selection"]["data"];

/** A parameter's numbers, their gradients, and what is remembered for each of them. */
type Step<Remembered extends string> = { W: Numbers; dW: Numbers } & Record<
  Remembered,
  Float64Array
>;

/**
 * The pairs of parameter and gradient, each with its part of the memories. All are looked at before
 * the first is given out: what does not fit together changes nothing.
 *
 * @param finite `unchecked`: the caller looks itself for gradients that are not finite
 */
export function steps<Remembered extends string = never>(
  who: string,
  parameters: NamedArrays,
  gradients: NamedArrays,
  memories = {} as Record<Remembered, Memory>,
  finite: "checked" | "unchecked" = "checked",
): Step<Remembered>[] {
  expectNamedArrays(who, "parameters", parameters);
  expectNamedArrays(who, "gradients", gradients);
  const written = new Set(Object.values(parameters).map((array) => memoryOf(array.selection.data)));
  return Object.entries(parameters).map(([name, parameter]) => {
    const gradient = gradients[name];
    if (gradient === undefined) {
      return fail(who, words("expected.gradientFor", { name }), {
        sentence: words("instead.none"),
      });
    }
    if (!sameShape(parameter.shape, gradient.shape)) {
      const shape = shapeText(parameter.shape);
      const expected = words("expected.gradientShape", { name, shape });
      fail(who, expected, shapeText(gradient.shape));
    }
    if (finite === "checked" && !allFinite(gradient))
      fail(who, words("expected.gradientFinite", { name }), words("got.notFinite"));
    const W = flat(parameter);
    if (parameter.size > 0 && !sharesMemory(W, parameter)) {
      fail(who, words("expected.rowAfterRow", { name }), words("got.gaps"));
    }
    const remembered = Object.entries<Memory>(memories).map(([key, memory]) => [
      key,
      memory.of(who, name, W.length),
    ]);
    return { W, dW: steady(flat(gradient), written), ...Object.fromEntries(remembered) };
  });
}

/**
 * A gradient in the memory of a parameter counts as it is now, not as an earlier step leaves it. (To
 * copy a few numbers costs less than to ask where they lie.)
 */
const steady = (dW: Numbers, written: ReadonlySet<object>): Numbers =>
  dW.length <= FEW || written.has(memoryOf(dW)) ? dW.slice() : dW;

/** Whether writing to these numbers writes to the array. */
function sharesMemory(values: Numbers, { selection: { data } }: NdArray): boolean {
  return values === data || memoryOf(values) === memoryOf(data);
}

/** Gives back a setting of an optimizer, such as its learning rate, once it makes sense. */
export function setting(who: string, name: string, value: number, below = Infinity): number {
  if (typeof value === "number" && value >= 0 && value < below) return value;
  const expected =
    below === Infinity
      ? words("expected.finiteFrom", { name, from: 0 })
      : words("expected.fromBelow", { name, from: 0, below });
  return fail(`${who}.constructor`, expected, home.inspect(value));
}

/** What an optimizer remembers for each number of each parameter; all 0 at first. */
export class Memory {
  readonly #arrays = new Map<string, Float64Array>();

  /** @throws when the parameter of that name had another size before */
  of(who: string, name: string, size: number): Float64Array {
    const known = this.#arrays.get(name) ?? new Float64Array(size);
    if (known.length !== size) {
      const expected = words("expected.asManyAsBefore", { name, size: known.length });
      fail(who, expected, words("got.count", { count: size }));
    }
    this.#arrays.set(name, known);
    return known;
  }
}
