import { inspect } from "node:util";
import { expect } from "chai";
import { flat } from "../../../src/arrays/flat";
import { twoMoons } from "../../../src/datasets/two-moons";
import { accuracy } from "../../../src/network/accuracy";
import { Adam } from "../../../src/network/adam";
import { multiLayerNet } from "../../../src/network/multi-layer-net";
import { predict } from "../../../src/network/predict";
import { SGD } from "../../../src/network/sgd";
import { shuffled } from "../../../src/network/shuffled";
import { type Epoch, Trainer, type TrainerOptions } from "../../../src/network/trainer";
import { setLanguage } from "../../../src/text/language";
import { shownBy } from "../judging/showing";

const moons = twoMoons({ count: 230, seed: 2 });

const trainerOf = (options: TrainerOptions = {}) =>
  new Trainer(multiLayerNet([2, 16, 2], { seed: 3 }), moons, {
    optimizer: new SGD(0.5),
    batchSize: 50,
    display: "nothing",
    ...options,
  });

const weights = (trainer: Trainer) => Array.from(flat(trainer.net.parameters.W1));

describe("Trainer", () => {
  it("learns two moons", () => {
    const trainer = trainerOf({ optimizer: new Adam(0.02), test: moons }).run(60);
    expect(trainer.epochs.at(-1)?.accuracy).to.be.above(0.95);
    expect(trainer.epochs[0].loss).to.be.above(trainer.epochs[59].loss * 3);
  });

  it("takes every sample once an epoch, in an order that its seed decides, another one each time", () => {
    const orders: number[][] = [];
    const record = {
      length: moons.length,
      batch: (places: ArrayLike<number>) => {
        orders.push(Array.from(places));
        return moons.batch(places);
      },
    };
    const net = multiLayerNet([2, 4, 2]);
    const run = (seed: number) => {
      orders.length = 0;
      new Trainer(net, record, { batchSize: 50, seed, display: "nothing" }).run(2);
      expect(orders.map(({ length }) => length)).to.deep.equal([
        50, 50, 50, 50, 30, 50, 50, 50, 50, 30,
      ]);
      return [orders.slice(0, 5).flat(), orders.slice(5).flat()];
    };
    const [first, second] = run(1);
    const all = Array.from({ length: 230 }, (_, i) => i);
    for (const order of [first, second]) {
      expect([...order].sort((a, b) => a - b)).to.deep.equal(all);
      expect(order).not.to.deep.equal(all);
    }
    expect(first).not.to.deep.equal(second);
    expect(run(1)).to.deep.equal([first, second]);
    expect(run(2)[0]).not.to.deep.equal(first);
  });

  it("goes on where it was stopped, as if it had not been", () => {
    const whole = trainerOf({ test: moons }).run(4);
    let stop = 7;
    const epochs: Epoch[] = [];
    const stopped: Trainer = trainerOf({
      test: moons,
      onStep: (step) => {
        if (step === stop) throw new Error("stop");
      },
      onEpoch: (epoch) => epochs.push(epoch),
    });
    for (stop of [7, 10, 11]) {
      expect(() => stopped.run(4)).to.throw("stop");
      expect(stopped.step).to.equal(stop);
    }
    stop = 0;
    stopped.run(4);
    expect(weights(stopped)).to.deep.equal(weights(whole));
    expect(stopped.losses).to.deep.equal(whole.losses);
    expect(stopped.epochs).to.deep.equal(whole.epochs);
    expect(epochs).to.deep.equal(whole.epochs);
  });

  it("takes a step again that was stopped in the middle", () => {
    const whole = trainerOf().run(1);
    const update = new SGD(0.5);
    let broken = true;
    const optimizer = {
      update(...both: Parameters<SGD["update"]>) {
        if (broken) throw new Error("stop");
        update.update(...both);
      },
    };
    const trainer = trainerOf({ optimizer });
    expect(() => trainer.run(1)).to.throw("stop");
    expect(trainer.step).to.equal(0);
    broken = false;
    expect(weights(trainer.run(1))).to.deep.equal(weights(whole));
  });

  it("trains up to a number of epochs in all, also a part of one", () => {
    const trainer = trainerOf();
    expect(trainer.stepsPerEpoch).to.equal(5);
    expect(trainer.run(0.4).step).to.equal(2);
    expect(trainer.run(2).step).to.equal(10);
    expect(trainer.run(2).step).to.equal(10);
    expect(trainer.run(1).epochs.map(({ epoch }) => epoch)).to.deep.equal([1, 2]);
  });

  it("measures an epoch later that could not be measured at once", () => {
    let broken = true;
    const test = {
      length: moons.length,
      t: moons.t,
      batch: (places: ArrayLike<number>) => {
        if (broken) throw new Error("stop");
        return moons.batch(places);
      },
    };
    const trainer = trainerOf({ test });
    expect(() => trainer.run(1)).to.throw("stop");
    expect(trainer.epochs).to.deep.equal([]);
    broken = false;
    expect(trainer.run(1).epochs[0].accuracy).to.equal(accuracy(trainer.net, moons));
  });

  it("shows the loss and how far it is, in the language in force", () => {
    for (const [language, words] of [
      ["en", ["Loss while training", "steps: 20 of 20"]],
      ["ko", ["학습 중의 손실", "학습 단계: 20 / 20"]],
    ] as const) {
      setLanguage(language);
      const shown = shownBy(() => trainerOf({ display: "curve" }).run(4));
      const texts = shown.map((bundle) => String(bundle["text/plain"]));
      for (const word of words) expect(texts.join("\n")).to.include(word);
      const counts = shownBy(() => trainerOf({ display: "progress" }).run(4));
      for (const { "text/plain": text } of counts) expect(text).to.match(/\d+ (of|\/) 20/);
      expect(shownBy(() => trainerOf({ display: "nothing" }).run(4))).to.deep.equal([]);
    }
    setLanguage("en");
  });

  it("draws at most 120 points, each the mean of a few steps, and all of them after a stop", () => {
    let stop = 100;
    const trainer = trainerOf({
      display: "curve",
      onStep: (step) => {
        if (step === stop) throw new Error("stop");
      },
    });
    expect(() => shownBy(() => trainer.run(60))).to.throw("stop");
    stop = 0;
    const shown = shownBy(() => trainer.run(60));
    const figures = shown.flatMap((bundle) => bundle["application/vnd.plotly.v1+json"] ?? []);
    const { x, y } = (figures.at(-1) as { data: { x: number[]; y: number[] }[] }).data[0];
    expect(x).to.have.lengthOf(100);
    expect(x.at(-1)).to.equal(300);
    const mean = (trainer.losses[0] + trainer.losses[1] + trainer.losses[2]) / 3;
    expect(y[0]).to.be.closeTo(mean, 1e-12);
  });

  it("says how far it is in a line", () => {
    const trainer = trainerOf({ test: moons });
    expect(inspect(trainer)).to.equal("Trainer: 0 steps, 0 epochs");
    const line = /^Trainer: 7 steps, 1\.4 epochs, loss 0\.\d+, accuracy 0\.\d+$/;
    expect(inspect(trainer.run(1.4))).to.match(line);
    setLanguage("ko");
    try {
      expect(String(trainer)).to.match(/^Trainer: 7걸음, 1\.4에폭, 손실 0\.\d+, 정확도 0\.\d+$/);
    } finally {
      setLanguage("en");
    }
  });

  it("refuses settings that make no sense", () => {
    const net = multiLayerNet([2, 2]);
    const empty = { length: 0, batch: moons.batch };
    expect(() => new Trainer(net, empty)).to.throw("expected samples to learn from, but got 0");
    for (const batchSize of [0, 1.5, Number.NaN]) {
      expect(() => trainerOf({ batchSize })).to.throw("Trainer.constructor: expected batchSize");
    }
    expect(() => trainerOf({ seed: 0.5 })).to.throw("expected seed");
    expect(() => trainerOf({ display: "all" as never })).to.throw("expected display");
    for (const epochs of [-1, Number.NaN, Number.POSITIVE_INFINITY, "2" as never]) {
      expect(() => trainerOf().run(epochs)).to.throw("Trainer.run: expected epochs");
    }
  });
});

describe("predict and accuracy", () => {
  const net = multiLayerNet([2, 4, 2]);

  it("give the same for a whole set as for each sample", () => {
    const many = twoMoons({ count: 1202 });
    const labels = predict(net, many);
    expect(labels).to.have.lengthOf(1202);
    for (const i of [0, 499, 500, 1201]) {
      expect(predict(net, many.batch([i]).x)).to.deep.equal([labels[i]]);
    }
    const right = labels.filter((label, i) => label === many.t[i]).length;
    expect(accuracy(net, many)).to.equal(right / 1202);
  });

  it("refuse a set without samples or labels", () => {
    expect(() => accuracy(net, moons.slice(0, 0))).to.throw(
      "accuracy: expected at least one sample",
    );
    const { length } = moons;
    expect(() => accuracy(net, { length, batch: moons.batch } as never)).to.throw("230 labels");
  });
});

describe("shuffled", () => {
  it("holds every number once", () => {
    expect(Array.from(shuffled(1000, 5)).sort((a, b) => a - b)).to.deep.equal(
      Array.from({ length: 1000 }, (_, i) => i),
    );
    expect(shuffled(0, 1)).to.have.lengthOf(0);
  });
});
