/** Who does what while a net learns: forward, backward and the optimizer are taken for each other. */
export const trainingCauses = {
  "passes-change-weights": {
    en: "Look at what was run, line by line: does any line write into a weight? To compute a gradient is not yet to use it.",
    ko: "실행한 코드를 한 줄씩 보세요. 가중치에 값을 쓰는 줄이 있나요? 미분을 구하는 것과 미분을 쓰는 것은 다른 일입니다.",
  },
  "passes-exchanged": {
    en: "The two passes have changed places. One starts at the inputs and ends at the loss, the other goes the opposite way.",
    ko: "두 방향이 서로 바뀌었습니다. 하나는 입력에서 출발해 손실에서 끝나고, 다른 하나는 거꾸로 갑니다.",
  },
  "optimizer-computes": {
    en: "The optimizer takes the gradients as they come and uses them. It computes neither values nor gradients.",
    ko: "옵티마이저는 이미 나온 미분을 받아 쓸 뿐입니다. 값도 미분도 직접 구하지 않습니다.",
  },
  "forward-changes-weights": {
    en: "The forward pass only reads the weights. Run it twice: they are what they were.",
    ko: "순전파는 가중치를 읽기만 합니다. 두 번 실행해도 가중치는 그대로입니다.",
  },
  "backward-changes-weights": {
    en: "The backward pass says what a change of a weight would do to the loss. It does not make the change.",
    ko: "역전파는 가중치를 바꾸면 손실이 어떻게 될지 알려 줄 뿐이고, 실제로 바꾸지는 않습니다.",
  },
  "activation-missing": {
    en: "The sum came out as it was. The activation is missing, which makes 0 of every negative sum.",
    ko: "합이 그대로 나왔습니다. 음수인 합을 0으로 바꾸는 활성화 함수가 빠졌습니다.",
  },
  "activation-too-early": {
    en: "The activation came too early. First everything is added up, the bias too; then it is applied once, to the whole sum.",
    ko: "활성화 함수를 너무 일찍 적용했습니다. 편향까지 모두 더한 다음, 그 합에 한 번만 적용하세요.",
  },
  "activation-reversed": {
    en: "The activation is the wrong way round: it lets negative sums through and makes 0 of the positive ones.",
    ko: "활성화 함수가 거꾸로 되었습니다. 음수인 합을 그대로 두고 양수인 합을 0으로 바꾸었습니다.",
  },
  "weights-missing": {
    en: "The inputs were added without their weights. Each input is multiplied by its own weight first.",
    ko: "가중치 없이 입력만 더했습니다. 먼저 입력마다 자기 가중치를 곱해야 합니다.",
  },
  "weights-exchanged": {
    en: "The weights have changed places: `w1` belongs to `x1`, and `w2` to `x2`.",
    ko: "가중치의 자리가 바뀌었습니다. `w1`은 `x1`의 것이고 `w2`는 `x2`의 것입니다.",
  },
  "half-missing": {
    en: "This is the square of the error. The loss is half of it.",
    ko: "이 값은 오차의 제곱입니다. 손실은 그 절반입니다.",
  },
  "error-itself": {
    en: "This is the error alone. Something is still to be done with it to get `{parameter}`.",
    ko: "이 값은 오차 자체입니다. `{parameter}`의 값을 구하려면 할 일이 하나 더 남았습니다.",
  },
  "error-reversed": {
    en: "The error points the wrong way. It is the output minus the target, not the target minus the output.",
    ko: "오차의 방향이 반대입니다. 정답에서 출력을 빼는 것이 아니라 출력에서 정답을 뺍니다.",
  },
  uphill: {
    en: "The weight went up the slope, and the loss grows. A weight moves against its gradient: subtract.",
    ko: "가중치가 기울기를 따라 올라가서 손실이 커집니다. 가중치는 기울기의 반대쪽으로 움직이므로 빼야 합니다.",
  },
  "gradient-not-used": {
    en: "The learning rate was multiplied by the error or the loss. A weight moves by the learning rate times its gradient, `dw`.",
    ko: "학습률에 오차나 손실을 곱했습니다. 가중치는 학습률에 가중치의 미분 `dw`를 곱한 만큼 움직입니다.",
  },
  "learning-rate-missing": {
    en: "The learning rate was not used: the step is as long as the gradient itself. Multiply the gradient by it.",
    ko: "학습률을 쓰지 않아 미분만큼 한꺼번에 움직였습니다. 미분에 학습률을 곱하세요.",
  },
  "step-alone": {
    en: "This is the step alone. Subtract it from the weight that was there.",
    ko: "이 값은 움직이는 폭입니다. 원래 가중치에서 이 값을 빼세요.",
  },
  "weight-unchanged": {
    en: "The weight came out as it went in. The last line of a training step is the optimizer's: it changes the weight.",
    ko: "가중치가 들어온 그대로 나왔습니다. 학습의 마지막 단계는 옵티마이저가 가중치를 바꾸는 일입니다.",
  },
};
