import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { fakeKernel, ownKernel } from "../support/kernels";
import { needs } from "../support/needs";
import type { NotebookPage } from "./notebook-page";
import { PageServer } from "./page-server";

const CELLS = "openNotebook.panel.content.widgets";
const PROMPTS = `${CELLS}.map(({ node }) => node.querySelector(".jp-InputPrompt").textContent)`;
const SHOWN = `${CELLS}.map(({ node }) => node.querySelector(".jp-OutputArea")?.textContent ?? "")`;
const SESSIONS = /\/api\/sessions(\?|$)/;

/** Cells that have been run before: each shows what it was when it was saved. */
function saved(sources: string[]) {
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    id: `c${i}`,
    metadata: {},
    source,
    execution_count: i + 5,
    outputs: [{ output_type: "stream", name: "stdout", text: `saved ${i}\n` }],
  }));
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}

const SOURCES = [
  "let n = 1; console.log('run', n)",
  "console.log('run', ++n)",
  "console.log('run', ++n)",
];
const SAVED = ["saved 0\n", "saved 1\n", "saved 2\n"];
const RUN = ["run 1\n", "run 2\n", "run 3\n"];

describe("a run before the kernel is ready, in the notebook page", function () {
  this.timeout(240_000);
  let served: PageServer;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    served = await PageServer.start();
  });
  afterEach(() => served?.tidy());
  after(() => served?.stop());

  /** Opens a notebook whose kernel is asked for, and not there yet: until `go`, or with that failure. */
  async function openEarly(name: string, failure?: { status: number }) {
    served.write(name, saved(SOURCES));
    const page = await served.newPage();
    let go = () => {};
    const gate = new Promise<void>((open) => {
      go = open;
    });
    let asked = 0;
    await page.page.route(SESSIONS, async (route) => {
      if (route.request().method() === "POST") {
        await gate;
        if (failure && asked++ === 0) {
          const body = JSON.stringify({ message: "no memory for a kernel is left" });
          await route.fulfill({ ...failure, contentType: "application/json", body });
          return;
        }
      }
      await route.continue();
    });
    await page.page.goto(served.server.urlOf(name), { timeout: 90_000 });
    await page.wait("window.openNotebook !== undefined");
    return { page, go };
  }

  const prompts = (page: NotebookPage) => page.page.evaluate<string[]>(PROMPTS);
  const shown = (page: NotebookPage) => page.page.evaluate<string[]>(SHOWN);

  for (const [how, start] of [
    ["Run all", (page: NotebookPage) => page.press("run-all")],
    [
      "several Shift+Enter",
      async (page: NotebookPage) => {
        await page.page.evaluate("openNotebook.panel.content.activate()");
        for (const _ of SOURCES) await page.page.keyboard.press("Shift+Enter");
      },
    ],
  ] as const) {
    it(`waits with a star, shows what it showed, and runs in its order: ${how}`, async () => {
      const { page, go } = await openEarly("early.ipynb");
      await start(page);
      await page.wait(`${PROMPTS}.slice(0, 3).every((prompt) => prompt === "[*]:")`);
      // Long enough to be saved by itself.
      await sleep(3000);
      expect((await shown(page)).slice(0, 3)).to.deep.equal(SAVED);
      const onDisk = () => served.cellsOnDisk("early.ipynb").map(({ outputs }) => outputs[0]?.text);
      expect(onDisk().slice(0, 3)).to.deep.equal(SAVED);
      go();
      await page.wait(`${PROMPTS}.slice(0, 3).every((prompt) => /\\d/.test(prompt))`);
      expect((await shown(page)).slice(0, 3)).to.deep.equal(RUN);
      expect((await prompts(page)).slice(0, 3)).to.deep.equal(["[1]:", "[2]:", "[3]:"]);
      await page.saved();
      expect(onDisk().slice(0, 3)).to.deep.equal(RUN);
      expect(served.errors).to.deep.equal([]);
    });
  }

  it("runs what was there when it was asked, and nothing after an interrupt", async () => {
    const { page, go } = await openEarly("changed.ipynb");
    await page.press("run-all");
    await page.press("interrupt");
    await page.page.evaluate(`${CELLS}[1].model.sharedModel.setSource("'later'")`);
    await page.start(1);
    await page.page.evaluate(`${CELLS}[1].model.sharedModel.setSource("'too late'")`);
    go();
    expect((await page.outputs(1)).at(-1)?.data?.["text/plain"]).to.equal("'later'");
    await page.kernel("idle");
    const [first, , third] = await shown(page);
    expect([first, third]).to.deep.equal(["saved 0\n", "saved 2\n"]);
    expect((await prompts(page)).slice(0, 3)).to.deep.equal(["[5]:", "[1]:", "[7]:"]);
  });

  it("loses nothing to a reload meanwhile", async () => {
    const { page } = await openEarly("left.ipynb");
    await page.press("run-all");
    await page.wait(`${PROMPTS}[2] === "[*]:"`);
    await page.page.goto(served.server.urlOf("left.ipynb"));
    await page.wait("window.openNotebook !== undefined");
    expect(await shown(page)).to.deep.equal(SAVED);
    expect(await prompts(page)).to.deep.equal(["[5]:", "[6]:", "[7]:"]);
  });

  it("tells that no kernel could be started, keeps the outputs, and runs at the next try", async () => {
    const { page, go } = await openEarly("failing.ipynb", { status: 503 });
    await page.press("run-all");
    go();
    await page.wait("document.querySelector('.jp-Dialog')?.textContent.includes('no memory')");
    await served.shot(page, "page-no-kernel");
    // Jupyter says it, and then lets one choose another kernel.
    const pressed = (label: string) =>
      `[...document.querySelectorAll(".jp-Dialog button")].some((button) => button.textContent.trim() === "${label}" && !button.click())`;
    await page.wait(pressed("Ok"));
    await page.wait(pressed("No Kernel"));
    await page.wait("document.querySelector('.jp-Dialog') === null");
    // What was asked first has been given up: the user asks anew.
    await page.wait(`${PROMPTS}.every((prompt) => prompt !== "[*]:")`);
    expect(await shown(page)).to.deep.equal(SAVED);
    await page.press("run-all");
    await page.wait(`${PROMPTS}.slice(0, 3).every((prompt) => /\\[[123]\\]/.test(prompt))`);
    expect((await shown(page)).slice(0, 3)).to.deep.equal(RUN);
  });

  it("shows a star for the second run of a cell too, and what the first one printed until then", async () => {
    const page = await served.open("twice.ipynb", [
      "let runs = 0;",
      "console.log('run', ++runs); await new Promise((wake) => setTimeout(wake, 1500));",
    ]);
    await page.run(0);
    await page.page.evaluate(`window.frames = [];
      const look = () => { frames.push(${PROMPTS}[1] + ${SHOWN}[1]); requestAnimationFrame(look); };
      requestAnimationFrame(look);`);
    await page.start(1);
    await page.start(1);
    await page.wait(`${PROMPTS}[1] === "[3]:"`);
    const frames = new Set(await page.page.evaluate<string[]>("frames"));
    expect([...frames]).to.include.members(["[*]:run 1\n", "[*]:run 2\n", "[3]:run 2\n"]);
    expect([...frames].filter((frame) => frame.startsWith("[2]"))).to.deep.equal([]);
  });

  it("leaves the outputs of cells that an earlier cell's failure or a restart kept from running", async () => {
    const sources = ["throw new Error('on purpose')", "'never'", "'never'"];
    const page = await served.open("failed.ipynb", saved(sources));
    await page.press("run-all");
    await page.wait(`${PROMPTS}[0] === "[1]:" && ${PROMPTS}.every((p) => p !== "[*]:")`);
    expect((await shown(page))[0]).to.contain("on purpose");
    expect((await shown(page)).slice(1, 3)).to.deep.equal(SAVED.slice(1));
    expect((await prompts(page)).slice(1, 3)).to.deep.equal(["[6]:", "[7]:"]);
    await page.page.evaluate(`${CELLS}[0].model.sharedModel.setSource("for (;;);")`);
    await page.press("run-all");
    await page.kernel("busy");
    await page.press("restart");
    await page.answer("Restart");
    await page.wait(`${PROMPTS}.every((p) => p !== "[*]:")`);
    expect((await shown(page)).slice(1, 3)).to.deep.equal(SAVED.slice(1));
    await page.kernel("idle");
    expect((await page.run(1)).at(-1)?.data?.["text/plain"]).to.equal("'never'");
  });
});

