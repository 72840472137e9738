import { expect } from "chai";
import { BACKWARD, CARD, DASHES, FORWARD, MARKERS, SERIES } from "../../../src/text/palette";
import { channels, contrast, linear } from "../../support/contrast";

const READABLE = 4.5;

/** What people without red (protan) or green (deutan) cones see, by Machado and others, 2009. */
const BLINDNESS = {
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
};

function seen(colour: string, matrix: number[]): number[] {
  const rgb = channels(colour).map(linear);
  return [0, 3, 6].map((row) => rgb.reduce((sum, part, i) => sum + part * matrix[row + i], 0));
}

const distance = (a: number[], b: number[]) => Math.hypot(...a.map((part, i) => part - b[i]));

describe("the palette", () => {
  it("is measured rightly: black on white is 21, Okabe and Ito's orange too pale", () => {
    expect(contrast("#000000", "#ffffff")).to.be.closeTo(21, 1e-9);
    expect(contrast("#d55e00", "#ffffff")).to.be.lessThan(READABLE);
  });

  it("is readable on the card and on the pills", () => {
    for (const colour of [...SERIES, FORWARD, BACKWARD, CARD.ink, CARD.quiet]) {
      for (const ground of [CARD.paper, CARD.soft]) {
        expect(contrast(colour, ground), `${colour} on ${ground}`).to.be.at.least(READABLE);
      }
    }
  });

  it("keeps forward and backward apart for the colour-blind, unlike red and green", () => {
    for (const matrix of Object.values(BLINDNESS)) {
      const apart = distance(seen(FORWARD, matrix), seen(BACKWARD, matrix));
      expect(apart).to.be.greaterThan(0.25);
      expect(distance(seen("#8a5a00", matrix), seen("#4e7300", matrix))).to.be.lessThan(0.1);
    }
  });

  it("gives every colour of a chart a dash and a marker of its own", () => {
    for (const list of [SERIES, DASHES, MARKERS]) {
      expect(new Set(list).size).to.equal(SERIES.length);
    }
  });
});
