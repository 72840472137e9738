import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { Sigmoid } from "../../../../src/layers/sigmoid";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

/** The solution, with the objects it makes and the way it starts each backward step. */
function through(
  x: number,
  n: number,
  layers: Sigmoid[],
  upstream = (gradient: number) => gradient,
) {
  let value = x;
  for (let i = 0; i < n; i++) value = layers[i].forward(value);
  let gradient = 1;
  for (let i = n - 1; i >= 0; i--) gradient = layers[i].backward(upstream(gradient));
  return gradient;
}
const fresh = (n: number) => Array.from({ length: n }, () => new Sigmoid());

describe("exercise 07-3, a row of sigmoids", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("07-3", todo).state).to.equal("blank");
  });

  it("passes the loops, and the product of the slopes", () => {
    expectPassed("07-3", (x: number, n: number) => through(x, n, fresh(n)));
    expectPassed("07-3", (x: number, n: number) => {
      let [y, gradient] = [x, 1];
      for (let i = 0; i < n; i++) {
        y = 1 / (1 + Math.exp(-y));
        gradient *= y * (1 - y);
      }
      return gradient;
    });
  });

  it("names what learners get wrong", () => {
    const at = { parameter: "dx" };
    const shared = (x: number, n: number) => {
      const one = new Sigmoid();
      return through(
        x,
        n,
        Array.from({ length: n }, () => one),
      );
    };
    expectWrong("07-3", shared, { ...at, cause: "shared-layer" });
    const fromOne = (x: number, n: number) => through(x, n, fresh(n), () => 1);
    expectWrong("07-3", fromOne, { ...at, cause: "upstream-missing" });
    const sameInput = (x: number, n: number) => {
      const layers = fresh(n);
      for (const layer of layers) layer.forward(x);
      return layers.reduceRight((gradient, layer) => layer.backward(gradient), 1);
    };
    expectWrong("07-3", sameInput, { ...at, cause: "input-not-passed-on" });
    const ceiling = (_: number, n: number) => 0.25 ** n;
    expectWrong("07-3", ceiling, { ...at, cause: "largest-slope-everywhere" });
    const value = (x: number, n: number) => {
      for (let i = 0; i < n; i++) x = new Sigmoid().forward(x);
      return x;
    };
    expectWrong("07-3", value, { ...at, cause: "value-not-slope" });
    const lesson = through(0, 3, fresh(3));
    expectWrong("07-3", () => lesson, { ...at, cause: "hard-coded" });
    expectWrong("07-3", () => Number.NaN, { ...at, cause: "nan-returned" });
  });
});
