import { addScaled } from "../arrays/add-scaled";
import type { NamedArrays } from "./layer";
import { type Optimizer, setting, steps } from "./optimizer";

/**
 * Stochastic gradient descent: W ← W − lr · dW.
 *
 * Introduced in lesson 11.
 *
 * Source: Saito, "Deep Learning from Scratch" (2016), section 6.1.2.
 *
 * @example
 * const W1 = toNdArray([1, 2]);
 * new SGD(0.1).update({ W1 }, { W1: toNdArray([10, -10]) });
 * W1.tolist(); // [ 0, 3 ]
 */
export class SGD implements Optimizer {
  /** @param lr the learning rate */
  constructor(readonly lr = 0.01) {
    setting("SGD", "lr", lr);
  }

  update(parameters: NamedArrays, gradients: NamedArrays): void {
    const who = "SGD.update";
    const { lr } = this;
    const all = steps(who, parameters, gradients, {}, "unchecked");
    if (!addScaled(all, -lr)) steps(who, parameters, gradients); // which says what is not finite
  }
}
