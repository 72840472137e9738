import { dot } from "../../arrays/dot";
import { reshape } from "../../arrays/flat";
import type { NdArray } from "../../arrays/numjs-types";
import type { NumberOrArray } from "../../layers/each";
import { finiteArray, kept } from "../../layers/expect";

/**
 * A matrix product: out = X · W. Backward: dX = dout · Wᵀ, dW = Xᵀ · dout.
 *
 * Shapes: X [N, D] or one sample [D], W [D, M] or a vector [D]; of two vectors the product is a
 * number.
 *
 * Source: the article, "Affine 계층".
 */
export class DotLayer {
  X: NdArray | undefined;
  W: NdArray | undefined;

  /** @throws when the inner lengths differ, or one of them is a number */
  forward(X: NdArray, W: NdArray): NumberOrArray {
    const who = "DotLayer.forward";
    const out = dot(finiteArray(who, "X", X), finiteArray(who, "W", W));
    this.X = X;
    this.W = W;
    return X.ndim === 1 && W.ndim === 1 ? out.get(0) : out;
  }

  /** @throws before forward */
  backward(dout: NumberOrArray): [dX: NdArray, dW: NdArray] {
    const X = kept("DotLayer.backward", this.X);
    const W = kept("DotLayer.backward", this.W);
    const rows = X.ndim === 1 ? reshape(X, [1, X.size]) : X;
    const columns = W.ndim === 1 ? reshape(W, [W.size, 1]) : W;
    const shape = [rows.shape[0], columns.shape[1]];
    const upstream = typeof dout === "number" ? dot([dout], [[1]]) : dout;
    const matrix = reshape(upstream, shape);
    const dX = dot(matrix, columns, { transposeB: true });
    const dW = dot(rows, matrix, { transposeA: true });
    return [reshape(dX, X.shape), reshape(dW, W.shape)];
  }
}
