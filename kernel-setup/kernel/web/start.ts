import { DEFAULT_LANGUAGE, type Language } from "../../../src/text/languages";
import { KernelError } from "../../jupyter/client/kernel-error";
import type { Lane, Message } from "../../jupyter/messages/message";
import { words } from "../../text/texts";
import { headline } from "../cells/error-content";
import type { InputAnswer } from "../cells/messages";
import { CellPort } from "../protocol/cell-port";
import { CommTable } from "../protocol/comm-table";
import { Control } from "../protocol/control";
import { Diagnostics } from "../protocol/diagnostics";
import { History } from "../protocol/history";
import { kernelInfo } from "../protocol/kernel-info";
import { Publisher, Replier, type Send } from "../protocol/publisher";
import { Shell } from "../protocol/shell";
import { Stdin } from "../protocol/stdin";
import { JOIN_MILLISECONDS } from "../protocol/stream-joiner";
import type { FileChanges, FromWorker, Item, Versions } from "./messages";
import { after } from "./platform";
import { Supplies, type Supply } from "./supplies";
import { WorkerThread } from "./worker-thread";

export type { Supply } from "./supplies";

/** How long the worker may take to notice an interrupt, in milliseconds; then another takes its place. */
const NOTICE_MILLISECONDS = 1000;

/** With what a kernel in a page begins. */
export interface WorkerKernelOptions {
  /** The address of the worker's script, `kernel.js` of the build. */
  script: string | URL;
  /** What `declarations.json` of the build holds: what the checker reads, by whole paths. */
  declarations: Readonly<Record<string, string>>;
  /** The notebook's folder, as a whole path with "/"; relative imports begin there. */
  folder?: string;
  /** Files that cells may import, by whole paths. */
  files?: FileChanges;
  /** What the pack has had kept, by whole paths: such as its scorecard. */
  kept?: FileChanges;
  /** Keeps what the pack has written, or removes it. */
  keep?(files: FileChanges): void;
  /** What the pack asks its surroundings for: such as BACKPROP_HOME, below which its scorecard lies. */
  settings?: Readonly<Record<string, string>>;
  /** What TypeScript says in a language, as `messages-ko.json` of the build has it; nothing where it does not speak it. */
  messages?(language: Language): Promise<Readonly<Record<string, string>> | undefined>;
  /** Data that cells may ask for and that is loaded then, such as the images of a lesson. */
  supplies?: readonly Supply[];
  /** Names of the page that cells may use although they reach out, such as "fetch". */
  allowed?: readonly string[];
  /** Brings an answer of the reader to a worker that waits for it; without it, nobody waits. */
  answer?(answer: InputAnswer): void;
}

/** The page's end of a kernel that runs in a worker: what its server takes for one of Node. */
export interface WorkerKernel {
  /** Why it has ended, once it has. */
  readonly death: Error | undefined;
  /** Fulfilled when it has ended, however that came. */
  readonly ended: Promise<void>;
  /** Gives all that the kernel sends to one listener. */
  listen(listener: (channel: Lane, message: Message) => void): void;
  /** Hands on what a front end says. */
  pass(channel: Exclude<Lane, "iopub">, message: Message): Promise<void>;
  /** Stops the running cell; one that does not hear of it ends with its worker, and all variables. */
  interrupt(): Promise<void>;
  shutdown(): Promise<void>;
  /** Changes the files that cells may import, from the next cell on; nothing as a content removes one. */
  change(files: FileChanges): void;
  /** Changes what the pack has had kept, such as a scorecard to which another tab has added. */
  changeKept(files: FileChanges): void;
}

/**
 * Starts a kernel in a worker of this page, and waits until it can run cells.
 *
 * @throws KernelError when its script is not there or does not start
 */
export async function startWorkerKernel(options: WorkerKernelOptions): Promise<WorkerKernel> {
  const known = { files: { ...options.files }, kept: { ...options.kept } };
  const thread = startThread(options, known);
  return new Kernel(options, known, thread, await thread.ready);
}

/** The files that the next worker begins with, too. */
interface Known {
  readonly files: Record<string, string | Uint8Array | undefined>;
  readonly kept: Record<string, string | Uint8Array | undefined>;
}

function startThread(options: WorkerKernelOptions, { files, kept }: Known): WorkerThread {
  const { script, declarations, folder = "/notebooks", settings = {}, allowed = [] } = options;
  return new WorkerThread(String(script), { folder, declarations, files, kept, settings, allowed });
}

const encoder = new TextEncoder();

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** What can be given away with files in place of being copied. */
function buffersOf(files: FileChanges): object[] {
  const contents = Object.values(files).filter((content) => content instanceof Uint8Array);
  return [...new Set(contents.map(({ buffer }) => buffer))];
}

class Kernel implements WorkerKernel {
  death: Error | undefined;
  readonly ended: Promise<void>;
  readonly #options: WorkerKernelOptions;
  readonly #known: Known;
  readonly #cells: CellPort;
  readonly #shell: Shell;
  readonly #control: Control;
  readonly #stdin: Stdin;
  #thread: WorkerThread;
  #listener: ((channel: Lane, message: Message) => void) | undefined;
  #language: Language = DEFAULT_LANGUAGE;
  #speaking: Promise<void> | undefined;
  readonly #supplies: Supplies;
  /** Printed text waits for more. */
  #joining: unknown;
  #isChecking = false;
  #calm = () => {};
  #interrupting: Promise<void> | undefined;
  #end = () => {};

