import { expect } from "chai";
import type { Message } from "../../../kernel-setup/jupyter/messages/message";
import { contentsOf, RawKernel, streamText } from "../../support/raw-kernel";

/** What one cell showed, in order: texts of streams, joined as front ends do, and displays in brackets. */
function shown(messages: Message[]): string {
  const parts: { name: string; text: string }[] = [];
  for (const { header, content } of messages) {
    const data = content.data as Record<string, string> | undefined;
    if (data !== undefined) {
      parts.push({ name: "", text: `<${header.msg_type} ${data["text/plain"]}>` });
    } else if (header.msg_type === "stream") {
      const last = parts.at(-1);
      if (last !== undefined && last.name === content.name) last.text += content.text;
      else parts.push({ name: String(content.name), text: String(content.text) });
    }
  }
  return parts.map(({ name, text }) => (name === "" ? text : `${name}: ${text}`)).join("|");
}

describe("kernel: whose output, and in which order", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  it("keeps stdout, stderr, displays, updates, clearings and the result in the order of the code", async () => {
    const { messages } = await kernel.run(
      `console.log('a');
const place = display(1);
console.error('b');
process.stdout.write('c');
place.update(2);
console.log('d');
console.table;
display(3);
process.stderr.write('e');
'result'`,
    );
    expect(shown(messages)).to.equal(
      "stdout: a\n|<display_data 1>|stderr: b\n|stdout: c|<update_display_data 2>|stdout: d\n|" +
        "<display_data 3>|stderr: e|<execute_result 'result'>",
    );
  });

  it("keeps the order over awaits, timers and promises of the cell", async () => {
    const { messages } = await kernel.run(
      `const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const parts = [30, 10, 20].map(async (ms) => { await pause(ms); console.log(ms); display(ms); });
console.log('started');
await Promise.all(parts);
queueMicrotask(() => console.log('micro'));
await null;
await pause(1);
console.log('end');`,
    );
    expect(shown(messages)).to.equal(
      "stdout: started\n10\n|<display_data 10>|stdout: 20\n|<display_data 20>|stdout: 30\n|" +
        "<display_data 30>|stdout: micro\nend\n",
    );
  });

  it("gives streams, displays and errors of ten cells' timers to their own cells, while later cells run", async () => {
    const ids: string[] = [];
    await kernel.run("let left = 10;");
    for (let n = 0; n < 10; n++) {
      const { id } = await kernel.run(
        `setTimeout(() => { left--; console.log('out', ${n}); display(${n}); console.error('err', ${n}); void (async () => { await null; throw new Error('late ${n}'); })(); }, ${900 - 40 * n}); ${n}`,
      );
      ids.push(id);
    }
    const { messages } = await kernel.run(
      "while (left > 0) await new Promise((resolve) => setTimeout(resolve, 5));",
    );
    expect(shown(messages)).to.equal("");
    for (const [n, id] of ids.entries()) {
      await kernel.until(() => contentsOf(kernel.messagesOf(id), "error").length > 0);
      expect(shown(kernel.messagesOf(id))).to.equal(
        `<execute_result ${n}>|stdout: out ${n}\n|<display_data ${n}>|stderr: err ${n}\n`,
      );
      expect(contentsOf(kernel.messagesOf(id), "error")[0].evalue).to.equal(`late ${n}`);
    }
  });

  it("gives what a chain of timers prints to the cell that began it", async () => {
    const { id } = await kernel.run(
      `let rest = 5;
function again(): void { console.log('left', rest); if (--rest > 0) setTimeout(again, 30); }
setTimeout(again, 30);`,
    );
    const others = [1, 2, 3].map((n) =>
      kernel.run(`await new Promise((r) => setTimeout(r, 60)); console.log('other', ${n});`),
    );
    for (const [at, { messages }] of (await Promise.all(others)).entries()) {
      expect(streamText(messages)).to.equal(`other ${at + 1}\n`);
    }
    const expected = [5, 4, 3, 2, 1].map((n) => `left ${n}\n`).join("");
    await kernel.until(() => streamText(kernel.messagesOf(id)) === expected);
  });

  const awaits: [string, string, string][] = [
    ["in brackets", "(await Promise.resolve(1)) + 1", "2"],
    ["in an array", "[await 1, await Promise.resolve(2)]", "[ 1, 2 ]"],
    ["in an object", "({ a: 'v' + (await 1) })", "{ a: 'v1' }"],
    ["in a declaration that later cells use", "const { size } = await new Set([1, 2]); size", "2"],
    [
      "in a condition and a loop",
      "let n = 0; while (await (n < 3)) n++; if (await true) n",
      "undefined",
    ],
    [
      "in for await with of",
      "let s = 0; for await (const x of [Promise.resolve(1), 2]) s += x; s",
      "3",
    ],
    [
      "over an async generator",
      "async function* gen() { yield 1; yield 2; }\nconst got: number[] = []; for await (const g of gen()) got.push(g); got",
      "[ 1, 2 ]",
    ],
    [
      "in try and catch",
      "let c = ''; try { await Promise.reject('no'); } catch (e) { c = String(e); } c",
      "'no'",
    ],
    ["of an import", "(await import('node:path')).posix.sep", "'/'"],
    ["in an argument", "Math.max(await 1, await 2)", "2"],
    [
      "beside a destructuring assignment",
      "let p = 1, q = 2; [p, q] = await [q, p]; [p, q]",
      "[ 2, 1 ]",
    ],
    [
      "of an object of a class in the same cell",
      "class S { static v = 1; v = 2; }\n(await new S()).v",
      "2",
    ],
    [
      "not at all, only in functions",
      "const later = async () => (await 1) + 1;\nlater.name",
      "'later'",
    ],
  ];
  for (const [name, code, expected] of awaits) {
    it(`awaits at the top ${name}`, async () => {
      const { reply, messages } = await kernel.run(code);
      expect(reply.status, String(reply.evalue)).to.equal("ok");
      const [result] = contentsOf(messages, "execute_result");
      const text = (result?.data as Record<string, string> | undefined)?.["text/plain"];
      expect(String(text)).to.equal(expected);
    });
  }

  it("tells floating rejections of every kind once, and none that was caught", async () => {
    for (const code of [
      "void Promise.reject(new Error('lost'));",
      "new Promise((_, reject) => setTimeout(() => reject(new Error('lost')), 5));\nawait new Promise((r) => setTimeout(r, 50));",
      "(async () => { throw new Error('lost'); })();",
      "Promise.resolve().then(() => { throw new Error('lost'); });",
      "await null; void Promise.reject(new Error('lost'));",
    ]) {
      const { id, reply } = await kernel.run(code);
      await kernel.run("1");
      const errors = contentsOf(kernel.messagesOf(id), "error");
      expect(
        errors.map(({ evalue }) => evalue),
        code,
      ).to.deep.equal(["lost"]);
      expect(reply.status, code).to.equal("error");
    }
    const caught = await kernel.run(
      "const kept = Promise.reject(new Error('caught'));\nkept.catch(() => {});\nawait Promise.allSettled([kept, Promise.reject(1)]);",
    );
    expect(caught.reply.status).to.equal("ok");
    expect(contentsOf(kernel.messagesOf(caught.id), "error")).to.deep.equal([]);
  });
});
