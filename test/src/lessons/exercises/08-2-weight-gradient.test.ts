import { expect } from "chai";
import { dot } from "../../../../src/arrays/dot";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

const column = (x: NdArray) => x.reshape(x.size, 1);
const row = (x: NdArray) => x.reshape(1, x.size);

describe("exercise 08-2, the gradient of the weights for one sample", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("08-2", todo).state).to.equal("blank");
  });

  it("passes a column times a row, and loops", () => {
    expectPassed("08-2", (x: NdArray, dout: NdArray) => dot(column(x), row(dout)));
    expectPassed("08-2", (x: NdArray, dout: NdArray) => {
      const rows = x.tolist<number[]>().map((a) => dout.tolist<number[]>().map((d) => a * d));
      return nj.array(rows);
    });
  });

  it("names what learners get wrong", () => {
    const at = { layer: "weightGradient" };
    const expectCause = (
      answer: (x: NdArray, dout: NdArray) => unknown,
      cause: Parameters<typeof expectWrong>[2]["cause"],
      parameter = "dW",
    ) => expectWrong("08-2", answer, { ...at, parameter, cause });
    expectCause((x, dout) => dot(x, dout), "vectors-dotted");
    expectCause((x, dout) => dot(x.T, dout), "vectors-dotted");
    expectCause((x, dout) => dot(x, dout).get(0), "vectors-dotted");
    expectCause((x, dout) => x.multiply(dout), "vectors-dotted");
    expectCause((x, dout) => dot(column(dout), row(x)), "operands-exchanged");
    expectCause((x, dout) => dot(column(x), row(dout)).tolist(), "list-instead-of-array");
    expectCause((x, dout) => dot(column(x), row(dout)).flatten(), "gradient-shape");
    expectCause(
      () =>
        nj.array([
          [1, 2, 3],
          [2, 4, 6],
        ]),
      "gradient-shape",
    );
    expectCause((x, dout) => dot(column(x.multiply(0, false)), row(dout)), "input-changed", "x");
    expectCause(() => undefined, "nothing-returned");
    expectWrong("08-2", 3, { cause: "result-given" });
    expectWrong("08-2", (x: NdArray) => dot(x, nj.zeros([9])), { ...at, cause: "error-thrown" });
  });

  it("passes neither NaN nor infinity", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const answer = (x: NdArray, dout: NdArray) => dot(column(x), row(dout)).add(value);
      expect(judge("08-2", answer).state).to.equal("wrong");
    }
  });
});
