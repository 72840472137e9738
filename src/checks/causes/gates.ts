/** What a kind of node does to a gradient was taken for something else. */
export const gateCauses = {
  "passed-unchanged": {
    en: "The upstream gradient went through unchanged, as at an add node. This node has a local derivative other than 1.",
    ko: "상류에서 온 미분이 덧셈 노드에서처럼 그대로 지나갔습니다. 이 노드의 국소적 미분은 1이 아닙니다.",
  },
  "inputs-passed-on": {
    en: "A forward input came out on the way back. What goes back is the upstream gradient `dout`, times the local derivative.",
    ko: "역전파에서 순전파 때의 입력이 나왔습니다. 되돌아가는 것은 상류에서 온 미분 `dout`과 국소적 미분의 곱입니다.",
  },
  "gate-reversed": {
    en: "The gate is the wrong way round: the gradient belongs to the larger input, which decided the output.",
    ko: "문이 반대로 열렸습니다. 미분은 출력을 정한 큰 쪽 입력으로 가야 합니다.",
  },
  "gate-open-to-both": {
    en: "Both inputs got something. A change of the smaller one does not reach the output, so nothing goes back to it.",
    ko: "두 입력 모두에 미분이 갔습니다. 작은 쪽이 변해도 출력은 그대로이므로 그쪽으로는 아무것도 되돌아가지 않습니다.",
  },
  "gradient-split-at-max": {
    en: "`dout` was divided between the inputs. The larger one decides the output alone, so it gets all of it.",
    ko: "`dout`을 두 입력에 나누어 주었습니다. 출력은 큰 쪽이 혼자 정하므로 `dout` 전체가 그쪽으로 갑니다.",
  },
  "tie-to-first": {
    en: "Right, but for two equal inputs. There the lesson's rule is: all of `dout` to `y`, nothing to `x`.",
    ko: "두 입력이 같을 때만 다릅니다. 이때의 규칙은 `dout`을 모두 `y` 쪽으로 보내고 `x` 쪽에는 0을 보내는 것입니다.",
  },
  "tie-to-nobody": {
    en: "Right, but for two equal inputs: there nobody got `dout`. The lesson's rule is: all of it to `y`.",
    ko: "두 입력이 같을 때만 다릅니다. 이때 `dout`이 아무 데도 가지 않았습니다. 규칙은 모두 `y` 쪽으로 보내는 것입니다.",
  },
  "tie-shared": {
    en: "Right, but for two equal inputs: there `dout` was divided. The lesson's rule is: all of it to `y`.",
    ko: "두 입력이 같을 때만 다릅니다. 이때 `dout`을 나누어 주었습니다. 규칙은 모두 `y` 쪽으로 보내는 것입니다.",
  },
  "other-side-zero": {
    en: "`{parameter}` is 0 always. When this input is the larger one, all of `dout` goes to it.",
    ko: "`{parameter}`의 값이 언제나 0입니다. 이 입력이 더 클 때는 `dout`이 모두 이쪽으로 갑니다.",
  },
  "parts-multiplied": {
    en: "The two parts were multiplied. Factors along one path are multiplied; what arrives on different paths is added.",
    ko: "두 부분을 곱했습니다. 한 길을 따라가는 인수는 곱하고, 서로 다른 길로 온 미분은 더합니다.",
  },
  "part-twice": {
    en: "One part was counted twice, and the other one is missing. Look at each of the two nodes by itself.",
    ko: "한 부분을 두 번 세고 다른 부분이 빠졌습니다. 두 노드를 하나씩 따로 살펴보세요.",
  },
};
