import { say } from "../words/language";
import { currentLesson } from "./current-lesson";
import { describe } from "./describe";
import type { Exercise } from "./exercise";
import { guessOrder } from "./exercises/00-1-guess-order";
import { double } from "./exercises/00-2-double";
import { receipt } from "./exercises/00-3-receipt";
import { neuron } from "./exercises/01-1-neuron";
import { guessChanged } from "./exercises/01-2-guess-changed";
import { roles } from "./exercises/01-3-roles";
import { trainingStep } from "./exercises/01-4-training-step";
import { guessRise } from "./exercises/02-1-guess-rise";
import { stationery } from "./exercises/02-2-stationery";
import { wayBack } from "./exercises/02-3-way-back";
import { counts } from "./exercises/02-4-counts";
import { guessDx } from "./exercises/03-1-guess-dx";
import { cubeBackward } from "./exercises/03-2-cube-backward";
import { chainBackward } from "./exercises/03-3-chain-backward";
import { slope } from "./exercises/03-4-slope";
import { guessMulDx } from "./exercises/04-1-guess-dx";
import { mulBackward } from "./exercises/04-2-mul-backward";
import { maxBackward } from "./exercises/04-3-max-backward";
import { sharedBackward } from "./exercises/04-4-shared-value";
import { guessDTax } from "./exercises/05-1-guess-dtax";
import { addLayer } from "./exercises/05-2-add-layer";
import { divLayer } from "./exercises/05-3-div-layer";
import { basket } from "./exercises/05-4-basket";
import { guessThrough } from "./exercises/06-1-guess-through";
import { reluLayer } from "./exercises/06-2-relu";
import { leakyLayer } from "./exercises/06-3-leaky-relu";
import { absLayer } from "./exercises/06-4-abs";
import { steepest } from "./exercises/07-1-steepest";
import { sigmoidLayer } from "./exercises/07-2-sigmoid";
import { throughLayers } from "./exercises/07-3-through-layers";
import { tanhLayer } from "./exercises/07-4-tanh";
import { affineShapes } from "./exercises/08-1-shapes";
import { weightGradient } from "./exercises/08-2-weight-gradient";
import { affineLayer } from "./exercises/08-3-affine";
import { anyAffine } from "./exercises/08-4-any-affine";
import { pull } from "./exercises/09-1-pull";
import { softmaxFunction } from "./exercises/09-2-softmax";
import { lossFunction } from "./exercises/09-3-loss";
import { lossLayer } from "./exercises/09-4-softmax-with-loss";
import { guessPasses } from "./exercises/10-1-guess-passes";
import { numericGradientOfMatrix } from "./exercises/10-2-numeric-gradient";
import { relativeError } from "./exercises/10-3-relative-error";
import { softplusLayer } from "./exercises/10-4-softplus-layer";
import { guessSteps } from "./exercises/11-1-guess-steps";
import { accuracyOfScores } from "./exercises/11-2-accuracy";
import { sgdStep } from "./exercises/11-3-sgd-step";
import { momentum } from "./exercises/11-4-momentum";
import { names } from "./exercises/12-13-names";
import { repairs } from "./exercises/12-repairs";

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
  throw new Error(
    say({
      en: `${caller}: expected the id of an exercise, one of ${known}, but got ${got}`,
      ko: `${caller}: 연습문제 번호(${known} 중 하나)를 넘겨야 하는데 받은 것은 ${got}입니다`,
    }),
  );
}
