export { addBias } from "./arrays/add-bias";
export { argmax } from "./arrays/argmax";
export { columnSums } from "./arrays/column-sums";
export { type DotOptions, dot } from "./arrays/dot";
export { map, mapPairs } from "./arrays/map";
export { NdArray, nj } from "./arrays/nj";
export type {
  ArrayInput,
  DType,
  FloatType,
  NestedArray,
  NumJs,
  TypedArray,
} from "./arrays/numjs-types";
export { Random } from "./arrays/random";
export { logSoftmaxRows, softmaxRows } from "./arrays/softmax-rows";
export { toNdArray } from "./arrays/to-ndarray";
export type { Figure } from "./charts/figure";
export { type FigureOptions, figureBundle } from "./charts/figure-bundle";
export { check } from "./checks/check";
export { fails } from "./checks/fails";
export { type GradientCheckOptions, gradientCheck } from "./checks/gradient-check";
export type { GradientReport, GradientRow } from "./checks/gradient-report";
export { hint } from "./checks/hint";
export { numericGradient } from "./checks/numeric-gradient";
export { scorecard } from "./checks/scorecard";
export { todo } from "./checks/todo";
export { type Batch, Dataset } from "./datasets/dataset";
export { type Mnist, mnist } from "./datasets/mnist";
export { type SpiralOptions, spiral } from "./datasets/spiral";
export { type TwoMoonsOptions, twoMoons } from "./datasets/two-moons";
export type { Displayable, MimeBundle } from "./display/displayable";
export { type LiveChart, type LiveChartOptions, liveChart } from "./display/live-chart";
export { progress } from "./display/progress";
export { show } from "./display/show";
export { type Comparison, compare } from "./graph/compare";
export { type Graph, graph, type Operand } from "./graph/graph";
export type { GraphNode } from "./graph/node";
export type { NodeLayer } from "./graph/operations";
export { AddLayer } from "./layers/add";
export { Affine, type AffineOptions } from "./layers/affine";
export type { NumberOrArray } from "./layers/each";
export { MulLayer } from "./layers/mul";
export type {
  Label,
  Labels,
  OneHot,
  OneHotRows,
  ScoreRows,
  Scores,
  TargetsFor,
} from "./layers/one-hot";
export { Relu } from "./layers/relu";
export { Sigmoid } from "./layers/sigmoid";
export { SoftmaxWithLoss } from "./layers/softmax-with-loss";
export { lesson } from "./lessons/lesson";
export { lessonMap } from "./lessons/lesson-map";
export { accuracy } from "./network/accuracy";
export { AdaGrad } from "./network/adagrad";
export { Adam } from "./network/adam";
export { initialWeights, type Spread } from "./network/initial-weights";
export type { Layer, LossLayer, NamedArrays, Targets } from "./network/layer";
export { loadParameters } from "./network/load-parameters";
export { Momentum } from "./network/momentum";
export { type MultiLayerNetOptions, multiLayerNet } from "./network/multi-layer-net";
export { Network } from "./network/network";
export type { Optimizer } from "./network/optimizer";
export { predict } from "./network/predict";
export type { Samples } from "./network/samples";
export { saveParameters } from "./network/save-parameters";
export { SGD } from "./network/sgd";
export { type Epoch, Trainer, type TrainerOptions } from "./network/trainer";
export type { Language } from "./words/language";
