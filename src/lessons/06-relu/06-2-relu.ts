import { map } from "../../arrays/map";
import type { Exercise } from "../../judging/exercise";
import { GATE_TRIALS, type GateTrial, pairs } from "../../judging/gate-trials";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { Relu } from "../../layers/relu";

/** What a ReLU owes; lesson 12 asks for it again. */
export const reluTask: LayerTask<GateTrial> = {
  layer: "MyRelu",
  inputs: ["x"],
  trials: GATE_TRIALS,
  start: {
    forward: {
      en: "start with `forward`: make the mask with `map`, keep it in `this.mask`, and return what passes.",
      ko: "`forward`부터 시작하세요. `map`으로 마스크를 만들어 `this.mask`에 보관하고, 통과한 값을 반환합니다.",
    },
    backward: {
      en: "start with `mapPairs` over `dout` and `this.mask`. `forward` is right already.",
      ko: "`dout`과 `this.mask`를 `mapPairs`로 함께 훑는 것부터 시작하세요. `forward`는 이미 맞았습니다.",
    },
  },
  right: () => new Relu(),
  forward: {
    name: "out",
    likely: [
      ["mask-reversed", ({ x }) => map(x, (x) => (x > 0 ? 0 : x))],
      ["mask-returned", ({ x }) => map(x, (x) => (x > 0 ? 1 : 0))],
      ["mask-returned", ({ x }) => map(x, (x) => (x > 0 ? 0 : 1))],
      ["gate-missing", ({ x }) => x],
      ["sign-removed", ({ x }) => map(x, Math.abs)],
    ],
  },
  backward: {
    name: "dx",
    thrown: "mask-not-kept",
    likely: [
      ["gradient-not-masked", ({ dout }) => dout],
      ["mask-from-dout", ({ dout }) => map(dout, (dout) => (dout <= 0 ? 0 : dout))],
      ["zero-lets-through", pairs((x, dout) => (x < 0 ? 0 : dout))],
      ["mask-reversed", pairs((x, dout) => (x > 0 ? 0 : dout))],
      ["mask-returned", pairs((x) => (x > 0 ? 0 : 1))],
      ["dout-ignored", pairs((x) => (x > 0 ? 1 : 0))],
      ["inputs-passed-on", pairs((x) => (x > 0 ? x : 0))],
      ["value-not-slope", pairs((x, dout) => (x > 0 ? x * dout : 0))],
      ["multiply-rule", pairs((x, dout) => x * dout)],
      ["all-stopped", pairs(() => 0)],
    ],
  },
};

/** Lesson 06: the ReLU layer on arrays, before the library's own appears. */
export const reluLayer: Exercise = {
  id: "06-2",
  name: reluTask.layer,
  hints: [
    {
      en: "`this.mask = map(x, (value) => (value <= 0 ? 1 : 0))` marks the closed places. `backward` needs nothing else.",
      ko: "`this.mask = map(x, (value) => (value <= 0 ? 1 : 0))`로 닫힌 자리를 표시합니다. `backward`에 필요한 것은 이것뿐입니다.",
    },
    {
      en: "Then `forward` returns `map(x, (value) => (value <= 0 ? 0 : value))`, a new array.",
      ko: "그런 다음 `forward`는 새 배열 `map(x, (value) => (value <= 0 ? 0 : value))`를 반환합니다.",
    },
    {
      en: "`backward` returns `mapPairs(dout, this.mask, (gradient, closed) => (closed ? 0 : gradient))`.",
      ko: "`backward`는 `mapPairs(dout, this.mask, (gradient, closed) => (closed ? 0 : gradient))`를 반환합니다.",
    },
  ],
  passed: {
    en: "It keeps a mask, lets through what it let through before, and leaves the caller's arrays alone.",
    ko: "마스크를 보관했다가 통과시킨 자리만 다시 통과시키고, 호출한 쪽의 배열은 건드리지 않습니다.",
  },
  judge: (answer) => judgeLayer(reluTask, answer),
};
