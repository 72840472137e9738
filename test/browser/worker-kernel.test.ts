import { expect } from "chai";
import { needs } from "../support/needs";
import { WorkerPage } from "./worker-page";

describe("the kernel in a page's worker", function () {
  this.timeout(120_000);
  let page: WorkerPage;
  before(async function () {
    needs(this, "chromium", "playwright-core");
    page = await WorkerPage.open();
    await page.start();
  });
  after(() => page?.close());

  it("runs a cell, and tells of it in Jupyter's messages", async () => {
    const { reply, messages } = await page.run("console.log(2);\n1 + 1");
    expect(reply).to.deep.equal({
      status: "ok",
      user_expressions: {},
      payload: [],
      execution_count: 1,
    });
    expect(messages.map(({ type, content }) => [type, content])).to.deep.equal([
      ["status", { execution_state: "busy" }],
      ["execute_input", { code: "console.log(2);\n1 + 1", execution_count: 1 }],
      ["stream", { name: "stdout", text: "2\n" }],
      ["execute_result", { execution_count: 1, data: { "text/plain": "2" }, metadata: {} }],
      ["status", { execution_state: "idle" }],
    ]);
    expect(page.errors).to.deep.equal([]);
  });
});
