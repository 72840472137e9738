import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { home } from "../home/here";
import { INSPECT } from "../home/home";
import { progress } from "../show/progress";
import { expectOptions } from "../text/expect-options";
import { formatNumber } from "../text/format-number";
import { say } from "../text/language";
import { words } from "../text/texts";
import { accuracy } from "./accuracy";
import { expectNet, expectSamples, instead } from "./expect";
import { LossCurve } from "./loss-curve";
import type { Network } from "./network";
import type { Optimizer } from "./optimizer";
import type { Samples } from "./samples";
import { SGD } from "./sgd";
import { shuffled } from "./shuffled";

/** How a net did in one epoch. */
export interface Epoch {
  /** From 1 on. */
  epoch: number;
  /** The mean loss of its steps. */
  loss: number;
  /** The part of the test samples that the net got right after it; without test samples, undefined. */
  accuracy: number | undefined;
}

/** How a net is trained. */
export interface TrainerOptions {
  /** Default: `new SGD(0.1)`. */
  optimizer?: Optimizer;
  /** Samples in a mini-batch. Default: 100. The last one of an epoch may be smaller. */
  batchSize?: number;
  /** Decides the order of the samples, another one in each epoch. Default: 1. */
  seed?: number;
  /** Samples to measure the accuracy with after each epoch; the net never learns from them. */
  test?: Samples & { t: ArrayLike<number> };
  /** Called after each step with the number of steps so far, from 1 on, and the step's loss. */
  onStep?: (step: number, loss: number) => void;
  /** Called after each epoch. */
  onEpoch?: (epoch: Epoch) => void;
  /** What stands below the cell while it trains. Default: `curve`, the loss and a progress line. */
  display?: "curve" | "progress" | "nothing";
}

const OPTIONS = {
  optimizer: true,
  batchSize: true,
  seed: true,
  test: true,
  onStep: true,
  onEpoch: true,
  display: true,
} as const;

/**
 * Trains a net: takes mini-batches in a seeded order, and for each one goes forward, backward and
 * lets the optimizer change the parameters.
 *
 * Introduced in lesson 11.
 *
 * It can be interrupted at any point, also in the middle of a step, and `run` goes on from there:
 * steps that were done count, the step that was not is taken again. A callback that throws stops it
 * likewise.
 *
 * @example
 * const net = multiLayerNet([2, 8, 2]);
 * const trainer = new Trainer(net, twoMoons(), { optimizer: new SGD(0.5), display: "nothing" });
 * trainer.run(20);
 * trainer.step; // 40
 * accuracy(net, twoMoons()) > 0.85; // true
 */
export class Trainer {
  readonly net: Network;
  /** The loss of each step so far. */
  readonly losses: number[] = [];
  /** Each epoch that is done. */
  readonly epochs: Epoch[] = [];
  readonly #samples: Samples;
  readonly #options: TrainerOptions;
  readonly #optimizer: Optimizer;
  readonly #batchSize: number;
  #order: { epoch: number; places: Uint32Array } | undefined;

  /** @throws when there is no net or no samples, or an option is unknown or makes no sense */
  constructor(net: Network, samples: Samples, options: TrainerOptions = {}) {
    const who = "Trainer.constructor";
    expectOptions(who, options, OPTIONS);
    expectNet(who, net, "loss");
    expectSamples(who, "samples", samples);
    if (options.test !== undefined) expectSamples(who, "test", options.test);
    if (options.optimizer !== undefined && typeof options.optimizer?.update !== "function") {
      const expected = words("expected.method", { name: "optimizer", method: "update" });
      fail(who, expected, instead(options.optimizer));
    }
    for (const name of ["onStep", "onEpoch"] as const) {
      if (options[name] === undefined || typeof options[name] === "function") continue;
      fail(who, words("expected.function", { name }), describe(options[name]));
    }
    const { batchSize = 100, seed = 1, display = "curve" } = options;
    if (!(samples.length > 0)) fail(who, words("expected.samples"), home.inspect(samples.length));
    if (!Number.isInteger(batchSize) || batchSize < 1) {
      fail(
        who,
        words("expected.wholeFrom", { name: "batchSize", from: 1 }),
        home.inspect(batchSize),
      );
    }
    if (!Number.isInteger(seed)) {
      fail(who, words("expected.whole", { name: "seed" }), home.inspect(seed));
    }
    if (!["curve", "progress", "nothing"].includes(display)) {
      const choice = { name: "display", a: '"curve"', b: '"progress"', c: '"nothing"' };
      fail(who, words("expected.oneOfThree", choice), home.inspect(display));
    }
    this.net = net;
    this.#samples = samples;
    this.#options = { ...options };
    this.#optimizer = options.optimizer ?? new SGD(0.1);
    this.#batchSize = Math.min(batchSize, samples.length);
  }

