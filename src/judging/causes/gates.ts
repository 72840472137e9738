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
    en: "`{parameter}` is all of `dout`, whichever input is larger. A change of the smaller one does not reach the output, so nothing goes back to it.",
    ko: "어느 입력이 크든 `{parameter}`에 `dout`이 모두 갔습니다. 작은 쪽이 변해도 출력은 그대로이므로 그쪽으로는 아무것도 되돌아가지 않습니다.",
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
  "places-counted": {
    en: "Half of the places are open, but that is not half of the sum. Add the gradients that stand at the open places.",
    ko: "열린 자리가 절반이라고 합도 절반이 되는 것은 아닙니다. 열린 자리에 있는 미분을 더하세요.",
  },
  "all-stopped": {
    en: "Nothing came back, not even where the gate is open. In `mapPairs(a, b, f)` the first value that `f` gets is from `a`, the second from `b`.",
    ko: "문이 열린 자리에서도 아무것도 되돌아오지 않았습니다. `mapPairs(a, b, f)`에서 `f`의 첫째 값은 `a`에서, 둘째 값은 `b`에서 옵니다.",
  },
  "mask-reversed": {
    en: "The mask is the wrong way round: it marks where the gate is closed, where the input was 0 or less.",
    ko: "마스크가 반대입니다. 마스크는 문이 닫힌 자리, 곧 입력이 0 이하인 자리를 표시합니다.",
  },
  "mask-not-kept": {
    en: "`forward` has not kept the mask, so `backward` finds none that fits. Store it with `this.mask = …`.",
    ko: "`forward`가 마스크를 보관하지 않아 `backward`가 쓸 마스크가 없습니다. `this.mask = …`로 보관하세요.",
  },
  "mask-returned": {
    en: "This is the mask itself. It only says where to let through: what passes are the numbers that came in.",
    ko: "이 값은 마스크 자체입니다. 마스크는 어디를 통과시킬지만 정하고, 통과하는 것은 들어온 수입니다.",
  },
  "leak-missing": {
    en: "Nothing comes through where the input was 0 or less. A leaky gate lets a tenth through there.",
    ko: "입력이 0 이하인 자리에서 아무것도 통과하지 않았습니다. 새는 문은 그 자리에서 10분의 1을 통과시킵니다.",
  },
  "leak-not-applied": {
    en: "Everything came through whole. Where the input was 0 or less, only a tenth of it may pass.",
    ko: "모든 자리에서 그대로 통과했습니다. 입력이 0 이하인 자리에서는 10분의 1만 통과해야 합니다.",
  },
  "leak-too-small": {
    en: "Only a hundredth came through where the input was 0 or less. This gate lets a tenth through: 0.1.",
    ko: "입력이 0 이하인 자리에서 100분의 1만 통과했습니다. 이 문은 10분의 1, 곧 0.1을 곱해 통과시킵니다.",
  },
  "leak-everywhere": {
    en: "Only a tenth came through, at the open places too. Where the input was positive, all of it passes.",
    ko: "열린 자리에서도 10분의 1만 통과했습니다. 입력이 양수인 자리에서는 전부 통과합니다.",
  },
  "zero-on-open-side": {
    en: "Right, but for an input of exactly 0: it belongs to the closed side. The gate is open where `x > 0`.",
    ko: "입력이 정확히 0일 때만 다릅니다. 0은 닫힌 쪽에 속합니다. 문은 `x > 0`인 자리에서 열립니다.",
  },
  "branch-missing": {
    en: "One of the two branches is missing: the output is the sum of both.",
    ko: "두 갈래 가운데 하나가 빠졌습니다. 출력은 두 갈래의 합입니다.",
  },
  "branch-subtracted": {
    en: "The second branch was subtracted. Both are 0 or more, and they are added.",
    ko: "둘째 갈래를 뺐습니다. 두 갈래 모두 0 이상이고, 둘을 더합니다.",
  },
  "minus-behind-gate": {
    en: "The two branches cancel: the minus stands behind the second gate. It belongs in front of it, so that the gate opens for negative numbers.",
    ko: "두 갈래가 서로 지워졌습니다. 둘째 문을 지난 뒤에 부호를 바꿨기 때문입니다. 문 앞에서 바꿔야 음수일 때 문이 열립니다.",
  },
  "gate-missing": {
    en: "Everything came through as it was. Somewhere a gate has to close.",
    ko: "모든 값이 그대로 통과했습니다. 어디선가 문이 닫혀야 합니다.",
  },
  "sign-removed": {
    en: "Negative numbers came through with another sign. ReLU stops them: its output is 0 there.",
    ko: "음수가 부호만 바뀐 채 통과했습니다. ReLU는 음수를 막고, 그 자리의 출력은 0입니다.",
  },
  "value-not-scaled": {
    en: "The 0.1 stands there alone. It is a factor: multiply what came in by it.",
    ko: "0.1만 남아 있습니다. 0.1은 들어온 값에 곱하는 인수입니다.",
  },
  "parts-exchanged": {
    en: "The signs of the two branches are exchanged. It is the branch with the minus on the way forward that needs it on the way back.",
    ko: "두 갈래의 부호가 서로 바뀌었습니다. 순전파에서 부호를 바꾼 갈래가 역전파에서도 부호를 바꿉니다.",
  },
};
