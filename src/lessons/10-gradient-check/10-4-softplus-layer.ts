import type { Exercise } from "../../judging/exercise";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";

type Trial = { x: number; dout: number };

const softplus = (x: number) => Math.log(1 + Math.exp(x));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** The layer that the exercise asks for. */
class SoftplusLayer {
  x = 0;

  forward(x: number): number {
    this.x = x;
    return softplus(x);
  }

  backward(dout: number): number {
    return dout * sigmoid(this.x);
  }
}

const task: LayerTask<Trial> = {
  layer: "MySoftplusLayer",
  inputs: ["x"],
  trials: [
    { x: 0.5, dout: 1 },
    { x: -1.2, dout: 3 },
    { x: 2, dout: -0.5 },
    { x: 0, dout: 7 },
  ],
  start: {
    forward: {
      en: "start with `forward`: keep `x`, then return `Math.log(1 + Math.exp(x))`.",
      ko: "`forward`부터 시작해서 `x`를 보관한 다음 `Math.log(1 + Math.exp(x))`를 반환하세요.",
    },
    backward: {
      en: "start with the chain rule: the logarithm's derivative times that of `1 + exp(x)`. `forward` is right already.",
      ko: "연쇄 법칙부터 시작하세요. 로그의 미분과 `1 + exp(x)`의 미분을 곱합니다. `forward`는 이미 맞았습니다.",
    },
  },
  right: () => new SoftplusLayer(),
  forward: {
    name: "out",
    likely: [
      ["relu-instead", ({ x }) => Math.max(0, x)],
      ["one-missing", ({ x }) => x],
      ["minus-missing", ({ x }) => -softplus(x)],
    ],
  },
  backward: {
    name: "dx",
    likely: [
      ["dout-ignored", ({ x }) => sigmoid(x)],
      ["output-for-input", ({ x, dout }) => dout * sigmoid(softplus(x))],
      ["outer-derivative-missing", ({ x, dout }) => dout * Math.exp(x)],
      ["inner-derivative-missing", ({ x, dout }) => dout / (1 + Math.exp(x))],
      ["relu-instead", ({ x, dout }) => (x > 0 ? dout : 0)],
      ["dout-added", ({ x, dout }) => dout + sigmoid(x)],
      ["value-not-slope", ({ x, dout }) => dout * softplus(x)],
      ["minus-missing", ({ x, dout }) => -dout * sigmoid(x)],
      ["activation-input-not-kept", ({ dout }) => dout * sigmoid(0)],
    ],
    nan: "activation-input-not-kept",
  },
};

/** Lesson 10: a layer of the learner's own, with the gradient check as the first judge. */
export const softplusLayer: Exercise = {
  id: "10-4",
  name: task.layer,
  hints: [
    {
      en: "`backward` needs `x`, so `forward` keeps it. The derivative of `log(u)` is `1 / u`, and here `u` is `1 + exp(x)`.",
      ko: "`backward`에 `x`가 필요하므로 `forward`에서 보관합니다. `log(u)`의 미분은 `1 / u`이고, 여기서 `u`는 `1 + exp(x)`입니다.",
    },
    {
      en: "The derivative of `1 + exp(x)` is `exp(x)`. Both together: `exp(x) / (1 + exp(x))`. Do you recognise it?",
      ko: "`1 + exp(x)`의 미분은 `exp(x)`입니다. 둘을 곱하면 `exp(x) / (1 + exp(x))`입니다. 어디서 본 식 아닌가요?",
    },
    {
      en: "It is the sigmoid: `backward` returns `dout / (1 + Math.exp(-this.x))`.",
      ko: "시그모이드입니다. `backward`는 `dout / (1 + Math.exp(-this.x))`를 반환합니다.",
    },
  ],
  passed: {
    en: "A layer that no page of the article shows, and you know that it is right.",
    ko: "글 어디에도 나오지 않는 계층을 만들었고, 맞다는 것까지 확인했습니다.",
  },
  judge: (answer) => judgeLayer(task, answer),
};
