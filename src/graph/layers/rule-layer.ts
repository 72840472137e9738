import { shapeText } from "../../arrays/describe";
import { fail } from "../../arrays/fail";
import { flat } from "../../arrays/flat";
import { sameShape } from "../../arrays/map";
import { NdArray } from "../../arrays/nj";
import type { NumberOrArray } from "../../layers/each";
import { kept } from "../../layers/expect";
import { words } from "../../text/texts";
import type { NodeLayer, Rule } from "../operation";

/**
 * Makes a class of layers that apply one rule to numbers, or to arrays number by number. Beside an
 * array [N, M] a number serves all of it and a vector [M] each row; what comes back to them is summed.
 *
 * @param name what its errors and its objects call it
 *
 * @example
 * const Cube = ruleLayer("Cube", { value: (x) => x ** 3, slopes: ([x]) => [3 * x ** 2] });
 * const cube = new Cube();
 * cube.forward(2); // 8
 * cube.backward(1); // [ 12 ]
 */
export function ruleLayer(name: string, rule: Rule): new () => NodeLayer {
  class RuleLayer {
    inputs: readonly NumberOrArray[] | undefined;
    out: NumberOrArray | undefined;

    /** @throws when the shapes do not fit */
    forward(...inputs: NumberOrArray[]): NumberOrArray {
      const shape = commonShape(`${name}.forward`, inputs);
      const read = inputs.map(reader);
      const values = Float64Array.from({ length: sizeOf(shape) }, (_, i) =>
        rule.value(...read.map((at) => at(i))),
      );
      const out = shape === undefined ? values[0] : new NdArray(values, shape);
      this.inputs = inputs;
      this.out = out;
      return out;
    }

    /**
     * @param dout the gradient with respect to out, in its shape
     * @returns one gradient for each input, in its shape
     * @throws before forward
     */
    backward(dout: NumberOrArray): NumberOrArray[] {
      const who = `${name}.backward`;
      const inputs = kept(who, this.inputs);
      const out = kept(who, this.out);
      const [read, result, upstream] = [inputs.map(reader), reader(out), reader(dout)];
      const sums = inputs.map((input) => new Float64Array(sizeOf(shapeOf(input))));
      for (let i = 0; i < sizeOf(shapeOf(out)); i++) {
        const values = read.map((at) => at(i));
        const slopes = rule.slopes(values, result(i));
        slopes.forEach((slope, k) => {
          sums[k][i % sums[k].length] += upstream(i) * slope; // from +0 on: never −0
        });
      }
      return inputs.map((input, k) =>
        typeof input === "number" ? sums[k][0] : new NdArray(sums[k], input.shape),
      );
    }
  }
  return Object.defineProperty(RuleLayer, "name", { value: name });
}

type Shape = readonly number[] | undefined;

const shapeOf = (value: NumberOrArray): Shape =>
  typeof value === "number" ? undefined : value.shape;

const sizeOf = (shape: Shape): number => (shape ?? []).reduce((size, length) => size * length, 1);

/** Row after row: a shorter one begins again at each row, a number stays what it is. */
function reader(value: NumberOrArray): (i: number) => number {
  if (typeof value === "number") return () => value;
  const numbers = flat(value);
  return (i) => numbers[i % numbers.length];
}

function commonShape(who: string, inputs: readonly NumberOrArray[]): Shape {
  let common: Shape;
  for (const input of inputs) {
    const shape = shapeOf(input);
    if (shape === undefined) continue;
    if (common === undefined || isRowOf(common, shape)) common = shape;
    else if (!sameShape(common, shape) && !isRowOf(shape, common)) {
      const both = { first: shapeText(common), second: shapeText(shape) };
      fail(who, words("expected.rowsOrAlike"), words("got.pair", both));
    }
  }
  return common;
}

const isRowOf = (row: readonly number[], whole: readonly number[]): boolean =>
  row.length === 1 && whole.length > 1 && row[0] === whole[whole.length - 1];
