import { setImmediate as turn } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";
import type { Json, Message } from "../../../jupyter/messages/message";
import type { CellRequest, FromCells, ToCells } from "../../cells/messages";
import { type RingItem, RingReader, WAKE } from "../bridge/ring";
import { languageIn, type SharedMemory } from "../bridge/shared-memory";
import { deathContent } from "../death/reason";
import type { CommTable } from "./comm-table";
import type { Publisher } from "./outbox";
import type { Stdin } from "./stdin";

type StreamName = "stdout" | "stderr";

/** Most bytes of one message. */
const FULL_BYTES = 1 << 16;

/**
 * Joins neighbouring pieces of the same stream and cell, so that a million printed lines are some
 * hundred messages. Whoever uses it calls flush before anything that must come after the text.
 */
export class StreamJoiner {
  readonly #publish: (name: StreamName, cell: number, text: string) => void;
  // Kept per stream, since a piece may end inside a character.
  readonly #decoders = {
    stdout: new TextDecoder("utf-8", { ignoreBOM: true }),
    stderr: new TextDecoder("utf-8", { ignoreBOM: true }),
  };
  #name: StreamName = "stdout";
  #cell = 0;
  readonly #bytes = Buffer.alloc(FULL_BYTES);
  #length = 0;

  constructor(publish: (name: StreamName, cell: number, text: string) => void) {
    this.#publish = publish;
  }

  add(name: StreamName, cell: number, bytes: Uint8Array): void {
    if (name !== this.#name || cell !== this.#cell) this.flush();
    this.#name = name;
    this.#cell = cell;
    for (let done = 0; done < bytes.length; ) {
      const piece = bytes.subarray(done, done + FULL_BYTES - this.#length);
      this.#bytes.set(piece, this.#length);
      this.#length += piece.length;
      done += piece.length;
      if (this.#length === FULL_BYTES) this.flush();
    }
  }

  flush(): void {
    if (this.#length === 0) return;
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    const text = this.#decoders[this.#name].decode(bytes, { stream: true });
    if (text !== "") this.#publish(this.#name, this.#cell, text);
  }
}

/** How long printed text may wait for more to join it, in milliseconds. */
const JOIN_MILLISECONDS = 15;

/** Above this many bytes on their way to front ends the cell has to wait. */
const MOST_BYTES = 1 << 22;

/** Requests remembered; older cells' late output belongs to none. */
const MOST_PARENTS = 20_000;

/** Records handled before other work of this thread gets its turn. */
const RECORDS_A_TURN = 20_000;

interface Options {
  port: MessagePort;
  memory: SharedMemory;
  publisher: Publisher;
  stdin: Stdin;
  comms: CommTable;
  iopub: { readonly queuedBytes: number; sent(): Promise<void> };
  /** Told of each result text, for the history. */
  onResult(count: number, text: string): void;
  /** Told that the process is about to end, and why. */
  onExit(reason: string): void;
  /** Told that it ends at once. */
  onClose(): void;
}

/** The other thread, where cells run: takes requests there and publishes what comes back. */
export class CellPort {
  readonly #options: Options;
  readonly #reader: RingReader;
  readonly #streams: StreamJoiner;
  /** Which request each cell number stands for; late output needs it long after the reply. */
  readonly #parents = new Map<number, Message>();
  #nextCell = 1;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;
  /** Questions that may be answered beside it. */
  readonly #beside = new Map<number, (reply: Json) => void>();
  /** The request that is being handled. */
  #asked: { cell: number; done: (reply: Json) => void } | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#reader = new RingReader(options.memory);
    this.#streams = new StreamJoiner((name, cell, text) => {
      options.publisher.publish("stream", { name, text }, this.#parents.get(cell)?.header);
    });
    options.port.on("message", (wake: number) => this.#wake(wake));
  }

  /** Has a request handled there; resolves with the reply, after all output that came before it. */
  request(parent: Message, count = 0): Promise<Json> {
    const cell = this.#nextCell++;
    this.#remember(cell, parent);
    const reply = new Promise<Json>((resolve) => {
      this.#asked = { cell, done: resolve };
    });
    this.#hand(cell, parent, count);
    return reply;
  }

  /** Has a question answered there that has no output: also while a cell awaits, but not while it blocks. */
  ask(question: Message): Promise<Json> {
    const cell = this.#nextCell++;
    const reply = new Promise<Json>((resolve) => {
      this.#beside.set(cell, resolve);
    });
    this.#hand(cell, question, 0);
    return reply;
  }

  #hand(cell: number, parent: Message, count: number): void {
    const { header, content, metadata } = parent;
    const msgType = header.msg_type as CellRequest["msgType"];
    // Copied, since a frame may be a small part of a large piece of memory.
    const buffers = parent.buffers.map((buffer) => Uint8Array.from(buffer));
    this.post({ type: "request", cell, msgType, content, metadata, buffers, count });
  }

  #remember(cell: number, parent: Message): void {
    this.#parents.set(cell, { ...parent, content: {}, buffers: [] });
    if (this.#parents.size <= MOST_PARENTS) return;
    for (const oldest of this.#parents.keys()) {
      this.#parents.delete(oldest);
      return;
    }
  }

  post(message: ToCells): void {
    this.#options.port.postMessage(message);
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
    const { iopub } = this.#options;
    for (let count = 1; ; count++) {
      const item = this.#next();
      if (item === undefined) break;
      if (item.kind === "message") {
        this.#streams.flush();
        this.#receive(item.cell, item.message as FromCells);
      } else {
        this.#streams.add(item.kind, item.cell, item.bytes);
      }
      if (iopub.queuedBytes > MOST_BYTES) await iopub.sent();
      else if (count % RECORDS_A_TURN === 0) await turn();
    }
    this.#streams.flush();
  }

  #next(): RingItem | undefined {
    const item = this.#reader.next();
    if (item !== undefined) return item;
    // What is written after this answer wakes again; what came just before it is read here.
    this.#reader.answerWake();
    return this.#reader.next();
  }

  #receive(cell: number, message: FromCells): void {
    const { publisher, stdin, onExit } = this.#options;
    const parent = this.#parents.get(cell);
    switch (message.type) {
      case "exit": {
        const content = deathContent(message.reason, languageIn(this.#options.memory));
        publisher.publish("error", content, parent?.header);
        this.#finish(this.#asked?.cell, { status: "error", ...content });
        onExit(message.reason);
        break;
      }
      case "done": {
        const answer = this.#beside.get(cell);
        this.#beside.delete(cell);
        if (answer === undefined) this.#finish(cell, message.content);
        else answer(message.content);
        break;
      }
      case "input": {
        const { question, prompt, password } = message;
        if (parent !== undefined) stdin.ask(question, parent, { prompt, password });
        break;
      }
      case "publish": {
        const { msgType, content, metadata } = message;
        const buffers = message.buffers?.map((text) => Buffer.from(text, "base64"));
        publisher.publish(msgType, content, parent?.header, { metadata, buffers });
        this.#note(msgType, content);
      }
    }
  }

  /** Passes a reply on, once: an interrupted cell may have given it twice. */
  #finish(cell: number | undefined, reply: Json): void {
    if (cell === undefined || this.#asked?.cell !== cell) return;
    this.#options.stdin.cancel();
    this.#asked.done(reply);
    this.#asked = undefined;
  }

  /** Keeps what later questions of front ends are about. */
  #note(msgType: string, content: Json): void {
    const { comms, onResult } = this.#options;
    comms.note(msgType, content);
    if (msgType !== "execute_result") return;
    const { execution_count, data } = content as { execution_count: number; data: Json };
    onResult(execution_count, String(data["text/plain"] ?? ""));
  }
}
