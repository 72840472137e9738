import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { type GraphTask, judgeGraph } from "../../judging/judge-graph";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { startOf } from "../lessons";

const guessRiseTask: GuessTask = {
  name: "myGuess",
  parameter: "rise",
  right: 2.2,
  start: startOf("02-1"),
  likely: [
    ["step-itself", 1],
    ["node-missing", 2],
    ["node-missing", 1.1],
    ["result-not-change", 222.2],
    ["result-not-change", 220],
    ["result-not-change", 222],
  ],
};

/** Lesson 02: predict by how much two apples with tax get dearer when an apple costs 1 won more. */
const guessRise: Exercise = {
  id: "02-1",
  name: guessRiseTask.name,
  judge: (answer) => judgeGuess(guessRiseTask, answer),
};

interface Bill {
  notebook: number;
  notebookNum: number;
  pen: number;
  penNum: number;
  tax: number;
  delivery: number;
}

const goods = ({ notebook, notebookNum, pen, penNum }: Bill) =>
  notebook * notebookNum + pen * penNum;

const stationeryTask: GraphTask<Bill> = {
  name: "stationery",
  parameter: "total",
  trials: [
    { notebook: 1200, notebookNum: 3, pen: 800, penNum: 2, tax: 1.1, delivery: 3000 },
    { notebook: 7, notebookNum: 5, pen: 11, penNum: 13, tax: 2, delivery: 17 },
    { notebook: 500, notebookNum: 1, pen: 90, penNum: 4, tax: 1.5, delivery: 60 },
  ],
  start: startOf("02-2"),
  right: (bill) => goods(bill) * bill.tax + bill.delivery,
  likely: [
    ["tax-on-delivery", (bill) => (goods(bill) + bill.delivery) * bill.tax],
    ["node-missing", (bill) => goods(bill) * bill.tax],
    ["node-missing", (bill) => goods(bill) + bill.delivery],
    ["node-missing", goods],
    [
      "tax-on-one",
      ({ notebook, notebookNum, ...bill }) =>
        notebook * notebookNum + bill.pen * bill.penNum * bill.tax + bill.delivery,
    ],
    [
      "tax-on-one",
      ({ notebook, notebookNum, ...bill }) =>
        notebook * notebookNum * bill.tax + bill.pen * bill.penNum + bill.delivery,
    ],
    [
      "added-instead",
      ({ notebook, notebookNum, pen, penNum, tax, delivery }) =>
        (notebook + notebookNum + pen + penNum) * tax + delivery,
    ],
    [
      "multiplied-instead",
      ({ notebook, notebookNum, pen, penNum, tax, delivery }) =>
        notebook * notebookNum * pen * penNum * tax + delivery,
    ],
  ],
};

/** Lesson 02: the first graph that the learner builds. */
const stationery: Exercise = {
  id: "02-2",
  name: stationeryTask.name,
  judge: (answer) => judgeGraph(stationeryTask, answer),
};

interface Apples {
  apple: number;
  appleNum: number;
  tax: number;
}

const wayBackTask: FunctionTask<Apples> = {
  name: "wayBack",
  trials: [
    { apple: 100, appleNum: 2, tax: 1.1 },
    { apple: 7, appleNum: 3, tax: 1.5 },
    { apple: 40, appleNum: 9, tax: 2.5 },
  ],
  start: startOf("02-3"),
  values: {
    dApplePrice: {
      right: ({ tax }) => tax,
      likely: [
        ["gradients-exchanged", ({ apple, appleNum }) => apple * appleNum],
        ["step-itself", () => 1],
        ["result-not-change", ({ apple, appleNum, tax }) => apple * appleNum * tax],
      ],
    },
    dTax: {
      right: ({ apple, appleNum }) => apple * appleNum,
      likely: [
        ["gradients-exchanged", ({ tax }) => tax],
        ["node-missing", ({ apple }) => apple],
        ["change-for-rate", ({ apple, appleNum, tax }) => apple * appleNum * (tax - 1)],
        ["result-not-change", ({ apple, appleNum, tax }) => apple * appleNum * tax],
      ],
    },
    dApple: {
      right: ({ appleNum, tax }) => appleNum * tax,
      likely: [
        ["started-from-one", ({ appleNum }) => appleNum],
        ["gradients-exchanged", ({ apple, tax }) => apple * tax],
        ["node-missing", ({ tax }) => tax],
        ["gradients-added", ({ appleNum, tax }) => appleNum + tax],
      ],
    },
    dAppleNum: {
      right: ({ apple, tax }) => apple * tax,
      likely: [
        ["started-from-one", ({ apple }) => apple],
        ["gradients-exchanged", ({ appleNum, tax }) => appleNum * tax],
        ["node-missing", ({ tax }) => tax],
        ["gradients-added", ({ apple, tax }) => apple + tax],
      ],
    },
  },
};

/** Lesson 02: the way back through two nodes, by hand. */
const wayBack: Exercise = {
  id: "02-3",
  name: wayBackTask.name,
  judge: (answer) => judgeFunction(wayBackTask, answer),
};

interface Kinds {
  kinds: number;
}

const shared = ({ kinds }: Kinds) => 3 * kinds + 2;
const oneByOne = ({ kinds }: Kinds) => 6 * kinds + 1;

const countsTask: FunctionTask<Kinds> = {
  name: "counts",
  trials: [{ kinds: 3 }, { kinds: 2 }, { kinds: 10 }, { kinds: 100 }],
  start: startOf("02-4"),
  values: {
    shared: {
      right: shared,
      likely: [
        ["results-exchanged", oneByOne],
        ["nodes-counted", ({ kinds }) => kinds + 2],
        ["edges-missing", ({ kinds }) => 2 * kinds],
        ["edges-missing", ({ kinds }) => 2 * kinds + 1],
        ["edges-missing", ({ kinds }) => 2 * kinds + 2],
        ["edges-missing", ({ kinds }) => 3 * kinds],
        ["edges-missing", ({ kinds }) => 3 * kinds + 1],
        ["edge-of-result", ({ kinds }) => 3 * kinds + 3],
      ],
    },
    oneByOne: {
      right: oneByOne,
      likely: [
        ["results-exchanged", shared],
        ["way-missing", ({ kinds }) => 6 * kinds],
        ["way-missing", ({ kinds }) => 3 * kinds + 1],
        ["tax-way-too-long", ({ kinds }) => 6 * kinds + 3],
        ["inputs-counted", ({ kinds }) => 2 * kinds + 1],
        ["edges-missing", ({ kinds }) => 4 * kinds + 1],
        ["edge-of-result", ({ kinds }) => 8 * kinds + 2],
      ],
    },
  },
};

/** Lesson 02: how much the graph saves, for any number of kinds of fruit. */
const counts: Exercise = {
  id: "02-4",
  name: countsTask.name,
  judge: (answer) => judgeFunction(countsTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [guessRise, stationery, wayBack, counts];
