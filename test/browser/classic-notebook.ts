import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../kernel-setup/commands/parts/free-port";
import {
  type NotebookServer,
  startJupyter,
} from "../../kernel-setup/commands/parts/jupyter-server";
import { writeKernelSpec } from "../../kernel-setup/jupyter/kernelspecs/kernelspec";
import { ourKernel } from "../support/kernel-folder";
import { notebookText } from "../support/kernels";
import { CHROMIUM, PYTHON, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";

/** One output of a cell, as the notebook in the page keeps it. */
export interface Output {
  output_type: string;
  name?: string;
  text?: string;
  ename?: string;
  data?: Record<string, string>;
}

/** Notebook 6 with our kernel, in a folder and with settings of its own, and a browser that shows it. */
export class ClassicNotebook {
  readonly #folder: string;
  readonly #server: NotebookServer;
  readonly #browser: Browser;
  readonly page: Page;

  private constructor(folder: string, server: NotebookServer, browser: Browser, page: Page) {
    this.#folder = folder;
    this.#server = server;
    this.#browser = browser;
    this.page = page;
  }

  /**
   * Opens a notebook of these cells, and waits for its kernel.
   *
   * @param watch Gets the page before anything is in it.
   */
  static async open(
    sources: string[],
    watch: (page: Page) => void = () => {},
  ): Promise<ClassicNotebook> {
    mkdirSync(inProject(".jupyter"), { recursive: true });
    // In the project, where cells find its packages.
    const folder = mkdtempSync(inProject(".jupyter", "browser-"));
    const notebooks = join(folder, "notebooks");
    mkdirSync(notebooks);
    writeFileSync(join(notebooks, "test.ipynb"), notebookText(sources, "tslab"));
    const kernel = join(folder, "kernels", "tslab");
    writeKernelSpec(kernel, ourKernel());
    // As the build lays it beside: charts become live with it.
    const library = "plotly.min.js";
    copyFileSync(inProject(".jupyter/kernels/tslab", library), join(kernel, library));
    const server = await startJupyter({
      jupyter: { name: "Notebook", version: "6", command: PYTHON, before: ["-m", "notebook"] },
      home: folder,
      notebooks,
      first: "",
      port: await freePort(18_900),
    });
    const browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    const page = await browser.newPage();
    watch(page);
    const notebook = new ClassicNotebook(folder, server, browser, page);
    await notebook.#show(page);
    return notebook;
  }

  /** Opens the same notebook in a second page, which shows the same kernel. */
  async openAgain(): Promise<Page> {
    const page = await this.#browser.newPage();
    await this.#show(page);
    return page;
  }

  async #show(page: Page): Promise<void> {
    const { origin, search } = new URL(this.#server.url);
    await page.goto(`${origin}/notebooks/test.ipynb${search}`, { timeout: 90_000 });
    await this.connected(page);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Waits until the page has a kernel that is idle. */
  async connected(page = this.page): Promise<void> {
    await page.waitForFunction(
      "window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.kernel.info_reply.status === 'ok'",
      undefined,
      { timeout: 60_000 },
    );
  }

  async wait(condition: string, timeout = 60_000): Promise<void> {
    await this.page.waitForFunction(condition, undefined, { timeout });
  }

  /** Starts a cell, as Run does, without waiting for its end. */
  async start(cell: number): Promise<void> {
    await this.page.evaluate(`(() => {
      const { notebook } = Jupyter;
      if (window.finished === undefined) {
        window.finished = new Set();
        notebook.events.on("finished_execute.CodeCell", (_, { cell }) => finished.add(cell));
      }
      finished.delete(notebook.get_cell(${cell}));
      notebook.execute_cells([${cell}]);
    })()`);
  }

  /**
   * Waits until a cell that was started has ended, and returns what it shows. Its reply may come before
   * its outputs do, and these before the reply: the page waits for both.
   */
  async outputs(cell: number): Promise<Output[]> {
    await this.wait(`Number.isInteger(Jupyter.notebook.get_cell(${cell}).input_prompt_number)`);
    await this.wait(`finished.has(Jupyter.notebook.get_cell(${cell}))`);
    return this.page.evaluate(`Jupyter.notebook.get_cell(${cell}).output_area.outputs`);
  }

  async run(cell: number): Promise<Output[]> {
    await this.start(cell);
    return this.outputs(cell);
  }

  /** Waits for a question, and types an answer. Gives the question as it stands there. */
  async answerQuestion(answer: string): Promise<{ prompt: string; type: string }> {
    await this.wait("document.activeElement.matches('.raw_input_container input.raw_input')");
    const question = await this.page.evaluate<{ prompt: string; type: string }>(
      "({ prompt: document.activeElement.parentElement.textContent, type: document.activeElement.type })",
    );
    await this.page.keyboard.insertText(answer);
    await this.page.keyboard.press("Enter");
    return question;
  }

  /** Saves the notebook, and gives the file's text. */
  async save(): Promise<string> {
    await this.page.evaluate("Jupyter.notebook.save_notebook()");
    return readFileSync(join(this.#folder, "notebooks", "test.ipynb"), "utf8");
  }

  /** Opens the notebook anew from its file. */
  async reload(): Promise<void> {
    await this.page.evaluate("window.onbeforeunload = null; location.reload()");
    await this.wait("window.Jupyter?.notebook?._fully_loaded");
    await this.connected();
  }

  /** Counts an event of the page from now on, in `window.counted`. */
  async count(event: string): Promise<void> {
    await this.page.evaluate(
      `window.counted = 0; Jupyter.notebook.events.on("${event}", () => { window.counted++; })`,
    );
  }

  /** Presses a button of the toolbar. */
  async press(action: "interrupt-kernel" | "confirm-restart-kernel"): Promise<void> {
    await this.page.evaluate(
      `document.querySelector('[data-jupyter-action="jupyter-notebook:${action}"]').click()`,
    );
  }
}
