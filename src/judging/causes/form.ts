/** The answer, or what a method gives back, does not have the expected form. */
export const formCauses = {
  "result-given": {
    en: "`check` needs the function or class itself, by its name, and it got `{got}`. Leave out the parentheses and the `new`.",
    ko: "`check`에는 함수나 클래스 자체를 이름으로 넘겨야 하는데, 받은 것은 `{got}`입니다. 괄호와 `new`를 빼고 이름만 넘기세요.",
  },
  "instance-given": {
    en: "This is one object of the class. Hand over the class itself, without `new` and parentheses: `check` makes objects of its own.",
    ko: "클래스로 만든 객체 하나를 넘겼습니다. `new`와 괄호 없이 클래스 자체를 넘기세요. 객체는 `check`가 직접 만듭니다.",
  },
  "constructor-arguments": {
    en: "The constructor asks for arguments. A layer for one node starts empty: its inputs arrive with `forward`.",
    ko: "생성자가 인수를 요구합니다. 노드 하나를 맡는 계층은 빈 상태로 시작하고, 입력은 `forward`로 받습니다.",
  },
  "method-missing": {
    en: "`{layer}` has no method called `{method}`. Look at its spelling, and at the braces around the class.",
    ko: "`{layer}`에 `{method}`라는 메서드가 없습니다. 철자와 클래스를 감싸는 중괄호를 확인하세요.",
  },
  "error-thrown": {
    en: "Your code stopped with an error of its own: `{got}`. Run it once by hand with simple numbers to see where.",
    ko: "작성한 코드가 실행 도중 오류로 멈췄습니다: `{got}`. 간단한 숫자를 넣어 직접 한 번 실행하면 어디서 멈추는지 보입니다.",
  },
  "never-ends": {
    en: "The code did not come to an end. Look for a loop whose condition never becomes false.",
    ko: "코드가 끝나지 않습니다. 조건이 끝내 거짓이 되지 않는 반복문이 있는지 살펴보세요.",
  },
  "nothing-returned": {
    en: "Nothing came back. The last line is probably missing its `return`.",
    ko: "돌려받은 값이 없습니다. 마지막 줄에 `return`이 빠진 것 같습니다.",
  },
  "promise-returned": {
    en: "A Promise came back, because the function is `async`. Here it only has to compute: take `async` away.",
    ko: "함수가 `async`라서 Promise가 돌아왔습니다. 여기서는 계산만 하면 되므로 `async`를 지우세요.",
  },
  "text-returned": {
    en: 'Text came back, not a number. In JavaScript `+` joins text: `"1" + "2"` is `"12"`. Keep the inputs numbers.',
    ko: '숫자가 아니라 문자열이 돌아왔습니다. 자바스크립트의 `+`는 문자열을 이어 붙여서 `"1" + "2"`는 `"12"`가 됩니다. 입력을 숫자 그대로 쓰세요.',
  },
  "not-a-number": {
    en: "What came back is not a plain number. Return the number alone.",
    ko: "돌려받은 것이 숫자 하나가 아닙니다. 숫자만 반환하세요.",
  },
  "nan-returned": {
    en: "NaN comes from a value that does not exist yet, or from text. Check the names on the right-hand side.",
    ko: "NaN은 아직 없는 값이나 문자열로 계산할 때 나옵니다. 식의 오른쪽에 쓴 이름들을 확인하세요.",
  },
  "object-instead-of-pair": {
    en: "An object came back. Return both gradients as a pair in square brackets, `[dx, dy]`, in the order of the inputs.",
    ko: "객체가 돌아왔습니다. 두 미분을 입력 순서대로 대괄호로 묶어 `[dx, dy]`로 반환하세요.",
  },
  "number-instead-of-pair": {
    en: "Only one number came back. The node has two inputs, so it owes two gradients: `[dx, dy]`.",
    ko: "숫자 하나만 돌아왔습니다. 노드의 입력이 둘이므로 미분도 `[dx, dy]` 두 개를 돌려주어야 합니다.",
  },
  "wrong-length": {
    en: "The list has the wrong length. The node has two inputs, so it owes exactly two gradients: `[dx, dy]`.",
    ko: "배열의 길이가 맞지 않습니다. 노드의 입력이 둘이므로 미분은 정확히 `[dx, dy]` 두 개여야 합니다.",
  },
  "list-instead-of-array": {
    en: "A plain list came back. The next layer needs an NdArray: wrap the list, as in `nj.array(list)`.",
    ko: "일반 배열이 돌아왔습니다. 다음 계층에는 NdArray가 필요하니 `nj.array(list)`처럼 감싸서 반환하세요.",
  },
  "arrays-in-a-list": {
    en: "Several arrays came back in a list. Return the one that the caller waits for, and keep the others on the object, with `this`.",
    ko: "여러 배열을 묶어서 돌려주었습니다. 호출한 쪽이 기다리는 배열 하나만 반환하고, 나머지는 `this`로 객체에 보관하세요.",
  },
  "not-an-array": {
    en: "What came back is not an NdArray: `{got}`.",
    ko: "돌려받은 것이 NdArray가 아니라 `{got}`입니다.",
  },
  "number-instead-of-array": {
    en: "A single number came back. The whole array is needed, with one number for each place.",
    ko: "숫자 하나만 돌아왔습니다. 자리마다 값이 하나씩 있는 배열 전체가 필요합니다.",
  },
  "array-instead-of-number": {
    en: "An array came back where one number is needed. `.get(0)` reads a number out of an array, `.sum()` adds all of them up.",
    ko: "숫자 하나가 필요한 자리에 배열이 돌아왔습니다. `.get(0)`은 배열에서 숫자 하나를 꺼내고 `.sum()`은 모두 더합니다.",
  },
  "object-expected": {
    en: "Return one object that holds every value under its name, as in `{ name: value, … }`.",
    ko: "`{ name: value, … }`처럼 모든 값을 이름과 함께 담은 객체 하나를 반환하세요.",
  },
  "value-missing": {
    en: "The object has no value called `{parameter}`. Look at the spelling, capital letters included.",
    ko: "객체에 이름이 `{parameter}`인 값이 없습니다. 대소문자까지 철자를 확인하세요.",
  },
  "not-a-choice": {
    en: "`{parameter}` is `{got}`, and that is none of the words to choose from. Look at its spelling and at the quotes.",
    ko: "`{parameter}`에 적은 `{got}`은(는) 고를 수 있는 낱말이 아닙니다. 철자와 따옴표를 확인하세요.",
  },
  "graph-expected": {
    en: "`{got}` came back, not a graph. Start with `const g = graph()`, add its inputs and nodes, and end with `return g`.",
    ko: "계산 그래프가 아니라 `{got}`이(가) 돌아왔습니다. `const g = graph()`로 시작해 입력과 노드를 더하고 `return g`로 끝내세요.",
  },
  "node-for-graph": {
    en: "A node came back, and not the whole graph it belongs to. End with `return g`.",
    ko: "계산 그래프 전체가 아니라 노드 하나가 돌아왔습니다. `return g`로 끝내세요.",
  },
  "input-value": {
    en: "The nodes are right, but the value of the input `{parameter}` is not the one from the text: `{got}`.",
    ko: "노드는 모두 맞지만 입력 `{parameter}`의 값이 문제와 다릅니다. 지금 값은 `{got}`입니다.",
  },
  "input-missing": {
    en: "The graph has no input called `{parameter}`. Make each number of the bill an input of its own with `g.input`, and look at the spelling.",
    ko: "계산 그래프에 이름이 `{parameter}`인 입력이 없습니다. 계산서에 나오는 수마다 `g.input`으로 입력을 하나씩 만들고, 철자를 확인하세요.",
  },
};
