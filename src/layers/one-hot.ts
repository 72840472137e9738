import { shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { flat, floatData, floatTypeOf } from "../arrays/flat";
import { makeNdArray } from "../arrays/make-ndarray";
import { sameShape } from "../arrays/map";
import type { NdArray } from "../arrays/nj";
import type { ArrayInput, TypedArray } from "../arrays/numjs-types";
import { words } from "../text/texts";
import { arrayOf } from "./expect";

/** The scores of one sample, [C]. */
export type Scores = readonly number[] | Float64Array | Float32Array;
/** The scores of N samples, [N, C]. */
export type ScoreRows = readonly Scores[];

/** The class of one sample: a whole number from 0 to C − 1. */
export type Label = number;
/** The classes of N samples, one label each: rank 1, length N. */
export type Labels = readonly Label[] | TypedArray;
/** The class of one sample as C numbers: 1 for the class, 0 for the others. */
export type OneHot = readonly number[] | TypedArray;
/** The classes of N samples, one one-hot row each: [N, C]. */
export type OneHotRows = readonly OneHot[];
/** What may stand as targets beside these scores; of an NdArray only its rank, at run time, tells. */
export type TargetsFor<X> = X extends NdArray
  ? OneHotRows | Labels | OneHot | Label | NdArray
  : X extends ScoreRows
    ? OneHotRows | Labels | NdArray
    : OneHot | Label | NdArray;

/**
 * Turns targets into one-hot form, in the shape and number type of the scores. The ranks decide
 * what the targets are: nothing is guessed from the numbers or stretched to fit.
 *
 * @param scores [N, C], for which t is labels [N] or one-hot rows [N, C]; or [C], for which t is
 *   one label or one-hot [C]
 * @throws when t is neither
 */
export function oneHot(who: string, t: Label | ArrayInput, scores: NdArray): NdArray {
  const { shape, ndim } = scores;
  const target = typeof t === "number" ? t : arrayOf(who, "t", t);
  if (typeof target === "number") {
    if (ndim === 1) return fromLabels(who, [target], scores);
  } else {
    if (sameShape(target.shape, shape)) return fromOneHot(who, target, scores);
    const isLabels = ndim === 2 && target.ndim === 1 && target.shape[0] === shape[0];
    if (isLabels) return fromLabels(who, flat(target), scores);
  }
  const asked = { shape: shapeText(shape), count: shape[0] };
  return fail(
    who,
    ndim === 1 ? words("expected.oneHotOrLabel", asked) : words("expected.oneHotOrLabels", asked),
    typeof target === "number" ? words("got.number", { number: target }) : shapeText(target.shape),
  );
}

function fromLabels(who: string, labels: ArrayLike<number>, scores: NdArray): NdArray {
  const C = scores.shape[scores.ndim - 1];
  const data = floatData(floatTypeOf(scores), scores.size);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (!Number.isInteger(label) || label < 0 || label >= C) {
      const expected = words("expected.labelsWithin", { from: 0, to: C - 1 });
      fail(who, expected, words("got.at", { value: label, at: `[${i}]` }));
    }
    data[i * C + label] = 1;
  }
  return makeNdArray(data, scores.shape);
}

function fromOneHot(who: string, target: NdArray, scores: NdArray): NdArray {
  const C = scores.shape[scores.ndim - 1];
  const values = flat(target);
  const data = floatData(floatTypeOf(scores), scores.size);
  for (let from = 0; from < data.length; from += C) {
    let sum = 0;
    for (let i = from; i < from + C; i++) {
      const value = values[i];
      if (value !== 0 && value !== 1) {
        const at = target.ndim === 1 ? [i] : [from / C, i - from];
        fail(who, words("expected.zerosAndOnes"), words("got.at", { value, at: shapeText(at) }));
      }
      data[i] = value;
      sum += value;
    }
    if (sum !== 1) {
      const got =
        target.ndim === 1 ? words("got.sum", { sum }) : words("got.rowSum", { row: from / C, sum });
      fail(who, words("expected.singleOne"), got);
    }
  }
  return makeNdArray(data, scores.shape);
}
