import { type Message, newHeader } from "../../jupyter/messages/message";
import type { InputAnswer } from "../cells/messages";

interface Options {
  /** Takes a question to the front end; rejects when that cannot be reached. */
  send(message: Message): Promise<void>;
  session: string;
  /** Brings the answer to the waiting cell. */
  answer(answer: InputAnswer): void;
}

/** Asks the reader for a line, through the front end that runs the cell. */
export class Stdin {
  readonly #options: Options;
  #pending: { question: number; id: string } | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Sends a question to the front end whose request is `parent`. */
  ask(question: number, parent: Message, content: { prompt: string; password: boolean }): void {
    const { send, session } = this.#options;
    const header = newHeader("input_request", session);
    this.#pending = { question, id: header.msg_id };
    send({
      identities: parent.identities,
      header,
      parent_header: parent.header,
      metadata: {},
      content: { ...content },
      buffers: [],
    }).catch(() => {
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
    this.#options.answer(answer);
  }
}
