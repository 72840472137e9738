import { expect } from "chai";
import { contentsOf, RawKernel, streamText } from "../../support/raw-kernel";

describe("kernel: display", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  const hook =
    "type Hook = (bundle: object, options?: object) => void;\n" +
    "const show = (globalThis as unknown as Record<symbol, Hook>)[Symbol.for('tslab.display')];\n";

  it("sends whole MIME bundles through the global function, with ids and updates", async () => {
    const { messages } = await kernel.run(
      `${hook}show({ 'text/html': '<b>1</b>', 'text/plain': '1' }, { displayId: 'd', metadata: { m: 1 } });
show({ 'text/html': '<b>2</b>', 'image/png': Uint8Array.of(1, 2, 3) }, { displayId: 'd', update: true });
show({ 'text/plain': 'alone' });`,
    );
    expect(contentsOf(messages, "display_data")).to.deep.equal([
      {
        data: { "text/html": "<b>1</b>", "text/plain": "1" },
        metadata: { m: 1 },
        transient: { display_id: "d" },
      },
      { data: { "text/plain": "alone" }, metadata: {}, transient: {} },
    ]);
    expect(contentsOf(messages, "update_display_data")).to.deep.equal([
      {
        data: { "text/html": "<b>2</b>", "image/png": "AQID" },
        metadata: {},
        transient: { display_id: "d" },
      },
    ]);
  });

  it("tells what is wrong with a bundle", async () => {
    for (const [bundle, word] of [
      ["{ html: '<b>' }", "MIME type"],
      ["{ 'text/plain': 1n }", "BigInt"],
      ["[]", "object"],
    ]) {
      const { reply } = await kernel.run(
        `(globalThis as any)[Symbol.for('tslab.display')](${bundle})`,
      );
      expect(reply.status).to.equal("error");
      expect(reply.evalue).to.contain(word);
    }
  });

  it("makes tslab's own display work", async () => {
    const { messages } = await kernel.run(
      "import { display, newDisplay } from 'tslab';\n" +
        "display.html('<i>x</i>');\nconst d = newDisplay(); d.text('one'); d.text('two');",
    );
    const [html, one] = contentsOf(messages, "display_data");
    const [two] = contentsOf(messages, "update_display_data");
    expect(html.data).to.deep.equal({ "text/html": "<i>x</i>" });
    expect(one.data).to.deep.equal({ "text/plain": "one" });
    expect(two.data).to.deep.equal({ "text/plain": "two" });
    expect(two.transient).to.deep.equal(one.transient);
  });

  it("shows a value through its Jupyter.display, sync or async", async () => {
    for (const word of ["", "async "]) {
      const { messages } = await kernel.run(
        `({ ${word}[Symbol.for('Jupyter.display')]() { return { 'text/html': '<b>x</b>', 'text/plain': 'x' }; } })`,
      );
      const [result] = contentsOf(messages, "execute_result");
      expect(result.data).to.deep.equal({ "text/html": "<b>x</b>", "text/plain": "x" });
    }
  });

  it("falls back to text and says so on stderr when the value's display throws or is no bundle", async () => {
    for (const body of ["throw new Error('broken')", "return 5", "return { 'text/plain': 1n }"]) {
      const { reply, messages } = await kernel.run(
        `({ a: 1, async [Symbol.for('Jupyter.display')]() { ${body}; } })`,
      );
      expect(reply.status).to.equal("ok");
      const [{ data }] = contentsOf(messages, "execute_result");
      expect((data as Record<string, string>)["text/plain"]).to.contain("a: 1");
      expect(streamText(messages, "stderr")).to.contain("display failed");
    }
  });
});
