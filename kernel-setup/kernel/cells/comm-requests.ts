import type { Json } from "../../jupyter/messages/message";
import type { CellRequest } from "../node/bridge/messages";
import type { RingWriter } from "../node/bridge/ring-writer";
import { FLAG, PHASE, type SharedMemory } from "../node/bridge/shared-memory";
import type { CommMessageOptions } from "./comm";
import { Comms } from "./comms";
import type { CurrentCell } from "./current-cell";
import { type ErrorContent, INTERRUPTED } from "./error-content";

interface Options {
  ring: RingWriter;
  memory: SharedMemory;
  current: CurrentCell;
  describe(thrown: unknown): ErrorContent;
}

/** Brings the page's comm messages to the cells' handlers, and the cells' to the page. */
export class CommRequests {
  readonly comms: Comms;
  readonly #options: Options;
  readonly #flags: Int32Array;
  /** The message whose handler runs. */
  #running: number | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#flags = new Int32Array(options.memory.flags);
    this.comms = new Comms((msgType, content, sent) => this.#send(msgType, content, sent));
  }

  /** Calls the handler; what it prints belongs to the message, and so does its failure. */
  handle(request: CellRequest): void {
    const { current } = this.#options;
    const { cell } = request;
    this.#running = cell;
    Atomics.store(this.#flags, FLAG.phase, PHASE.running);
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
    this.#options.ring.message(cell, { type: "publish", msgType: "error", content: INTERRUPTED });
    this.#finish(cell);
  }

  #finish(cell: number): void {
    this.#running = undefined;
    Atomics.store(this.#flags, FLAG.phase, PHASE.idle);
    this.#options.ring.message(cell, { type: "done", content: {} });
  }

  #fail(cell: number, error: unknown): void {
    const content = this.#options.describe(error);
    this.#options.ring.message(cell, { type: "publish", msgType: "error", content });
  }

  #send(msgType: string, content: Json, options: CommMessageOptions = {}): void {
    const { ring, current } = this.#options;
    const { metadata = {}, buffers = [] } = options;
    const encoded = buffers.map((buffer) =>
      (buffer instanceof ArrayBuffer
        ? Buffer.from(buffer)
        : Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength)
      ).toString("base64"),
    );
    ring.message(current.id, { type: "publish", msgType, content, metadata, buffers: encoded });
  }
}
