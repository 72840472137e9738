import type { Message } from "../../../jupyter/messages/message";
import { decode, signatureOf } from "../../../jupyter/messages/wire";

/** Messages remembered, so that a recorded one cannot be sent again. */
const REMEMBERED = 1 << 16;

/** Lets in what is signed, well formed and new; all else is dropped and counted. */
export class Inbox {
  readonly #key: string;
  readonly #log: (line: string) => void;
  readonly #seen = new Set<string>();
  #dropped = 0;

  /**
   * @param key - The secret of the connection file.
   * @param log - Gets a line for the 1st, 2nd, 4th, 8th … message that is dropped.
   */
  constructor(key: string, log: (line: string) => void = () => {}) {
    this.#key = key;
    this.#log = log;
  }

  /** How many messages were not let in, or could not be handled. */
  get dropped(): number {
    return this.#dropped;
  }

  /** The message in these frames, or undefined. */
  accept(frames: Uint8Array[]): Message | undefined {
    let message: Message;
    try {
      message = decode(frames, this.#key);
    } catch (error) {
      this.drop(error as Error);
      return undefined;
    }
    // Not the id: Python's client and manager use the same ones. Without a key nothing tells.
    const signature = signatureOf(frames);
    if (signature !== "" && this.#seen.has(signature)) {
      this.drop(new Error("expected a new message, but got one that has been here before"));
      return undefined;
    }
    this.#remember(signature);
    return message;
  }

  /** Counts a message that is not handled: a bad one must never end the kernel. */
  drop(reason: Error): void {
    this.#dropped++;
    const isPowerOfTwo = (this.#dropped & (this.#dropped - 1)) === 0;
    if (isPowerOfTwo) this.#log(`Dropped message ${this.#dropped}: ${reason.message}`);
  }

  #remember(signature: string): void {
    this.#seen.add(signature);
    if (this.#seen.size <= REMEMBERED) return;
    for (const oldest of this.#seen) {
      this.#seen.delete(oldest);
      return;
    }
  }
}
