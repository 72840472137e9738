import { expect } from "chai";
import type { NdArray } from "../../../src/arrays/nj";
import { mnist } from "../../../src/datasets/mnist";
import { multiLayerNet } from "../../../src/network/multi-layer-net";
import { SGD } from "../../../src/network/sgd";
import { expectWorksInNet } from "../judging/works-in-net";
import { readLesson, solutionsIn } from "./run-lesson";

describe("the solutions in the lessons", () => {
  for (const [id, name] of [
    ["06-2", "MyRelu"],
    ["06-3", "MyLeakyRelu"],
    ["06-4", "MyAbs"],
    ["07-2", "MySigmoid"],
    ["07-4", "MyTanh"],
    ["08-3", "MyAffine"],
    ["08-4", "MyAnyAffine"],
    ["09-4", "MySoftmaxWithLoss"],
    ["11-4", "MyMomentum"],
  ]) {
    it(`${name} of ${id} takes the place of the library's own in Network, Trainer and gradientCheck`, () => {
      const answer = solutionsIn(readLesson(id.slice(0, 2)))[name];
      expect(answer).to.be.a("function");
      expectWorksInNet(id, answer);
    });
  }

  it("mySgdStep of 11-3 moves a net as SGD does", () => {
    const { mySgdStep } = solutionsIn(readLesson("11"));
    type Arrays = Record<string, NdArray>;
    const step = mySgdStep as (parameters: Arrays, gradients: Arrays, lr: number) => void;
    const [mine, ours] = [1, 2].map(() => multiLayerNet([784, 8, 10], { dtype: "float64" }));
    const { x, t } = mnist().train.batch([0, 1, 2, 3]);
    const sgd = new SGD(0.1);
    for (let i = 0; i < 3; i++) {
      step(mine.parameters, mine.gradient(x, t), 0.1);
      sgd.update(ours.parameters, ours.gradient(x, t));
    }
    expect(mine.loss(x, t)).to.be.closeTo(ours.loss(x, t), 1e-12);
  });
});
