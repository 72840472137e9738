import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Kinds {
  kinds: number;
}

const shared = ({ kinds }: Kinds) => 3 * kinds + 2;
const oneByOne = ({ kinds }: Kinds) => 6 * kinds + 1;

const task: FunctionTask<Kinds> = {
  name: "counts",
  trials: [{ kinds: 3 }, { kinds: 2 }, { kinds: 10 }, { kinds: 100 }],
  start: {
    en: "start with `shared`: count the edges of the drawing, column by column.",
    ko: "`shared`부터 시작하세요. 그림의 에지를 열마다 세어 보면 됩니다.",
  },
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
export const counts: Exercise = {
  id: "02-4",
  name: task.name,
  hints: [
    {
      en: "With the graph each edge costs one multiplication. Each kind of fruit has two edges into its × node and one out of it.",
      ko: "계산 그래프에서는 에지마다 곱셈이 한 번입니다. 과일 한 종류에는 × 노드로 들어가는 에지가 둘, 나오는 에지가 하나 있습니다.",
    },
    {
      en: "Two more edges lead into the last node. So `shared` is 3 for each kind, and 2 more.",
      ko: "마지막 노드로 들어가는 에지가 두 개 더 있습니다. 그래서 `shared`는 종류마다 3, 거기에 2를 더한 값입니다.",
    },
    {
      en: "One by one, each price and each number has a way of three edges back from the result. The tax has a way of one edge.",
      ko: "하나씩 구하면 값과 개수마다 결과에서 돌아가는 길이 에지 세 개입니다. 소비세의 길은 에지 하나입니다.",
    },
  ],
  passed: {
    en: "Both counts are right for any number of kinds. The ways overlap, and the graph walks each edge once.",
    ko: "종류가 몇이든 두 횟수가 맞습니다. 길은 서로 겹치지만 계산 그래프는 에지마다 한 번만 지납니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
