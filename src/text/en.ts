import type { Translated } from "./fill";

/** What the library says, in English: by room, each text by its name. `{blank}` is filled in. */
export const en = {
  language: {
    unknown: "{who}: expected {known}, but got {got}",
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
} as const;

/** All texts of one language. */
export type Texts = Translated<typeof en>;