describe("a kernel that does not start, in the notebook page", function () {
  this.timeout(240_000);
  let served: PageServer | undefined;

  afterEach(async () => {
    await served?.tidy();
    await served?.stop();
    served = undefined;
  });

  async function runAllOn(kernel: ReturnType<typeof ownKernel>) {
    served = await PageServer.start({ ...kernel, name: "tslab" });
    served.write("unstarted.ipynb", saved(SOURCES));
    const page = await served.newPage();
    await page.page.goto(served.server.urlOf("unstarted.ipynb"), { timeout: 90_000 });
    await page.wait("window.openNotebook !== undefined");
    await page.press("run-all");
    return { page, served };
  }

  it("is told of in the first cell, and the outputs of the others stay", async function () {
    needs(this, "chromium", "playwright-core");
    // It dies while the cells wait for it, however long the page takes to press Run.
    const own = fakeKernel({ FAKE_START: "die" });
    const argv = ["/bin/sh", "-c", 'sleep 8; exec "$0" "$@"', ...own.spec.argv];
    const { page, served } = await runAllOn({ ...own, spec: { ...own.spec, argv } });
    await page.kernel("dead");
    const told = "/did not start|has ended/.test(document.getElementById('notice').textContent)";
    await page.wait(told);
    await page.wait(`${SHOWN}[0].startsWith("KernelDied")`);
    await page.wait(`${PROMPTS}.every((prompt) => prompt !== "[*]:")`);
    const expectOthersKept = async () => {
      const [first, ...others] = await page.page.evaluate<string[]>(SHOWN);
      expect(first).to.match(/^KernelDied: The kernel "tslab" ended with exit code 7/);
      expect(others).to.deep.equal(SAVED.slice(1));
    };
    await expectOthersKept();
    // Another try says it again.
    await page.page.evaluate("document.querySelector('#notice').replaceChildren()");
    await page.start(0);
    await page.wait(told);
    await expectOthersKept();
    await served.shot(page, "page-unstarted");
    // JupyterLab's own: nobody there catches it.
    const ours = served.errors.filter((error) => error !== "Kernel info reply errored");
    expect(ours).to.deep.equal([]);
  });

  it("is waited for when it is slow", async function () {
    needs(this, "chromium", "playwright-core");
    const own = ownKernel();
    const argv = ["/bin/sh", "-c", 'sleep 4; exec "$0" "$@"', ...own.spec.argv];
    const { page } = await runAllOn({ ...own, spec: { ...own.spec, argv } });
    await page.wait(`${PROMPTS}.every((prompt) => prompt === "[*]:")`);
    expect(await page.page.evaluate(SHOWN)).to.deep.equal(SAVED);
    await page.wait(`${PROMPTS}.every((prompt) => /\\d/.test(prompt))`);
    expect(await page.page.evaluate(SHOWN)).to.deep.equal(RUN);
  });
});
