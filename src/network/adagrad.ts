import type { NamedArrays } from "./layer";
import { Memory, type Optimizer, setting, steps } from "./optimizer";

/** Keeps a step finite where no gradient has come yet. */
const EPSILON = 1e-7;

/**
 * AdaGrad: h ← h + dW², then W ← W − lr · dW / (√h + 1e-7). A number that has moved much moves ever
 * less.
 *
 * Introduced in lesson 11.
 *
 * Sources: Duchi, Hazan, Singer, "Adaptive Subgradient Methods" (2011); Saito, "Deep Learning from
 * Scratch" (2016), section 6.1.5.
 *
 * @example
 * const W1 = toNdArray([1, 1]);
 * new AdaGrad(0.5).update({ W1 }, { W1: toNdArray([100, 0]) });
 * W1.get(0).toFixed(6); // 0.500000
 * W1.get(1); // 1
 */
export class AdaGrad implements Optimizer {
  readonly #h = new Memory();

  /** @param lr the learning rate */
  constructor(readonly lr = 0.01) {
    setting("AdaGrad", "lr", lr);
  }

  update(parameters: NamedArrays, gradients: NamedArrays): void {
    const who = "AdaGrad.update";
    const { lr } = this;
    for (const { W, dW, h } of steps(who, parameters, gradients, { h: this.#h })) {
      for (let i = 0; i < W.length; i++) {
        h[i] += dW[i] * dW[i];
        W[i] -= (lr * dW[i]) / (Math.sqrt(h[i]) + EPSILON);
      }
    }
  }
}
