import { describe } from "../judging/describe";
import type { Exercise } from "../judging/exercise";
import { say } from "../text/language";
import { words } from "../text/texts";
import { guessOrder } from "./00-start-here/00-1-guess-order";
import { double } from "./00-start-here/00-2-double";
import { receipt } from "./00-start-here/00-3-receipt";
import { neuron } from "./01-forward-and-backward/01-1-neuron";
import { guessChanged } from "./01-forward-and-backward/01-2-guess-changed";
import { roles } from "./01-forward-and-backward/01-3-roles";
import { trainingStep } from "./01-forward-and-backward/01-4-training-step";
import { guessRise } from "./02-computational-graphs/02-1-guess-rise";
import { stationery } from "./02-computational-graphs/02-2-stationery";
import { wayBack } from "./02-computational-graphs/02-3-way-back";
import { counts } from "./02-computational-graphs/02-4-counts";
import { guessDx } from "./03-chain-rule/03-1-guess-dx";
import { cubeBackward } from "./03-chain-rule/03-2-cube-backward";
import { chainBackward } from "./03-chain-rule/03-3-chain-backward";
import { slope } from "./03-chain-rule/03-4-slope";
import { guessMulDx } from "./04-add-and-multiply-nodes/04-1-guess-dx";
import { mulBackward } from "./04-add-and-multiply-nodes/04-2-mul-backward";
import { maxBackward } from "./04-add-and-multiply-nodes/04-3-max-backward";
import { sharedBackward } from "./04-add-and-multiply-nodes/04-4-shared-value";
import { guessDTax } from "./05-simple-layers/05-1-guess-dtax";
import { addLayer } from "./05-simple-layers/05-2-add-layer";
import { divLayer } from "./05-simple-layers/05-3-div-layer";
import { basket } from "./05-simple-layers/05-4-basket";
import { guessThrough } from "./06-relu/06-1-guess-through";
import { reluLayer } from "./06-relu/06-2-relu";
import { leakyLayer } from "./06-relu/06-3-leaky-relu";
import { absLayer } from "./06-relu/06-4-abs";
import { steepest } from "./07-sigmoid/07-1-steepest";
import { sigmoidLayer } from "./07-sigmoid/07-2-sigmoid";
import { throughLayers } from "./07-sigmoid/07-3-through-layers";
import { tanhLayer } from "./07-sigmoid/07-4-tanh";
import { affineShapes } from "./08-affine/08-1-shapes";
import { weightGradient } from "./08-affine/08-2-weight-gradient";
import { affineLayer } from "./08-affine/08-3-affine";
import { anyAffine } from "./08-affine/08-4-any-affine";
import { pull } from "./09-softmax-with-loss/09-1-pull";
import { softmaxFunction } from "./09-softmax-with-loss/09-2-softmax";
import { lossFunction } from "./09-softmax-with-loss/09-3-loss";
import { lossLayer } from "./09-softmax-with-loss/09-4-softmax-with-loss";
import { guessPasses } from "./10-gradient-check/10-1-guess-passes";
import { numericGradientOfMatrix } from "./10-gradient-check/10-2-numeric-gradient";
import { relativeError } from "./10-gradient-check/10-3-relative-error";
import { softplusLayer } from "./10-gradient-check/10-4-softplus-layer";
import { guessSteps } from "./11-training/11-1-guess-steps";
import { accuracyOfScores } from "./11-training/11-2-accuracy";
import { sgdStep } from "./11-training/11-3-sgd-step";
import { momentum } from "./11-training/11-4-momentum";
import { names } from "./12-bug-museum/12-13-names";
import { repairs } from "./12-bug-museum/12-repairs";
import { currentLesson } from "./current-lesson";

/** All exercises, in the order of the lessons. */
export const EXERCISES: readonly Exercise[] = [
  guessOrder,
  double,
  receipt,
  neuron,
  guessChanged,
  roles,
  trainingStep,
  guessRise,
  stationery,
  wayBack,
  counts,
  guessDx,
  cubeBackward,
  chainBackward,
  slope,
  guessMulDx,
  mulBackward,
  maxBackward,
  sharedBackward,
  guessDTax,
  addLayer,
  divLayer,
  basket,
  guessThrough,
  reluLayer,
  leakyLayer,
  absLayer,
  steepest,
  sigmoidLayer,
  throughLayers,
  tanhLayer,
  affineShapes,
  weightGradient,
  affineLayer,
  anyAffine,
  pull,
  softmaxFunction,
  lossFunction,
  lossLayer,
  guessPasses,
  numericGradientOfMatrix,
  relativeError,
  softplusLayer,
  guessSteps,
  accuracyOfScores,
  sgdStep,
  momentum,
  ...repairs,
  names,
];

/** The exercise of that id; an unknown one is told what there is in the lesson at hand. */
export function findExercise(caller: string, id: string): Exercise {
  const found = EXERCISES.find((exercise) => exercise.id === id);
  if (found !== undefined) return found;
  const lesson = currentLesson();
  const here = EXERCISES.filter((exercise) => exercise.id.startsWith(`${lesson}-`));
  const ids = (here.length > 0 ? here : EXERCISES).map((exercise) => `"${exercise.id}"`);
  const [known, got] = [ids.join(", "), describe(id)];
  throw new Error(say(words("exercise.unknown", { caller, known, got })));
}
