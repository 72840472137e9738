import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  type RunningServer,
  type ServerOptions,
  startServer,
} from "../../kernel-setup/page/homes/machine/server";
import { contentOf, type Files, type HomeServer, PACK, type Started } from "./home-server";
import { SocketWire, type Wire } from "./kernel-socket";
import { fakeKernel } from "./kernels";

/** A server over a folder of its own, with what a page would send it. */
export class TestServer implements HomeServer {
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
   * Starts it with these files.
   *
   * @param home Where it keeps what it keeps, if not in a folder of its own.
   * @param config What the page is told.
   * @param parent Where the folder is made; inside the project, cells find its packages.
   */
  static async start(
    files: Files = {},
    {
      kernel = fakeKernel(),
      lessonOf,
      parent = tmpdir(),
      home,
      config = { language: "en" },
    }: Started & {
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
    const options: ServerOptions = {
      notebooks,
      home: home ?? join(folder, "home"),
      kernels: [kernel],
      page: { folder: page, config },
      port: 0,
      work: { home: "machine", pack: PACK, scorecard: join(notebooks, "scorecard.json") },
      lessonOf,
    };
    const server = new TestServer(await startServer(options), options, folder);
    for (const [name, content] of Object.entries(files)) server.write(name, contentOf(content));
    return server;
  }

  get kernels() {
    return this.running.kernels;
  }

  startedIn(said: unknown): unknown {
    return said;
  }

  connect(path: string, protocol?: string): Promise<Wire> {
    return SocketWire.open(this.running, path, protocol);
  }

  bytes(name: string): Uint8Array {
    return readFileSync(join(this.notebooks, name));
  }

  read(name: string): string {
    return readFileSync(join(this.notebooks, name), "utf8");
  }

  write(name: string, content: string | Uint8Array): void {
    const file = join(this.notebooks, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  list(folder = ""): string[] {
    return readdirSync(join(this.notebooks, folder)).sort();
  }

  makeFolder(name: string): void {
    mkdirSync(join(this.notebooks, name), { recursive: true });
  }

  move(from: string, to: string): void {
    writeFileSync(join(this.notebooks, to), readFileSync(join(this.notebooks, from)));
    rmSync(join(this.notebooks, from));
  }

  remove(name: string): void {
    rmSync(join(this.notebooks, name), { recursive: true, force: true, maxRetries: 5 });
  }

  /** In the home that it has by itself. */
  readonly kept = {
    read: (name: string) => readFileSync(join(this.folder, "home", "server", name), "utf8"),
    write: (name: string, text: string) =>
      writeFileSync(join(this.folder, "home", "server", name), text),
  };

  another(): Promise<TestServer> {
    return TestServer.start({}, { home: join(this.folder, "home") });
  }

  end(): Promise<void> {
    return this.running.stop();
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
