import type { Json, Message } from "../../jupyter/messages/message";

/** A request that nobody has answered yet. */
interface Waiting {
  message: Message;
  reply(content: Json): void;
}

/** The reply to a request that a newer one made pointless. */
const ABORTED = { status: "aborted" };

/**
 * Requests for diagnostics, of which the cell thread gets one at a time: however many come, the next cell
 * waits for one at most. A newer request for the same cell takes the place of an older one, which is
 * answered at once.
 */
export class Diagnostics {
  readonly #ask: (message: Message) => Promise<Json>;
  /** By the text they are about; the first one is being worked on. */
  readonly #waiting = new Map<string, Waiting>();
  #working = false;

  /** @param ask - Has one answered by the cell thread. */
  constructor(ask: (message: Message) => Promise<Json>) {
    this.#ask = ask;
  }

  /** Resolves with the content of the reply. */
  answer(message: Message): Promise<Json> {
    const { cell_id: cell } = message.content;
    const key = `${message.header.session} ${typeof cell === "string" ? cell : ""}`;
    this.#waiting.get(key)?.reply(ABORTED);
    this.#waiting.delete(key);
    return new Promise((resolve) => {
      this.#waiting.set(key, { message, reply: resolve });
      if (!this.#working) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (const [key, waiting] of this.#waiting) {
      const content = await this.#ask(waiting.message);
      waiting.reply(content);
      if (this.#waiting.get(key) === waiting) this.#waiting.delete(key);
    }
    this.#working = false;
  }
}
