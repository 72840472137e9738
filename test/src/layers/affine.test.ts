import { expect } from "chai";
import { NdArray, nj } from "../../../src/arrays/nj";
import { Random } from "../../../src/arrays/random";
import { Affine } from "../../../src/layers/affine";
import { expectRefusal, untyped } from "../../support/expect-refusal";

const W = [
  [1, 0, -1],
  [2, 1, 0],
];
const b = [1, 2, 3];
const X = [
  [1, 2],
  [3, 4],
];
const dY = [
  [1, 2, 3],
  [4, 5, 6],
];

describe("Affine", () => {
  it("works the article's batch forward and backward", () => {
    const affine = new Affine(W, b);
    expect(affine.forward(X).tolist()).to.deep.equal([
      [6, 4, 2],
      [12, 6, 0],
    ]);
    expect(affine.backward(dY).tolist()).to.deep.equal([
      [-2, 4],
      [-2, 13],
    ]);
    expect(affine.dW?.tolist()).to.deep.equal([
      [13, 17, 21],
      [18, 24, 30],
    ]);
    expect(affine.db?.tolist()).to.deep.equal([5, 7, 9]);
  });

  it("takes one sample as a batch of one: vectors in, vectors out, dW and db still arrays", () => {
    const affine = new Affine(W, b);
    expect(affine.forward([1, 2]).tolist()).to.deep.equal([6, 4, 2]);
    expect(affine.backward([1, 2, 3]).tolist()).to.deep.equal([-2, 4]);
    expect(affine.dW?.tolist()).to.deep.equal([
      [1, 2, 3],
      [2, 4, 6],
    ]);
    expect(affine.db?.tolist()).to.deep.equal([1, 2, 3]);
  });

  it("reads each image of a 4-D batch as one row and restores the shape in dx", () => {
    const random = new Random(4);
    const images = random.normal([2, 3, 2, 2]);
    const weights = random.normal([12, 5]);
    const bias = random.normal([5]);
    const dout = random.normal([2, 5]);
    const onImages = new Affine(weights, bias);
    const onRows = new Affine(weights, bias);
    const rows = new NdArray(images.selection.data, [2, 12]);
    expect(onImages.forward(images).tolist()).to.deep.equal(onRows.forward(rows).tolist());
    const dx = onImages.backward(dout);
    expect(dx.shape).to.deep.equal([2, 3, 2, 2]);
    expect(Array.from(dx.selection.data)).to.deep.equal(
      Array.from(onRows.backward(dout).selection.data),
    );
    expect(onImages.dW?.tolist()).to.deep.equal(onRows.dW?.tolist());
    expect(onImages.x).to.equal(images);
  });

  it("honours transposed and cut-out views of x, W, b and dout", () => {
    const at = (values: number[][]) => nj.array(values, "float64");
    const framed = at([
      [9, 9, 9],
      [9, 1, 2],
      [9, 3, 4],
    ]).lo(1, 1);
    const column = at([
      [0, 1],
      [0, 2],
      [0, 3],
    ]).pick(null, 1);
    const affine = new Affine(
      at([
        [1, 2],
        [0, 1],
        [-1, 0],
      ]).T,
      column,
    );
    expect(affine.forward(framed).tolist()).to.deep.equal([
      [6, 4, 2],
      [12, 6, 0],
    ]);
    expect(
      affine
        .backward(
          at([
            [1, 4],
            [2, 5],
            [3, 6],
          ]).T,
        )
        .tolist(),
    ).to.deep.equal([
      [-2, 4],
      [-2, 13],
    ]);
    expect(affine.dW?.tolist()).to.deep.equal([
      [13, 17, 21],
      [18, 24, 30],
    ]);
  });

  it("keeps the caller's W and b, of numjs's default type too, so that an update in place counts", () => {
    const weights = nj.array(W);
    const bias = nj.array(b);
    const affine = new Affine(weights, bias);
    expect(affine.W).to.equal(weights);
    expect(affine.b).to.equal(bias);
    weights.set(0, 0, 11);
    bias.set(2, 0);
    expect(affine.forward([1, 2]).tolist()).to.deep.equal([16, 4, -1]);
  });

  it("keeps float32 when all of it is float32, and computes in float64 otherwise", () => {
    const single = new Affine(nj.float32(W), nj.float32(b));
    expect(single.forward(nj.float32(X)).dtype).to.equal("float32");
    expect(single.backward(nj.float32(dY)).dtype).to.equal("float32");
    expect(single.dW?.dtype).to.equal("float32");
    expect(single.db?.dtype).to.equal("float32");
    expect(single.forward(X).dtype).to.equal("float64");
    expect(new Affine(W, b).forward(nj.array(X)).dtype).to.equal("float64");
  });

  it("changes neither x nor the caller's dout", () => {
    const x = nj.array(X, "float64");
    const dout = nj.array(dY, "float64");
    const affine = new Affine(W, b);
    affine.forward(x);
    affine.backward(dout);
    expect(x.tolist()).to.deep.equal(X);
    expect(dout.tolist()).to.deep.equal(dY);
  });

  it("gives zero gradients as 0, never −0", () => {
    const affine = new Affine([[-1, -2]], [0, 0]);
    affine.forward([[-3]]);
    const dx = affine.backward([[0, -0]]);
    for (const array of [dx, affine.dW, affine.db]) {
      for (const d of array?.flatten().tolist() ?? []) expect(Object.is(d, 0)).to.equal(true);
    }
  });

  it("leaves out the dx that nobody uses, when told so; dW and db are the same", () => {
    const whole = new Affine(W, b);
    const first = new Affine(W, b, { needsDx: false });
    for (const affine of [whole, first]) affine.forward(X);
    const dx: NdArray = whole.backward(dY);
    const nothing: undefined = first.backward(dY);
    expect(dx.shape).to.deep.equal([2, 2]);
    expect(nothing).to.equal(undefined);
    expect(first.dW?.tolist()).to.deep.equal(whole.dW?.tolist());
    expect(first.db?.tolist()).to.deep.equal(whole.db?.tolist());
    expect(new Affine(W, b, { needsDx: true }).needsDx).to.equal(true);
    expect(new Affine(W, b, {}).needsDx).to.equal(true);
  });

  it("checks dout without dx as well", () => {
    const affine = new Affine(W, b, { needsDx: false });
    affine.forward(X);
    affine.backward(dY);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expectRefusal(
        affine,
        () => affine.backward([dY[0], [4, bad, 6]]),
        `Affine.backward: expected dout to be finite, but got ${bad} at [1, 1]`,
      );
    }
  });

  it("writes dW over the one before only in calls that may, and never over another", () => {
    const random = new Random(6);
    const affine = new Affine(random.normal([40, 20]), random.normal([20]));
    affine.forward(random.normal([30, 40]));
    const backward = (reuse: boolean) => {
      affine.reuseGradients = reuse;
      affine.backward(random.normal([30, 20]));
      return affine.dW as NdArray;
    };
    const own = backward(false);
    const values = own.tolist();
    const first = backward(true);
    expect(backward(true).selection.data).to.equal(first.selection.data);
    const kept = first.tolist();
    const other = backward(false);
    expect(other.selection.data).to.not.equal(first.selection.data);
    expect(backward(true).selection.data).to.not.equal(first.selection.data);
    expect(first.tolist()).to.deep.equal(kept);
    expect(own.tolist()).to.deep.equal(values);
    const before = affine.dW?.tolist();
    const bad = random.normal([30, 20]);
    bad.set(3, 3, Number.NaN);
    expect(() => affine.backward(bad)).to.throw("dout to be finite, but got NaN at [3, 3]");
    expect(affine.dW?.tolist()).to.deep.equal(before);
  });

  it("refuses backward before forward", () => {
    const affine = new Affine(W, b);
    expectRefusal(
      affine,
      () => affine.backward(dY),
      "Affine.backward: expected forward to have been called first, but got no forward values",
    );
  });

  it("refuses parameters that do not fit, naming both shapes", () => {
    const cases: [unknown, unknown, string][] = [
      [[1, 2], b, "W of shape [D, M], but got [2]"],
      [W, [1, 2], "b of shape [3], but got [2]"],
      [W, [b], "b of shape [3], but got [1, 3]"],
      [W, 1, "b to be an array, but got the number 1"],
      [[[1, Number.NaN]], [1, 2], "W to be finite, but got NaN at [0, 1]"],
      [W, [1, 2, Number.POSITIVE_INFINITY], "b to be finite, but got Infinity at [2]"],
      [undefined, b, "W to be an array of numbers, but got undefined"],
      [[], b, "W to hold numbers, but got an empty array"],
    ];
    for (const [weights, bias, rest] of cases) {
      expect(() => new Affine(weights as number[][], bias as number[]))
        .to.throw(Error)
        .with.property("message", `Affine.constructor: expected ${rest}`);
    }
  });

  it("refuses wrong input, and stays as it was", () => {
    const affine = new Affine(W, b);
    affine.forward(X);
    affine.backward(dY);
    const cases: [string, unknown, string][] = [
      ["forward", nj.zeros([100, 700], "float64"), "x of shape [N, 2], but got [100, 700]"],
      ["forward", [1, 2, 3], "x of shape [2], but got [3]"],
      ["forward", nj.zeros([5, 1, 3, 3]), "x of shape [N, 2], but got [5, 1, 3, 3]"],
      ["forward", 3, "x to be an array, but got the number 3"],
      ["forward", "1,23,4", 'x to be an array of numbers, but got the text "1,23,4"'],
      ["forward", [[1, "2"]], 'x to hold only numbers, but got the text "2" at [0, 1]'],
      ["forward", [], "x to hold numbers, but got an empty array"],
      ["forward", [[1, Number.NaN]], "x to be finite, but got NaN at [0, 1]"],
      ["forward", [[0, Number.POSITIVE_INFINITY]], "x to be finite, but got Infinity at [0, 1]"],
      ["forward", [[1.7e308, 1.7e308]], "x · W + b to be finite, but got Infinity at [0, 0]"],
      ["backward", [[1, 2, 3]], "dout of shape [2, 3], but got [1, 3]"],
      ["backward", [1, 2, 3], "dout of shape [2, 3], but got [3]"],
      ["backward", 1, "dout to be an array, but got the number 1"],
      [
        "backward",
        [
          [1, 2, 3],
          [4, Number.NEGATIVE_INFINITY, 6],
        ],
        "dout to be finite, but got -Infinity at [1, 1]",
      ],
      [
        "backward",
        [
          [1e308, 0, 0],
          [1, 1, 1],
        ],
        "dx to be finite, but got Infinity at [0, 1]",
      ],
    ];
    for (const [method, value, rest] of cases) {
      const call = () => untyped(affine, method)(value);
      expectRefusal(affine, call, `Affine.${method}: expected ${rest}`);
    }
  });

  it("refuses gradients that overflow, whichever of the three it is", () => {
    const cases: [number, number[][], number[][], string][] = [
      [10, [[0]], [[1e308]], "dx to be finite, but got Infinity at [0, 0]"],
      [0.5, [[10]], [[1e308]], "dW to be finite, but got Infinity at [0, 0]"],
      [0.5, [[0], [0]], [[1e308], [1e308]], "db to be finite, but got Infinity at [0]"],
    ];
    for (const [weight, x, dout, rest] of cases) {
      const affine = new Affine([[weight]], [0]);
      affine.forward(x);
      expectRefusal(affine, () => affine.backward(dout), `Affine.backward: expected ${rest}`);
    }
  });

  it("refuses to go on when a parameter has become NaN since", () => {
    const weights = nj.array(W, "float64");
    const affine = new Affine(weights, b);
    weights.set(1, 2, Number.NaN);
    expectRefusal(
      affine,
      () => affine.forward(X),
      "Affine.forward: expected W to be finite, but got NaN at [1, 2]",
    );
  });

  it("lets only arrays through the type checker", () => {
    // @ts-expect-error a number is not an array
    expect(() => new Affine(W, b).forward(3)).to.throw();
  });
});
