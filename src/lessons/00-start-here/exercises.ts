import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { startOf } from "../lessons";

const guessOrderTask: GuessTask = {
  name: "myGuess",
  parameter: "1 + 2 * 3",
  right: 7,
  start: startOf("00-1"),
  likely: [["left-to-right", 9]],
};

/** Lesson 00: the first prediction. */
const guessOrder: Exercise = {
  id: "00-1",
  name: guessOrderTask.name,
  judge: (answer) => judgeGuess(guessOrderTask, answer),
};

const doubleTask: FunctionTask<{ x: number }> = {
  name: "double",
  parameter: "double(x)",
  trials: [{ x: 7 }, { x: 0.5 }, { x: -3 }, { x: 100 }],
  start: startOf("00-2"),
  right: ({ x }) => 2 * x,
  likely: [
    ["squared", ({ x }) => x * x],
    ["two-added", ({ x }) => x + 2],
    ["step-missing", ({ x }) => x],
  ],
};

/** Lesson 00: the first function. */
const double: Exercise = {
  id: "00-2",
  name: doubleTask.name,
  judge: (answer) => judgeFunction(doubleTask, answer),
};

interface Order {
  price: number;
  count: number;
}

const receiptTask: FunctionTask<Order> = {
  name: "receipt",
  trials: [
    { price: 100, count: 3 },
    { price: 7, count: 5 },
    { price: 2.5, count: 4 },
  ],
  start: startOf("00-3"),
  values: {
    total: {
      right: ({ price, count }) => price * count,
      likely: [
        ["price-plus-count", ({ price, count }) => price + count],
        ["step-missing", ({ price }) => price],
        ["results-exchanged", ({ price, count }) => (price * count) / 2],
      ],
    },
    half: {
      right: ({ price, count }) => (price * count) / 2,
      likely: [
        ["not-halved", ({ price, count }) => price * count],
        ["half-of-one", ({ price }) => price / 2],
      ],
    },
  },
};

/** Lesson 00: a function that returns several numbers by name. */
const receipt: Exercise = {
  id: "00-3",
  name: receiptTask.name,
  judge: (answer) => judgeFunction(receiptTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [guessOrder, double, receipt];
