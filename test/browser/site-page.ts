import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { NOTEBOOKS } from "../../kernel-setup/commands/parts/project";
import { bundlePageHome, PAGE_FOLDER, sitePage } from "../../kernel-setup/commands/parts/site-page";
import { CHROMIUM, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { hostFolder } from "../support/static-host";
import { NotebookPage } from "./notebook-page";
import { waitFor } from "./wait-for";

/** The page's home with a kernel for tests. */
const HOME = `
  import { openHomeWith } from ${JSON.stringify(inProject("kernel-setup/page/homes/browser/web/open-home"))};
  import { echoKernels } from ${JSON.stringify(inProject("test/support/echo-kernel"))};
  export const openHome = (site, config) => openHomeWith(() => echoKernels, site, config);
`;

/** A page whose policy lets nobody make code of texts, not even the tests that wait for something in it. */
class StrictPage extends NotebookPage {
  override wait(condition: string, timeout = 90_000): Promise<unknown> {
    return waitFor(this.page, `Boolean(${condition})`, timeout);
  }
}

/** What a site has besides, as far as the notebook page loads it. */
function besidePage(): Map<string, Buffer> {
  const kernel = readdirSync(inProject("dist/web")).filter((name) => name !== "build.json");
  return new Map(
    [
      ["assets/frame.html", "kernel-setup/book/site/assets/frame.html"],
      ["assets/live.js", "dist/src/browser/outputs/main.js"],
      ["kernelspecs/tslab/plotly.min.js", ".jupyter/kernels/tslab/plotly.min.js"],
      ...kernel.map((name) => [`kernel/${name}`, `dist/web/${name}`]),
    ].map(([name = "", file = ""]) => [name, readFileSync(inProject(file))]),
  );
}

/** The notebook page of a static site, on a host that knows files alone, and a browser. */
export class SitePage {
  readonly folder: string;
  readonly url: string;
  readonly browser: Browser;
  /** What the pages complained of, and asked of others, since `newPage` was last called. */
  wrong: string[] = [];
  /** What was asked of evil.test. */
  readonly heardElsewhere: readonly string[];
  readonly #isReal: boolean;
  readonly #servers: Server[];
  readonly #pages: Page[] = [];

  private constructor(
    folder: string,
    url: string,
    servers: Server[],
    browser: Browser,
    heardElsewhere: readonly string[],
    isReal: boolean,
  ) {
    this.folder = folder;
    this.url = url;
    this.#servers = servers;
    this.browser = browser;
    this.heardElsewhere = heardElsewhere;
    this.#isReal = isReal;
  }

  /**
   * @param isReal Whether cells run in the kernel of a site; else there is one that gives them back.
   * @param notebooks The folder of the site's lessons.
   */
  static async start(isReal = false, notebooks = NOTEBOOKS): Promise<SitePage> {
    const folder = mkdtempSync(join(tmpdir(), "site-page-"));
    const { url, server } = await hostFolder(folder);
    const heard: string[] = [];
    const elsewhere = createServer(({ url: asked = "" }, answer) => {
      heard.push(asked);
      answer.end();
    });
    await new Promise<void>((done) => elsewhere.listen(0, "127.0.0.1", done));
    const { port } = elsewhere.address() as AddressInfo;
    const browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        // A place without HTTPS, and one that nobody is to ask for anything.
        `--host-resolver-rules=MAP classroom.test 127.0.0.1, MAP evil.test 127.0.0.1:${port}`,
      ],
    });
    const site = new SitePage(folder, url, [server, elsewhere], browser, heard, isReal);
    await site.publish(notebooks);
    return site;
  }

  /** Writes the site as it is with these lessons, over what was there. */
  async publish(notebooks: string): Promise<void> {
    const home = join(this.folder, "home.ts");
    writeFileSync(home, HOME);
    const { script } = await bundlePageHome(this.#isReal ? undefined : home);
    const site = besidePage();
    for (const [name, content] of [...site, ...sitePage(notebooks, script, site)]) {
      const file = join(this.folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  async tidy(): Promise<void> {
    await Promise.all(this.#pages.splice(0).map((page) => page.close()));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    for (const server of this.#servers) server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The address of a notebook, or of the page itself. */
  urlOf(path = "", url = this.url): string {
    const query = path.split("/").map(encodeURIComponent).join("/");
    return `${url}${PAGE_FOLDER}/index.html${query && `?notebook=${query}`}`;
  }

  /** @param beside opens it as another tab of this page's browser; else it is a browser of its own */
  async newPage(beside?: NotebookPage, width = 1280, height = 800): Promise<NotebookPage> {
    const context = beside ? beside.page.context() : await this.browser.newContext();
    const page = await context.newPage();
    this.#pages.push(page);
    if (!beside) this.wrong = [];
    page.on("pageerror", (error) => this.wrong.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.wrong.push(message.text());
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!/^(?:data|blob):/.test(url) && !/^https?:\/\/[^/]*\/somebody\/lessons\//.test(url))
        this.wrong.push(url);
    });
    await page.setViewportSize({ width, height });
    return new StrictPage(page);
  }

  /** Opens a notebook in a browser of its own, or beside another page, and waits for its kernel. */
  async open(path: string, beside?: NotebookPage): Promise<NotebookPage> {
    const page = await this.newPage(beside);
    await page.open(this.urlOf(path));
    return page;
  }

  async shot({ page }: NotebookPage, name: string): Promise<void> {
    const { SCREENSHOTS } = process.env;
    if (SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }
}
