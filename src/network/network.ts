import { asArray } from "../arrays/as-array";
import { describe, shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { sameShape } from "../arrays/map";
import { NdArray } from "../arrays/nj";
import type { ArrayInput } from "../arrays/numjs-types";
import { toNdArray } from "../arrays/to-ndarray";
import { home } from "../home/here";
import { pairedFields, parameterNames, setAnew } from "../layers/parameter-names";
import { SoftmaxWithLoss } from "../layers/softmax-with-loss";
import { expectOptions } from "../text/expect-options";
import { say, type Words } from "../text/language";
import { words } from "../text/texts";
import { instead } from "./expect";
import type { Layer, LossLayer, NamedArrays, Targets } from "./layer";

const LOSS_LAYER = words("parts.lossLayer");

/**
 * Layers in a row by name, with a loss layer behind the last: the book's `TwoLayerNet`, for any
 * number of layers.
 *
 * Introduced in lesson 10.
 *
 * Parameters have the names of the book: the first layer that has W and b gives W1 and b1, the
 * second W2 and b2, and so on. Every other array p that a layer's backward keeps a gradient dp for is
 * one too, and counted by itself: the first layer with gamma and dgamma gives gamma1. A name that ends
 * in a digit gets a _ between, as W1_1. What forward sets anew, and x, y, z, t, out and loss, are none.
 *
 * Source: Saito, "Deep Learning from Scratch" (2016), section 5.7.2.
 *
 * @example
 * const net = new Network({ Affine1: new Affine([[1, -1], [2, 1]], [0, 0]), Relu1: new Relu() });
 * net.forward([[1, 2]]).tolist(); // [ [ 5, 1 ] ]
 * net.loss([[1, 2]], [0]).toFixed(6); // 0.018150
 * Object.keys(net.gradient([[1, 2]], [0])); // [ 'W1', 'b1' ]
 */
export class Network {
  /** The layers, in the order in which forward goes through them. */
  readonly layers: Readonly<Record<string, Layer>>;
  readonly lossLayer: LossLayer;

  /** What forward set anew the last time, of the fields that may be parameters. */
  readonly #anew = new Map<string, ReadonlySet<string>>();

  /** @throws when there is no layer, when one of them lacks forward or backward or has two names */
  constructor(layers: Record<string, Layer>, lossLayer: LossLayer = new SoftmaxWithLoss()) {
    const who = "Network.constructor";
    if (typeof layers !== "object" || layers === null) {
      fail(who, words("expected.layers"), instead(layers));
    }
    const names = Object.keys(layers);
    if (names.length === 0)
      fail(who, words("expected.someLayer"), { sentence: words("instead.none") });
    const known = new Map<unknown, string | Words>();
    // JavaScript moves such names to the front, whatever the order in which they were written.
    const number = names.find((name) => /^\d+$/.test(name));
    if (number !== undefined) {
      fail(who, words("expected.layerName"), words("got.number", { number }));
    }
    for (const [name, layer] of [...Object.entries(layers), [LOSS_LAYER, lossLayer]] as const) {
      for (const method of ["forward", "backward"] as const) {
        if (typeof layer?.[method] !== "function") {
          fail(who, words("expected.method", { name, method }), instead(layer));
        }
      }
      if ((layer as unknown) instanceof Network) {
        fail(who, words("expected.layer", { name }), words("got.wholeNet"));
      }
      const other = known.get(layer);
      if (other !== undefined) {
        const sentence = words("instead.sameLayer", { kind: classOf(layer), other, name });
        fail(who, words("expected.ownLayer"), { sentence });
      }
      known.set(layer, name);
    }
    this.layers = { ...layers };
    this.lossLayer = lossLayer;
  }

  /**
   * Runs x through all layers.
   *
   * @param x shape [N, D], as the first layer takes it
   * @returns the scores, as the last layer gives them: [N, C]
   * @throws what a layer throws, with the layer's name
   */
  forward(x: ArrayInput): NdArray {
    let out = toNdArray(x, "Network.forward", "x");
    for (const [name, layer] of Object.entries(this.layers)) {
      home.look();
      const before = pairedFields(layer);
      out = named(name, () => layer.forward(out));
      const anew = setAnew(before, pairedFields(layer));
      if (anew.size > 0 || this.#anew.has(name)) this.#anew.set(name, anew);
    }
    return out;
  }

  /**
   * The loss of x against the targets t: one number, the mean over the samples.
   *
   * @param t labels [N] or one-hot rows [N, C]; the loss layer gets lists as arrays
   */
  loss(x: ArrayInput, t: Targets): number {
    const scores = this.forward(x);
    // The library's own takes every form as it is, and a training loop need not make another.
    const targets = this.lossLayer.constructor === SoftmaxWithLoss ? t : asArray(t);
    const loss = named(LOSS_LAYER, () => this.lossLayer.forward(scores, targets));
    if (typeof loss === "number" && !Number.isNaN(loss)) return loss;
    return fail(LOSS_LAYER, words("expected.lossNumber"), describe(loss));
  }

  /**
   * Goes back through all layers, after `loss`. No weight changes.
   *
   * @param dout the gradient of the final result with respect to the loss
   * @param options `reuseGradients`: whether layers may write their gradients over those that they left
   *   in such a call before, as a training loop lets them
   * @returns the gradient with respect to x, or undefined where the first layer leaves it out
   */
  backward(dout = 1, options: { reuseGradients?: boolean } = {}): NdArray | undefined {
    expectOptions("Network.backward", options, { reuseGradients: true });
    const { reuseGradients = false } = options;
    let upstream: NdArray | undefined = named(LOSS_LAYER, () => this.lossLayer.backward(dout));
    for (const [name, layer] of Object.entries(this.layers).reverse()) {
      if (upstream === undefined) {
        const expected = words("expected.dxAfter", { name });
        return fail("Network.backward", expected, { sentence: words("instead.none") });
      }
      home.look();
      const dx: NdArray = upstream;
      if (layer.reuseGradients !== undefined) layer.reuseGradients = reuseGradients;
      upstream = named(name, () => layer.backward(dx));
    }
    return upstream;
  }

  /**
   * The gradients of the loss with respect to all parameters, by backpropagation: one pass forward,
   * one backward.
   *
   * @returns for each parameter its gradient, under the parameter's name and in its shape
   */
  gradient(x: ArrayInput, t: Targets): NamedArrays {
    this.loss(x, t);
    this.backward();
    return this.gradients;
  }

  /** What the last `backward` left in the layers, such as dW, under the names of the parameters. */
  get gradients(): NamedArrays {
    return this.#byName((layer, field, at) => {
      const gradient = layer[`d${field}`];
      if (gradient === undefined) {
        const expected = words("expected.keptGradient", { gradient: `d${field}` });
        fail(at, expected, { sentence: words("instead.none") });
      }
      const array = toNdArray(gradient as ArrayInput, at, `d${field}`);
      const { shape } = parameterOf(layer, field, at);
      if (sameShape(array.shape, shape)) return array;
      const expected = words("expected.shape", { name: `d${field}`, shape: shapeText(shape) });
      return fail(at, expected, shapeText(array.shape));
    });
  }

  /** The parameters, by name: the very arrays of the layers, so that changing one changes the net. */
  get parameters(): NamedArrays {
    return this.#byName(parameterOf);
  }

  /** Something of each parameter, named W1, b1, W2, … */
  #byName(find: (layer: Fields, field: string, at: string) => NdArray): NamedArrays {
    const found: NamedArrays = {};
    // W and b are counted together, each other name by itself.
    let weights = 0;
    const others: Record<string, number> = {};
    for (const [name, layer] of Object.entries(this.layers)) {
      const fields = parameterNames(layer, this.#anew.get(name));
      if (fields.some(isWeight)) weights++;
      for (const field of fields) {
        const key = isWeight(field) ? field + weights : numbered(field, others);
        found[key] = find(layer as unknown as Fields, field, name);
      }
    }
    return found;
  }
}

type Fields = Record<string, unknown>;

const isWeight = (field: string): boolean => field === "W" || field === "b";

/** A name with the number of its turn. */
function numbered(field: string, turns: Record<string, number>): string {
  turns[field] = (turns[field] ?? 0) + 1;
  return `${field}${/[\d_]$/.test(field) ? "_" : ""}${turns[field]}`;
}

function parameterOf(layer: Fields, field: string, at: string): NdArray {
  const array = layer[field];
  if (array instanceof NdArray) return array;
  return fail(at, words("expected.ndArray", { name: field }), describe(array));
}

/** What a layer is called: its class's name. */
function classOf({ constructor: { name } }: object): string | Words {
  return name === "" || name === "Object" ? words("parts.layer") : name;
}

/** Runs a layer; the library's plain errors get the layer's name in front, all others pass as they are. */
function named<Value>(name: string | Words, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    const place = typeof name === "string" ? name : say(name);
    throw new Error(`${place}: ${error.message}`, { cause: error });
  }
}
