/** Gradients are checked against numbers: counts, norms and steps go wrong. */
export const checkingCauses = {
  "one-pass-each": {
    en: "This counts one forward pass for each parameter. The loss is looked at on both sides of it: a step up, and a step down.",
    ko: "매개변수마다 순전파를 한 번으로 세었습니다. 손실은 매개변수를 늘렸을 때와 줄였을 때, 양쪽에서 구합니다.",
  },
  "biases-missing": {
    en: "The weights are counted, the biases are not. They are parameters too: one for each output of an Affine layer.",
    ko: "가중치만 세고 편향을 빠뜨렸습니다. 편향도 매개변수이고, Affine 계층의 출력마다 하나씩 있습니다.",
  },
  "backprop-cost": {
    en: "This is the price of backpropagation. Central differences have to try every parameter by itself.",
    ko: "이것은 역전파에 드는 횟수입니다. 중심 차분은 매개변수를 하나씩 따로 움직여 보아야 합니다.",
  },
  "not-put-back": {
    en: "After the call `{parameter}` holds other numbers than before. Put each number back before you go on to the next one.",
    ko: "호출하고 나니 `{parameter}`의 수가 달라졌습니다. 다음 수로 넘어가기 전에 원래 값으로 되돌려 놓으세요.",
  },
  "down-from-above": {
    en: "The second loss was taken where the number stood at first: from `value + h`, one `h` down leads back to `value`. Go to `value - h`.",
    ko: "두 번째 손실을 원래 자리에서 구했습니다. `value + h`에서 `h`를 한 번 빼면 다시 `value`입니다. `value - h`로 움직이세요.",
  },
  "not-relative": {
    en: "This is the distance alone. Divide it by the two lengths together, or large gradients always look wrong and tiny ones always right.",
    ko: "거리만 구했습니다. 두 길이의 합으로 나누어야 합니다. 그러지 않으면 큰 미분은 늘 틀려 보이고 작은 미분은 늘 맞아 보입니다.",
  },
  "root-missing": {
    en: "The squares were added up, but the root of each sum is missing. A length is the root of the sum of squares.",
    ko: "제곱을 더하기만 하고 제곱근을 빠뜨렸습니다. 길이는 제곱합의 제곱근입니다.",
  },
  "divided-by-one": {
    en: "It was divided by one length only. With both lengths the result stays between 0 and 1, whichever of the two is wrong.",
    ko: "한쪽 길이로만 나누었습니다. 두 길이를 더해서 나누면 어느 쪽이 틀렸든 결과가 0과 1 사이에 머뭅니다.",
  },
  "other-norm": {
    en: "Absolute values were added up. The length of an array is meant: the root of the sum of squares.",
    ko: "절댓값을 더했습니다. 여기서 말하는 길이는 제곱합의 제곱근입니다.",
  },
  "signs-cancel": {
    en: "Differences of both signs cancel each other out in a sum. Square them first.",
    ko: "부호가 다른 차이끼리 더하면 상쇄됩니다. 먼저 제곱하세요.",
  },
  "lengths-subtracted": {
    en: "The lengths were subtracted from each other. Two arrays of equal length can still point to different sides: take the length of the difference.",
    ko: "길이끼리 뺐습니다. 길이가 같아도 방향은 다를 수 있습니다. 두 배열의 차이를 먼저 구하고 그 길이를 재세요.",
  },
  "zero-by-zero": {
    en: "Two gradients of nothing but zeros give `0 / 0`, which is NaN. They agree: return 0.",
    ko: "모두 0인 미분끼리는 `0 / 0`, 곧 NaN이 됩니다. 서로 일치하므로 0을 반환하세요.",
  },
  "activation-input-not-kept": {
    en: "`forward` has not kept its input, so `backward` finds none. Store it with `this.x = x`.",
    ko: "`forward`가 입력을 보관하지 않아 `backward`가 쓸 값이 없습니다. `this.x = x`로 보관하세요.",
  },
  "output-for-input": {
    en: "The derivative is taken at what came out. It belongs at `x`, what went in.",
    ko: "나온 값에서 미분을 구했습니다. 들어간 값 `x`에서 구해야 합니다.",
  },
  "inner-derivative-missing": {
    en: "This is only the derivative of the logarithm, 1 divided by what stands in it. The chain rule wants the derivative of `1 + exp(x)` as a second factor.",
    ko: "이것은 로그의 미분, 곧 1을 로그 안의 값으로 나눈 것뿐입니다. 연쇄 법칙에 따라 `1 + exp(x)`의 미분을 곱해야 합니다.",
  },
  "outer-derivative-missing": {
    en: "This is only the derivative of `1 + exp(x)`. The chain rule wants the derivative of the logarithm as a second factor.",
    ko: "이것은 `1 + exp(x)`의 미분뿐입니다. 연쇄 법칙에 따라 로그의 미분을 곱해야 합니다.",
  },
  "relu-instead": {
    en: "This is ReLU, with its corner at 0. The layer asked for is smooth everywhere.",
    ko: "이것은 0에서 꺾이는 ReLU입니다. 작성할 계층은 어디서나 매끄럽습니다.",
  },
  "one-missing": {
    en: "The 1 in the logarithm is missing: `Math.log(Math.exp(x))` is `x` itself.",
    ko: "로그 안의 1이 빠졌습니다. `Math.log(Math.exp(x))`는 `x` 그대로입니다.",
  },
};
