import { NdArray, nj } from "../../../src/arrays/nj";
import type { FloatType } from "../../../src/arrays/numjs-types";
import { type Contender, timeProduct, timeSteps } from "./contender";
import { CLASSES, D, HIDDEN, N, type Problem, RATE } from "./problem";

/** The same net in numjs alone; plain loops do what it has no function for. */
export function numjs(problem: Problem, type: FloatType): Contender {
  const array = (values: ArrayLike<number>, shape: number[]) => {
    const data = type === "float32" ? Float32Array.from(values) : Float64Array.from(values);
    return new NdArray(data, shape);
  };
  const numbers = (values: NdArray) => values.selection.data as Float64Array;
  const x = array(problem.x, [N, D]);
  const W1 = array(problem.W1, [D, HIDDEN]);
  const b1 = array(problem.b1, [HIDDEN]);
  const W2 = array(problem.W2, [HIDDEN, CLASSES]);
  const b2 = array(problem.b2, [CLASSES]);

  const affine = (input: NdArray, W: NdArray, b: NdArray) => {
    const out = nj.dot(input, W);
    const data = numbers(out);
    const bias = numbers(b);
    for (let i = 0; i < data.length; i++) data[i] += bias[i % bias.length];
    return out;
  };
  const columnSums = (dout: NdArray) => {
    const sums = nj.zeros([dout.shape[1]], type);
    const to = numbers(sums);
    const from = numbers(dout);
    for (let i = 0; i < from.length; i++) to[i % to.length] += from[i];
    return sums;
  };
  const move = (parameter: NdArray, gradient: NdArray) =>
    parameter.subtract(gradient.multiply(RATE), false);

  const step = () => {
    const a1 = affine(x, W1, b1);
    const hidden = nj.clip(a1, 0, Infinity);
    const scores = affine(hidden, W2, b2);
    const y = numbers(scores);
    let loss = 0;
    for (let i = 0; i < N; i++) {
      const row = y.subarray(i * CLASSES, (i + 1) * CLASSES);
      const max = row.reduce((a, b) => Math.max(a, b));
      const sum = row.reduce((all, score) => all + Math.exp(score - max), 0);
      const label = problem.labels[i];
      loss -= row[label] - max - Math.log(sum);
      for (let j = 0; j < CLASSES; j++) {
        row[j] = (Math.exp(row[j] - max) / sum - (j === label ? 1 : 0)) / N;
      }
    }
    const dHidden = nj.dot(scores, W2.T);
    const dW2 = nj.dot(hidden.T, scores);
    const db2 = columnSums(scores);
    const through = numbers(dHidden);
    const before = numbers(a1);
    for (let i = 0; i < through.length; i++) if (before[i] <= 0) through[i] = 0;
    nj.dot(dHidden, W1.T); // dx, as the book's Affine computes it
    const dW1 = nj.dot(x.T, dHidden);
    const db1 = columnSums(dHidden);
    move(W1, dW1);
    move(b1, db1);
    move(W2, dW2);
    move(b2, db2);
    return loss / N;
  };
  return {
    name: `numjs ${type}`,
    steps: (count) => timeSteps(count, step),
    product: (size) => {
      if (size.rows * size.inner * size.columns > 1e8) return Number.NaN; // takes seconds
      const a = nj.ones([size.rows, size.inner], type);
      const b = nj.ones([size.inner, size.columns], type);
      return timeProduct({ ...size }, () => nj.dot(a, b));
    },
  };
}
