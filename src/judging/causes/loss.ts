/** Softmax, the loss and its targets go wrong. */
export const lossCauses = {
  "probability-itself": {
    en: "This is the probability itself. The gradient also knows which class is the right one.",
    ko: "이 값은 확률 자체입니다. 미분에는 어느 클래스가 정답인지도 들어갑니다.",
  },
  "stopped-at-log": {
    en: "This is the gradient that arrives at `y`. Softmax still lies between `y` and the score.",
    ko: "이 값은 `y`에 도착한 미분입니다. `y`와 점수 사이에는 아직 소프트맥스가 남아 있습니다.",
  },
  "not-normalized": {
    en: "The results do not add up to 1. Divide each by the sum of all of them.",
    ko: "결과의 합이 1이 아닙니다. 각각을 전체의 합으로 나누세요.",
  },
  "small-number-added": {
    en: "A small number was added inside of the logarithm. It makes the loss of a perfect prediction negative and hides how bad a bad one is. Take the logarithm of softmax on paper first.",
    ko: "로그 안에 작은 수를 더했습니다. 그러면 완벽한 예측의 손실은 음수가 되고, 아주 나쁜 예측은 덜 나빠 보입니다. 소프트맥스의 로그를 먼저 손으로 풀어 보세요.",
  },
  "log-of-zero": {
    en: "For a hopeless class `y` is rounded to 0, `log(0)` is `-Infinity`, and `0 * -Infinity` is NaN. Take the logarithm of softmax on paper first, so that no `y` is needed.",
    ko: "가망 없는 클래스에서는 `y`의 값이 0으로 반올림됩니다. `log(0)`은 `-Infinity`, `0 * -Infinity`는 NaN입니다. 소프트맥스의 로그를 먼저 손으로 풀면 `y`를 거치지 않아도 됩니다.",
  },
  "loss-sign": {
    en: "The loss came out negative. The logarithm of a probability is 0 or less; the minus in front of the sum turns it around.",
    ko: "손실이 음수로 나왔습니다. 확률의 로그는 0 이하이므로 합 앞의 마이너스가 부호를 바꿔 주어야 합니다.",
  },
  "targets-ignored": {
    en: "All classes were counted. Only the right one belongs to the loss: multiply by `t` before adding up.",
    ko: "모든 클래스를 더했습니다. 손실에는 정답 클래스만 들어갑니다. 더하기 전에 `t`를 곱하세요.",
  },
  "batch-size-missing": {
    en: "The loss is the mean over the batch. Here `{parameter}` is the sum: divide it by the number of samples.",
    ko: "손실은 배치의 평균입니다. 지금 `{parameter}`의 값은 합이니 데이터 수로 나누세요.",
  },
  "divided-by-classes": {
    en: "`{parameter}` was divided by the number of classes instead of the number of samples, the rows of `x`.",
    ko: "`{parameter}`의 값을 데이터 수가 아니라 클래스 수로 나눴습니다. 데이터 수는 `x`의 행 수입니다.",
  },
  "labels-for-one-hot": {
    en: "Labels were used as if they were one-hot. Label 2 means a 1 at place 2 of its row, not the number 2.",
    ko: "레이블을 원-핫처럼 썼습니다. 레이블 2는 숫자 2가 아니라 그 행의 2번 자리가 1이라는 뜻입니다.",
  },
  "divided-by-all": {
    en: "`{parameter}` was divided by the number of classes as well. Only the number of samples belongs there, the rows of `x`.",
    ko: "`{parameter}`의 값을 클래스 수로도 나눴습니다. 데이터 수로만 나누어야 하고, 데이터 수는 `x`의 행 수입니다.",
  },
  "score-not-shifted": {
    en: "The largest score was taken off inside of `S`, but not off the score of the right class. Take it off of both, or the two no longer belong together.",
    ko: "`S` 안에서는 가장 큰 점수를 뺐지만 정답 클래스의 점수에서는 빼지 않았습니다. 양쪽에서 똑같이 빼야 식이 맞습니다.",
  },
  "log-missing": {
    en: "The sum `S` stands there itself. What belongs there is its logarithm.",
    ko: "합 `S`가 그대로 들어갔습니다. 그 자리에는 `S`의 로그가 들어가야 합니다.",
  },
};
