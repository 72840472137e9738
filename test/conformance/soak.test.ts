import { expect } from "chai";
import { treeMemory } from "../support/process-memory";
import { contentsOf, MAIN, RawKernel, resultText, streamText } from "../support/raw-kernel";

const CELLS = 1000;

/** The most that the kernel may take in the end, and that its live objects may grow from the 200th cell on, in MB. */
const MOST_MEMORY = 400;
const MOST_GROWTH = 60;

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
    kernel = await RawKernel.start({ command: (file) => ["--expose-gc", MAIN, file] });
  });
  after(() => kernel.stop());

  let memory = 0;
  const live = { after200: 0, after1000: 0 };
  /** Processor time of the kernel after each hundred cells, in microseconds. */
  const processor: number[] = [];

  /** A number that the kernel knows, asked silently, so that the cells keep their numbers. */
  async function ask(expression: string): Promise<number> {
    const { reply } = await kernel.run("", { silent: true, user_expressions: { expression } });
    const answers = reply.user_expressions as { expression: { data: Record<string, string> } };
    return Number(answers.expression.data["text/plain"]);
  }

  const processorTime = () => ask("(({ user, system }) => user + system)(process.cpuUsage())");
  const liveMegabytes = () => ask("(globalThis as any).gc(), process.memoryUsage().heapUsed / 1e6");

  it("lose no message, keep their order and stay with their cells", async () => {
    for (let n = 1; n <= CELLS; n++) {
      const { reply, messages } = await kernel.run(cell(n));
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
      if (n % 100 === 0) processor.push(await processorTime());
      if (n === 200) live.after200 = await liveMegabytes();
    }
    memory = treeMemory(Number(kernel.process.pid));
    live.after1000 = await liveMegabytes();
    expect(kernel.stderr).to.equal("");
  });

  it(`leave the kernel below ${MOST_MEMORY} MB, and what lives in it grows by less than ${MOST_GROWTH} MB`, () => {
    expect(memory).to.be.greaterThan(0).and.below(MOST_MEMORY);
    expect(live.after200).to.be.greaterThan(0);
    expect(live.after1000 - live.after200).to.be.below(MOST_GROWTH);
  });

  it("take no more of the processor at the end than at the start", () => {
    const [first, second] = processor;
    const early = second - first;
    const late = (processor.at(-1) ?? 0) - (processor.at(-2) ?? 0);
    expect(early).to.be.greaterThan(0);
    expect(late, `a hundred cells took ${early} µs at the start`).to.be.below(3 * early);
  });

  it("can still all be used", async () => {
    const { messages } = await kernel.run(`list1[1] + list${CELLS}[1]`);
    expect(resultText(messages)).to.equal(String(1 + CELLS));
  });
});
