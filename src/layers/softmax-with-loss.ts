import { shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { flat } from "../arrays/flat";
import { mapPairs } from "../arrays/map";
import type { NdArray } from "../arrays/numjs-types";
import { softmaxWithLogs } from "../arrays/softmax-rows";
import { alternatives } from "../text/languages";
import { words } from "../text/texts";
import { finiteArray, finiteNumber, kept } from "./expect";
import { oneHot, type ScoreRows, type Scores, type TargetsFor } from "./one-hot";

const THE_LOSS = words("parts.loss");

/**
 * Softmax and cross-entropy in one layer: y = softmax(x), loss = −Σ t · log y, averaged over the
 * batch. Backward gives dx = (y − t) / N · dout, where N is the number of samples.
 *
 * Introduced in lesson 09.
 *
 * x is a batch [N, C], whose targets t are N labels or one-hot rows [N, C]; or one sample [C],
 * whose target is one label or one-hot [C] and which counts as a batch of one.
 *
 * The loss is in nats. It is computed from log-sum-exp, never as the logarithm of a y that may be 0.
 *
 * Source: the article, "Softmax-with-Loss 계층".
 *
 * @example
 * const layer = new SoftmaxWithLoss();
 * layer.forward([0.3, 2.9, 4.0], [0, 1, 0]).toFixed(6); // 1.405714
 * layer.backward().get(1).toFixed(6); // -0.754808
 * new SoftmaxWithLoss().forward([[0, 0], [0, 0]], [0, 1]) === Math.log(2); // true
 */
export class SoftmaxWithLoss {
  loss: number | undefined;
  /** The probabilities, in x's shape. */
  y: NdArray | undefined;
  /** The targets in one-hot form, in x's shape. */
  t: NdArray | undefined;

  /**
   * @returns the mean loss of the samples
   * @throws when x is not a finite [N, C] or [C], or t is neither labels nor one-hot for it
   */
  forward<X extends ScoreRows | Scores | NdArray>(x: X, t: TargetsFor<X>): number {
    const who = "SoftmaxWithLoss.forward";
    const scores = finiteArray(who, "x", x);
    if (scores.ndim > 2) {
      const shape = alternatives(["[N, C]", "[C]"]);
      fail(who, words("expected.shape", { name: "x", shape }), shapeText(scores.shape));
    }
    const target = oneHot(who, t, scores);
    const { y, logs } = softmaxWithLogs(scores);
    const loss = (0 - sumWhere(target, logs)) / samples(scores);
    finiteNumber(who, THE_LOSS, loss);
    this.loss = loss;
    this.y = y;
    this.t = target;
    return loss;
  }

  /**
   * @param dout the gradient of the final result with respect to the loss
   * @returns dx in x's shape
   * @throws before forward, or when dout is not a finite number
   */
  backward(dout = 1): NdArray {
    const who = "SoftmaxWithLoss.backward";
    const y = kept(who, this.y);
    const t = kept(who, this.t);
    finiteNumber(who, "dout", dout);
    const N = samples(t);
    // + 0: a zero gradient is 0, never −0.
    return mapPairs(y, t, (y, t) => ((y - t) / N) * dout + 0);
  }
}

/** The sum of the numbers whose target is 1. */
function sumWhere(target: NdArray, logs: NdArray): number {
  const t = flat(target);
  const values = flat(logs);
  let sum = 0;
  for (let i = 0; i < t.length; i++) if (t[i] === 1) sum += values[i];
  return sum;
}

/** How many samples an array holds; a single one, [C], counts as a batch of one. */
function samples(x: NdArray): number {
  return x.ndim === 1 ? 1 : x.shape[0];
}
