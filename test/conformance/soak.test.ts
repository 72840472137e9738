import { expect } from "chai";
import { treeMemory } from "../support/process-memory";
import { contentsOf, RawKernel, resultText, streamText } from "../support/raw-kernel";

const CELLS = 1000;

/** The most that the kernel may take in the end, and that it may grow from the 200th cell on, in MB. */
const MOST_MEMORY = 400;
const MOST_GROWTH = 120;

/** A cell that declares, prints on both streams, shows a display and has a value. */
const cell = (n: number) => `
const list${n} = Array.from({ length: 50 }, (_, i) => i * ${n});
for (const x of list${n}) console.log("line", x);
console.error("warning ${n}");
display({ "text/html": "<b>${n}</b>", "text/plain": "${n}" });
await new Promise((resolve) => setTimeout(resolve, 1));
console.log("late ${n}");
list${n}.length + ${n}`;

const printed = (n: number) =>
  `${Array.from({ length: 50 }, (_, i) => `line ${i * n}\n`).join("")}late ${n}\n`;

describe(`${CELLS} cells in a row`, function () {
  this.timeout(240_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  const memory = { after200: 0, after1000: 0 };
  const milliseconds: number[] = [];

  it("lose no message, keep their order and stay with their cells", async () => {
    for (let n = 1; n <= CELLS; n++) {
      const start = performance.now();
      const { reply, messages } = await kernel.run(cell(n));
      milliseconds.push(performance.now() - start);
      expect(reply, `cell ${n}`).to.include({ status: "ok", execution_count: n });
      expect(streamText(messages)).to.equal(printed(n));
      expect(streamText(messages, "stderr")).to.equal(`warning ${n}\n`);
      expect(contentsOf(messages, "display_data").map(({ data }) => data)).to.deep.equal([
        { "text/html": `<b>${n}</b>`, "text/plain": `${n}` },
      ]);
      expect(resultText(messages)).to.equal(String(50 + n));
      const states = contentsOf(messages, "status").map((status) => status.execution_state);
      expect(states).to.deep.equal(["busy", "idle"]);
      expect(messages[0].content.execution_state).to.equal("busy");
      expect(messages.at(-1)?.content.execution_state).to.equal("idle");
      if (n === 200) memory.after200 = treeMemory(Number(kernel.process.pid));
    }
    memory.after1000 = treeMemory(Number(kernel.process.pid));
    expect(kernel.stderr).to.equal("");
  });

  it(`leave the kernel below ${MOST_MEMORY} MB, and grow it by less than ${MOST_GROWTH} MB from the 200th on`, () => {
    expect(memory.after1000).to.be.greaterThan(0).and.below(MOST_MEMORY);
    expect(memory.after1000 - memory.after200).to.be.below(MOST_GROWTH);
  });

  it("take no longer at the end than at the start", () => {
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];
    const early = median(milliseconds.slice(100, 200));
    const late = median(milliseconds.slice(-100));
    expect(late, `a cell took ${early} ms at the start`).to.be.below(2 * early);
  });

  it("can still all be used", async () => {
    const { messages } = await kernel.run(`list1[1] + list${CELLS}[1]`);
    expect(resultText(messages)).to.equal(String(1 + CELLS));
  });
});
