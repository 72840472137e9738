/** A formula is off by a sign, a factor or an operation. */
export const arithmeticCauses = {
  "inputs-swapped": {
    en: "The two inputs have changed places. Here their order matters.",
    ko: "두 입력의 자리가 바뀌었습니다. 여기서는 순서가 중요합니다.",
  },
  "multiplied-instead": {
    en: "The inputs were multiplied. That is the multiply node's work, not this node's.",
    ko: "두 입력을 곱했습니다. 곱셈은 곱셈 노드가 할 일이고, 이 노드가 할 일이 아닙니다.",
  },
  "added-instead": {
    en: "The inputs were added. That is the add node's work, not this node's.",
    ko: "두 입력을 더했습니다. 덧셈은 덧셈 노드가 할 일이고, 이 노드가 할 일이 아닙니다.",
  },
  "minus-missing": {
    en: "The size of `{parameter}` is right, the sign is not. When this input grows, does the output grow or shrink?",
    ko: "`{parameter}`의 크기는 맞지만 부호가 반대입니다. 이 입력이 커지면 출력은 커질까요, 작아질까요?",
  },
  "square-missing": {
    en: "The divisor is there once, but the derivative of `1/y` is `−1/y²`: it has to be there twice.",
    ko: "나누는 값이 한 번만 들어갔습니다. `1/y`를 미분하면 `−1/y²`이므로 두 번 나누어야 합니다.",
  },
  "caret-for-power": {
    en: "In JavaScript `^` is not a power: it compares bits. Write `** 2`, or multiply twice.",
    ko: "자바스크립트에서 `^`는 거듭제곱이 아니라 비트 연산입니다. `** 2`로 쓰거나 두 번 곱하세요.",
  },
  "divisor-cancelled": {
    en: "In the end nothing is divided. `a / y * y` divides and multiplies again: put the divisor in parentheses, or write `y ** 2`.",
    ko: "결국 아무것도 나누지 않았습니다. `a / y * y`는 나눈 다음 다시 곱합니다. 나누는 값을 괄호로 묶거나 `y ** 2`로 쓰세요.",
  },
  "other-input-missing": {
    en: "The other input is missing. In `x/y`, changing `y` matters more the larger `x` is.",
    ko: "다른 쪽 입력이 빠졌습니다. `x/y`에서 `x`가 클수록 `y`의 변화가 더 크게 작용합니다.",
  },
  "hard-coded": {
    en: "It is right for the lesson's own numbers only. Compute `{parameter}` from what comes in, instead of writing a number down.",
    ko: "본문에 나온 숫자에서만 맞습니다. 숫자를 직접 적지 말고 들어온 값으로 `{parameter}`의 값을 계산하세요.",
  },
  "right-at-first": {
    en: "It is right for the first numbers that were tried, and wrong for these. What is different about them: a sign, a size, a fraction? Or does a number stand in your code where a name belongs?",
    ko: "처음 시험한 수에서는 맞지만 이 수에서는 틀립니다. 부호, 크기, 소수처럼 달라진 것이 무엇인지 보세요. 이름을 써야 할 자리에 숫자를 적은 곳은 없나요?",
  },
  "left-to-right": {
    en: "That is what comes out from left to right. But a product is worked out before a sum.",
    ko: "왼쪽부터 차례로 계산한 값입니다. 곱셈은 덧셈보다 먼저 합니다.",
  },
  squared: {
    en: "The number was multiplied by itself: that is its square. Multiply it by 2.",
    ko: "자기 자신을 곱해서 제곱이 되었습니다. 2를 곱하세요.",
  },
  "step-missing": {
    en: "What came in came out again. Something still has to be done with it.",
    ko: "들어온 값이 그대로 나왔습니다. 아직 할 일이 남았습니다.",
  },
  "two-added": {
    en: "You added 2. Doubling multiplies by 2.",
    ko: "2를 더했습니다. 두 배로 만들려면 2를 곱해야 합니다.",
  },
  "not-halved": {
    en: "This is the whole total. Two friends share it, so each pays half.",
    ko: "이 값은 전체 금액입니다. 둘이 나누어 내므로 한 사람은 절반을 냅니다.",
  },
  "price-plus-count": {
    en: "The price and the count were added. Every piece costs the price: multiply.",
    ko: "가격과 개수를 더했습니다. 한 개마다 그 값을 내므로 곱해야 합니다.",
  },
  "half-of-one": {
    en: "This is half the price of one piece. Halve the total instead.",
    ko: "이 값은 한 개 값의 절반입니다. 전체 금액을 반으로 나누세요.",
  },
};
