/** A derivative is put together wrongly, or a small step measures something else. */
export const chainCauses = {
  "value-not-slope": {
    en: "A forward value stands where a derivative belongs. The question is not how large the output is, but how fast it changes.",
    ko: "미분이 있어야 할 자리에 순전파 값이 있습니다. 출력이 얼마나 큰지가 아니라 얼마나 빠르게 변하는지를 묻고 있습니다.",
  },
  "wrong-point": {
    en: "A local derivative was taken at the wrong value. Take it at the value that went into that node on the way forward.",
    ko: "국소적 미분을 엉뚱한 값에서 구했습니다. 순전파 때 그 노드에 들어간 값에서 구해야 합니다.",
  },
  "factor-missing": {
    en: "A factor is missing. Follow the way from the output back to `{parameter}`: each node on it gives one local derivative, and all of them are multiplied.",
    ko: "인수 하나가 빠졌습니다. 출력에서 `{parameter}` 쪽으로 되짚어 가면서 지나는 노드마다 국소적 미분을 하나씩 구해 모두 곱하세요.",
  },
  "factors-added": {
    en: "Local derivatives were added along the way. The chain rule multiplies them.",
    ko: "길을 따라가며 국소적 미분을 더했습니다. 연쇄 법칙에서는 곱합니다.",
  },
  "power-rule": {
    en: "The derivative of a power has two parts: the exponent comes down as a factor, and in its place stands one less.",
    ko: "거듭제곱의 미분에는 두 가지가 필요합니다. 지수가 앞으로 내려와 곱해지고, 지수 자리에는 1이 작은 수가 남습니다.",
  },
  "step-too-large": {
    en: "This is what a whole step of 1 does. The smaller the step, the less of a surplus is in it: think of a tiny one.",
    ko: "이 값은 1만큼 움직였을 때 변한 양입니다. 조금 움직일수록 나머지가 줄어듭니다. 아주 조금만 움직인다고 생각해 보세요.",
  },
  "difference-not-grouped": {
    en: "Only the second value was divided. Put the difference of the two in parentheses, and divide all of it.",
    ko: "뒤의 값만 나누었습니다. 두 값의 차이를 괄호로 묶어 전체를 나누세요.",
  },
  "one-sided": {
    en: "This steps to one side only. Step to both sides of `x`, to `x + h` and to `x - h`.",
    ko: "한쪽으로만 움직였습니다. `x`의 양쪽, 곧 `x + h`와 `x - h`로 움직이세요.",
  },
  "own-step": {
    en: "A step of your own stands in place of `h`. Use the `h` that comes in, small or large.",
    ko: "`h` 대신 직접 정한 값으로 움직였습니다. 크든 작든 받은 `h`를 그대로 쓰세요.",
  },
  "step-not-divided": {
    en: "This is how much the function changes, not how fast. Divide the change by the length of the step.",
    ko: "이 값은 함수가 변한 양이지 변하는 빠르기가 아닙니다. 변한 양을 움직인 거리로 나누세요.",
  },
  "step-counted-once": {
    en: "The change was divided by `h`. From `x - h` to `x + h` it is twice as far.",
    ko: "변한 양을 `h`로 나누었습니다. `x - h`에서 `x + h`까지는 그 두 배입니다.",
  },
  "parentheses-missing": {
    en: "Parentheses are missing: `/ 2 * h` divides by 2 and then multiplies by `h`.",
    ko: "괄호가 빠졌습니다. `/ 2 * h`는 2로 나눈 다음 `h`를 곱합니다.",
  },
};
