import { words } from "../../text/texts";
import { shapeText } from "../describe";
import { fail } from "../fail";
import { numjs } from "../numjs";
import type { NdArray, Selection } from "../numjs-types";
import { rowMajorCopy, sizeOf } from "../row-major";
import { called } from "./called";

/**
 * The same numbers, row after row, in another shape: a view where the numbers can stay where they
 * lie, else a copy. One axis may be -1: it takes what is left. (numjs's own mixes up the numbers of
 * a view of columns.)
 */
export function reshape(this: NdArray, ...given: number[] | [shape: number[]]): NdArray {
  const { selection } = this;
  const shape = shapeOf(
    (Array.isArray(given[0]) ? given[0] : given) as number[],
    sizeOf(selection.shape),
  );
  const stride = strideFor(selection, shape);
  return stride === undefined
    ? new numjs.NdArray(rowMajorCopy(selection), shape)
    : new numjs.NdArray(selection.data, shape, stride, selection.offset);
}

/** The shape that is asked for, once it holds as many numbers. */
function shapeOf(asked: readonly number[], size: number): number[] {
  const who = called("NdArray.reshape");
  const open = asked.indexOf(-1);
  if (open !== asked.lastIndexOf(-1)) {
    fail(who, words("expected.oneOpenAxis"), shapeText(asked));
  }
  const shape = open < 0 ? [...asked] : asked.with(open, size / sizeOf(asked.toSpliced(open, 1)));
  const fits = shape.every((length) => Number.isInteger(length) && length >= 0);
  if (fits && sizeOf(shape) === size) return shape;
  return fail(who, words("expected.shapeForNumbers", { size }), shapeText(asked));
}

/**
 * The steps with which a shape walks over the numbers where they lie, or nothing where none do: axes
 * can be split, and joined where one goes on after the other. As NumPy decides it.
 */
function strideFor({ shape, stride }: Selection, wanted: readonly number[]): number[] | undefined {
  if (sizeOf(shape) === 0) return undefined;
  const axes = [...shape.keys()].filter((axis) => shape[axis] !== 1);
  const lengths = axes.map((axis) => shape[axis]);
  const steps = axes.map((axis) => stride[axis]);
  const found = new Array<number>(wanted.length).fill(1);
  let [from, to] = [0, 0];
  while (from < lengths.length) {
    // The smallest groups of old and of new axes that hold as many numbers.
    let [fromEnd, toEnd] = [from + 1, to + 1];
    let [old, now] = [lengths[from], wanted[to]];
    while (old !== now) {
      if (now < old) now *= wanted[toEnd++];
      else old *= lengths[fromEnd++];
    }
    for (let axis = from; axis < fromEnd - 1; axis++) {
      if (steps[axis] !== lengths[axis + 1] * steps[axis + 1]) return undefined;
    }
    let step = steps[fromEnd - 1];
    for (let axis = toEnd - 1; axis >= to; step *= wanted[axis--]) found[axis] = step;
    [from, to] = [fromEnd, toEnd];
  }
  return found;
}
