import { fail } from "../arrays/fail";
import { nj } from "../arrays/nj";
import type { FloatType } from "../arrays/numjs-types";
import { Random } from "../arrays/random";
import { home } from "../home/here";
import { Affine } from "../layers/affine";
import { Relu } from "../layers/relu";
import { Sigmoid } from "../layers/sigmoid";
import { expectOptions } from "../text/expect-options";
import { words } from "../text/texts";
import { initialWeights, type Spread } from "./initial-weights";
import type { Layer } from "./layer";
import { Network } from "./network";

/** What a net is made of besides its sizes. */
export interface MultiLayerNetOptions {
  /** What stands between two Affine layers. Default: `relu`. */
  activation?: "relu" | "sigmoid";
  /** How far the initial weights spread. Default: `he` for ReLU, `xavier` for sigmoid. */
  spread?: Spread;
  /** Default: 1. The same seed gives the same net. */
  seed?: number;
  /** What it computes in. Default: `float32`, twice as fast; `float64` is exact to 15 digits. */
  dtype?: FloatType;
}

const OPTIONS = { activation: true, spread: true, seed: true, dtype: true } as const;

/**
 * A net of Affine layers with activations between them and Softmax-with-Loss behind: the book's
 * `MultiLayerNet`, which with three sizes is its `TwoLayerNet`. Weights are random, biases 0. The
 * first layer leaves out the gradient of the data, which nobody uses.
 *
 * Introduced in lesson 11.
 *
 * @param sizes how many numbers go in, how many each layer gives, how many classes come out
 * @throws when there are fewer than two sizes, one is not a whole number from 1 on, or an option is
 *   unknown or makes no sense
 *
 * @example
 * const net = multiLayerNet([784, 50, 10]);
 * Object.keys(net.layers); // [ 'Affine1', 'Relu1', 'Affine2' ]
 * Object.keys(net.parameters); // [ 'W1', 'b1', 'W2', 'b2' ]
 */
export function multiLayerNet(
  sizes: readonly number[],
  options: MultiLayerNetOptions = {},
): Network {
  const who = "multiLayerNet";
  expectOptions(who, options, OPTIONS);
  const { activation = "relu", seed = 1, dtype = "float32" } = options;
  const { spread = activation === "relu" ? "he" : "xavier" } = options;
  if (!Array.isArray(sizes) || sizes.length < 2) {
    fail(who, words("expected.sizes"), home.inspect(sizes));
  }
  const odd = sizes.find((size) => !Number.isInteger(size) || size < 1);
  if (odd !== undefined) {
    fail(who, words("expected.allWholeFrom", { name: "sizes", from: 1 }), home.inspect(odd));
  }
  if (activation !== "relu" && activation !== "sigmoid") {
    const choice = { name: "activation", a: '"relu"', b: '"sigmoid"' };
    fail(who, words("expected.either", choice), home.inspect(activation));
  }
  if (dtype !== "float32" && dtype !== "float64") {
    const choice = { name: "dtype", a: '"float32"', b: '"float64"' };
    fail(who, words("expected.either", choice), home.inspect(dtype));
  }
  const random = new Random(seed);
  const layers: Record<string, Layer> = {};
  for (let i = 1; i < sizes.length; i++) {
    const W = initialWeights(random, [sizes[i - 1], sizes[i]], spread, dtype);
    const b = nj.zeros([sizes[i]], dtype);
    // Nobody uses the gradient of the data itself.
    layers[`Affine${i}`] = new Affine(W, b, { needsDx: i > 1 });
    if (i === sizes.length - 1) continue;
    if (activation === "relu") layers[`Relu${i}`] = new Relu();
    else layers[`Sigmoid${i}`] = new Sigmoid();
  }
  return new Network(layers);
}
