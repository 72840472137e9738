import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

describe("kernel: output", function () {
  this.timeout(120_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  it("sends log, info, debug to stdout and warn, error to stderr", async () => {
    const { messages } = await kernel.run(
      "console.log('a'); console.info('b'); console.debug('c'); process.stdout.write('d');\n" +
        "console.error('e'); console.warn('f'); process.stderr.write('g');",
    );
    expect(streamText(messages, "stdout")).to.equal("a\nb\nc\nd");
    expect(streamText(messages, "stderr")).to.equal("e\nf\ng");
  });

  it("prints without colours, as to a file", async () => {
    const { messages } = await kernel.run("console.log({ a: 1, b: 'x' }, process.stdout.isTTY)");
    expect(streamText(messages)).to.equal("{ a: 1, b: 'x' } false\n");
  });

  it("joins characters that were written byte by byte, and calls back", async () => {
    const { messages } = await kernel.run(
      "const bytes = Buffer.from('역전파\\n');\n" +
        "for (const byte of bytes) process.stdout.write(Uint8Array.of(byte));\n" +
        "await new Promise<void>((resolve) => process.stdout.write('ed', 'utf8', () => resolve()));\n" +
        "process.stdout.write('6869', 'hex');",
    );
    expect(streamText(messages)).to.equal("역전파\nedhi");
  });

  it("delivers 3,000 lines of one cell in order, with the displays between them in place", async () => {
    const { messages } = await kernel.run(
      "import { display } from 'tslab';\n" +
        "for (let i = 0; i < 3000; i++) {\n" +
        "  console.log('line', i);\n" +
        "  if (i % 500 === 499) display.html('<b>' + i + '</b>');\n" +
        "}",
    );
    let lines = 0;
    let displays = 0;
    for (const { header, content } of messages) {
      if (header.msg_type === "stream") {
        for (const line of String(content.text).trimEnd().split("\n")) {
          expect(line).to.equal(`line ${lines++}`);
        }
      } else if (header.msg_type === "display_data") {
        displays++;
        expect(lines).to.equal(500 * displays);
        expect(content.data).to.deep.equal({ "text/html": `<b>${lines - 1}</b>` });
      }
    }
    expect([lines, displays]).to.deep.equal([3000, 6]);
  });

  it("keeps the order between stdout and stderr", async () => {
    const { messages } = await kernel.run(
      "for (let i = 0; i < 50; i++) (i % 2 ? console.error : console.log)(i);",
    );
    const all = contentsOf(messages, "stream").map(({ text }) => text);
    expect(all.join("")).to.equal(Array.from({ length: 50 }, (_, i) => `${i}\n`).join(""));
  });

  it("shows output while a synchronous loop still runs", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kernel-output-"));
    try {
      const seen = join(folder, "seen");
      const id = await kernel.sendCell(
        "import { existsSync } from 'node:fs';\nconsole.log('early');\n" +
          `while (!existsSync(${JSON.stringify(seen)}));\n'done'`,
      );
      await kernel.printed(id, "early\n");
      expect(kernel.isIdle(id)).to.equal(false);
      writeFileSync(seen, "");
      expect(resultText((await kernel.answer(id)).messages)).to.equal("'done'");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("delivers a million lines complete and joined, in bounded memory", async () => {
    const before = await kernel.run("process.memoryUsage.rss()");
    const { messages } = await kernel.run(
      "for (let i = 0; i < 1_000_000; i++) console.log('line', i);",
      {},
      100_000,
    );
    const lines = streamText(messages).split("\n");
    expect(lines.length).to.equal(1_000_001);
    for (let i = 0; i < 1_000_000; i += 997) expect(lines[i]).to.equal(`line ${i}`);
    expect(messages.length).to.be.below(5000);
    const after = await kernel.run("process.memoryUsage.rss()");
    const grown = Number(resultText(after.messages)) - Number(resultText(before.messages));
    expect(grown / 1e6).to.be.below(120);
    const peak = await kernel.run("process.resourceUsage().maxRSS / 1024");
    expect(Number(resultText(peak.messages))).to.be.below(300);
  });

  it("delivers one string of 50 MB", async () => {
    const { messages } = await kernel.run("console.log('한'.repeat(17_000_000));");
    const text = streamText(messages);
    expect(text.length).to.equal(17_000_001);
    expect(/^한*\n$/.test(text)).to.equal(true);
  });

  it("gives output after a cell's end to the cell that set the timer", async () => {
    const first = await kernel.run(
      "setTimeout(async () => { console.log('late'); await 1; await 1; console.log('later'); }, 300); 1",
    );
    const second = await kernel.run("await new Promise((r) => setTimeout(r, 600)); 2");
    expect(streamText(second.messages)).to.equal("");
    await kernel.until(() => streamText(kernel.messagesOf(first.id)) === "late\nlater\n");
  });

  it("gives each of two running intervals its own cell", async () => {
    const ids: string[] = [];
    for (const name of ["a", "b"]) {
      const code =
        `let n_${name} = 0;\nconst t_${name} = setInterval(() => {\n` +
        `  console.log('${name}', n_${name});\n  if (++n_${name} === 5) clearInterval(t_${name});\n}, 20);`;
      ids.push((await kernel.run(code)).id);
    }
    for (const [at, name] of ["a", "b"].entries()) {
      const expected = [0, 1, 2, 3, 4].map((n) => `${name} ${n}\n`).join("");
      await kernel.until(() => streamText(kernel.messagesOf(ids[at])) === expected);
    }
  });
});
