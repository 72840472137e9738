import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong, type Kept, layer } from "../../judging/judging";

function keep(this: Kept, x: number, y: number): number {
  this.x = x;
  this.y = y;
  return x / y;
}

/** A division layer that keeps its inputs, with gradients of the given formula. */
const div = (gradients: (x: number, y: number, dout: number) => unknown) =>
  layer(keep, function (dout) {
    return gradients(this.x, this.y, dout);
  });

const right = (x: number, y: number, dout: number) => [dout / y, (-dout * x) / y ** 2];

describe("exercise 05-3, the division layer", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    expect(judge("05-3", layer(todo, todo)).place.method).to.equal("forward");
    const { state, place } = judge("05-3", layer(keep, todo));
    expect(state).to.equal("blank");
    expect(place.method).to.equal("backward");
  });

  it("passes the right formulas in any spelling, with the numbers of the lesson", () => {
    expect(right(715, 4, 1)).to.deep.equal([0.25, -44.6875]);
    expectPassed("05-3", div(right));
    expectPassed(
      "05-3",
      div((x, y, dout) => [dout * (1 / y), dout * -(x / y / y)]),
    );
  });

  for (const [title, gradients, parameter, cause] of [
    ["leaves the minus out", (x, y, d) => [d / y, (d * x) / y ** 2], "dy", "minus-missing"],
    ["does not square", (x, y, d) => [d / y, (-d * x) / y], "dy", "square-missing"],
    ["forgets x in dy", (_, y, d) => [d / y, -d / y ** 2], "dy", "other-input-missing"],
    ["forgets x and the square in dy", (_, y, d) => [d / y, -d / y], "dy", "other-input-missing"],
    ["takes ^ for a power", (x, y, d) => [d / y, (-d * x) / (y ^ 2)], "dy", "caret-for-power"],
    ["ends in ^ 2", (x, y, d) => [d / y, ((-d * x) / y) ^ 2], "dy", "caret-for-power"],
    ["divides by y * y", (x, y, d) => [d / y, ((-d * x) / y) * y], "dy", "divisor-cancelled"],
    ["passes dout on", (x, y, d) => [d, (-d * x) / y ** 2], "dx", "passed-unchanged"],
    ["multiplies by the output", (x, y, d) => [(d * x) / y, 0], "dx", "value-not-slope"],
    ["returns the output", (x, y) => [x / y, 0], "dx", "value-not-slope"],
    ["forgets dout", (x, y) => [1 / y, -x / y ** 2], "dx", "dout-ignored"],
    ["forgets dout in dy", (x, y, d) => [d / y, -x / y ** 2], "dy", "dout-ignored"],
    ["returns [dy, dx]", (x, y, d) => [(-d * x) / y ** 2, d / y], "dx", "gradients-exchanged"],
    ["multiplies by the other input", (x, y, d) => [d * y, d * x], "dx", "multiply-rule"],
    ["divides by its own input", (x, y, d) => [d / x, (-d * x) / y ** 2], "dx", "own-input"],
    ["adds dout", (x, y, d) => [d + 1 / y, (-d * x) / y ** 2], "dx", "dout-added"],
    ["swaps the inputs in dy", (x, y, d) => [d / y, (-d * y) / x ** 2], "dy", "inputs-swapped"],
    ["writes 0.25 down", (x, y, d) => [0.25, (-d * x) / y ** 2], "dx", "hard-coded"],
    ["uses a name that is not there", (_, y, d) => [d / y, Number.NaN], "dy", "nan-returned"],
  ] as [
    string,
    (x: number, y: number, dout: number) => number[],
    string,
    Parameters<typeof expectWrong>[2]["cause"],
  ][]) {
    it(`tells ${cause} when backward ${title}`, () => {
      expectWrong("05-3", div(gradients), { method: "backward", parameter, cause });
    });
  }

  it("sees that forward swaps, multiplies or adds its inputs", () => {
    const where = { method: "forward", parameter: "out" } as const;
    expectWrong(
      "05-3",
      layer((x, y) => y / x, todo),
      { ...where, cause: "inputs-swapped" },
    );
    expectWrong(
      "05-3",
      layer((x, y) => x * y, todo),
      { ...where, cause: "multiplied-instead" },
    );
    expectWrong(
      "05-3",
      layer((x, y) => x + y, todo),
      { ...where, cause: "added-instead" },
    );
  });

  it("sees that forward keeps nothing, whether the fields start at 0 or are missing", () => {
    const zeros = layer(
      (x, y) => x / y,
      function (dout) {
        return right(this.x, this.y, dout);
      },
    );
    expectWrong("05-3", zeros, { parameter: "dx", cause: "values-not-kept" });
    class NoFields {
      declare x: number;
      declare y: number;
      forward(x: number, y: number) {
        return x / y;
      }
      backward(dout: number) {
        return right(this.x, this.y, dout);
      }
    }
    expectWrong("05-3", NoFields, { layer: "NoFields", parameter: "dx", cause: "values-not-kept" });
  });

  it("sees that objects share what they keep", () => {
    let x = 0;
    let y = 0;
    const shared = layer(
      (a, b) => {
        x = a;
        y = b;
        return a / b;
      },
      (dout) => right(x, y, dout),
    );
    expectWrong("05-3", shared, { method: "backward", cause: "values-shared" });
  });

  it("sees that only the first inputs are kept, or that backward changes them", () => {
    class First {
      kept: [number, number] | undefined;
      forward(x: number, y: number) {
        this.kept ??= [x, y];
        return x / y;
      }
      backward(dout: number) {
        const [x, y] = this.kept ?? [0, 0];
        return right(x, y, dout);
      }
    }
    expectWrong("05-3", First, { method: "backward", cause: "first-values-kept" });
    const changing = layer(keep, function (dout) {
      this.x *= dout;
      return [dout / this.y, -this.x / this.y ** 2];
    });
    expectWrong("05-3", changing, { method: "backward", cause: "backward-changes" });
  });
});
