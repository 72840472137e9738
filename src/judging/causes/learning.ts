/** A net learns: steps, epochs, learning rates and what an optimizer remembers go wrong. */
export const learningCauses = {
  "samples-not-steps": {
    en: "That many samples are looked at. One step takes a whole mini-batch of them.",
    ko: "이것은 살펴보는 데이터의 수입니다. 한 걸음에 미니배치 하나를 통째로 씁니다.",
  },
  "test-images-counted": {
    en: "This counts the test images as well. A net learns from the images of `train` alone.",
    ko: "테스트 이미지까지 세었습니다. 신경망은 `train`의 이미지로만 배웁니다.",
  },
  "batch-itself": {
    en: "This is the size of one mini-batch. How many of them does it take to see every image once?",
    ko: "이것은 미니배치 하나의 크기입니다. 모든 이미지를 한 번씩 보려면 미니배치가 몇 개 필요할까요?",
  },
  "errors-counted": {
    en: "This is the part that is wrong. Accuracy is the part that is right.",
    ko: "이것은 틀린 비율입니다. 정확도는 맞힌 비율입니다.",
  },
  "not-divided-by-samples": {
    en: "The right ones are counted, but not divided by the number of samples.",
    ko: "맞힌 개수만 세고 데이터 수로 나누지 않았습니다.",
  },
  "percent-not-part": {
    en: "This is in percent. Return the part itself, from 0 to 1.",
    ko: "퍼센트로 나타낸 값입니다. 0에서 1 사이의 비율을 그대로 반환하세요.",
  },
  "lowest-score": {
    en: "The lowest score of each row was taken. The net's answer is the class with the highest one.",
    ko: "행마다 가장 낮은 점수를 골랐습니다. 신경망의 답은 점수가 가장 높은 클래스입니다.",
  },
  "not-in-place": {
    en: "A new array stands under the name `{parameter}`, and the layer still holds the old one. Change the array itself: `subtract(…, false)`.",
    ko: "이름 `{parameter}`에 새 배열을 넣었을 뿐, 계층은 여전히 옛 배열을 가지고 있습니다. `subtract(…, false)`처럼 배열 자체를 바꾸세요.",
  },
  "nothing-moved": {
    en: "None of the arrays has changed. `add` and `subtract` make a new array, which no layer knows, unless `false` comes last, as in `subtract(step, false)`.",
    ko: "바뀐 배열이 하나도 없습니다. `add`와 `subtract`는 마지막에 `false`를 주지 않으면 어느 계층도 모르는 새 배열을 만듭니다. `subtract(step, false)`처럼 쓰세요.",
  },
  "parameter-not-moved": {
    en: "`{parameter}` has not moved. Every parameter takes its step: go through all names.",
    ko: "`{parameter}`의 값이 움직이지 않았습니다. 모든 매개변수가 한 걸음씩 움직여야 합니다. 이름을 빠짐없이 돌아보세요.",
  },
  "velocity-not-kept": {
    en: "This is plain gradient descent: nothing of the last velocity is left. Keep `v` on the object from step to step.",
    ko: "그냥 경사 하강법과 같습니다. 이전 속도가 남아 있지 않습니다. `v`를 객체에 보관해서 다음 걸음에 이어 쓰세요.",
  },
  "velocity-not-damped": {
    en: "The old velocity is kept whole, so it never slows down. Multiply it by `momentum` first.",
    ko: "이전 속도를 줄이지 않고 그대로 더했습니다. 먼저 `momentum`을 곱해서 줄이세요.",
  },
  "velocity-late": {
    en: "The parameter moved by the velocity of the step before. Compute the new velocity first, then move.",
    ko: "한 걸음 전의 속도로 움직였습니다. 새 속도를 먼저 계산한 다음 움직이세요.",
  },
  "velocity-shared": {
    en: "All parameters share one velocity. Each name needs its own, such as `this.v[name]`.",
    ko: "모든 매개변수가 속도 하나를 함께 쓰고 있습니다. `this.v[name]`처럼 이름마다 따로 두세요.",
  },
  "lr-and-momentum-exchanged": {
    en: "`lr` and `momentum` have changed places. `momentum` belongs to the old velocity, `lr` to the gradient.",
    ko: "`lr`과 `momentum`의 자리가 바뀌었습니다. `momentum`은 이전 속도에, `lr`은 기울기에 곱합니다.",
  },
  "velocity-averaged": {
    en: "The gradient was multiplied by `1 − momentum` as well. Here the formula is v ← momentum · v − lr · dW.",
    ko: "기울기에 `1 − momentum`까지 곱했습니다. 여기서 쓰는 식은 v ← momentum · v − lr · dW입니다.",
  },
};
