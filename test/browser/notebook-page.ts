import type { DrivenPage } from "../support/driven-page";
import type { Page } from "../support/playwright";

/** One output of a cell, as the notebook in the page keeps it. */
export interface Shown {
  output_type: string;
  name?: string;
  text?: string;
  ename?: string;
  evalue?: string;
  data?: Record<string, string>;
}

const CELLS = "openNotebook.panel.content.widgets";

/** What tests do with the notebook page: as a user would where it matters, by its model where it only looks. */
export class NotebookPage<P extends DrivenPage = Page> {
  readonly page: P;

  constructor(page: P) {
    this.page = page;
  }

  /** Opens a notebook's address, and waits for its kernel. */
  async open(address: string): Promise<void> {
    // The first page of a fresh browser takes its time on a busy machine.
    await this.page.goto(address, { timeout: 90_000 });
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.wait("window.openNotebook !== undefined");
    await this.kernel("idle");
  }

  wait(condition: string, timeout = 90_000): Promise<unknown> {
    return this.page.waitForFunction(condition, undefined, { timeout });
  }

  /** Waits for a state of the kernel, as the page shows it. */
  async kernel(state: string): Promise<void> {
    await this.wait(`document.getElementById("kernel-status").dataset.state === "${state}"`);
  }

  /** Waits until all is saved, as the page says. */
  async saved(): Promise<void> {
    await this.wait(
      `!openNotebook.context.model.dirty && ["Saved", "저장됨"].includes(document.getElementById("save-status").textContent)`,
    );
  }

  press(id: string): Promise<void> {
    return this.page.evaluate(`document.getElementById("${id}").click()`);
  }

  /** Presses a button of a dialog. */
  async answer(label: string): Promise<void> {
    const found = `[...document.querySelectorAll(".jp-Dialog button")].find((b) => b.textContent.trim() === ${JSON.stringify(label)})`;
    await this.wait(`${found} !== undefined`);
    await this.page.evaluate(`${found}.click()`);
    await this.wait("document.querySelector('.jp-Dialog') === null");
  }

  /** Puts text into a cell, as typing would. */
  async type(cell: number, text: string): Promise<void> {
    await this.page.evaluate(
      `openNotebook.panel.content.activeCellIndex = ${cell}; openNotebook.panel.content.mode = "edit"`,
    );
    await this.wait(`document.activeElement?.closest(".jp-Cell") === ${CELLS}[${cell}].node`);
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.insertText(text);
  }

  /** Starts a cell without waiting for its end. */
  async start(cell: number): Promise<void> {
    await this.page.evaluate(`openNotebook.panel.content.activeCellIndex = ${cell}`);
    await this.press("run");
  }

  /** Runs a cell to its end, and gives what it shows. */
  async run(cell: number): Promise<Shown[]> {
    await this.start(cell);
    return this.outputs(cell);
  }

  /** Waits until a cell that was started has ended, and gives what it shows. */
  async outputs(cell: number): Promise<Shown[]> {
    await this.wait(
      `${CELLS}[${cell}].model.executionState === "idle" && ${CELLS}[${cell}].model.executionCount !== null`,
    );
    return this.page.evaluate(`${CELLS}[${cell}].model.outputs.toJSON()`);
  }

  /** Waits for a cell's question, and types an answer. Gives the question as it stands there. */
  async answerQuestion(cell: number, answer: string): Promise<{ prompt: string; type: string }> {
    // What was answered stays for half a second.
    const box = `${CELLS}[${cell}].node.querySelector(".jp-OutputArea-stdin-item:not(.jp-OutputArea-stdin-hiding)")`;
    await this.wait(`${box}?.contains(document.activeElement)`);
    const question = await this.page.evaluate<{ prompt: string; type: string }>(
      `({ prompt: ${box}.querySelector("pre").textContent, type: ${box}.querySelector("input").type })`,
    );
    await this.page.keyboard.insertText(answer);
    await this.page.keyboard.press("Enter");
    return question;
  }

  source(cell: number): Promise<string> {
    return this.page.evaluate(`${CELLS}[${cell}].model.sharedModel.getSource()`);
  }

  /** Runs all cells to their end. A notebook that was saved has counts already: each cell has to get a new one. */
  async runAll(): Promise<void> {
    await this.page.evaluate(`
      window.toRun = new Set(${CELLS}.map(({ model }) => model).filter(
        (model) => model.type === "code" && model.sharedModel.getSource().trim() !== ""));
      for (const model of toRun) model.stateChanged.connect((_, { name, newValue }) => {
        if (name === "executionCount" && newValue !== null) toRun.delete(model);
      });`);
    await this.press("run-all");
    await this.wait("toRun.size === 0", 180_000);
    await this.wait(
      `${CELLS}.every(({ model }) => model.type !== "code" || model.executionState === "idle")`,
    );
    await this.kernel("idle");
  }

  /** The kinds of all outputs in the notebook. */
  kinds(): Promise<string[]> {
    return this.page.evaluate(
      `${CELLS}.filter(({ model }) => model.type === "code").flatMap(({ model }) => model.outputs.toJSON().map((o) => o.output_type))`,
    );
  }
}
