import { expect } from "chai";
import { tidySvg } from "../../../src/show/tidy-svg";

const tidy = (inside: string) =>
  /<\/?card\/>(.*)<\/svg>$/s.exec(
    tidySvg(`<svg><rect style="x"/><card/>${inside}</svg>`, 4, 2),
  )?.[1];

describe("tidySvg", () => {
  it("leaves out of a style what holds anyway, and writes colours short", () => {
    expect(
      tidy('<path style="fill: none; stroke: rgb(0, 103, 165); stroke-opacity: 1; opacity: 1;"/>'),
    ).to.equal('<path style="fill: none; stroke: #0067a5"/>');
    expect(
      tidy('<path style="opacity: 1;"/><path style="opacity: 0.5; stroke-width: 1px;"/>'),
    ).to.equal('<path/><path style="opacity: 0.5; stroke-width: 1px"/>');
    expect(tidy('<path style="fill: rgba(1, 2, 3, 0.5);"/>')).to.include("rgba(1, 2, 3, 0.5)");
  });

  it("keeps what stands against a group that hands something else down", () => {
    const inside = '<g style="stroke-opacity: 0.5"><path style="stroke-opacity: 1"/></g>';
    expect(tidy(inside)).to.equal(inside);
    expect(tidy('<path style="stroke-opacity: 0"/><path style="stroke-opacity: 1"/>')).to.equal(
      '<path style="stroke-opacity: 0"/><path/>',
    );
  });

  it("removes groups that hold nothing, also around each other", () => {
    expect(tidy('<g class="a"><g/><g></g></g><path d="M0,0"/>')).to.equal('<path d="M0,0"/>');
  });
});
