/** A layer on arrays goes wrong: shapes, sums over the batch, and arrays that two hands hold. */
export const arrayCauses = {
  "transpose-missing": {
    en: "A transpose is missing or too many in `{parameter}`. Write the shapes of both operands beside each other: only one way round do they fit for every batch.",
    ko: "`{parameter}`의 식에서 전치가 빠졌거나 남습니다. 곱하는 두 행렬의 형상을 나란히 적어 보세요. 어떤 배치에서나 맞아떨어지는 방법은 하나뿐입니다.",
  },
  "operands-exchanged": {
    en: "The two operands of the product have changed places. With matrices the order matters.",
    ko: "행렬 곱의 두 피연산자가 자리를 바꿨습니다. 행렬 곱에서는 순서가 중요합니다.",
  },
  "vectors-dotted": {
    en: "Two vectors in `dot` add their products up into a single number. Here every number of one meets every number of the other: make a column and a row of them.",
    ko: "`dot`에 벡터 두 개를 넣으면 곱을 모두 더해 숫자 하나가 됩니다. 여기서는 한쪽의 모든 수가 다른 쪽의 모든 수와 만나야 하니 열과 행으로 만드세요.",
  },
  "column-sum-missing": {
    en: "`dout` has one row for each sample, and the same bias was added to all of them. Add the rows up, column by column: `columnSums(dout)`.",
    ko: "`dout`에는 데이터마다 행이 하나씩 있고, 같은 편향이 모든 행에 더해졌습니다. `columnSums(dout)`처럼 열마다 모든 행을 더하세요.",
  },
  "summed-too-far": {
    en: "Everything was added up into one number. The bias has one number for each column, and so has its gradient.",
    ko: "모든 값을 하나로 더해 버렸습니다. 편향은 열마다 하나씩 있으므로 미분도 열마다 하나씩 있어야 합니다.",
  },
  "summed-across": {
    en: "The sums run along the rows, one for each sample. They have to run down the columns, one for each bias.",
    ko: "행을 따라 더해서 데이터마다 합이 하나씩 나왔습니다. 열을 따라 더해 편향마다 하나씩 구해야 합니다.",
  },
  "averaged-instead": {
    en: "The sum over the batch was divided by the number of samples. That division belongs to the loss at the end and is in `dout` already.",
    ko: "배치에 대한 합을 데이터 수로 나눴습니다. 그 나눗셈은 마지막 손실이 맡는 일이고, `dout`에 이미 들어 있습니다.",
  },
  "bias-missing": {
    en: "The bias `b` was not added.",
    ko: "편향 `b`를 더하지 않았습니다.",
  },
  "mask-from-dout": {
    en: "The gate was set by the sign of `dout`. It is the input of `forward` that opens and closes it: keep a mask there.",
    ko: "`dout`의 부호로 통과 여부를 정했습니다. 여닫는 기준은 `forward`에 들어온 입력입니다. 그때 마스크를 보관하세요.",
  },
  "gradient-not-masked": {
    en: "`dout` went through everywhere. Where the input was 0 or less, nothing may pass.",
    ko: "`dout`이 모든 자리에서 그대로 통과했습니다. 입력이 0 이하였던 자리에서는 막아야 합니다.",
  },
  "zero-lets-through": {
    en: "At an input of exactly 0 the gradient has to be stopped as well: the mask is `x <= 0`.",
    ko: "입력이 정확히 0인 자리에서도 미분을 막아야 합니다. 마스크는 `x <= 0`입니다.",
  },
  "dout-changed": {
    en: "`backward` wrote into the caller's `dout`. Another branch of the graph may still need it: write into a new array.",
    ko: "`backward`가 호출한 쪽의 `dout`을 바꿔 버렸습니다. 계산 그래프의 다른 갈래에서 아직 필요할 수 있으니 새 배열에 쓰세요.",
  },
  "input-changed": {
    en: "The caller's `{parameter}` was changed. It belongs to whoever handed it over: write into a new array.",
    ko: "호출한 쪽에서 넘긴 `{parameter}`의 값이 바뀌었습니다. 넘긴 쪽의 것이므로 새 배열에 쓰세요.",
  },
  "gradient-not-kept": {
    en: "After `backward` there is no `this.{parameter}`. A parameter's gradient stays on the layer, where the learning step finds it.",
    ko: "`backward` 뒤에 `this.{parameter}`의 값이 없습니다. 매개변수의 미분은 계층에 보관해야 학습 단계에서 찾아 쓸 수 있습니다.",
  },
  "gradient-piled-up": {
    en: "A second `backward` gave another `{parameter}`. It has to replace the old one, not add to it.",
    ko: "`backward`를 두 번 부르니 `{parameter}`의 값이 달라졌습니다. 이전 값에 더하지 말고 새 값으로 바꾸세요.",
  },
  "shape-turned": {
    en: "The shape is turned around: a transpose is missing or too many, or the operands of a product have changed places.",
    ko: "형상이 뒤집혀 있습니다. 전치가 빠졌거나 남았거나, 행렬 곱의 순서가 바뀌었습니다.",
  },
  "shape-not-restored": {
    en: "The numbers are right, the shape is not: `dx` has the shape of `x`. Undo at the end what you did to the shape at the start.",
    ko: "값은 맞지만 형상이 다릅니다. `dx`의 형상은 `x`의 형상과 같아야 합니다. 처음에 바꾼 형상을 마지막에 되돌리세요.",
  },
  "batch-axis-left": {
    en: "One sample came in, so one sample goes out: a vector. Take the axis of the batch away again.",
    ko: "데이터 하나가 들어왔으니 나가는 것도 데이터 하나, 곧 벡터여야 합니다. 배치 축을 다시 없애세요.",
  },
  "gradient-shape": {
    en: "A gradient has the shape of the thing it belongs to. Look for the shapes in the formula of `{parameter}`.",
    ko: "미분의 형상은 미분하는 대상의 형상과 같습니다. `{parameter}`의 식에서 형상을 하나씩 확인하세요.",
  },
  "shape-hard-coded": {
    en: "It is right for the lesson's own shapes only. Batches come in all sizes: read the sizes from the arrays that come in.",
    ko: "본문에 나온 형상에서만 맞습니다. 배치 크기는 그때그때 다르니 들어온 배열에서 크기를 읽으세요.",
  },
  "nan-in-result": {
    en: "NaN comes from a value that does not exist yet, or from `Infinity / Infinity`, `Infinity - Infinity` and `0 * Infinity`. Find the first step that shows it.",
    ko: "NaN은 아직 없는 값으로 계산하거나 `Infinity / Infinity`, `Infinity - Infinity`, `0 * Infinity`를 계산할 때 나옵니다. 처음 NaN이 나타나는 단계를 찾으세요.",
  },
  "gradient-not-stored": {
    en: "After `backward`, `this.{parameter}` still holds what it held at the start. Store the gradient there, with `this.{parameter} = …`.",
    ko: "`backward` 뒤에도 `this.{parameter}`에 처음 값이 그대로 있습니다. `this.{parameter} = …`처럼 미분을 보관하세요.",
  },
  "input-not-kept": {
    en: "`forward` has not kept its input, so `{parameter}` is made of the placeholder that stands there. Store it with `this.x = x`.",
    ko: "`forward`가 입력을 보관하지 않아 처음에 적어 둔 임시 값으로 `{parameter}`의 값을 계산했습니다. `this.x = x`로 보관하세요.",
  },
};