  constructor(
    options: WorkerKernelOptions,
    known: Known,
    thread: WorkerThread,
    versions: Versions,
  ) {
    this.#options = options;
    this.#known = known;
    this.#thread = thread;
    this.#heed(thread);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    const session = crypto.getRandomValues(new Uint32Array(4)).join("-");
    const on =
      (channel: Lane): Send =>
      (message) =>
        this.#listener?.(channel, message);
    const publisher = new Publisher(on("iopub"), session);
    const history = new History();
    const comms = new CommTable();
    this.#stdin = new Stdin({
      send: async (message) => on("stdin")(message),
      session,
      answer: (answer) => options.answer?.(answer),
    });
    this.#cells = new CellPort({
      post: (message) => this.#thread.post(message),
      publisher,
      stdin: this.#stdin,
      comms,
      fromBase64,
      language: () => this.#language,
      onResult: (count, text) => history.setOutput(count, text),
      onExit: (reason) => this.#dieOf(reason),
    });
    this.#supplies = new Supplies({
      supplies: options.supplies ?? [],
      publisher,
      language: () => this.#language,
      take: (files) => this.#thread.post({ type: "kept", files }, buffersOf(files)),
    });
    const info = kernelInfo({
      versions,
      place: "in a page",
      help: { text: "JavaScript", url: "https://developer.mozilla.org/docs/Web/JavaScript" },
    });
    this.#shell = new Shell({
      cells: this.#cells,
      comms,
      history,
      publisher,
      replier: new Replier(on("shell"), session),
      kernelInfo: info,
      runningCell: { begin: () => {}, end: () => {} },
      before: undefined,
      calm: async () => {
        await this.#interrupting;
        await this.#speaking;
      },
      prepare: (request) => this.#supplies.prepare(request),
      turn: () => new Promise((resolve) => after(0, resolve)),
      onFailure: (error) => console.error(error),
    });
    const diagnostics = new Diagnostics((message) => this.#cells.ask(message));
    this.#control = new Control({
      publisher,
      replier: new Replier(on("control"), session),
      kernelInfo: info,
      usage: () => ({}),
      interrupt: () => void this.interrupt(),
      diagnose: (message) => diagnostics.answer(message),
      shutDown: () => void this.shutdown(),
    });
  }

  #heed(thread: WorkerThread): void {
    thread.listen({
      receive: (message) => this.#receive(message),
      // The worker is gone, and nobody has ended it.
      lost: () => {
        const reason = words("kernel.workerLost")[this.#language];
        this.#cells.receive(0, { type: "exit", reason });
      },
    });
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case "items":
        for (const item of message.items) this.#take(item);
        break;
      case "checking":
        this.#isChecking = message.isChecking;
        break;
      case "calm":
        this.#calm();
        break;
      case "language":
        this.#speaking = this.#speak(message.language);
        break;
      case "kept":
        Object.assign(this.#known.kept, message.files);
        this.#options.keep?.(message.files);
    }
  }

  #take([kind, cell, text]: Item): void {
    if (kind === "message") {
      this.#cells.receive(cell, JSON.parse(text));
      return;
    }
    this.#cells.print(kind, cell, encoder.encode(text));
    this.#joining ??= after(JOIN_MILLISECONDS, () => {
      this.#joining = undefined;
      this.#cells.flush();
    });
  }

  /** What TypeScript says in a language is brought in once a cell has chosen that. */
  async #speak(language: Language): Promise<void> {
    this.#language = language;
    const messages = await this.#options.messages?.(language).catch(() => undefined);
    if (messages !== undefined) this.#thread.post({ type: "messages", language, messages });
  }

  listen(listener: (channel: Lane, message: Message) => void): void {
    this.#listener = listener;
  }

  async pass(channel: Exclude<Lane, "iopub">, message: Message): Promise<void> {
    if (this.death !== undefined) throw this.death;
    if (channel === "shell") this.#shell.receive(message);
    else if (channel === "control") this.#control.receive(message);
    else this.#stdin.receive(message);
  }

  change(files: FileChanges): void {
    Object.assign(this.#known.files, files);
    this.#thread.post({ type: "files", files });
  }

  changeKept(files: FileChanges): void {
    Object.assign(this.#known.kept, files);
    this.#thread.post({ type: "kept", files });
  }

  async interrupt(): Promise<void> {
    if (this.death !== undefined) throw this.death;
    this.#interrupting ??= this.#insist().finally(() => {
      this.#interrupting = undefined;
    });
    await this.#interrupting;
  }

  async #insist(): Promise<void> {
    if (this.#supplies.stop()) return;
    const noticed = new Promise<boolean>((resolve) => {
      this.#calm = () => resolve(true);
      const wait = () => {
        // What TypeScript checks comes to its end.
        after(NOTICE_MILLISECONDS, () => (this.#isChecking ? wait() : resolve(false)));
      };
      wait();
    });
    this.#thread.post({ type: "interrupt" });
    // Where no cell runs, the worker is at work for itself, and variables are no price for that.
    if (!(await noticed) && this.death === undefined && this.#cells.isRunning)
      await this.#replace();
  }

  /** Starts another worker in the place of one that hears nothing. */
  async #replace(): Promise<void> {
    this.#thread.end();
    const evalue = words("kernel.replaced")[this.#language];
    const ename = "Interrupted";
    this.#cells.abandon({ ename, evalue, traceback: [headline(ename, evalue)] });
    this.#thread = startThread(this.#options, this.#known);
    this.#isChecking = false;
    this.#supplies.forget();
    this.#heed(this.#thread);
    await this.#thread.ready.catch((error: Error) => this.#die(error));
  }

  /** What the cell is told goes out first. */
  #dieOf(reason: string): void {
    this.#thread.end();
    after(0, () => this.#die(new KernelError(reason)));
  }

  #die(error: Error): void {
    this.#thread.end();
    this.death ??= error;
    this.#end();
  }

  async shutdown(): Promise<void> {
    this.#die(new KernelError(words("kernel.shutDown")[this.#language]));
  }
}
