import { expect } from "chai";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

describe("kernel: executing cells", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  it("checks cells with the project's TypeScript, not with tslab's older one", async () => {
    const { reply } = await kernel.request("kernel_info_request", {});
    const { version } = reply.language_info as { version: string };
    expect(version).to.match(/^6\./);
    // A form that only the newer one can read.
    const { reply: using } = await kernel.run("{ using x = { [Symbol.dispose]() {} }; void x; }");
    expect(using.status).to.equal("ok");
  });

  it("frames a cell with busy, execute_input and idle, and replies ok", async () => {
    const { reply, messages } = await kernel.run("const first = 6 * 7;\nfirst");
    expect(messages.map(({ header }) => header.msg_type)).to.deep.equal([
      "status",
      "execute_input",
      "execute_result",
      "status",
    ]);
    expect(messages[0].content.execution_state).to.equal("busy");
    expect(messages[3].content.execution_state).to.equal("idle");
    const count = reply.execution_count;
    expect(reply).to.deep.equal({
      status: "ok",
      execution_count: count,
      user_expressions: {},
      payload: [],
    });
    expect(messages[1].content).to.deep.equal({
      code: "const first = 6 * 7;\nfirst",
      execution_count: count,
    });
    expect(messages[2].content).to.deep.equal({
      execution_count: count,
      data: { "text/plain": "42" },
      metadata: {},
    });
  });

  it("keeps variables, functions, classes and types for later cells", async () => {
    await kernel.run(
      "type Pair = [number, number];\nclass P { constructor(readonly v: Pair) {} }\nlet p = new P([1, 2]);",
    );
    const { messages } = await kernel.run("const q: Pair = p.v; p = new P([q[1], q[0]]); p.v");
    expect(resultText(messages)).to.equal("[ 2, 1 ]");
  });

  it("shows strings in quotes, objects without colours, and nothing for undefined and null", async () => {
    expect(resultText((await kernel.run("'text'")).messages)).to.equal("'text'");
    expect(resultText((await kernel.run("({ a: [1], b: 'c' })")).messages)).to.equal(
      "{ a: [ 1 ], b: 'c' }",
    );
    expect(resultText((await kernel.run("undefined")).messages)).to.equal(undefined);
    expect(resultText((await kernel.run("null")).messages)).to.equal(undefined);
  });

  it("survives values that refuse to be shown", async () => {
    const thrower =
      "({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('no look'); } })";
    const { reply, messages } = await kernel.run(thrower);
    expect(reply.status).to.equal("ok");
    expect(resultText(messages)).to.contain("no look");
    const cyclic = await kernel.run("const o: { me?: unknown } = {}; o.me = o; o");
    expect(resultText(cyclic.messages)).to.contain("[Circular *1]");
  });

  it("awaits at the top of a cell in every form", async () => {
    expect(resultText((await kernel.run("await Promise.resolve(3)")).messages)).to.equal("3");
    expect(resultText((await kernel.run("await (Promise.resolve(4))")).messages)).to.equal("4");
    expect(resultText((await kernel.run("await [5]")).messages)).to.equal("[ 5 ]");
    const loop = await kernel.run("for await (const x of [1, 2]) console.log(x);");
    expect(streamText(loop.messages)).to.equal("1\n2\n");
    const word = await kernel.run("const f = async () => { await 1; return 'await'; };\nf.length");
    expect(resultText(word.messages)).to.equal("0");
  });

  it("counts cells, but not silent, unstored or empty ones", async () => {
    const { reply } = await kernel.run("1");
    const count = reply.execution_count as number;
    const silent = await kernel.run("console.log('s'); 2", { silent: true });
    expect(silent.reply.execution_count).to.equal(count);
    expect(silent.messages.map(({ header }) => header.msg_type)).to.deep.equal([
      "status",
      "stream",
      "status",
    ]);
    const unstored = await kernel.run("3", { store_history: false });
    expect(unstored.reply.execution_count).to.equal(count);
    expect(resultText(unstored.messages)).to.equal("3");
    expect((await kernel.run("  ")).reply.execution_count).to.equal(count);
    expect((await kernel.run("4")).reply.execution_count).to.equal(count + 1);
  });

  it("evaluates user_expressions, each with its own error", async () => {
    const { reply } = await kernel.run("const u = 2;", {
      user_expressions: { good: "u * 21", bad: "nothing", thrown: "throw new Error('x')" },
    });
    const results = reply.user_expressions as Record<string, Record<string, unknown>>;
    expect(results.good).to.deep.equal({
      status: "ok",
      data: { "text/plain": "42" },
      metadata: {},
    });
    expect(results.bad.ename).to.equal("TypeScriptError");
    expect(results.thrown.evalue).to.equal("x");
  });

  it("answers cells that wait behind a failing one with aborted, each of them", async () => {
    const failing = kernel.sendCell("await new Promise((r) => setTimeout(r, 200)); throw 1;");
    const waiting = [1, 2, 3].map((n) => kernel.sendCell(`console.log('must not run', ${n})`));
    const info = kernel.send("kernel_info_request", {});
    expect((await kernel.answer(await failing)).reply.status).to.equal("error");
    for (const id of waiting) {
      const { reply, messages } = await kernel.answer(await id);
      expect(reply.status).to.equal("aborted");
      expect(contentsOf(messages, "stream")).to.deep.equal([]);
      expect(contentsOf(messages, "status").length).to.equal(2);
    }
    expect((await kernel.answer(await info)).reply.status).to.equal("ok");
    expect((await kernel.run("'next'")).reply.status).to.equal("ok");
  });

  it("runs what waits behind a failing cell when stop_on_error is false", async () => {
    const failing = kernel.sendCell("throw new Error('go on')", { stop_on_error: false });
    const next = kernel.sendCell("'ran'");
    expect((await kernel.answer(await failing)).reply.status).to.equal("error");
    expect(resultText((await kernel.answer(await next)).messages)).to.equal("'ran'");
  });

  it("leaves no doubt what went on in 100 cells sent at once", async () => {
    const ids = await Promise.all(
      Array.from({ length: 100 }, (_, n) => kernel.sendCell(`console.log(${n}); ${n}`)),
    );
    for (const [n, id] of ids.entries()) {
      const { reply, messages } = await kernel.answer(id);
      expect(reply.status).to.equal("ok");
      expect(streamText(messages)).to.equal(`${n}\n`);
      expect(resultText(messages)).to.equal(String(n));
    }
  });
});
