import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FoundKernelSpec } from "../../kernel-setup/jupyter/kernelspecs/spec";
import {
  type RunningServer,
  type ServerOptions,
  startServer,
} from "../../kernel-setup/page/homes/machine/server";
import { fakeKernel } from "./kernels";

/** A server over a folder of its own, with what a page would send it. */
export class TestServer {
  running: RunningServer;
  readonly folder: string;
  readonly notebooks: string;
  readonly #options: ServerOptions;

  private constructor(running: RunningServer, options: ServerOptions, folder: string) {
    this.running = running;
    this.#options = options;
    this.folder = folder;
    this.notebooks = options.notebooks;
  }

  /**
   * Starts it with these files; text as it is, anything else as JSON.
   *
   * @param home Where it keeps what it keeps, if not in a folder of its own.
   * @param config What the page is told.
   * @param parent Where the folder is made; inside the project, cells find its packages.
   */
  static async start(
    files: Record<string, unknown> = {},
    {
      kernel = fakeKernel(),
      parent = tmpdir(),
      home,
      config = { language: "en" },
    }: {
      kernel?: FoundKernelSpec;
      parent?: string;
      home?: string;
      config?: Record<string, unknown>;
    } = {},
  ): Promise<TestServer> {
    mkdirSync(parent, { recursive: true });
    const folder = realpathSync(mkdtempSync(join(parent, "test-server-")));
    const page = join(folder, "page");
    const notebooks = join(folder, "notebooks");
    mkdirSync(page);
    mkdirSync(notebooks);
    for (const name of ["index", "enter"])
      writeFileSync(join(page, `${name}.html`), `<html><body>the ${name} page</body></html>`);
    writeFileSync(join(page, "page.js"), "1");
    for (const [name, content] of Object.entries(files)) {
      const file = join(notebooks, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    }
    const options = {
      notebooks,
      home: home ?? join(folder, "home"),
      kernels: [kernel],
      page: { folder: page, config },
      port: 0,
    };
    return new TestServer(await startServer(options), options, folder);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.running.port}`;
  }

  /** Ends it, and starts another over the same folders. */
  async restart(): Promise<void> {
    await this.running.stop();
    this.running = await startServer(this.#options);
  }

  async stop(): Promise<void> {
    await this.running.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Asks with the token. */
  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `token ${this.running.token}`, ...init.headers };
    return fetch(`${this.origin}${path}`, { ...init, headers });
  }

  /** Asks with a JSON body, and gives status and JSON answer. */
  async json<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: T }> {
    const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
    const answer = await this.ask(path, { method, body: text, headers });
    const words = await answer.text();
    return { status: answer.status, body: (words === "" ? {} : JSON.parse(words)) as T };
  }
}
