import type { Language } from "../../../src/text/languages";
import type { Json, Message } from "../../jupyter/messages/message";
import type { ErrorContent } from "../cells/error-content";
import type { CellRequest, FromCells, ToCells } from "../cells/messages";
import type { CommTable } from "./comm-table";
import { deathContent } from "./death-content";
import type { Publisher } from "./publisher";
import type { Stdin } from "./stdin";
import { StreamJoiner, type StreamName } from "./stream-joiner";

/** Requests remembered; older cells' late output belongs to none. */
const MOST_PARENTS = 20_000;

interface Options {
  /** Takes a message to the cells. */
  post(message: ToCells): void;
  publisher: Publisher;
  stdin: Stdin;
  comms: CommTable;
  /** The bytes that a base64 text stands for. */
  fromBase64(text: string): Uint8Array;
  /** The language in which cells are spoken to. */
  language(): Language;
  /** Told of each result text, for the history. */
  onResult(count: number, text: string): void;
  /** Told that the cells' place is about to end, and why. */
  onExit(reason: string): void;
}

/** The thread where cells run, as it is seen from outside: takes requests there and publishes what comes back. */
export class CellPort {
  readonly #options: Options;
  readonly #streams: StreamJoiner;
  /** Which request each cell number stands for; late output needs it long after the reply. */
  readonly #parents = new Map<number, Message>();
  #nextCell = 1;
  /** Questions that may be answered beside it. */
  readonly #beside = new Map<number, (reply: Json) => void>();
  /** The request that is being handled. */
  #asked: { cell: number; msgType: string; done: (reply: Json) => void } | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#streams = new StreamJoiner((name, cell, text) => {
      options.publisher.publish("stream", { name, text }, this.#parents.get(cell)?.header);
    });
  }

  /** Has a request handled there; resolves with the reply, after all output that came before it. */
  request(parent: Message, count = 0): Promise<Json> {
    const cell = this.#nextCell++;
    this.#remember(cell, parent);
    const reply = new Promise<Json>((resolve) => {
      this.#asked = { cell, msgType: parent.header.msg_type, done: resolve };
    });
    this.#hand(cell, parent, count);
    return reply;
  }

  /** Whether what the reader has written may be running: a cell, or what a comm calls. */
  get isRunning(): boolean {
    return /^(?:execute_request$|comm_)/.test(this.#asked?.msgType ?? "");
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
    this.#options.post(message);
  }

  /** Takes what a cell has printed; it is published by `flush` at the latest. */
  print(name: StreamName, cell: number, bytes: Uint8Array): void {
    this.#streams.add(name, cell, bytes);
  }

  /** Publishes what waits for more of it. */
  flush(): void {
    this.#streams.flush();
  }

  /** Takes a message of the cells, behind what they have printed before it. */
  receive(cell: number, message: FromCells): void {
    this.flush();
    const { publisher, stdin, fromBase64 } = this.#options;
    const parent = this.#parents.get(cell);
    switch (message.type) {
      case "exit":
        this.#exit(parent, message.reason);
        break;
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
        const buffers = message.buffers?.map(fromBase64);
        publisher.publish(msgType, content, parent?.header, { metadata, buffers });
        this.#note(msgType, content);
      }
    }
  }

  /** Ends what is asked and will not be answered any more: with an error, if it has output. */
  abandon(content: ErrorContent): void {
    this.flush();
    for (const [cell, answer] of [...this.#beside]) {
      this.#beside.delete(cell);
      answer({ status: "aborted" });
    }
    const cell = this.#asked?.cell;
    if (cell === undefined) return;
    this.#options.publisher.publish("error", content, this.#parents.get(cell)?.header);
    this.#finish(cell, { status: "error", ...content });
  }

  #exit(parent: Message | undefined, reason: string): void {
    const { publisher, language, onExit } = this.#options;
    const content = deathContent(reason, language());
    publisher.publish("error", content, parent?.header);
    this.#finish(this.#asked?.cell, { status: "error", ...content });
    onExit(reason);
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
