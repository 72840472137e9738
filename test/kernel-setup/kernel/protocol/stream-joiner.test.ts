import { expect } from "chai";
import { StreamJoiner } from "../../../../kernel-setup/kernel/protocol/stream-joiner";

describe("StreamJoiner", () => {
  let published: [string, number, string][];
  let joiner: StreamJoiner;
  beforeEach(() => {
    published = [];
    joiner = new StreamJoiner((...message) => published.push(message));
  });

  it("joins neighbours of the same stream and cell, and no others", () => {
    for (const [name, cell, text] of [
      ["stdout", 1, "a"],
      ["stdout", 1, "b"],
      ["stderr", 1, "c"],
      ["stdout", 1, "d"],
      ["stdout", 2, "e"],
    ] as const) {
      joiner.add(name, cell, Buffer.from(text));
    }
    joiner.flush();
    joiner.flush();
    expect(published).to.deep.equal([
      ["stdout", 1, "ab"],
      ["stderr", 1, "c"],
      ["stdout", 1, "d"],
      ["stdout", 2, "e"],
    ]);
  });

  it("cuts long text into messages of bounded size, never inside a character", () => {
    const text = "한😀a".repeat(40_000);
    joiner.add("stdout", 1, Buffer.from(text));
    joiner.flush();
    expect(published.length).to.be.greaterThan(3);
    for (const [, , piece] of published) expect(Buffer.byteLength(piece)).to.be.at.most(1 << 16);
    expect(published.map(([, , piece]) => piece).join("") === text).to.equal(true);
  });
});
