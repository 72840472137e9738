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
export { type Batch, Dataset } from "./datasets/dataset";
export { type Mnist, mnist } from "./datasets/mnist";
export { type SpiralOptions, spiral } from "./datasets/spiral";
export { type TwoMoonsOptions, twoMoons } from "./datasets/two-moons";
export { type Comparison, compare } from "./graph/drawing/compare";
export { graph } from "./graph/drawing/drawn-graph";
export type { Graph } from "./graph/graph";
export type { GraphNode, Operand } from "./graph/node";
export type { NodeLayer } from "./graph/operation";
export { fails } from "./judging/fails";
export { type GradientCheckOptions, gradientCheck } from "./judging/gradient-check";
export type { GradientReport, GradientRow } from "./judging/gradient-report";
export { numericGradient } from "./judging/numeric-gradient";
export { todo } from "./judging/todo";
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
export { check } from "./lessons/check";
export { hint } from "./lessons/hint";
export { lesson } from "./lessons/lesson";
export { lessonMap } from "./lessons/lesson-map";
export { scorecard } from "./lessons/scorecard";
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
export type { Displayable, MimeBundle } from "./show/displayable";
export type { Figure } from "./show/figure";
export { type FigureOptions, figureBundle } from "./show/figure-bundle";
export { type LiveChart, type LiveChartOptions, liveChart } from "./show/live-chart";
export { progress } from "./show/progress";
export { show } from "./show/show";
export type { Language } from "./text/language";
