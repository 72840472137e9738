import type { MessagePort } from "node:worker_threads";
import { type Message, newHeader } from "../../../jupyter/messages/message";
import { encode } from "../../../jupyter/messages/wire";
import type { InputAnswer } from "../../cells/messages";
import { FLAG, type SharedMemory } from "../bridge/shared-memory";

interface Options {
  socket: { send(frames: Uint8Array[]): Promise<void> };
  key: string;
  session: string;
  memory: SharedMemory;
  /** Where the waiting cell thread finds the answer. */
  answers: MessagePort;
}

/** Asks the reader for a line, through the front end that runs the cell. */
export class Stdin {
  readonly #options: Options;
  readonly #flags: Int32Array;
  #pending: { question: number; id: string } | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#flags = new Int32Array(options.memory.flags);
  }

  /** Sends a question to the front end whose request is `parent`. */
  ask(question: number, parent: Message, content: { prompt: string; password: boolean }): void {
    const { socket, key, session } = this.#options;
    const header = newHeader("input_request", session);
    this.#pending = { question, id: header.msg_id };
    const frames = encode(
      {
        identities: parent.identities,
        header,
        parent_header: parent.header,
        metadata: {},
        content: { ...content },
        buffers: [],
      },
      key,
    );
    socket.send(frames).catch(() => {
      this.#answer({ question, refusal: "the front end cannot be reached" });
    });
  }

  /** Takes what a front end sent; only the answer to the present question counts. */
  receive({ header, parent_header, content }: Message): void {
    if (this.#pending === undefined || header.msg_type !== "input_reply") return;
    const { question, id } = this.#pending;
    // Some front ends leave the parent out.
    if (parent_header.msg_id !== undefined && parent_header.msg_id !== id) return;
    this.#answer({ question, value: String(content.value ?? "") });
  }

  /** Forgets the question: its cell has ended. */
  cancel(): void {
    this.#pending = undefined;
  }

  #answer(answer: InputAnswer): void {
    if (this.#pending?.question !== answer.question) return;
    this.#pending = undefined;
    this.#options.answers.postMessage(answer);
    Atomics.store(this.#flags, FLAG.input, 1);
    Atomics.notify(this.#flags, FLAG.input);
  }
}
