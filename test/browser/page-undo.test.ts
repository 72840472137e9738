import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { needs } from "../support/needs";
import type { NotebookPage } from "./notebook-page";
import { PageServer } from "./page-server";

const CELLS = "openNotebook.panel.content.widgets";
const SOURCES = `${CELLS}.map(({ model }) => model.sharedModel.getSource())`;
/** All that a cell is: what was deleted must come back with all of it. */
const WHOLE = `${CELLS}.map(({ model, node }) => ({
  ...model.toJSON(), seen: node.querySelector(".jp-OutputArea")?.innerText ?? "" }))`;

describe("undo in the notebook page", function () {
  this.timeout(240_000);
  let served: PageServer;
  let page: NotebookPage;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    served = await PageServer.start();
  });
  afterEach(() => served?.tidy());
  after(() => served?.stop());

  const sources = () => page.page.evaluate<string[]>(SOURCES);
  const whole = () => page.page.evaluate<unknown[]>(WHOLE);
  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await page.page.keyboard.press(key);
  }
  async function edit(cell: number): Promise<void> {
    await page.page.evaluate(
      `openNotebook.panel.content.activeCellIndex = ${cell}; openNotebook.panel.content.mode = "edit"`,
    );
    await page.wait(`document.activeElement?.closest(".jp-Cell") === ${CELLS}[${cell}].node`);
    await press("Control+End");
  }
  async function select(cell: number): Promise<void> {
    await page.page.evaluate(
      `openNotebook.panel.content.mode = "command"; openNotebook.panel.content.deselectAll(); openNotebook.panel.content.activeCellIndex = ${cell}`,
    );
    await page.wait(
      `document.activeElement?.closest(".jp-Cell, .jp-Notebook") != null && openNotebook.panel.content.mode === "command"`,
    );
  }
  /** Longer than what is typed in one go. */
  const pause = () => sleep(800);

  it("takes back what was typed in the cell where the cursor is, and in no other", async () => {
    page = await served.open("typed.ipynb", ["", ""]);
    await edit(0);
    await page.page.keyboard.type("const a1 = 111; a1");
    await page.run(0);
    await edit(1);
    await page.page.keyboard.type("22");
    await pause();
    for (let i = 0; i < 8; i++) await press("Control+z");
    expect(await sources()).to.deep.equal(["const a1 = 111; a1", ""]);
    expect(
      await page.page.evaluate(`document.activeElement.closest(".jp-Cell") === ${CELLS}[1].node`),
    ).to.equal(true);
    for (let i = 0; i < 8; i++) await press("Control+Shift+z");
    expect(await sources()).to.deep.equal(["const a1 = 111; a1", "22"]);
  });

  it("takes back words, not letters, and brings back exactly what was there", async () => {
    page = await served.open("words.ipynb", [""]);
    await edit(0);
    const { keyboard } = page.page;
    const steps = [
      () => keyboard.type("const x = 1;"),
      () => press("Enter", "Enter"),
      () => keyboard.insertText("// 한글 😀 pasted\nsecond line\n"),
      () => keyboard.type("hello world"),
      () => press("Backspace", "Backspace", "Backspace"),
    ];
    const states = await sources();
    for (const step of steps) {
      await step();
      await pause();
      states.push((await sources())[0]);
    }
    for (const state of states.toReversed().slice(1)) {
      await press("Control+z");
      expect((await sources())[0]).to.equal(state);
    }
    for (const state of states.slice(1)) {
      await press("Control+y");
      expect((await sources())[0]).to.equal(state);
    }
  });

  it("takes back a paste by itself, without what was typed just before", async () => {
    page = await served.open("pasted.ipynb", ["", "const pasted = 1;"]);
    await edit(1);
    await press("Control+a", "Control+c");
    await edit(0);
    await page.page.keyboard.type("typed ");
    await press("Control+v");
    expect((await sources())[0]).to.equal("typed const pasted = 1;");
    await press("Control+z");
    expect((await sources())[0]).to.equal("typed ");
    await press("Control+Shift+z");
    expect((await sources())[0]).to.equal("typed const pasted = 1;");
  });

  it("brings back cells that were deleted, cut, moved, split, merged or made texts, with all they hold", async () => {
    const chart = `import { show } from "backprop"; show({ data: [{ y: [1, 2] }] });`;
    page = await served.open("cells.ipynb", [
      "console.log('one'); 1",
      "const two = 2;\ntwo + 1",
      chart,
    ]);
    await page.runAll();
    // Typed after the run, so that it is no part of the file that was opened.
    await edit(1);
    await page.page.keyboard.type(" // typed");
    await pause();
    const deeds: Record<string, () => Promise<void>> = {
      deletes: async () => {
        await select(0);
        await press("d", "d");
      },
      "deletes two": async () => {
        await select(0);
        await press("Shift+ArrowDown", "d", "d");
      },
      cuts: async () => {
        await select(1);
        await press("x");
      },
      pastes: async () => {
        await select(1);
        await press("c", "v");
      },
      moves: () => page.page.evaluate("openNotebook.panel.content.moveCell(0, 2)"),
      "makes a text of": async () => {
        await select(0);
        await press("m");
      },
      splits: async () => {
        await edit(1);
        await press("Control+Home", "End", "Control+Shift+-", "Escape");
      },
      merges: async () => {
        await select(0);
        await press("Shift+ArrowDown", "Shift+m");
      },
    };
    for (const [deed, act] of Object.entries(deeds)) {
      const before = await whole();
      await act();
      const after = await whole();
      expect(after, deed).to.not.deep.equal(before);
      await press("z");
      expect(await whole(), `Z after it ${deed}`).to.deep.equal(before);
      await press("Shift+z");
      expect(await sources(), `Shift+Z after it ${deed}`).to.deep.equal(
        (after as { source: string }[]).map(({ source }) => source),
      );
      await press("z");
      expect(await whole(), `Z again after it ${deed}`).to.deep.equal(before);
    }
    // The chart that came back lives, and so do the cells.
    await page.wait(
      `document.querySelectorAll(".jp-OutputArea .js-plotly-plot .main-svg").length > 0`,
    );
    expect((await page.run(1))[0].data?.["text/plain"]).to.equal("3");
    await page.saved();
    expect(served.cellsOnDisk("cells.ipynb").map(({ source }) => source)).to.deep.equal(
      await sources(),
    );
    expect(served.errors).to.deep.equal([]);
  });

  it("takes back one thing at a time, however quickly they were done", async () => {
    page = await served.open("quick.ipynb", ["1"]);
    await select(0);
    await press("b", "b", "a", "d", "d");
    expect(await sources()).to.have.length(3);
    await press("z");
    expect(await sources()).to.have.length(4);
    await press("z", "z", "z");
    expect(await sources()).to.deep.equal(["1"]);
  });

  it("does not bring back what a reload has replaced", async () => {
    page = await served.open("reloaded.ipynb", ["1", "2"]);
    await select(0);
    await press("b");
    await page.saved();
    const text = JSON.parse(served.onDisk("reloaded.ipynb"));
    text.cells[0].source = "'from elsewhere'";
    served.write("reloaded.ipynb", text);
    await page.wait(`${SOURCES}[0] === "'from elsewhere'"`);
    await select(0);
    await press("z");
    expect((await sources())[0]).to.equal("'from elsewhere'");
  });
});
