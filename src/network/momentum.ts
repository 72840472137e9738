import type { NamedArrays } from "./layer";
import { Memory, type Optimizer, setting, steps } from "./optimizer";

/**
 * Momentum: v ← α·v − lr · dW, then W ← W + v. The velocity v keeps a part α of itself, as a ball
 * does that rolls down a bowl.
 *
 * Introduced in lesson 11.
 *
 * Source: Saito, "Deep Learning from Scratch" (2016), section 6.1.4.
 *
 * @example
 * const W1 = toNdArray([1]);
 * const momentum = new Momentum(0.5, 0.5);
 * momentum.update({ W1 }, { W1: toNdArray([1]) });
 * momentum.update({ W1 }, { W1: toNdArray([1]) });
 * W1.tolist(); // [ -0.25 ]
 */
export class Momentum implements Optimizer {
  readonly #v = new Memory();

  /**
   * @param lr the learning rate
   * @param momentum α, the part of the velocity that is kept
   */
  constructor(
    readonly lr = 0.01,
    readonly momentum = 0.9,
  ) {
    setting("Momentum", "lr", lr);
    setting("Momentum", "momentum", momentum, 1);
  }

  update(parameters: NamedArrays, gradients: NamedArrays): void {
    const who = "Momentum.update";
    const { lr, momentum } = this;
    for (const { W, dW, v } of steps(who, parameters, gradients, { v: this.#v })) {
      for (let i = 0; i < W.length; i++) {
        v[i] = momentum * v[i] - lr * dW[i];
        W[i] += v[i];
      }
    }
  }
}
