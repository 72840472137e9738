/** One node's backward pass goes wrong. */
export const backwardCauses = {
  "dout-ignored": {
    en: "`dout` is not used. This is the local derivative alone: multiply it by `dout`, the gradient that comes from upstream.",
    ko: "`dout`을 쓰지 않았습니다. 지금 값은 국소적 미분뿐입니다. 여기에 상류에서 온 미분 `dout`을 곱하세요.",
  },
  "dout-added": {
    en: "`dout` was added to the local derivative. The chain rule multiplies the two.",
    ko: "국소적 미분에 `dout`을 더했습니다. 연쇄 법칙은 둘을 곱합니다.",
  },
  "gradients-exchanged": {
    en: "`{parameter}` holds the gradient of its neighbour. Either the two came out in the other order, or each was multiplied by its own input instead of the other one.",
    ko: "`{parameter}` 자리에 옆 입력의 미분이 들어 있습니다. 두 미분의 순서가 바뀌었거나, 상대 입력 대신 자기 입력을 곱했을 것입니다.",
  },
  "own-input": {
    en: "`dout` met the input `{parameter}` belongs to. It has to meet the other one.",
    ko: "`dout`을 `{parameter}` 쪽 입력과 계산했습니다. 상대 입력과 계산해야 합니다.",
  },
  "multiply-rule": {
    en: "This is the rule of the multiply node: `dout` times an input. This node has another local derivative.",
    ko: "이것은 `dout`에 입력을 곱하는 곱셈 노드의 규칙입니다. 이 노드의 국소적 미분은 다릅니다.",
  },
  "gradient-split": {
    en: "`dout` was divided between the inputs. It is not shared out: all of it goes to each of them, times the local derivative there.",
    ko: "`dout`을 두 입력에 나누어 주었습니다. `dout`은 나누어 갖는 것이 아닙니다. 어느 쪽이든 `dout` 전체에 그쪽의 국소적 미분을 곱한 값을 받습니다.",
  },
  "values-not-kept": {
    en: "`forward` has not kept its inputs, so `backward` finds none. Store them with `this.x = x` and `this.y = y`.",
    ko: "`forward`가 입력을 보관하지 않아 `backward`가 쓸 값이 없습니다. `this.x = x`, `this.y = y`로 보관하세요.",
  },
  "values-shared": {
    en: "Two objects of `{layer}` share what they keep: the second one's `forward` changed the first one's gradients. Keep the inputs on the object itself, with `this`.",
    ko: "`{layer}` 객체 둘이 보관한 값을 함께 쓰고 있습니다. 두 번째 객체의 `forward`가 첫 번째 객체의 미분을 바꿨습니다. `this`를 써서 객체마다 따로 보관하세요.",
  },
  "first-values-kept": {
    en: "After a second `forward`, `backward` still used the first inputs. Each `forward` replaces what was kept.",
    ko: "`forward`를 다시 불렀는데도 `backward`가 처음 입력을 썼습니다. `forward`를 부를 때마다 보관한 값을 새로 바꾸세요.",
  },
  "backward-changes": {
    en: "A second `backward` gave something else. `backward` may read what `forward` kept, but must not change it.",
    ko: "`backward`를 두 번 부르니 결과가 달라졌습니다. `backward`는 `forward`가 보관한 값을 읽기만 하고 바꾸지 않아야 합니다.",
  },
  "dout-divided": {
    en: "The result was divided by `dout`. The chain rule multiplies by it.",
    ko: "결과를 `dout`으로 나눴습니다. 연쇄 법칙은 `dout`을 곱합니다.",
  },
};
