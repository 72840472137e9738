import type { Json } from "../../jupyter/messages/message";
import type { CurrentCell } from "./current-cell";
import { type ErrorContent, interrupted } from "./error-content";
import { home, type Output, PHASE, type Signals } from "./home";
import type { CellRequest, CommType } from "./messages";

/** What came from the page through a comm. */
export interface CommMessage {
  data: Json;
  metadata: Json;
  buffers: Uint8Array[];
}

/** What a comm's message carries besides its data. */
export interface CommMessageOptions {
  metadata?: Json;
  buffers?: (ArrayBuffer | ArrayBufferView)[];
}

/** Gets what the page sends. */
export type CommHandler = (message: CommMessage) => unknown;

/** Sends one of a comm's messages to the page. */
export type SendComm = (msgType: CommType, content: Json, options?: CommMessageOptions) => void;

/** A line between cells and a piece of the page, open until one side closes it. */
export class Comm {
  readonly id: string;
  readonly target: string;
  readonly #send: SendComm;
  readonly #onClosed: () => void;
  #isOpen = true;
  #messageHandler: CommHandler | undefined;
  #closeHandler: CommHandler | undefined;

  constructor(id: string, target: string, send: SendComm, onClosed: () => void) {
    this.id = id;
    this.target = target;
    this.#send = send;
    this.#onClosed = onClosed;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  send(data: Json = {}, options?: CommMessageOptions): void {
    if (!this.#isOpen) {
      throw new Error(`Comm.send: expected an open comm, but this one to ${this.target} is closed`);
    }
    this.#send("comm_msg", { comm_id: this.id, data }, options);
  }

  onMessage(handler: CommHandler): void {
    this.#messageHandler = handler;
  }

  onClose(handler: CommHandler): void {
    this.#closeHandler = handler;
  }

  close(data: Json = {}, options?: CommMessageOptions): void {
    if (!this.#isOpen) return;
    this.#markClosed();
    this.#send("comm_close", { comm_id: this.id, data }, options);
  }

  /** Takes a message of the page; returns what the handler returns. */
  receive(msgType: CommType, message: CommMessage): unknown {
    if (msgType === "comm_msg") return this.#messageHandler?.(message);
    this.#markClosed();
    return this.#closeHandler?.(message);
  }

  #markClosed(): void {
    this.#isOpen = false;
    this.#onClosed();
  }
}

/** No widgets, as ipywidgets 8 says it. */
const NO_STATES = { method: "update_states", states: {}, buffer_paths: [] };

/**
 * Who takes the lines by which ipywidgets' part of a page asks any kernel for its widgets, unless a cell
 * does. They are not closed as others that nobody wants: all pages that show the kernel hear of it, and
 * those that have not opened the line complain on their console.
 */
export const WIDGET_TARGETS: ReadonlyMap<string, (comm: Comm) => void> = new Map([
  [
    // From version 7.7 on; without an answer the page waits for 4 s.
    "jupyter.widget.control",
    (comm: Comm) =>
      comm.onMessage(({ data }) => {
        if (data.method === "request_states") comm.send(NO_STATES);
      }),
  ],
  // Version 6 waits for the widgets' version, and hears nothing else.
  ["jupyter.widget.version", () => {}],
]);

type OpenHandler = (comm: Comm, message: CommMessage) => unknown;

/** What cells know as `comms`: all open lines to the page, and who takes new ones. */
export class Comms {
  readonly #send: SendComm;
  readonly #targets = new Map<string, OpenHandler>();
  readonly #open = new Map<string, Comm>();

  constructor(send: SendComm) {
    this.#send = send;
  }

  register(target: string, onOpen: OpenHandler): void {
    if (typeof onOpen !== "function") {
      throw new TypeError(`comms.register: expected a function, but got ${typeof onOpen}`);
    }
    this.#targets.set(target, onOpen);
  }

  unregister(target: string): void {
    this.#targets.delete(target);
  }

  open(target: string, data: Json = {}, options?: CommMessageOptions): Comm {
    const comm = this.#add(home().newId(), target);
    this.#send("comm_open", { comm_id: comm.id, target_name: target, data }, options);
    return comm;
  }

  /** Handles a message of the page; returns what the handler returns, perhaps a promise. */
  receive({ msgType, content, metadata, buffers }: CellRequest): unknown {
    const id = String(content.comm_id);
    const message = { data: asJson(content.data), metadata, buffers };
    if (msgType === "comm_open") return this.#welcome(id, String(content.target_name), message);
    // Messages to a comm that was closed meanwhile go nowhere.
    return this.#open.get(id)?.receive(msgType as CommType, message);
  }

  #welcome(id: string, target: string, message: CommMessage): unknown {
    const handler = this.#targets.get(target) ?? WIDGET_TARGETS.get(target);
    if (handler === undefined) {
      // The page learns that nobody is there.
      this.#send("comm_close", { comm_id: id, data: {} });
      return undefined;
    }
    const comm = this.#add(id, target);
    try {
      return handler(comm, message);
    } catch (error) {
      comm.close();
      throw error;
    }
  }

  #add(id: string, target: string): Comm {
    const comm = new Comm(id, target, this.#send, () => this.#open.delete(id));
    this.#open.set(id, comm);
    return comm;
  }
}

function asJson(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

interface Options {
  output: Output;
  signals: Signals;
  current: CurrentCell;
  describe(thrown: unknown): ErrorContent;
}

/** Brings the page's comm messages to the cells' handlers, and the cells' to the page. */
export class CommRequests {
  readonly comms: Comms;
  readonly #options: Options;
  /** The message whose handler runs. */
  #running: number | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.comms = new Comms((msgType, content, sent) => this.#send(msgType, content, sent));
  }

  /** Calls the handler; what it prints belongs to the message, and so does its failure. */
  handle(request: CellRequest): void {
    const { current } = this.#options;
    const { cell } = request;
    this.#running = cell;
    this.#options.signals.enter(PHASE.running);
    try {
      const outcome = current.borrow(cell, () => this.comms.receive(request));
      Promise.resolve(outcome).catch((error: unknown) => this.#fail(cell, error));
    } catch (error) {
      this.#fail(cell, error);
    }
    this.#finish(cell);
  }

  /** Gives up a handler that was cut off, if there is one. */
  interrupt(): void {
    const cell = this.#running;
    if (cell === undefined) return;
    this.#options.output.message(cell, {
      type: "publish",
      msgType: "error",
      content: interrupted(),
    });
    this.#finish(cell);
  }

  #finish(cell: number): void {
    this.#running = undefined;
    this.#options.signals.enter(PHASE.idle);
    this.#options.output.message(cell, { type: "done", content: {} });
  }

  #fail(cell: number, error: unknown): void {
    const content = this.#options.describe(error);
    this.#options.output.message(cell, { type: "publish", msgType: "error", content });
  }

  #send(msgType: string, content: Json, options: CommMessageOptions = {}): void {
    const { output, current } = this.#options;
    const { metadata = {}, buffers = [] } = options;
    const encoded = buffers.map((buffer) =>
      home().base64(
        buffer instanceof ArrayBuffer
          ? new Uint8Array(buffer)
          : new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength),
      ),
    );
    output.message(current.id, { type: "publish", msgType, content, metadata, buffers: encoded });
  }
}
