import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lessonFinder } from "../../kernel-setup/commands/parts/learner-work";
import { listLessons } from "../../kernel-setup/commands/parts/lesson-list";
import { PAGE } from "../../kernel-setup/commands/parts/project";
import { updateCopies } from "../../kernel-setup/commands/parts/working-copy";
import type { FoundKernelSpec } from "../../kernel-setup/jupyter/kernelspecs/spec";
import {
  type RunningServer,
  type ServerOptions,
  startServer,
} from "../../kernel-setup/page/homes/machine/server";
import { notebookText, ownKernel } from "../support/kernels";
import { CHROMIUM, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { NotebookPage } from "./notebook-page";

/** The server of npm start on a folder of its own, and a browser: what tests of the page begin with. */
export class PageServer {
  readonly folder: string;
  readonly notebooks: string;
  server: RunningServer;
  readonly #options: ServerOptions;
  readonly browser: Browser;
  /** What the pages complained of since `newPage` was last called. */
  errors: string[] = [];
  readonly #pages: Page[] = [];

  private constructor(
    folder: string,
    options: ServerOptions,
    server: RunningServer,
    browser: Browser,
  ) {
    this.folder = folder;
    this.notebooks = options.notebooks;
    this.#options = options;
    this.server = server;
    this.browser = browser;
  }

  /** @param kernel in the place of the project's own */
  static async start(kernel: FoundKernelSpec = ownKernel()): Promise<PageServer> {
    // As notebooks/mine lies in a clone: there the scorecard is kept.
    mkdirSync(inProject(".jupyter"), { recursive: true });
    const folder = mkdtempSync(inProject(".jupyter", "page-"));
    const notebooks = join(folder, "notebooks", "mine");
    for (const language of ["en", "ko"])
      updateCopies(inProject("notebooks", language), join(notebooks, language));
    const options: ServerOptions = {
      notebooks,
      home: join(folder, "home"),
      kernels: [{ ...kernel, folder: inProject(".jupyter/kernels/tslab") }],
      page: {
        folder: PAGE,
        config: {
          language: "en",
          lessons: listLessons(notebooks, inProject("notebooks")),
          scorecard: "scorecard.json",
        },
      },
      port: 0,
      work: { home: "machine", pack: "0.0.1", scorecard: join(notebooks, "scorecard.json") },
      lessonOf: lessonFinder(inProject("notebooks")),
    };
    const server = await startServer(options);
    const browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    return new PageServer(folder, options, server, browser);
  }

  /** Starts the server anew on the same port, as who presses Ctrl-C and calls npm start again. */
  async startAgain(): Promise<void> {
    this.server = await startServer({ ...this.#options, port: this.server.port });
  }

  /** Closes the pages and ends the kernels that a test has left. */
  async tidy(): Promise<void> {
    await Promise.all(this.#pages.splice(0).map((page) => page.close()));
    for (const { id } of this.server.kernels.all) await this.server.kernels.shutdown(id);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @param beside opens it as another tab of this page's browser; else it is a browser of its own */
  async newPage(width = 1280, height = 800, beside?: NotebookPage): Promise<NotebookPage> {
    const context = beside ? beside.page.context() : await this.browser.newContext();
    const page = await context.newPage();
    this.#pages.push(page);
    if (!beside) this.errors = [];
    page.on("pageerror", (error) => this.errors.push(error.message));
    await page.setViewportSize({ width, height });
    return new NotebookPage(page);
  }

  /** A phone with a browser of its own: touched, and drawn for a screen of small points. */
  async newPhone(
    width: number,
    height: number,
    colorScheme: "light" | "dark" = "light",
  ): Promise<NotebookPage> {
    const viewport = { width, height };
    const touch = { hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
    const context = await this.browser.newContext({ viewport, colorScheme, ...touch });
    const page = await context.newPage();
    this.#pages.push(page);
    this.errors = [];
    page.on("pageerror", (error) => this.errors.push(error.message));
    return new NotebookPage(page);
  }

  /** Writes a notebook of these code cells, or of this content, for a page to open. */
  write(name: string, content: string[] | object): void {
    const text = Array.isArray(content) ? notebookText(content, "tslab") : JSON.stringify(content);
    writeFileSync(join(this.notebooks, name), text);
  }

  /** Opens a notebook, of these cells if they are given, and waits for its kernel. */
  async open(name: string, content?: string[] | object): Promise<NotebookPage> {
    if (content) this.write(name, content);
    const page = await this.newPage();
    await page.open(this.server.urlOf(name));
    return page;
  }

  onDisk(name: string): string {
    return readFileSync(join(this.notebooks, name), "utf8");
  }

  /** The cells of a saved notebook. */
  cellsOnDisk(name: string): { source: string; outputs: Output[]; cell_type: string }[] {
    const { cells } = JSON.parse(this.onDisk(name));
    const whole = (text: string | string[]) => (Array.isArray(text) ? text.join("") : text);
    for (const cell of cells) {
      cell.source = whole(cell.source);
      for (const output of cell.outputs ?? [])
        if ("text" in output) output.text = whole(output.text);
    }
    return cells;
  }

  async shot({ page }: NotebookPage, name: string): Promise<void> {
    const { SCREENSHOTS } = process.env;
    if (SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }
}

interface Output {
  output_type: string;
  name?: string;
  text?: string;
  data?: Record<string, string | string[]>;
}
