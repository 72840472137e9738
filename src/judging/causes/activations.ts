/** An activation layer goes wrong: its formula, its slope, or the range of its numbers. */
export const activationCauses = {
  "slope-too-steep": {
    en: "With that slope the curve would climb from 0 to 1 within a single step of 1. It takes longer.",
    ko: "기울기가 그만큼이면 x가 1만 움직여도 곡선이 0에서 1까지 올라가 버립니다. 실제로는 더 완만합니다.",
  },
  "sign-in-exp": {
    en: "The minus inside of `exp` is missing, so the curve is mirrored: it falls where it should rise.",
    ko: "`exp` 안의 마이너스가 빠져서 곡선이 좌우로 뒤집혔습니다. 올라가야 할 곳에서 내려갑니다.",
  },
  "slope-factor-missing": {
    en: "The slope of a sigmoid has two factors, `y` and `1 - y`. Only one of them is there.",
    ko: "시그모이드의 기울기는 `y`에 `1 - y`를 곱한 것입니다. 둘 중 하나만 들어 있습니다.",
  },
  "input-for-output": {
    en: "The rule was applied to the input `x`. It is written in terms of the output: keep `out` in `forward`.",
    ko: "규칙에 입력 `x`를 넣었습니다. 이 규칙은 출력으로 쓰인 식이니 `forward`에서 `out`을 보관하세요.",
  },
  "sigmoid-rule": {
    en: "This is the slope of the sigmoid. This curve runs from −1 to 1 and has another one.",
    ko: "이것은 시그모이드의 기울기입니다. 이 곡선은 −1에서 1까지 움직이므로 기울기도 다릅니다.",
  },
  "output-not-squared": {
    en: "The output has to be squared in the slope: going up or down from 0 makes no difference to it.",
    ko: "기울기에는 출력의 제곱이 들어갑니다. 출력이 0에서 위로 가든 아래로 가든 기울기는 같습니다.",
  },
  "exp-overflow": {
    en: "For large numbers `exp` becomes `Infinity`, and `Infinity / Infinity` is NaN. Find a form in which `exp` only meets numbers of 0 or less.",
    ko: "큰 수에서 `exp`의 값이 `Infinity`가 되고, `Infinity / Infinity`의 결과는 NaN입니다. `exp`에 0 이하의 수만 들어가는 식으로 바꾸세요.",
  },
  "largest-slope-everywhere": {
    en: "The slope is 0.25 at 0 alone. Every layer has an output of its own, and with it a slope of its own.",
    ko: "기울기가 0.25인 곳은 0뿐입니다. 층마다 출력이 다르므로 기울기도 다릅니다.",
  },
  "output-not-kept": {
    en: "`forward` has not kept its output, so `backward` finds none that fits. Store it with `this.out = …` before you return it.",
    ko: "`forward`가 출력을 보관하지 않아 `backward`가 쓸 값이 없습니다. 반환하기 전에 `this.out = …`으로 보관하세요.",
  },
  "another-output-kept": {
    en: "What was kept is not what `forward` returned. The rule is written in terms of the output itself: keep the last result.",
    ko: "보관한 값이 `forward`가 반환한 값과 다릅니다. 이 규칙은 출력 자체로 쓰인 식이니 마지막 결과를 보관하세요.",
  },
  "input-not-passed-on": {
    en: "Every layer got `x` itself. Only the first one does: each of the others takes what the one before it returned.",
    ko: "모든 층에 `x`를 그대로 넣었습니다. `x`를 받는 것은 첫 층뿐이고, 나머지는 바로 앞 층이 반환한 값을 받습니다.",
  },
};
