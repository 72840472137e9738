import { say, type Words } from "../../text/language";

/** What the live drawing says; `{0}`, `{1}`, … stand for names and numbers. */
const WORDS = {
  start: {
    en: "The inputs are given. Step forward, node by node.",
    ko: "입력이 주어졌습니다. 노드를 하나씩 앞으로 지나가 보세요.",
  },
  begin: {
    en: "Backward begins: {0} comes in at {1}.",
    ko: "역전파 시작: {1}에 {0}이(가) 들어옵니다.",
  },
  passes: { en: "{0} passes {1}.", ko: "{0} 노드가 넘기는 값: {1}." },
  none: { en: "{0} passes nothing on.", ko: "{0} 노드는 아무것도 넘기지 않습니다." },
  to: { en: "{0} to {1}", ko: "{1} 쪽으로 {0}" },
  and: { en: " and ", ko: ", " },
  sum: { en: "{0} now has {1} = {2}.", ko: "{0}에 모인 합: {1} = {2}." },
  slider: { en: "Step through the graph", ko: "계산 그래프 단계" },
  steps: { en: "Steps forward and backward", ko: "순전파와 역전파 단계" },
  first: { en: "To the beginning", ko: "처음으로" },
  back: { en: "One step back", ko: "한 단계 뒤로" },
  next: { en: "One step on", ko: "한 단계 앞으로" },
  last: { en: "To the end", ko: "끝으로" },
  inputs: { en: "Inputs to change", ko: "바꿔 볼 입력" },
  drag: { en: "{0}, slider", ko: "{0} 슬라이더" },
  reset: { en: "Reset", ko: "처음 값으로" },
  try: {
    en: "Change an input, or several: what the gradients predict and what really happens appear here.",
    ko: "입력을 하나 또는 여럿 바꿔 보세요. 미분이 예측한 변화와 실제 변화가 여기에 나옵니다.",
  },
  change: {
    en: "Change of {0}: predicted by the gradients {1}, really {2}, difference {3}.",
    ko: "{0}의 변화: 미분으로 예측하면 {1}, 실제로는 {2}, 차이 {3}.",
  },
  bad: {
    en: "This gives no finite number. The drawing keeps the last values that did.",
    ko: "유한한 수가 나오지 않습니다. 그림에는 마지막으로 계산된 값이 남아 있습니다.",
  },
} satisfies Record<string, Words>;

/** All of them in the language in force. */
export const stepWords = (): Record<string, string> =>
  Object.fromEntries(Object.entries(WORDS).map(([key, words]) => [key, say(words)]));
