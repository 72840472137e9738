import { HEADER_BYTES, KIND, padded } from "./record";
import { FLAG, type SharedMemory } from "./shared-memory";

/** What came out of the ring. The bytes are the ring's own, good until the next item is asked for. */
export type RingItem =
  | { kind: "stdout" | "stderr"; cell: number; bytes: Uint8Array }
  | { kind: "message"; cell: number; message: unknown };

/** Bytes that may be read before the writer is told that there is room again. */
const RELEASE_BYTES = 1 << 15;

/** Reads the records that a RingWriter of another thread wrote. */
export class RingReader {
  readonly #flags: Int32Array;
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  #at: number;
  #unreleased = 0;
  #pieces: Uint8Array[] = [];

  constructor(memory: SharedMemory) {
    this.#flags = new Int32Array(memory.flags);
    this.#words = new Int32Array(memory.ring);
    this.#bytes = new Uint8Array(memory.ring);
    this.#at = Atomics.load(this.#flags, FLAG.read);
  }

  /** Says that the reader is awake: what is written from now on asks for a new wake. */
  answerWake(): void {
    Atomics.store(this.#flags, FLAG.wake, 0);
  }

  /** The next item, or undefined when there is none. */
  next(): RingItem | undefined {
    if (this.#unreleased >= RELEASE_BYTES) this.#release();
    for (;;) {
      const end = Atomics.load(this.#flags, FLAG.write);
      if (this.#at === end) {
        this.#release();
        return undefined;
      }
      const word = this.#at / 4;
      if (this.#bytes.length - this.#at < HEADER_BYTES || this.#words[word + 1] === KIND.wrap) {
        this.#at = 0;
        this.#release();
        continue;
      }
      const length = this.#words[word];
      const kind = this.#words[word + 1];
      const cell = this.#words[word + 2];
      const start = this.#at + HEADER_BYTES;
      const bytes = this.#bytes.subarray(start, start + length);
      const step = HEADER_BYTES + padded(length);
      this.#at = (this.#at + step) % this.#bytes.length;
      this.#unreleased += step;
      const item = this.#item(kind, cell, bytes);
      if (item !== undefined) return item;
    }
  }

  #item(kind: number, cell: number, bytes: Uint8Array): RingItem | undefined {
    if (kind === KIND.stdout) return { kind: "stdout", cell, bytes };
    if (kind === KIND.stderr) return { kind: "stderr", cell, bytes };
    // A message cut off by an interrupt has no end; the next one's start throws its pieces away.
    if (kind === KIND.whole || kind === KIND.first) this.#pieces = [];
    this.#pieces.push(Buffer.from(bytes));
    if (kind === KIND.first || kind === KIND.middle) return undefined;
    const text = Buffer.concat(this.#pieces).toString("utf8");
    this.#pieces = [];
    try {
      return { kind: "message", cell, message: JSON.parse(text) };
    } catch {
      return undefined;
    }
  }

  #release(): void {
    if (this.#unreleased === 0 && Atomics.load(this.#flags, FLAG.read) === this.#at) return;
    this.#unreleased = 0;
    Atomics.store(this.#flags, FLAG.read, this.#at);
    Atomics.notify(this.#flags, FLAG.read);
  }
}
