import { type Json, type Message, newHeader } from "../../jupyter/messages/message";
import { type CodeCell, tagsOf } from "../../jupyter/notebook-files/notebook";
import { OutputCollector } from "../../jupyter/runner/output-collector";
import type { KernelEnd } from "../../page/server/home";

/**
 * How it stands with a cell since the page was opened; `held`: a cell above it has failed; `stopped`: by the
 * reader.
 */
export type RunState = "starting" | "waiting" | "running" | "done" | "failed" | "held" | "stopped";

/** What a reader sees of the runs. */
export interface RunView {
  /** A cell's state has changed; `undefined`: it has not run, or not on this kernel. */
  state(cell: CodeCell, state: RunState | undefined): void;
  /** What stands below a cell may have changed. */
  outputs(cell: CodeCell): void;
  /** The kernel does not start, or has ended by itself: why. */
  ended(reason: string): void;
}

/** Where kernels come from. */
export interface Kernels {
  /** Starts one. @throws why it does not start, in a sentence */
  start(): Promise<KernelEnd>;
  /** Whether a reply says that all variables are gone, and the kernel has begun anew. */
  isNew(reply: Json): boolean;
}

/** A run that has not ended. */
interface Run {
  cell: CodeCell;
  reply: Json | undefined;
  isIdle: boolean;
  end(reply: Json): void;
}

/**
 * Runs the cells of a page in the order in which they stand there: before a cell those above it that have not
 * run yet. The kernel starts with the first run.
 */
export class CellRuns {
  readonly #cells: readonly CodeCell[];
  readonly #kernels: Kernels;
  readonly #view: RunView;
  readonly #session = newHeader("session", "").msg_id;
  /** By the id of the message that asked for it. */
  readonly #runs = new Map<string, Run>();
  readonly #done = new Set<CodeCell>();
  /** What has begun to run: other cells show what the page was saved with. */
  readonly #begun = new Set<CodeCell>();
  readonly #queue: CodeCell[] = [];
  #kernel: Promise<KernelEnd> | undefined;
  #outputs = new OutputCollector();
  #isRunning = false;

  /** @param cells The code cells of the page in their order. */
  constructor(cells: readonly CodeCell[], kernels: Kernels, view: RunView) {
    this.#cells = cells;
    this.#kernels = kernels;
    this.#view = view;
  }

  /** Runs a cell, and before it those above that have not run. One that waits already goes on waiting. */
  async run(cell: CodeCell): Promise<void> {
    const at = this.#cells.indexOf(cell);
    const due = this.#cells.filter((one, i) => one === cell || (i < at && !this.#isDone(one)));
    const added = due.filter((one) => !this.#queue.includes(one));
    this.#queue.push(...added);
    this.#queue.sort((a, b) => this.#cells.indexOf(a) - this.#cells.indexOf(b));
    for (const one of added) this.#view.state(one, "waiting");
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (this.#queue.length > 0) await this.#runNext();
    } finally {
      this.#isRunning = false;
    }
  }

  /** Stops the running cell, and lets none that waits run. */
  async stop(): Promise<void> {
    this.#drop();
    const kernel = await this.#kernel?.catch(() => undefined);
    if (this.#runs.size > 0) await kernel?.interrupt().catch(() => undefined);
  }

  /** One that runs will be done, or those behind it do not run. */
  #isDone(cell: CodeCell): boolean {
    return this.#done.has(cell) || [...this.#runs.values()].some((run) => run.cell === cell);
  }

  async #runNext(): Promise<void> {
    const [cell] = this.#queue;
    if (this.#kernel === undefined) this.#view.state(cell, "starting");
    let kernel: KernelEnd;
    try {
      this.#kernel ??= this.#kernels.start().then((started) => this.#follow(started));
      kernel = await this.#kernel;
    } catch (error) {
      this.#kernel = undefined;
      this.#drop();
      this.#view.ended((error as Error).message);
      return;
    }
    // The reader has stopped it while the kernel started.
    if (this.#queue[0] !== cell) return;
    this.#queue.shift();
    this.#done.delete(cell);
    this.#view.state(cell, "running");
    const mayFail = tagsOf(cell).includes("raises-exception");
    const reply = await this.#execute(kernel, cell, mayFail);
    if (this.#kernels.isNew(reply)) this.#forget();
    const state = stateAfter(reply);
    this.#view.state(cell, state);
    if (state === "done" || (state === "failed" && mayFail)) this.#done.add(cell);
    else this.#drop(state === "failed" ? "held" : undefined);
  }

  #follow(kernel: KernelEnd): KernelEnd {
    kernel.listen((_, message) => this.#take(message));
    void kernel.ended.then(() => this.#lose(kernel.death));
    return kernel;
  }

  /** @returns the reply: of a kernel that has ended, that it is an error */
  #execute(kernel: KernelEnd, cell: CodeCell, mayFail: boolean): Promise<Json> {
    const header = newHeader("execute_request", this.#session);
    return new Promise((end) => {
      this.#runs.set(header.msg_id, { cell, reply: undefined, isIdle: false, end });
      // Questions are not asked: there is no place for an answer.
      const content = { code: cell.source, silent: false, store_history: true, allow_stdin: false };
      const message: Message = {
        ...{ identities: [], header, parent_header: {}, buffers: [] },
        metadata: { cellId: cell.id },
        content: { ...content, user_expressions: {}, stop_on_error: !mayFail },
      };
      // One that cannot be told anything has ended, and says so itself.
      kernel.pass("shell", message).catch(() => undefined);
    });
  }

  #take(message: Message): void {
    const { header, parent_header: parent, content } = message;
    const run = this.#runs.get(parent.msg_id ?? "");
    if (run === undefined) return;
    if (header.msg_type === "execute_reply") run.reply = content;
    else if (header.msg_type === "status") run.isIdle ||= content.execution_state === "idle";
    else this.#show(run.cell, message);
    // Its last outputs may come after the reply.
    if (run.reply === undefined || !run.isIdle) return;
    this.#runs.delete(parent.msg_id ?? "");
    run.end(run.reply);
  }

  #show(cell: CodeCell, message: Message): void {
    const { msg_type: kind } = message.header;
    // What it has shown before stays until its run begins.
    if (kind === "execute_input") {
      cell.outputs = [];
      this.#begun.add(cell);
    }
    this.#outputs.collect(cell, message);
    // What is updated may stand below other cells too.
    for (const one of kind === "update_display_data" ? this.#begun : [cell])
      this.#view.outputs(one);
  }

  /** A kernel has ended, and with it all that its cells have made. */
  #lose(death: Error | undefined): void {
    this.#kernel = undefined;
    this.#forget();
    this.#drop();
    const ended = [...this.#runs.values()];
    this.#runs.clear();
    for (const { end } of ended) end({ status: "error" });
    if (death !== undefined) this.#view.ended(death.message);
  }

  /** All that cells have made is gone. */
  #forget(): void {
    this.#outputs = new OutputCollector();
    const done = [...this.#done];
    this.#done.clear();
    for (const cell of done) this.#view.state(cell, undefined);
  }

  /** Those that wait do so no more. */
  #drop(why?: "held"): void {
    for (const cell of this.#queue.splice(0))
      this.#view.state(cell, this.#done.has(cell) ? "done" : why);
  }
}

function stateAfter({ status, ename }: Json): RunState {
  if (status === "ok") return "done";
  return status === "aborted" || ename === "Interrupted" ? "stopped" : "failed";
}
