import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { needs } from "../support/needs";
import { ClassicNotebook, type Output } from "./classic-notebook";

const CELLS = [
  "let kept = 7;\nkept",
  'const layer = { forward: (x: number) => x };\nlayer.forward("two");',
  'function fail(x: number): never {\n  throw new RangeError("expected a positive x, but got " + x);\n}\nfail(-1);',
  "while (true) {}",
  "await null;\nwhile (true) {}",
  "process.exit(3)",
  "kept + 1",
];
const [KEPT, TYPE_ERROR, RUNTIME_ERROR, LOOP, LOOP_AFTER_AWAIT, EXIT, READ] = CELLS.keys();

const textOf = (outputs: Output[]) => outputs.map(({ data }) => data?.["text/plain"]).join();

/** What a learner sees and presses in the classic Notebook. */
describe("our kernel in the classic Notebook", function () {
  this.timeout(120_000);
  let notebook: ClassicNotebook;

  before(async function () {
    needs(this, "chromium", "playwright-core", "notebook");
    notebook = await ClassicNotebook.open(CELLS);
  });
  after(() => notebook?.close());

  /** What the cell's error looks like: its text, and the colour of each part that has one. */
  async function shownError(cell: number) {
    const area = `Jupyter.notebook.get_cell(${cell}).output_area.element[0].querySelector(".output_error")`;
    const text = await notebook.page.evaluate<string>(`${area}.innerText`);
    const parts = await notebook.page.evaluate<{ text: string; colour: string }[]>(
      `[...${area}.querySelectorAll("span")].map((span) => ({ text: span.innerText, colour: getComputedStyle(span).color }))`,
    );
    return { text, parts };
  }

  function expectRed(colour: string | undefined): void {
    const [red, green, blue] = (/(\d+), (\d+), (\d+)/.exec(colour ?? "") ?? [])
      .slice(1)
      .map(Number);
    expect(red, `${colour} is red`).to.be.greaterThan(150);
    expect(Math.max(green, blue), `${colour} is red`).to.be.below(110);
  }

  it("shows a type error in red, with its line and a caret under the place", async () => {
    expect(textOf(await notebook.run(KEPT))).to.equal("7");
    await notebook.run(TYPE_ERROR);
    const { text, parts } = await shownError(TYPE_ERROR);
    expectRed(parts.find((part) => part.text.includes("TypeScriptError"))?.colour);
    expect(text).to.contain("'string' is not assignable to parameter of type 'number'");
    const lines = text.split("\n");
    const caret = lines.findIndex((line) => /^[\s|]*\^/.test(line));
    expect(caret, text).to.be.greaterThan(0);
    // The caret stands under the argument.
    expect(lines[caret].indexOf("^")).to.equal(lines[caret - 1].indexOf('"two"'));
  });

  it("shows a runtime error in red, with its line, a caret and only the cell's own frames", async () => {
    await notebook.run(RUNTIME_ERROR);
    const { text, parts } = await shownError(RUNTIME_ERROR);
    expectRed(parts.find((part) => part.text.includes("RangeError"))?.colour);
    expect(text).to.contain("expected a positive x, but got -1");
    const lines = text.split("\n");
    const caret = lines.findIndex((line) => /^[\s|]*\^/.test(line));
    expect(lines[caret].indexOf("^")).to.equal(lines[caret - 1].indexOf("new RangeError"));
    const frames = lines.filter((line) => /^\s+at /.test(line));
    expect(frames).to.have.length(2);
    for (const frame of frames) expect(frame).to.match(/cell \[3\]:[24]:\d+/);
    if (process.env.SCREENSHOTS !== undefined) {
      await notebook.page.setViewportSize({ width: 1100, height: 1100 });
      await notebook.page.screenshot({ path: join(process.env.SCREENSHOTS, "kernel-errors.png") });
    }
  });

  for (const [name, cell] of [
    ["an endless loop", LOOP],
    ["a loop after an await", LOOP_AFTER_AWAIT],
  ] as const) {
    it(`stops ${name} when Interrupt is pressed, and keeps the variables`, async () => {
      await notebook.start(cell);
      await notebook.wait("Jupyter.notebook.kernel_busy");
      await sleep(1500);
      await notebook.press("interrupt-kernel");
      const outputs = await notebook.outputs(cell);
      expect(outputs.map(({ ename }) => ename)).to.deep.equal(["Interrupted"]);
      expect(textOf(await notebook.run(READ))).to.equal("8");
    });
  }

  it("starts anew, without the variables, when Restart is pressed", async () => {
    await notebook.press("confirm-restart-kernel");
    await notebook.wait("document.querySelector('.modal.in .btn-danger') !== null");
    await notebook.page.evaluate("document.querySelector('.modal.in .btn-danger').click()");
    await notebook
      .wait("Jupyter.notebook.kernel.info_reply.status === undefined", 10_000)
      .catch(() => {});
    await notebook.connected();
    const [error] = await notebook.run(READ);
    expect(error.output_type).to.equal("error");
    expect(textOf(await notebook.run(KEPT))).to.equal("7");
  });

  it("answers what ipywidgets of one page asks so that the other pages of the kernel do not complain", async () => {
    const complaints: string[] = [];
    notebook.page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    const other = await notebook.openAgain();
    const asks = (target: string) => `(() => {
      const comm = Jupyter.notebook.kernel.comm_manager.new_comm("${target}", {}, {}, {});
      const answered = new Promise((resolve) => { comm.on_msg(resolve); comm.on_close(resolve); });
      comm.send({ method: "something else" });
      return answered.then(() => comm.comm_id);
    })()`;
    // As ipywidgets 6 does, which Debian's Notebook recommends; and nobody answers.
    await other.evaluate(
      'Jupyter.notebook.kernel.comm_manager.new_comm("jupyter.widget.version", {}, {}, {}).comm_id',
    );
    // What is answered after that shows that nothing more comes; and that the page would complain.
    const unknown = await other.evaluate<string>(asks("nobody"));
    await notebook.wait("Jupyter.notebook.kernel_busy === false");
    for (let look = 0; complaints.length === 0 && look < 100; look++) await sleep(50);
    expect(complaints).to.deep.equal([`Comm promise not found for comm id ${unknown}`]);
    await other.close();
  });

  it("recovers from process.exit in a cell: the next start works", async () => {
    await notebook.count("kernel_autorestarting.Kernel");
    await notebook.start(EXIT);
    await notebook.wait("window.counted > 0");
    await notebook.connected();
    // The page tells of the restart in a dialog.
    await notebook.page.evaluate("document.querySelector('.modal.in .btn')?.click()");
    const [error] = await notebook.run(READ);
    expect(error.output_type).to.equal("error");
    expect(textOf(await notebook.run(KEPT))).to.equal("7");
    expect(textOf(await notebook.run(READ))).to.equal("8");
  });
});
