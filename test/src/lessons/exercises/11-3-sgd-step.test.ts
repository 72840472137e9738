import { expect } from "chai";
import type { NdArray } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { SGD } from "../../../../src/network/sgd";
import { expectPassed, expectWrong } from "../../judging/judging";

type Arrays = Record<string, NdArray>;
type Step = (W: NdArray, dW: NdArray, lr: number) => unknown;

const each = (step: Step) => (parameters: Arrays, gradients: Arrays, lr: number) => {
  for (const name of Object.keys(parameters)) step(parameters[name], gradients[name], lr);
};

describe("exercise 11-3, a step of gradient descent", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("11-3", () => todo()).state).to.equal("blank");
    expect(
      judge(
        "11-3",
        each(() => todo()),
      ).state,
    ).to.equal("blank");
  });

  it("passes the solution and the library's own", () => {
    expectPassed(
      "11-3",
      each((W, dW, lr) => W.subtract(dW.multiply(lr), false)),
    );
    expectPassed("11-3", (parameters: Arrays, gradients: Arrays, lr: number) =>
      new SGD(lr).update(parameters, gradients),
    );
  });

  for (const [title, step, cause] of [
    ["adds", (W, dW, lr) => W.add(dW.multiply(lr), false), "uphill"],
    ["forgets lr", (W, dW) => W.subtract(dW, false), "learning-rate-missing"],
    ["writes the step alone", (W, dW, lr) => W.assign(dW.multiply(lr), false), "step-alone"],
  ] as [string, Step, CauseName][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("11-3", each(step), { parameter: "W1", cause });
    });
  }

  it("sees new arrays under the old names, a name left out, and gradients that change", () => {
    const renamed = (parameters: Arrays, gradients: Arrays, lr: number) => {
      for (const name of Object.keys(parameters)) {
        parameters[name] = parameters[name].subtract(gradients[name].multiply(lr));
      }
    };
    expectWrong("11-3", renamed, { parameter: "W1", cause: "not-in-place" });
    const forgotten = each((W, dW, lr) => W.subtract(dW.multiply(lr)));
    expectWrong("11-3", forgotten, { cause: "nothing-moved" });
    const onlyW = ({ W1 }: Arrays, gradients: Arrays, lr: number) => {
      W1.subtract(gradients.W1.multiply(lr), false);
    };
    expectWrong("11-3", onlyW, { parameter: "b1", cause: "parameter-not-moved" });
    const scaling = each((W, dW, lr) => W.subtract(dW.multiply(lr, false), false));
    expectWrong("11-3", scaling, { parameter: "gradients.W1", cause: "input-changed" });
    expectWrong("11-3", 3, { cause: "result-given" });
  });
});
