import { decode, type Message } from "../../wire/message";

/** Messages remembered, so that a recorded one cannot be sent again. */
const REMEMBERED = 1 << 16;

/** Lets in what is signed, well formed and new; all else is dropped and counted. */
export class Inbox {
  readonly #key: string;
  readonly #seen = new Set<string>();
  /** Frames that were not a good message. */
  dropped = 0;

  /** @param key - The secret of the connection file. */
  constructor(key: string) {
    this.#key = key;
  }

  /** The message in these frames, or undefined. */
  accept(frames: Uint8Array[]): Message | undefined {
    try {
      const message = decode(frames, this.#key);
      const id = `${message.header.session} ${message.header.msg_id}`;
      if (!this.#seen.has(id)) {
        this.#remember(id);
        return message;
      }
    } catch {
      // Counted below: bad frames must never end the kernel.
    }
    this.dropped++;
    return undefined;
  }

  #remember(id: string): void {
    this.#seen.add(id);
    if (this.#seen.size <= REMEMBERED) return;
    for (const oldest of this.#seen) {
      this.#seen.delete(oldest);
      return;
    }
  }
}
