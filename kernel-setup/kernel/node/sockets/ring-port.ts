import { setImmediate as turn } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";
import type { FromCells } from "../../cells/messages";
import type { CellPort } from "../../protocol/cell-port";
import { JOIN_MILLISECONDS } from "../../protocol/stream-joiner";
import { type RingItem, RingReader, WAKE } from "../bridge/ring";
import type { SharedMemory } from "../bridge/shared-memory";

/** Above this many bytes on their way to front ends the cell has to wait. */
const MOST_BYTES = 1 << 22;

/** Records handled before other work of this thread gets its turn. */
const RECORDS_A_TURN = 20_000;

interface Options {
  /** Wakes. */
  port: MessagePort;
  memory: SharedMemory;
  cells: CellPort;
  iopub: { readonly queuedBytes: number; sent(): Promise<void> };
  /** Told that the process ends at once. */
  onClose(): void;
}

/** Brings what cells write into the ring to the port that publishes it. */
export class RingPort {
  readonly #options: Options;
  readonly #reader: RingReader;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#reader = new RingReader(options.memory);
    options.port.on("message", (wake: number) => this.#wake(wake));
  }

  #wake(wake: number): void {
    if (wake === WAKE.close) this.#options.onClose();
    else if (wake === WAKE.now) void this.#read();
    else this.#timer ??= setTimeout(() => void this.#read(), JOIN_MILLISECONDS);
  }

  #read(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    const { cells, iopub } = this.#options;
    for (let count = 1; ; count++) {
      const item = this.#next();
      if (item === undefined) break;
      if (item.kind === "message") cells.receive(item.cell, item.message as FromCells);
      else cells.print(item.kind, item.cell, item.bytes);
      if (iopub.queuedBytes > MOST_BYTES) await iopub.sent();
      else if (count % RECORDS_A_TURN === 0) await turn();
    }
    cells.flush();
  }

  #next(): RingItem | undefined {
    const item = this.#reader.next();
    if (item !== undefined) return item;
    // What is written after this answer wakes again; what came just before it is read here.
    this.#reader.answerWake();
    return this.#reader.next();
  }
}
