import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { methodStarts, startOf } from "../lessons";

const guessDTaxTask: GuessTask = {
  name: "myGuess",
  parameter: "dTax",
  right: 200,
  start: startOf("05-1"),
  likely: [
    ["output-itself", 220],
    ["price-afterwards", 420],
    ["change-not-rate", 20],
    ["input-itself", 1.1],
    ["whole-edge-missing", 100],
    ["another-gradient", 2.2],
    ["another-gradient", 110],
  ],
};

/** Lesson 05: predict how the price of two apples changes with the tax. */
const guessDTax: Exercise = {
  id: "05-1",
  name: guessDTaxTask.name,
  judge: (answer) => judgeGuess(guessDTaxTask, answer),
};

const addLayerTask: LayerTask<{ x: number; y: number; dout: number }> = {
  layer: "MyAddLayer",
  trials: [
    { x: 200, y: 450, dout: 1.1 },
    { x: 3, y: 5, dout: 7 },
    { x: -2.5, y: 4, dout: -0.5 },
    { x: 0.25, y: -8, dout: 3 },
  ],
  start: methodStarts("05-2"),
  inputs: ["x", "y"],
  node: (g, x, y) => g.add(x, y, "out"),
  forward: { name: "out", likely: [["multiplied-instead", ({ x, y }) => x * y]] },
  backward: [
    {
      name: "dx",
      likely: [
        ["dout-ignored", () => 1],
        ["multiply-rule", ({ y, dout }) => dout * y],
        ["multiply-rule", ({ x, dout }) => dout * x],
        ["gradient-split", ({ dout }) => dout / 2],
        ["dout-added", ({ dout }) => dout + 1],
        ["inputs-passed-on", ({ x }) => x],
        ["value-not-slope", ({ x, y, dout }) => dout * (x + y)],
      ],
    },
    {
      name: "dy",
      likely: [
        ["dout-ignored", () => 1],
        ["multiply-rule", ({ x, dout }) => dout * x],
        ["multiply-rule", ({ y, dout }) => dout * y],
        ["gradient-split", ({ dout }) => dout / 2],
        ["dout-added", ({ dout }) => dout + 1],
        ["inputs-passed-on", ({ y }) => y],
        ["value-not-slope", ({ x, y, dout }) => dout * (x + y)],
      ],
    },
  ],
};

/** Lesson 05: the add layer, written by the learner before the library's own appears. */
const addLayer: Exercise = {
  id: "05-2",
  name: addLayerTask.layer,
  judge: (answer) => judgeLayer(addLayerTask, answer),
};

const divLayerTask: LayerTask<{ x: number; y: number; dout: number }> = {
  layer: "MyDivLayer",
  trials: [
    { x: 715, y: 4, dout: 1 },
    { x: 3, y: 5, dout: 7 },
    { x: -2.5, y: 4, dout: -0.5 },
    { x: 6, y: -8, dout: 3 },
  ],
  start: methodStarts("05-3"),
  inputs: ["x", "y"],
  node: (g, x, y) => g.div(x, y, "out"),
  forward: {
    name: "out",
    likely: [
      ["inputs-swapped", ({ x, y }) => y / x],
      ["multiplied-instead", ({ x, y }) => x * y],
      ["added-instead", ({ x, y }) => x + y],
    ],
  },
  backward: [
    {
      name: "dx",
      likely: [
        ["gradients-exchanged", ({ x, y, dout }) => (-dout * x) / y ** 2],
        ["dout-ignored", ({ y }) => 1 / y],
        ["multiply-rule", ({ y, dout }) => dout * y],
        ["own-input", ({ x, dout }) => dout / x],
        ["dout-added", ({ y, dout }) => dout + 1 / y],
        ["values-not-kept", ({ dout }) => dout / 0],
        ["passed-unchanged", ({ dout }) => dout],
        ["value-not-slope", ({ x, y, dout }) => (dout * x) / y],
        ["value-not-slope", ({ x, y }) => x / y],
      ],
      nan: "values-not-kept",
    },
    {
      name: "dy",
      likely: [
        ["minus-missing", ({ x, y, dout }) => (dout * x) / y ** 2],
        ["dout-ignored", ({ x, y }) => -x / y ** 2],
        ["square-missing", ({ x, y, dout }) => (-dout * x) / y],
        ["caret-for-power", ({ x, y, dout }) => (-dout * x) / (y ^ 2)],
        ["caret-for-power", ({ x, y, dout }) => ((-dout * x) / y) ^ 2],
        ["divisor-cancelled", ({ x, dout }) => -dout * x],
        ["other-input-missing", ({ y, dout }) => -dout / y ** 2],
        ["other-input-missing", ({ y, dout }) => -dout / y],
        ["multiply-rule", ({ x, dout }) => dout * x],
        ["own-input", ({ y, dout }) => dout / y],
        ["inputs-swapped", ({ x, y, dout }) => (-dout * y) / x ** 2],
        ["dout-added", ({ x, y, dout }) => dout - x / y ** 2],
      ],
    },
  ],
};

