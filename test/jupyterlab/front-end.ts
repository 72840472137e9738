import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../kernel-setup/commands/parts/free-port";
import {
  type NotebookServer,
  startJupyter,
} from "../../kernel-setup/commands/parts/jupyter-server";
import { makeKernelSpec, writeKernelSpec } from "../../kernel-setup/jupyter/kernelspecs/kernelspec";
import { CHROMIUM, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import type { DebianTesting } from "./debian-testing";

/** What is open in the page. */
export const NOTEBOOK = "window.jupyterapp?.shell.currentWidget";

/** JupyterLab or Notebook 7 with our kernel, and a browser that has its page open. */
export class FrontEnd {
  /** What went wrong in the page that was opened last. */
  errors: string[] = [];
  /** The folder that is served; it lies in the project, so that notebooks in it find the library. */
  readonly home: string;
  readonly #lab: boolean;
  #server: NotebookServer | undefined;
  #browser: Browser | undefined;

  private constructor(lab: boolean) {
    this.#lab = lab;
    mkdirSync(inProject(".jupyter"), { recursive: true });
    this.home = mkdtempSync(inProject(".jupyter", "test-"));
  }

  /** @param notebooks the text of each, by its name */
  static async start(
    debian: DebianTesting,
    name: "lab" | "notebook",
    notebooks: Record<string, string>,
  ): Promise<FrontEnd> {
    const front = new FrontEnd(name === "lab");
    try {
      await front.#start(debian, notebooks);
    } catch (error) {
      await front.stop();
      throw error;
    }
    return front;
  }

  async #start(debian: DebianTesting, notebooks: Record<string, string>): Promise<void> {
    const { home } = this;
    const kernel = join(home, "kernels", "tslab");
    const main = inProject("dist/kernel-setup/kernel/main.js");
    writeKernelSpec(kernel, makeKernelSpec({ node: debian.node.path, main }));
    copyFileSync(inProject(".jupyter/kernels/tslab/plotly.min.js"), join(kernel, "plotly.min.js"));
    for (const [file, text] of Object.entries(notebooks)) writeFileSync(join(home, file), text);
    mkdirSync(join(home, "config"));
    const app = { expose_app_in_browser: true };
    for (const [file, settings] of Object.entries({
      jupyter_lab_config: { LabApp: app },
      jupyter_notebook_config: { JupyterNotebookApp: app },
    }))
      writeFileSync(join(home, "config", `${file}.json`), JSON.stringify(settings));
    const jupyter = this.#lab ? debian.lab : debian.notebook;
    const port = await freePort(19_900);
    const place = { home, notebooks: home, first: "", port };
    this.#server = await startJupyter({ jupyter, ...place, timeoutMs: 180_000 });
    this.#browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Opens a notebook, and waits until its kernel is idle. */
  async open(name: string, size = { width: 1300, height: 900 }): Promise<Page> {
    if (this.#server === undefined || this.#browser === undefined) throw new Error("not started");
    const page = await this.#browser.newPage();
    this.errors = [];
    // What the front end's own files complain of is not ours: Debian's build does, at times.
    const keep = (text: string, from = "") => {
      if (!/\/(static|lsp)\//.test(from)) this.errors.push(text);
    };
    page.on("pageerror", ({ message, stack = "" }) =>
      keep(
        message,
        stack.split("\n").find((line) => /^\s+at /.test(line)),
      ),
    );
    page.on("console", (message) => {
      if (message.type() === "error") keep(message.text(), message.location().url);
    });
    await page.setViewportSize(size);
    const { origin, search } = new URL(this.#server.url);
    await page.goto(`${origin}/${this.#lab ? "lab/tree" : "notebooks"}/${name}${search}&reset`);
    await page.waitForFunction(
      `${NOTEBOOK}?.sessionContext?.session?.kernel?.status === "idle"`,
      undefined,
      { timeout: 180_000 },
    );
    return page;
  }
}

/** Runs a command of the front end, and waits for its end. */
export const command = (page: Page, name: string, args = "{}") =>
  page.evaluate(`jupyterapp.commands.execute(${JSON.stringify(name)}, ${args})`);

/** Keeps a picture of the page where the environment says so. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS === undefined) return;
  await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
}