  /** Steps done so far. */
  get step(): number {
    return this.losses.length;
  }

  /** Steps that make one epoch: every sample once. */
  get stepsPerEpoch(): number {
    return Math.ceil(this.#samples.length / this.#batchSize);
  }

  /**
   * Trains until so many epochs are done in all: after an interrupt the same call does the rest, and
   * once they are done it does nothing.
   *
   * @param epochs in all, from 0 on; a part of one is allowed, such as 0.5
   * @returns the trainer itself
   * @throws what a layer, the optimizer or a callback throws; and when epochs makes no sense
   */
  run(epochs: number): this {
    if (!(epochs >= 0 && Number.isFinite(epochs))) {
      fail(
        "Trainer.run",
        words("expected.numberFrom", { name: "epochs", from: 0 }),
        home.inspect(epochs),
      );
    }
    const { display = "curve" } = this.#options;
    const last = Math.round(epochs * this.stepsPerEpoch);
    this.#finishEpochs(); // one may have been stopped before it was measured
    const left = Math.max(0, last - this.step);
    if (left === 0) return this;
    const curve = display === "curve" ? new LossCurve(last, this.losses) : undefined;
    const label = say(words("training.steps"));
    const rounds = display === "nothing" ? times(left) : progress(left, label);
    try {
      for (const _ of rounds) {
        this.#takeStep();
        curve?.add(this.losses);
        this.#finishEpochs();
      }
    } finally {
      curve?.end();
    }
    return this;
  }

  /** How far it is, in a line. */
  toString(): string {
    const { step, stepsPerEpoch, losses, epochs } = this;
    const done = Number((step / stepsPerEpoch).toFixed(2));
    const parts = [words("training.done", { steps: step, epochs: done })];
    if (losses.length > 0) {
      const loss = formatNumber(losses[losses.length - 1]);
      parts.push(words("training.last-loss", { loss }));
    }
    const right = epochs[epochs.length - 1]?.accuracy;
    if (right !== undefined) {
      parts.push(words("training.accuracy", { accuracy: formatNumber(right) }));
    }
    return `Trainer: ${parts.map(say).join(", ")}`;
  }

  [INSPECT](): string {
    return this.toString();
  }

  #takeStep(): void {
    home.look();
    const { x, t } = this.#samples.batch(this.#places());
    const loss = this.net.loss(x, t);
    this.net.backward(1, { reuseGradients: true });
    this.#optimizer.update(this.net.parameters, this.net.gradients);
    // Only now does the step count: interrupted before, it is taken again.
    this.losses.push(loss);
    this.#options.onStep?.(this.step, loss);
  }

  /** Measures the epochs that are done and not measured yet. */
  #finishEpochs(): void {
    const size = this.stepsPerEpoch;
    while (this.epochs.length < Math.floor(this.step / size)) {
      const epoch = this.epochs.length + 1;
      const losses = this.losses.slice((epoch - 1) * size, epoch * size);
      const loss = losses.reduce((sum, value) => sum + value, 0) / size;
      const { test, onEpoch } = this.#options;
      const done = { epoch, loss, accuracy: test && accuracy(this.net, test) };
      this.epochs.push(done);
      onEpoch?.(done);
    }
  }

  /** The places of the samples of the next step. */
  #places(): Uint32Array {
    const epoch = Math.floor(this.step / this.stepsPerEpoch);
    if (this.#order?.epoch !== epoch) {
      this.#order = { epoch, places: shuffled(this.#samples.length, this.#seed(epoch)) };
    }
    const from = (this.step % this.stepsPerEpoch) * this.#batchSize;
    return this.#order.places.subarray(from, from + this.#batchSize);
  }

  /** Each epoch has a seed of its own, so that its order does not depend on what came before. */
  #seed(epoch: number): number {
    return (this.#options.seed ?? 1) * 1_000_003 + epoch;
  }
}

function* times(count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield i;
}
