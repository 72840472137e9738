import { words } from "../../text/texts";
import { shapeText } from "../describe";
import { fail } from "../fail";
import { numjs } from "../numjs";
import type { ArrayInput, NdArray } from "../numjs-types";
import { called } from "./called";
import { disturbs, operandOf } from "./operands";

type Method = (this: NdArray, ...given: unknown[]) => NdArray;

const PAIRS = ["add", "subtract", "multiply", "divide", "pow", "assign"] as const;
const SINGLES = ["exp", "log", "sqrt", "round"] as const;

/**
 * numjs's own arithmetic, number by number, for any operand: lists and typed arrays keep their
 * numbers, and an operand that lies in the memory that is written to is read as it was.
 */
export function arithmetic(): Record<string, unknown> {
  const own = numjs.NdArray.prototype as unknown as Record<string, Method>;
  const pairs = PAIRS.map((name) => {
    const method = own[name];
    const whole = function (this: NdArray, other: number | ArrayInput, copy = true): NdArray {
      const target = copy ? this.clone() : this;
      if (typeof other === "number") return method.call(target, other, false);
      const operand = operandOf(`NdArray.${name}`, other);
      expectSameShape(name, this, operand);
      const apart = disturbs(target.selection, operand.selection) ? operand.clone() : operand;
      return method.call(target, apart, false);
    };
    return [name, whole];
  });
  const singles = SINGLES.map((name) => {
    const method = own[name];
    const whole = function (this: NdArray, copy = true): NdArray {
      return method.call(copy ? this.clone() : this, false);
    };
    return [name, whole];
  });
  const { equal } = own as unknown as Record<"equal", (this: NdArray, other: NdArray) => boolean>;
  return {
    ...Object.fromEntries([...pairs, ...singles]),
    equal(this: NdArray, other: ArrayInput): boolean {
      return equal.call(this, operandOf("NdArray.equal", other));
    },
  };
}

/** Nothing is broadcast: whoever adds a vector to each row is told what does that. */
function expectSameShape(name: (typeof PAIRS)[number], left: NdArray, right: NdArray): void {
  const [shape, got] = [left, right].map((array) => shapeText(array.shape));
  if (shape === got) return;
  const isBias = right.ndim === 1 && left.ndim === 2 && left.shape[1] === right.size;
  const expected =
    name === "add" && isBias
      ? words("expected.sameShapeOrBias", { shape, bias: got })
      : words("expected.sameShape", { shape });
  fail(called(`NdArray.${name}`), expected, got);
}

/** A number on the left of an array: nj.subtract(1, x) is 1 − x, in x's shape and number type. */
export function numberFirst(
  name: (typeof PAIRS)[number],
  operate: (a: ArrayInput | number, b: ArrayInput | number) => NdArray,
) {
  return (a: ArrayInput | number, b: ArrayInput | number): NdArray => {
    if (typeof a !== "number" || typeof b === "number") return operate(a, b);
    const right = operandOf(`nj.${name === "pow" ? "power" : name}`, b);
    const left = new numjs.NdArray(new Float64Array(right.size).fill(a), right.shape);
    return right.assign(left[name](right, false));
  };
}
