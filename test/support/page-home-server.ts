import { tmpdir } from "node:os";
import type { FoundKernelSpec } from "../../kernel-setup/jupyter/kernelspecs/spec";
import { MemoryFiles } from "../../kernel-setup/page/homes/browser/memory-files";
import { PageSocket, type SocketClosed } from "../../kernel-setup/page/homes/browser/page-socket";
import { pageSecrets } from "../../kernel-setup/page/homes/browser/secrets";
import { machineKernels } from "../../kernel-setup/page/homes/machine/home";
import { type NotebookServer, openNotebooks } from "../../kernel-setup/page/server/notebook-server";
import { parentOf } from "../../kernel-setup/page/server/paths";
import type { FindLesson } from "../../kernel-setup/page/server/routes/work";
import { contentOf, type Files, type HomeServer, PACK, type Started } from "./home-server";
import { Heard, type Wire } from "./kernel-socket";
import { fakeKernel } from "./kernels";

const KEPT = "/work/kept/server";
const SPECS = "/site/kernels";

/** A server in a page's home: files in memory, requests without a network. Its kernel is a process all the same. */
export class PageTestServer implements HomeServer {
  readonly notebooks: string;
  readonly #files: MemoryFiles;
  readonly #spec: FoundKernelSpec;
  readonly #lessonOf: FindLesson | undefined;
  #server: NotebookServer;
  /** Where kernels were to be started. */
  #folders: string[] = [];

  private constructor(
    files: MemoryFiles,
    notebooks: string,
    { kernel = fakeKernel(), lessonOf }: Started,
  ) {
    this.#files = files;
    this.#lessonOf = lessonOf;
    this.notebooks = notebooks;
    files.makeFolders(notebooks);
    this.#spec = Object.assign(kernel, { folder: `${SPECS}/${kernel.name}` });
    this.#files.makeFolders(this.#spec.folder);
    for (const name of ["kernel.json", "kernels.js"])
      this.#files.write(`${this.#spec.folder}/${name}`, Buffer.from("{}"));
    this.#server = this.#open();
  }

  static async start(files: Files = {}, started: Started = {}): Promise<PageTestServer> {
    const server = new PageTestServer(new MemoryFiles(), "/work/notebooks", started);
    for (const [name, content] of Object.entries(files)) server.write(name, contentOf(content));
    return server;
  }

  async another(): Promise<PageTestServer> {
    return new PageTestServer(this.#files, "/work/others", {});
  }

  #open(): NotebookServer {
    const kernels = {
      start: (found: FoundKernelSpec, { cwd }: { cwd: string }) => {
        this.#folders.push(cwd);
        return machineKernels.start(found, { cwd: tmpdir() });
      },
    };
    const home = { files: this.#files, secrets: pageSecrets, kernels };
    const { notebooks } = this;
    const work = { home: "page", pack: PACK, scorecard: `${notebooks}/scorecard.json` } as const;
    const kernelspecs = [this.#spec];
    const served = { notebooks, kept: KEPT, kernels: kernelspecs, work, lessonOf: this.#lessonOf };
    return openNotebooks(home, served);
  }

  get kernels() {
    return this.#server.kernels;
  }

  startedIn(): unknown {
    return this.#folders.at(-1);
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return this.fetch(new Request(`http://page.test${path}`, init));
  }

  async fetch(request: Request): Promise<Response> {
    // No answer comes before what has happened meanwhile, as with a real fetch.
    await new Promise(setImmediate);
    return this.#server.fetch(request);
  }

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

  connect(path: string, protocol?: string): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = new PageSocket(protocol, (line) =>
        this.#server.lineTo(new URL(path, "http://page.test"))(line),
      );
      const wire = wireOf(socket);
      socket.onopen = () => resolve(wire);
      socket.onerror = () => reject(new Error(`expected a line to ${path}, but got none`));
    });
  }

  bytes(name: string): Uint8Array {
    return this.#files.read(`${this.notebooks}/${name}`);
  }

  read(name: string): string {
    return Buffer.from(this.bytes(name)).toString();
  }

  write(name: string, content: string | Uint8Array): void {
    const path = `${this.notebooks}/${name}`;
    this.#files.makeFolders(parentOf(path));
    this.#files.write(path, typeof content === "string" ? Buffer.from(content) : content);
  }

  list(folder = ""): string[] {
    return this.#files.list(`${this.notebooks}/${folder}`).sort();
  }

  makeFolder(name: string): void {
    this.#files.makeFolders(`${this.notebooks}/${name}`);
  }

  move(from: string, to: string): void {
    this.#files.removeAll(`${this.notebooks}/${to}`);
    this.#files.move(`${this.notebooks}/${from}`, `${this.notebooks}/${to}`);
  }

  remove(name: string): void {
    this.#files.removeAll(`${this.notebooks}/${name}`);
  }

  readonly kept = {
    read: (name: string) => Buffer.from(this.#files.read(`${KEPT}/${name}`)).toString(),
    write: (name: string, text: string) => this.#files.write(`${KEPT}/${name}`, Buffer.from(text)),
  };

  async restart(): Promise<void> {
    await this.#server.stop();
    this.#server = this.#open();
  }

  end(): Promise<void> {
    return this.#server.stop();
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}

function wireOf(socket: PageSocket): Wire {
  const heard = new Heard();
  socket.onmessage = ({ data }) => heard.say(Buffer.from(data as string), typeof data !== "string");
  const closed = new Promise<SocketClosed>((resolve) => {
    socket.onclose = resolve;
  });
  return {
    protocol: socket.protocol,
    send: (data) => socket.send(data),
    close: (code) => socket.close(code),
    terminate: () => socket.close(1006),
    onMessage: (take) => heard.to(take),
    closed,
  };
}
