import { columnSums } from "../arrays/column-sums";
import { shapeText } from "../arrays/describe";
import { checkedDot } from "../arrays/dot";
import { fail } from "../arrays/fail";
import { checked } from "../arrays/finite";
import { reshape } from "../arrays/flat";
import { NdArray } from "../arrays/nj";
import type { ArrayInput } from "../arrays/numjs-types";
import { expectOptions } from "../text/expect-options";
import { words } from "../text/texts";
import { arrayOf, expectFinite, expectShape, guarded, kept } from "./expect";

/** What an {@link Affine} leaves out. */
export interface AffineOptions<NeedsDx extends boolean = boolean> {
  /**
   * Whether backward computes dx; without saying, it does. The first layer of a net may leave it
   * out: nobody uses the gradient of the data, and its product costs as much as dW's.
   */
  needsDx?: NeedsDx;
  /**
   * Whether backward writes dW into the memory of the dW before; without saying, it takes new memory.
   * A training loop saves time with it; whoever keeps an earlier dW of such a loop sees it change.
   */
  reuseGradients?: boolean;
}

/**
 * An affine layer: out = x · W + b for each sample. Backward gives dx = dout · Wᵀ and keeps
 * dW = xᵀ · dout and db = the column sums of dout, always arrays in the shapes of W and b.
 *
 * Introduced in lesson 08.
 *
 * Shapes: W [D, M], b [M]. x is a batch [N, D] with out [N, M]; or one sample [D] with out [M],
 * which counts as a batch of one; or a batch with more axes, such as images [N, C, H, W], each of
 * which is read as one row of D = C·H·W numbers.
 *
 * Source: the article, "Affine 계층" and "배치용 Affine 계층".
 *
 * @example
 * const affine = new Affine([[1, 0, -1], [2, 1, 0]], [1, 2, 3]);
 * affine.forward([[1, 2], [3, 4]]).tolist(); // [ [ 6, 4, 2 ], [ 12, 6, 0 ] ]
 * affine.backward([[1, 2, 3], [4, 5, 6]]).tolist(); // [ [ -2, 4 ], [ -2, 13 ] ]
 * affine.dW.tolist(); // [ [ 13, 17, 21 ], [ 18, 24, 30 ] ]
 * affine.db.tolist(); // [ 5, 7, 9 ]
 *
 * const first = new Affine([[1], [2]], [0], { needsDx: false });
 * first.forward([[3, 4]]).tolist(); // [ [ 11 ] ]
 * first.backward([[1]]); // undefined
 * first.dW.tolist(); // [ [ 3 ], [ 4 ] ]
 */
export class Affine<NeedsDx extends boolean = true> {
  readonly needsDx: boolean;
  /** May be switched between two calls. */
  reuseGradients: boolean;
  W: NdArray;
  b: NdArray;
  x: NdArray | undefined;
  dW: NdArray | undefined;
  db: NdArray | undefined;
  /** The dW that the next backward may overwrite. */
  #reusable: NdArray | undefined;

  /**
   * Keeps an NdArray itself, so that whoever updates it in place updates the layer.
   *
   * @throws when W is not [D, M], b is not [M], or one of them holds something not finite
   */
  constructor(W: ArrayInput, b: ArrayInput, options: AffineOptions<NeedsDx> = {}) {
    const who = "Affine.constructor";
    expectOptions(who, options, { needsDx: true, reuseGradients: true });
    const given = parameters(who, W, b);
    expectFinite(who, given);
    this.needsDx = options.needsDx ?? true;
    this.reuseGradients = options.reuseGradients ?? false;
    this.W = W instanceof NdArray ? W : given.W;
    this.b = b instanceof NdArray ? b : given.b;
  }

  /** @throws when x is of another shape, or x, W or b holds something not finite */
  forward(x: ArrayInput): NdArray {
    const who = "Affine.forward";
    const { W, b } = parameters(who, this.W, this.b);
    const input = arrayOf(who, "x", x);
    const rows = samplesOf(input);
    expectColumns(who, input, rows, W.shape[0]);
    const out = checkedDot(rows, W, { bias: b });
    const product = guarded(who, out, { x: input, W, b }, "x · W + b");
    this.x = input;
    return input.ndim === 1 ? reshape(product, b.shape) : product;
  }

  /**
   * @param dout the gradient with respect to out, in its shape
   * @returns dx in x's shape; undefined with `needsDx: false`
   * @throws before forward, or when dout or a gradient is not finite or dout is of another shape
   */
  backward(dout: ArrayInput): NeedsDx extends false ? undefined : NdArray;
  backward(dout: ArrayInput): NdArray | undefined {
    const who = "Affine.backward";
    const x = kept(who, this.x);
    const { W, b } = parameters(who, this.W, this.b);
    const upstream = arrayOf(who, "dout", dout);
    expectShape(who, "dout", upstream, x.ndim === 1 ? b.shape : [x.shape[0], b.shape[0]]);
    const rows = samplesOf(upstream);
    const samples = samplesOf(x);
    const from = { dout: upstream, x, W };
    const into = this.reuseGradients ? this.#reusable : undefined;
    // dx = dout · Wᵀ, db = the column sums of dout, dW = xᵀ · dout
    const dx = this.needsDx && guarded(who, checkedDot(rows, W, { transposeB: true }), from, "dx");
    const db = guarded(who, checked(columnSums(rows)), from, "db");
    const dW = guarded(who, checkedDot(samples, rows, { transposeA: true, into }), from, "dW");
    this.#reusable = this.reuseGradients ? dW : undefined;
    this.dW = dW;
    this.db = db;
    return dx ? reshape(dx, x.shape) : undefined;
  }
}

/** The parameters as float arrays, once their shapes fit together. */
function parameters(who: string, W: ArrayInput, b: ArrayInput): { W: NdArray; b: NdArray } {
  const weights = arrayOf(who, "W", W);
  const bias = arrayOf(who, "b", b);
  if (weights.ndim !== 2)
    fail(who, words("expected.shape", { name: "W", shape: "[D, M]" }), shapeText(weights.shape));
  expectShape(who, "b", bias, [weights.shape[1]]);
  return { W: weights, b: bias };
}

/** Ends the call unless each sample has D numbers. */
function expectColumns(who: string, x: NdArray, samples: NdArray, D: number): void {
  if (samples.shape[1] === D) return;
  const shape = x.ndim === 1 ? `[${D}]` : `[N, ${D}]`;
  fail(who, words("expected.shape", { name: "x", shape }), shapeText(x.shape));
}

/** One row for each sample: [D] as [1, D], [N, D] as it is, [N, C, H, W] as [N, C·H·W]. */
function samplesOf(x: NdArray): NdArray {
  if (x.ndim === 2) return x;
  const samples = x.ndim === 1 ? 1 : x.shape[0];
  return reshape(x, [samples, x.size / samples]);
}
