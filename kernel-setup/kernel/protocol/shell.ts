import type { Language } from "../../../src/text/languages";
import type { Json, Message } from "../../jupyter/messages/message";
import { words } from "../../text/texts";
import type { ErrorContent } from "../cells/error-content";
import { type CellRequest, DIAGNOSTICS_REQUEST } from "../cells/messages";
import type { CellPort } from "./cell-port";
import type { CommTable } from "./comm-table";
import type { History } from "./history";
import type { Publisher, Replier } from "./publisher";

/** One request on shell that waits for its turn. */
export interface Queued {
  message: Message;
  /** Set when an earlier cell failed: the request is answered "aborted" instead of run. */
  aborted: boolean;
}

/** What is done with a request when its turn comes; resolves when it was answered. */
export type Handle = (queued: Queued) => Promise<void>;

/** Handles requests one after the other, in the order they came. */
export class ShellQueue {
  readonly #handle: Handle;
  #queue: Queued[] = [];
  #running = false;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  push(message: Message): void {
    this.#queue.push({ message, aborted: false });
    if (!this.#running) void this.#run();
  }

  /** Marks every waiting cell as aborted: what was sent before a failure became known. */
  abortWaiting(): void {
    for (const queued of this.#queue) {
      if (queued.message.header.msg_type === "execute_request") queued.aborted = true;
    }
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let queued = this.#queue.shift(); queued !== undefined; queued = this.#queue.shift()) {
      await this.#handle(queued);
    }
    this.#running = false;
  }
}

/** The reply to a request that was never run. */
export function abortedReply(count: number): Json {
  return { status: "aborted", execution_count: count };
}

/** How the kernel before this one, in the same place, ended. */
export interface Before {
  /** A full sentence, in the language of its cells. */
  reason: string;
  language: Language;
  /** Whether the cell that ran could be told. */
  told: boolean;
}

/** Is told when a cell begins and ends. */
export interface RunningCell {
  begin(request: Message, count: number): void;
  end(): void;
}

interface Options {
  cells: CellPort;
  comms: CommTable;
  history: History;
  publisher: Publisher;
  replier: Replier;
  kernelInfo: Json;
  runningCell: RunningCell;
  /** How the kernel before this one ended. */
  before: Before | undefined;
  /** Resolves when no interrupt is under way, which could hit the next cell. */
  calm(): Promise<void>;
  /** Gets what a cell asks for before it runs. @returns what keeps it from running, if anything does */
  prepare?(request: Message): Promise<ErrorContent | undefined>;
  /** Resolves once every message that has come by now was received. */
  turn(): Promise<void>;
  /** Told of a request that could not be handled. */
  onFailure(error: Error): void;
}

const COMM_MESSAGES: readonly string[] = [
  "comm_open",
  "comm_msg",
  "comm_close",
] satisfies CellRequest["msgType"][];

const CELL_REQUESTS: readonly string[] = [
  "complete_request",
  "inspect_request",
  DIAGNOSTICS_REQUEST,
  "is_complete_request",
] satisfies CellRequest["msgType"][];

/** Requests on shell: cells, and all that front ends ask in between. */
export class Shell {
  readonly #options: Options;
  readonly #queue: ShellQueue;
  #count = 0;
  #before: Before | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#before = options.before;
    this.#queue = new ShellQueue((queued) => this.#handle(queued).catch(options.onFailure));
  }

  receive(message: Message): void {
    this.#queue.push(message);
  }

  async #handle(queued: Queued): Promise<void> {
    const { publisher, replier, calm } = this.#options;
    const { message } = queued;
    await calm();
    publisher.status("busy", message.header);
    if (message.header.msg_type !== "execute_request") {
      const reply = await this.#answer(message);
      if (reply !== undefined) replier.reply(message, reply);
    } else if (queued.aborted) {
      replier.reply(message, abortedReply(this.#count));
    } else {
      replier.reply(message, await this.#execute(message));
    }
    publisher.status("idle", message.header);
  }

  async #answer(message: Message): Promise<Json | undefined> {
    const { cells, comms, history, kernelInfo } = this.#options;
    const { header, content } = message;
    if (header.msg_type === "kernel_info_request") return kernelInfo;
    if (header.msg_type === "comm_info_request") return comms.reply(content);
    if (header.msg_type === "history_request") return history.reply(content);
    if (CELL_REQUESTS.includes(header.msg_type)) return cells.request(message);
    if (COMM_MESSAGES.includes(header.msg_type)) {
      comms.note(header.msg_type, content);
      // Waited for, since messages are handled in order; there is no reply.
      await cells.request(message);
    }
    return undefined;
  }

  async #execute(message: Message): Promise<Json> {
    const { cells, history, publisher, runningCell, turn } = this.#options;
    const { header, content } = message;
    const code = typeof content.code === "string" ? content.code : "";
    const silent = content.silent === true;
    const stored = !silent && content.store_history !== false && code.trim() !== "";
    if (stored) {
      this.#count++;
      history.add(this.#count, code);
    }
    const count = this.#count;
    if (!silent) publisher.publish("execute_input", { code, execution_count: count }, header);
    this.#tellBefore(message);
    runningCell.begin(message, count);
    const failure = await this.#options.prepare?.(message);
    const reply =
      failure === undefined
        ? await cells.request({ ...message, content: { ...content, code } }, count)
        : this.#refuse(message, failure);
    runningCell.end();
    if (reply.status === "error" && content.stop_on_error !== false) {
      // Requests that were sent before this failure could be known are still being read.
      await turn();
      await turn();
      this.#queue.abortWaiting();
    }
    return { ...reply, execution_count: count };
  }

  /** Ends a cell that cannot begin. */
  #refuse({ header, content }: Message, failure: ErrorContent): Json {
    if (content.silent !== true) this.#options.publisher.publish("error", failure, header);
    return { status: "error", ...failure, user_expressions: {}, payload: [] };
  }

  /** Says in the first cell how the kernel before this one ended, where its own cell could not hear it. */
  #tellBefore({ header, content }: Message): void {
    const { publisher } = this.#options;
    const before = this.#before;
    this.#before = undefined;
    if (before === undefined || before.told || content.silent === true) return;
    const text = `${words("kernel.before", before)[before.language]}\n`;
    publisher.publish("stream", { name: "stderr", text }, header);
  }
}
