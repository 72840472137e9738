import { dot } from "../../../src/arrays/dot";
import { floatData } from "../../../src/arrays/flat";
import { NdArray } from "../../../src/arrays/nj";
import type { FloatType } from "../../../src/arrays/numjs-types";
import { Random } from "../../../src/arrays/random";
import { Affine } from "../../../src/layers/affine";
import { Relu } from "../../../src/layers/relu";
import { Network } from "../../../src/network/network";
import { SGD } from "../../../src/network/sgd";
import { type Contender, timeProduct, timeSteps } from "./contender";
import { CLASSES, D, HIDDEN, N, type Problem, RATE } from "./problem";

/** The library as its training loop runs it, with all checks. */
export function ours(problem: Problem, type: FloatType): Contender {
  const array = (values: Float32Array, shape: number[]) => {
    const data = floatData(type, values.length);
    data.set(values);
    return new NdArray(data, shape);
  };
  const net = new Network({
    Affine1: new Affine(array(problem.W1, [D, HIDDEN]), array(problem.b1, [HIDDEN]), {
      needsDx: false,
    }),
    Relu1: new Relu(),
    Affine2: new Affine(array(problem.W2, [HIDDEN, CLASSES]), array(problem.b2, [CLASSES])),
  });
  const x = array(problem.x, [N, D]);
  const optimizer = new SGD(RATE);
  const step = () => {
    const loss = net.loss(x, problem.labels);
    net.backward(1, { reuseGradients: true });
    optimizer.update(net.parameters, net.gradients);
    return loss;
  };
  return {
    name: `ours ${type}`,
    steps: (count) => timeSteps(count, step),
    product(size) {
      const { rows, inner, columns, transposeA = false, transposeB = false } = size;
      const random = new Random(1);
      const a = random.normal(transposeA ? [inner, rows] : [rows, inner], type);
      const b = random.normal(transposeB ? [columns, inner] : [inner, columns], type);
      return timeProduct(size, () => dot(a, b, { transposeA, transposeB }));
    },
  };
}
