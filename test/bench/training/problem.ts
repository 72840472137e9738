import { Random } from "../../../src/arrays/random";

/** The book's net and one batch for it. All numbers are float32, and so the same in both types. */
export interface Problem {
  /** [N, D], row after row, from 0 up to 1. */
  x: Float32Array;
  /** [N] */
  labels: Uint8Array;
  W1: Float32Array;
  b1: Float32Array;
  W2: Float32Array;
  b2: Float32Array;
}

export const N = 100;
export const D = 784;
export const HIDDEN = 50;
export const CLASSES = 10;
export const RATE = 0.1;

export function makeProblem(): Problem {
  const random = new Random(784);
  const uniform = (length: number) => Float32Array.from({ length }, () => random.uniform());
  const normal = (length: number) => Float32Array.from({ length }, () => 0.01 * random.normal());
  return {
    x: uniform(N * D),
    labels: Uint8Array.from({ length: N }, () => Math.floor(CLASSES * random.uniform())),
    W1: normal(D * HIDDEN),
    b1: new Float32Array(HIDDEN),
    W2: normal(HIDDEN * CLASSES),
    b2: new Float32Array(CLASSES),
  };
}
