import type { NamedArrays } from "./layer";
import { Memory, type Optimizer, setting, steps } from "./optimizer";

/** Keeps a step finite where no gradient has come yet. */
const EPSILON = 1e-7;

/**
 * Adam: m ← m + (1 − β₁)(dW − m) and v ← v + (1 − β₂)(dW² − v), running means of the gradient and of
 * its square; then W ← W − lrₜ · m / (√v + 1e-7), where lrₜ = lr · √(1 − β₂ᵗ) / (1 − β₁ᵗ) makes up
 * for both means starting at 0. t counts the steps.
 *
 * Introduced in lesson 11.
 *
 * Sources: Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), section 2, its second
 * form; Saito, "Deep Learning from Scratch" (2016), section 6.1.6.
 *
 * @example
 * const W1 = toNdArray([1, 1]);
 * new Adam(0.5).update({ W1 }, { W1: toNdArray([100, 0]) });
 * W1.get(0).toFixed(6); // 0.500000
 * W1.get(1); // 1
 */
export class Adam implements Optimizer {
  readonly #m = new Memory();
  readonly #v = new Memory();
  #t = 0;

  /**
   * @param lr the learning rate
   * @param beta1 how slowly the mean of the gradient forgets
   * @param beta2 how slowly the mean of its square forgets
   */
  constructor(
    readonly lr = 0.001,
    readonly beta1 = 0.9,
    readonly beta2 = 0.999,
  ) {
    setting("Adam", "lr", lr);
    setting("Adam", "beta1", beta1, 1);
    setting("Adam", "beta2", beta2, 1);
  }

  update(parameters: NamedArrays, gradients: NamedArrays): void {
    const who = "Adam.update";
    const { lr, beta1, beta2 } = this;
    const all = steps(who, parameters, gradients, { m: this.#m, v: this.#v });
    const t = ++this.#t;
    const lrT = (lr * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
    for (const { W, dW, m, v } of all) {
      for (let i = 0; i < W.length; i++) {
        m[i] += (1 - beta1) * (dW[i] - m[i]);
        v[i] += (1 - beta2) * (dW[i] * dW[i] - v[i]);
        W[i] -= (lrT * m[i]) / (Math.sqrt(v[i]) + EPSILON);
      }
    }
  }
}
