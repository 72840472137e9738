import { expect } from "chai";
import type { Message } from "../../../kernel-setup/jupyter/messages/message";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

/** Code for half an emoji. */
const HALF = "'😀'[0]";

/** What stands for it wherever it would leave the kernel. */
const PUT = "\ufffd";

/** Without its other half beside it. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** All texts in a value of JSON, keys included. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

describe("kernel: half a character", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  /** Everything that was sent for a request has whole characters only. */
  function expectWhole(messages: Message[]): void {
    for (const { content, metadata } of messages) {
      for (const text of textsIn([content, metadata])) expect(text).to.not.match(HALVES);
    }
  }

  it("is replaced in errors: their names, messages, lines, causes and hints", async () => {
    const { reply, messages } = await kernel.run(
      `const e = new Error('m' + ${HALF}, { cause: new Error(${HALF} + 'c') }); e.name = 'N' + ${HALF}; throw e;`,
    );
    expect([reply.ename, reply.evalue]).to.deep.equal([`N${PUT}`, `m${PUT}`]);
    expect((reply.traceback as string[]).join("\n")).to.contain(`${PUT}c`);
    expectWhole([...messages, { content: reply } as Message]);
    const thrown = await kernel.run(`throw { [${HALF}]: 1 }`);
    expectWhole([...thrown.messages, { content: thrown.reply } as Message]);
    const late = await kernel.run(`setTimeout(() => { throw new Error(${HALF}) }, 1); 1`);
    await kernel.until(() => contentsOf(kernel.messagesOf(late.id), "error").length > 0);
    expectWhole(kernel.messagesOf(late.id));
  });

  it("is replaced in displays and results, however deep it lies", async () => {
    const { messages } = await kernel.run(
      `display({ 'text/html': 'h' + ${HALF}, 'application/json': { a: [{ [${HALF}]: ${HALF} }] } }, { metadata: { m: ${HALF} }, displayId: 'd' + ${HALF} });\n` +
        `({ [Symbol.for('Jupyter.display')]: () => ({ 'text/latex': ${HALF} }) })`,
    );
    const [shown] = messages.filter(({ header }) => header.msg_type === "display_data");
    expect(shown.content).to.deep.equal({
      data: { "text/html": `h${PUT}`, "application/json": { a: [{ [PUT]: PUT }] } },
      metadata: { m: PUT },
      transient: { display_id: `d${PUT}` },
    });
    expect(contentsOf(messages, "execute_result")[0].data).to.deep.equal({ "text/latex": PUT });
    expectWhole(messages);
    const text = await kernel.run(
      `display(new Map([[${HALF}, 1]])); display({ 'text/plain': '😀' });\n${HALF}`,
    );
    expectWhole(text.messages);
    expect(contentsOf(text.messages, "display_data")[1].data).to.deep.equal({ "text/plain": "😀" });
  });

  it("is replaced in what comms carry, in questions to the reader, and in user_expressions", async () => {
    const { messages } = await kernel.run(
      `const comm = comms.open('t' + ${HALF}, { d: ${HALF} }, { metadata: { m: ${HALF} } }); comm.send({ [${HALF}]: 1 });`,
    );
    expect(contentsOf(messages, "comm_open")[0]).to.include({ target_name: `t${PUT}` });
    expect(contentsOf(messages, "comm_msg")[0].data).to.deep.equal({ [PUT]: 1 });
    expectWhole(messages);
    const { reply } = await kernel.request("comm_info_request", {});
    expectWhole([{ content: reply } as Message]);
    const id = await kernel.sendCell(`prompt('q' + ${HALF})`, { allow_stdin: true });
    const question = await kernel.question();
    expect(question.content.prompt).to.equal(`q${PUT}`);
    await kernel.reply("a", question);
    expect(resultText((await kernel.answer(id)).messages)).to.equal("'a'");
    const asked = await kernel.run("1", { user_expressions: { u: `({ a: ${HALF} })` } });
    expectWhole([{ content: asked.reply } as Message]);
  });

  it("is replaced in answers about code and in the history", async () => {
    await kernel.run(
      `const halves = { 'k\\ud83d': 1, fine: 2 };\n/** Doc \\ud83d. */ function documented(x: 'v\\ud83d') {}`,
    );
    for (const [type, code, at] of [
      ["complete_request", "halves.", 7],
      ["complete_request", "documented('')", 12],
      ["inspect_request", "halves", 3],
      ["inspect_request", "documented", 3],
    ] as const) {
      const { reply } = await kernel.request(type, { code, cursor_pos: at });
      expect(reply.status).to.equal("ok");
      expectWhole([{ content: reply } as Message]);
    }
    await kernel.run(`'x' + ${HALF}`);
    const { reply } = await kernel.request("history_request", {
      hist_access_type: "tail",
      n: 3,
      output: true,
    });
    expectWhole([{ content: reply } as Message]);
  });

  it("is joined with its other half in what is printed at once, and replaced alone", async () => {
    const { messages } = await kernel.run(
      `process.stdout.write(Buffer.from('😀').subarray(0, 2)); process.stdout.write(Buffer.from('😀').subarray(2));\n` +
        `console.log('x'.repeat(16383) + '😀' + ${HALF});`,
    );
    expect(streamText(messages)).to.equal(`😀${"x".repeat(16383)}😀${PUT}\n`);
  });
});