/** Lesson 05: a layer of the learner's own, for a bill that friends share. */
const divLayer: Exercise = {
  id: "05-3",
  name: divLayerTask.layer,
  judge: (answer) => judgeLayer(divLayerTask, answer),
};

interface Basket {
  apple: number;
  appleNum: number;
  orange: number;
  orangeNum: number;
  discount: number;
  tax: number;
}

const apples = ({ apple, appleNum }: Basket) => apple * appleNum;
const oranges = ({ orange, orangeNum }: Basket) => orange * orangeNum;
const reduced = (b: Basket) => oranges(b) * b.discount;

const basketTask: FunctionTask<Basket> = {
  name: "basket",
  trials: [
    { apple: 100, appleNum: 2, orange: 150, orangeNum: 3, discount: 0.9, tax: 1.1 },
    { apple: 7, appleNum: 3, orange: 11, orangeNum: 5, discount: 0.5, tax: 1.3 },
    { apple: 40, appleNum: 9, orange: 13, orangeNum: 4, discount: 0.75, tax: 2 },
  ],
  start: startOf("05-4"),
  values: {
    price: {
      right: (b) => apples(b) * b.tax + reduced(b) * b.tax,
      likely: [
        ["node-missing", (b) => (apples(b) + oranges(b)) * b.tax],
        ["node-missing", (b) => apples(b) + reduced(b)],
        ["node-missing", (b) => apples(b) + reduced(b) * b.tax],
        ["node-missing", (b) => apples(b) * b.tax + reduced(b)],
        ["discount-on-all", (b) => (apples(b) + oranges(b)) * b.discount * b.tax],
      ],
    },
    dApple: {
      right: (b) => b.appleNum * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.apple * b.tax],
        ["upstream-missing", (b) => b.appleNum],
        ["shared-layer", (b) => b.orangeNum * b.tax],
        ["shared-layer", (b) => b.discount * b.tax],
        ["shared-layer", (b) => b.tax * b.tax],
        ["pair-exchanged", (b) => b.appleNum * apples(b)],
      ],
    },
    dAppleNum: {
      right: (b) => b.apple * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.appleNum * b.tax],
        ["upstream-missing", (b) => b.apple],
        ["shared-layer", (b) => b.orange * b.tax],
        ["shared-layer", (b) => oranges(b) * b.tax],
        ["shared-layer", (b) => reduced(b) * b.tax],
      ],
    },
    dOrange: {
      right: (b) => b.orangeNum * b.discount * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.orange * b.discount * b.tax],
        ["upstream-missing", (b) => b.orangeNum],
        ["upstream-missing", (b) => b.orangeNum * b.discount],
        ["node-missing", (b) => b.orangeNum * b.tax],
        ["shared-layer", (b) => b.appleNum * b.discount * b.tax],
        ["shared-layer", (b) => b.discount * b.discount * b.tax],
        ["pair-exchanged", (b) => b.orangeNum * b.discount * reduced(b)],
        ["pair-exchanged", (b) => b.orangeNum * oranges(b) * b.tax],
      ],
    },
    dOrangeNum: {
      right: (b) => b.orange * b.discount * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.orangeNum * b.discount * b.tax],
        ["upstream-missing", (b) => b.orange],
        ["upstream-missing", (b) => b.orange * b.discount],
        ["node-missing", (b) => b.orange * b.tax],
        ["shared-layer", (b) => b.apple * b.discount * b.tax],
        ["shared-layer", (b) => oranges(b) * b.discount * b.tax],
      ],
    },
    dDiscount: {
      right: (b) => oranges(b) * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.discount * b.tax],
        ["upstream-missing", (b) => oranges(b)],
        ["discount-on-all", (b) => (apples(b) + oranges(b)) * b.tax],
      ],
    },
    dTax: {
      right: (b) => apples(b) + reduced(b),
      likely: [
        ["part-missing", (b) => apples(b)],
        ["part-missing", (b) => reduced(b)],
        ["shared-layer", (b) => 2 * apples(b)],
        ["shared-layer", (b) => 2 * reduced(b)],
        ["gradients-exchanged", (b) => 2 * b.tax],
        ["parts-multiplied", (b) => apples(b) * reduced(b)],
        ["node-missing", (b) => apples(b) + oranges(b)],
      ],
    },
  },
};

/** Lesson 05: a graph of six nodes in which one value, the tax, feeds two of them. */
const basket: Exercise = {
  id: "05-4",
  name: basketTask.name,
  judge: (answer) => judgeFunction(basketTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [guessDTax, addLayer, divLayer, basket];
