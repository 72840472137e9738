import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { NdArray } from "../arrays/nj";
import type { NumberOrArray } from "../layers/each";
import type { Filling } from "../text/fill";
import { words } from "../text/texts";
import { expectLike, ownValue } from "./values";

type Gradients = (NumberOrArray | undefined)[];

/**
 * What a layer's backward returned, as one gradient for each input: a list of them; or a single
 * gradient, which is the first input's, when the others get none.
 *
 * @param wanted which inputs need theirs; a constant does not
 * @throws when the number or a shape does not fit, or one is not finite
 */
export function gradientsOf(
  who: Filling,
  returned: unknown,
  inputs: readonly NumberOrArray[],
  wanted: readonly boolean[],
): Gradients {
  const parts = listOf(who, returned, inputs);
  return inputs.map((input, i) => {
    if (!wanted[i] || i >= parts.length) return undefined;
    const name = () =>
      inputs.length === 1
        ? words("parts.gradient")
        : words("parts.oneGradient", { number: i + 1, count: inputs.length });
    const gradient = ownValue(who, name, parts[i] as number);
    expectLike(who, name, gradient, input);
    return gradient;
  });
}

function listOf(who: Filling, returned: unknown, inputs: readonly NumberOrArray[]): unknown[] {
  if (typeof returned === "number" || returned instanceof NdArray) return [returned];
  const expected = () =>
    inputs.length === 1
      ? words("expected.oneGradient")
      : words("expected.gradients", { count: inputs.length });
  if (!Array.isArray(returned)) return fail(who, expected(), describe(returned));
  if (inputs.length === 1) return isTuple(returned, inputs[0]) ? returned : [returned];
  if (returned.length === inputs.length) return returned;
  return fail(who, expected(), words("got.count", { count: returned.length }));
}

/** Whether `[dx]` is a list of one gradient, and not a gradient written in rows. */
const isTuple = (list: unknown[], input: NumberOrArray): boolean =>
  list.length === 1 && (typeof input === "number" || list[0] instanceof NdArray);
