// The net of the benchmark in TensorFlow.js: `node tensorflow-step.mjs FOLDER cpu|wasm`. Speaks as numpy_step.py does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { createInterface } from "node:readline";

const load = createRequire(import.meta.url);
const tf = load("@tensorflow/tfjs-core");
const [folder, backend] = process.argv.slice(2);
if (backend === "wasm") {
  const { setWasmPaths } = load("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(
    join(dirname(load.resolve("@tensorflow/tfjs-backend-wasm/package.json")), "dist", sep),
  );
} else load("@tensorflow/tfjs-backend-cpu");
await tf.setBackend(backend);
await tf.ready();

const numbers = (name) =>
  new Float32Array(new Uint8Array(readFileSync(join(folder, `${name}.f32`))).buffer);
const [N, D, HIDDEN, CLASSES, RATE] = [100, 784, 50, 10, 0.1];
const x = tf.tensor(numbers("x"), [N, D]);
const t = tf.oneHot(tf.tensor1d([...readFileSync(join(folder, "labels.u8"))], "int32"), CLASSES);
const W1 = tf.variable(tf.tensor(numbers("W1"), [D, HIDDEN]));
const b1 = tf.variable(tf.tensor(numbers("b1"), [HIDDEN]));
const W2 = tf.variable(tf.tensor(numbers("W2"), [HIDDEN, CLASSES]));
const b2 = tf.variable(tf.tensor(numbers("b2"), [CLASSES]));

const move = (parameter, gradient) => parameter.assign(tf.sub(parameter, tf.mul(gradient, RATE)));

/** Forward, backward and update, written out: the package for gradients is a large one of its own. */
function step() {
  const a1 = tf.add(tf.matMul(x, W1), b1);
  const hidden = tf.relu(a1);
  const logs = tf.logSoftmax(tf.add(tf.matMul(hidden, W2), b2));
  const loss = tf.neg(tf.mean(tf.sum(tf.mul(t, logs), 1)));
  const dScores = tf.div(tf.sub(tf.exp(logs), t), N);
  const dHidden = tf.matMul(dScores, W2, false, true);
  const dA1 = tf.mul(dHidden, tf.cast(tf.greater(a1, 0), "float32"));
  move(W2, tf.matMul(hidden, dScores, true));
  move(b2, tf.sum(dScores, 0));
  move(W1, tf.matMul(x, dA1, true));
  move(b1, tf.sum(dA1, 0));
  return loss.dataSync()[0];
}

function steps(count) {
  const seconds = [];
  const losses = [];
  for (let i = 0; i < Number(count); i++) {
    const start = performance.now();
    losses.push(tf.tidy(step));
    seconds.push((performance.now() - start) / 1000);
  }
  return { seconds, losses };
}

function product(...request) {
  const [rows, inner, columns] = request.slice(0, 3).map(Number);
  const [transposeA, transposeB] = request.slice(3).map((word) => word === "true");
  const a = tf.randomNormal(transposeA ? [inner, rows] : [rows, inner]);
  const b = tf.randomNormal(transposeB ? [columns, inner] : [inner, columns]);
  const flops = 2 * rows * inner * columns;
  let best = Infinity;
  const end = performance.now() + 500;
  for (let i = 0; i < 3 || performance.now() < end; i++) {
    const start = performance.now();
    tf.tidy(() => tf.matMul(a, b, transposeA, transposeB).dataSync());
    best = Math.min(best, performance.now() - start);
  }
  tf.dispose([a, b]);
  return flops / best / 1e6;
}

console.log(JSON.stringify({ version: tf.version_core, backend: tf.getBackend() }));
for await (const line of createInterface({ input: process.stdin })) {
  const [request, ...words] = line.split(" ");
  console.log(JSON.stringify(request === "steps" ? steps(...words) : product(...words)));
}
