import { expect } from "chai";
import { KIND, RingReader, RingWriter } from "../../../../../kernel-setup/kernel/node/bridge/ring";
import { createSharedMemory } from "../../../../../kernel-setup/kernel/node/bridge/shared-memory";

/** A small ring whose reader empties it whenever it is woken, as the other thread would. */
function ring(bytes = 512) {
  const memory = createSharedMemory(bytes);
  const reader = new RingReader(memory);
  const read: [number, string, string | unknown][] = [];
  function readAll(): void {
    reader.answerWake();
    for (let item = reader.next(); item !== undefined; item = reader.next()) {
      if (item.kind === "message") read.push([item.cell, item.kind, item.message]);
      else read.push([item.cell, item.kind, Buffer.from(item.bytes).toString("latin1")]);
    }
  }
  const wakes: number[] = [];
  const writer = new RingWriter(memory, (wake) => {
    wakes.push(wake);
    if (wake === 2) readAll();
  });
  /** The bytes of a stream as text. */
  const text = (kind: string) =>
    Buffer.from(read.map(([, k, data]) => (k === kind ? data : "")).join(""), "latin1").toString();
  return { writer, read, readAll, text, wakes, memory };
}

describe("ring", () => {
  it("carries text, bytes and messages in order, with their cells", () => {
    const { writer, read, readAll } = ring();
    writer.text(KIND.stdout, 1, "a");
    writer.bytes(KIND.stderr, 2, Uint8Array.of(98));
    writer.message(3, { c: [1, "둘"] });
    writer.text(KIND.stdout, 4, "");
    readAll();
    expect(read).to.deep.equal([
      [1, "stdout", "a"],
      [2, "stderr", "b"],
      [3, "message", { c: [1, "둘"] }],
    ]);
  });

  it("wakes the reader softly for text, at once for messages, and no oftener than needed", () => {
    const { writer, wakes, readAll } = ring();
    writer.text(KIND.stdout, 1, "a");
    writer.text(KIND.stdout, 1, "b");
    expect(wakes).to.deep.equal([1]);
    writer.message(1, {});
    expect(wakes).to.deep.equal([1, 2]);
    readAll();
    writer.text(KIND.stdout, 1, "c");
    expect(wakes).to.deep.equal([1, 2, 1]);
    writer.recover();
    writer.text(KIND.stdout, 1, "d");
    expect(wakes).to.deep.equal([1, 2, 1, 1]);
  });

  it("loses no character of texts of any length, around its end and beyond its size", () => {
    const { writer, text, readAll } = ring();
    let expected = "";
    for (let length = 0; length < 700; length += 7) {
      const piece = Array.from("가a😀\u00e9".repeat(length)).slice(0, length).join("");
      expected += piece;
      writer.text(KIND.stdout, 1, piece);
    }
    const long = "x😀한".repeat(40_000);
    writer.text(KIND.stdout, 1, long);
    readAll();
    expect(text("stdout") === expected + long).to.equal(true);
  });

  it("carries messages and bytes larger than itself", () => {
    const { writer, read, readAll, text } = ring();
    const message = { html: "한글".repeat(3000) };
    writer.message(5, message);
    writer.bytes(KIND.stderr, 5, Buffer.from("z".repeat(5000)));
    readAll();
    expect(read[0]).to.deep.equal([5, "message", message]);
    expect(text("stderr")).to.equal("z".repeat(5000));
  });

  it("survives 20,000 random records in a small ring", () => {
    const { writer, read, readAll } = ring(256);
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const sent: string[] = [];
    for (let i = 0; i < 20_000; i++) {
      const body = `${i}:${"m".repeat(random(120))}`;
      sent.push(body);
      writer.message(i, body);
    }
    readAll();
    expect(read.map(([, , message]) => message)).to.deep.equal(sent);
  });

  it("throws away a message whose writer was cut off, and reads on", () => {
    const { memory, read, readAll, writer } = ring();
    const words = new Int32Array(memory.ring);
    const flags = new Int32Array(memory.flags);
    words.set([4, KIND.first, 9, 0x7b7b7b7b], 0);
    flags[0] = 16;
    writer.message(2, "whole");
    readAll();
    expect(read).to.deep.equal([[2, "message", "whole"]]);
  });
});
