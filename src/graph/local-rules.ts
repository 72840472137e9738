import { say, type Words } from "../text/language";
import type { GraphNode } from "./node";
import { OPERATIONS, type OperationName } from "./operations";

/** What each kind of node does to a gradient, in a sentence. */
const LOCAL_RULES = {
  mul: {
    en: "A multiply node sends each input the other input times what came in.",
    ko: "곱셈 노드는 들어온 미분에 상대 입력을 곱해 넘깁니다.",
  },
  add: {
    en: "An add node passes what came in on to both inputs.",
    ko: "덧셈 노드는 들어온 미분을 양쪽에 그대로 넘깁니다.",
  },
  sub: {
    en: "A subtract node passes what came in to x, and its negative to y.",
    ko: "뺄셈 노드는 들어온 미분을 x에 그대로, y에는 부호를 바꿔 넘깁니다.",
  },
  div: {
    en: "A divide node sends x what came in times 1/y, and y what came in times −x/y².",
    ko: "나눗셈 노드는 들어온 미분에 x 쪽은 1/y, y 쪽은 −x/y²을 곱해 넘깁니다.",
  },
  pow: {
    en: "A power node multiplies what came in by n · xⁿ⁻¹.",
    ko: "거듭제곱 노드는 들어온 미분에 n · xⁿ⁻¹을 곱합니다.",
  },
  exp: {
    en: "An exp node multiplies what came in by its own output.",
    ko: "exp 노드는 들어온 미분에 자기 출력을 곱합니다.",
  },
  log: {
    en: "A log node divides what came in by x.",
    ko: "log 노드는 들어온 미분을 x로 나눕니다.",
  },
  max: {
    en: "A max node sends all of what came in to the larger input and 0 to the other.",
    ko: "max 노드는 들어온 미분을 큰 입력에 모두 넘기고 다른 쪽에는 0을 넘깁니다.",
  },
  sum: {
    en: "A sum passes what came in on to each term.",
    ko: "합 노드는 들어온 미분을 모든 항에 그대로 넘깁니다.",
  },
  total: {
    en: "A sum passes what came in on to each of its numbers.",
    ko: "합 노드는 들어온 미분을 모든 수에 그대로 넘깁니다.",
  },
  dot: {
    en: "A matrix product sends dout · Wᵀ to X and Xᵀ · dout to W.",
    ko: "행렬 곱 노드는 X에 dout · Wᵀ를, W에 Xᵀ · dout을 넘깁니다.",
  },
} satisfies Record<OperationName, Words>;

const OTHER: Words = {
  en: "A node multiplies what came in by its local derivative.",
  ko: "노드는 들어온 미분에 국소적 미분을 곱해 넘깁니다.",
};

/** The sentence for a node; one for all where it holds a layer of one's own. */
export function localRule({ operation }: GraphNode): string {
  const kind = Object.entries(OPERATIONS).find(([, row]) => row === operation)?.[0];
  return say(kind === undefined ? OTHER : LOCAL_RULES[kind as OperationName]);
}
