import { expect } from "chai";
import { codeCells, joined, readNotebook } from "../../../support/lessons";
import { inProject } from "../../../support/project";

describe("lesson 11, training", () => {
  // The saved outputs: the notebooks' tests compare them with those of a new training.
  const path = inProject("notebooks/en/11-training.ipynb");
  const outputs = new Map(
    codeCells(readNotebook(path)).map(({ id, outputs = [] }) => [
      id,
      outputs
        .map(({ text, data }) => joined(text ?? (data?.["text/plain"] as string)))
        .join("\n")
        .trim(),
    ]),
  );

  const numbers = (cell: string) => (outputs.get(cell)?.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

  it("reads all 70,000 images", () => {
    expect(outputs.get("data")).to.match(/^60000 10000\n\[ 3, 784 \]/);
    expect(outputs.get("first-digits")).to.include("five images: 5, 0, 4, 1, 9");
  });

  it("starts near the loss and the accuracy of chance", () => {
    const [chance, loss] = numbers("knows-nothing");
    expect(chance).to.equal(Number(Math.LN10.toFixed(4)));
    expect(loss).to.be.within(2.3, 2.6);
    expect(numbers("untrained")[0]).to.be.within(0.05, 0.15);
  });

  it("learns by hand, four lines in a loop", () => {
    expect(outputs.get("by-hand")).to.match(/^0 2\.\d+\n20 .*\n80 0\.\d+\ntrue$/s);
  });

  it("reaches 97 % on images it has never seen, and shows how", () => {
    expect(outputs.get("accuracy-reached")).to.equal("true");
    expect(outputs.get("train")).to.include("steps: 3600 of 3600");
    expect(outputs.get("train")).to.include("Loss while training");
    expect(outputs.get("accuracy-chart")).to.match(/x from 1 to 6, y from 9[45]/);
    const [learned, never] = numbers("train-and-test");
    expect(never).to.equal(97);
    expect(learned).to.be.above(never);
  });

  it("shows weights, misread digits and the hardest ones", () => {
    expect(outputs.get("weights")).to.match(/z from −3 to \d/);
    expect(outputs.get("weights")).to.match(/\n0$/);
    const pairs = outputs.get("wrong")?.match(/\d→\d/g) ?? [];
    expect(pairs).to.have.lengthOf(10);
    for (const pair of pairs) expect(pair[0]).not.to.equal(pair[2]);
    expect(outputs.get("hardest")).to.include("Misread images of each digit");
  });

  it("compares learning rates: too small hardly moves, too large bursts", () => {
    const ends = outputs.get("learning-rates")?.split("\n").at(-1) ?? "";
    const [small, slow, good, large] = ends.split("   ").map((end) => Number(end.split(": ")[1]));
    expect(small).to.be.above(2);
    expect(slow).to.be.below(small);
    expect(good).to.be.below(slow);
    expect(large).to.be.within(2, 4);
  });

  it("compares four optimizers: the three that remember end below SGD with 0.1", () => {
    const lowest = [...(outputs.get("optimizers") ?? "").matchAll(/y from ([\d.]+)/g)];
    const [sgd, ...others] = lowest.map(([, y]) => Number(y));
    expect(others).to.have.lengthOf(3);
    for (const other of others) expect(other).to.be.below(sgd);
  });

  it("saves and loads the net", () => {
    expect(outputs.get("keep")).to.equal("true");
  });
});
