import { expect } from "chai";
import { contentsOf, RawKernel, resultText } from "../../support/raw-kernel";

describe("kernel: the text of values", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  const nasty: [string, string, RegExp][] = [
    ["a throwing getter", "({ get x(): number { throw new Error('no'); } })", /\[Getter\]/],
    [
      "a Proxy that throws at everything",
      "new Proxy({}, new Proxy({}, { get() { throw new Error('trap'); } }))",
      /\{\}/,
    ],
    [
      "a Proxy that has everything",
      "(() => { const all: any = new Proxy(() => {}, { get: () => all, has: () => true, apply: () => all }); return all; })()",
      /Function/,
    ],
    ["a cycle", "(() => { const a: any = { b: { c: {} } }; a.b.c = a; return a; })()", /Circular/],
    [
      "an object with 200,000 properties",
      "Object.fromEntries(Array.from({ length: 2e5 }, (_, i) => ['k' + i, i]))",
      /199000 more properties/,
    ],
    [
      "a deep and wide structure",
      "(() => { const wide = (n: number): any => n === 0 ? 1 : Array.from({ length: 100 }, () => wide(n - 1)); return wide(3); })()",
      /\[Array\]/,
    ],
    ["an array of ten million", "new Array(1e7).fill(0)", /9999900 more items/],
    ["a string of ten million", "'x'.repeat(1e7)", /more characters/],
    [
      "a text of its own without measure",
      "({ [Symbol.for('nodejs.util.inspect.custom')]: () => 'y'.repeat(1e7) })",
      /more characters/,
    ],
  ];
  for (const [name, code, expected] of nasty) {
    it(`shows ${name} as short text, without taking long, as a result and with display`, async () => {
      const made = await kernel.run(`const subject: any = ${code};`);
      expect(made.reply.status, String(made.reply.evalue)).to.equal("ok");
      const { reply, messages } = await kernel.run("display(subject);\nsubject");
      expect(reply.status, String(reply.evalue)).to.equal("ok");
      const [shown] = contentsOf(messages, "display_data").map(
        ({ data }) => (data as Record<string, string>)["text/plain"],
      );
      expect(shown).to.match(expected);
      expect(shown.length).to.be.below(110_000);
      expect(resultText(messages)).to.equal(shown);
    });
  }

  it("shows arrays as the library writes them: aligned, and shortened when large", async () => {
    const small = await kernel.run(
      "import { nj } from 'backprop';\nnj.array([[1.5, -200], [3, 4]])",
    );
    expect(resultText(small.messages)).to.contain("[[ 1.5, -200],\n       [   3,    4]]");
    const large = await kernel.run("nj.zeros([1000, 1000])");
    const text = resultText(large.messages) ?? "";
    expect(text).to.contain("...").and.contain("shape=[1000, 1000]");
    expect(text.length).to.be.below(5000);
  });
});
