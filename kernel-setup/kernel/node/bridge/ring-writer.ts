import { GAP_BYTES, HEADER_BYTES, KIND, padded } from "./record";
import { FLAG, type SharedMemory } from "./shared-memory";

/** Enough for a header and any one character; smaller rests of the ring are skipped. */
const LEAST_ROOM = HEADER_BYTES + 64;

/** Most 16-bit units of text in one record. */
const PIECE = 1 << 14;

/** A part of a text that does not end between the halves of a character. */
function cut(text: string, from: number, length: number): string {
  const last = text.charCodeAt(from + length - 1);
  const isHighHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(from, from + length - (isHighHalf && length > 1 ? 1 : 0));
}

/** How soon the reader should look; or that it must close at once, unread as it may be. */
export const WAKE = { soon: 1, now: 2, close: 3 } as const;
type Wake = (typeof WAKE)["soon" | "now"];

/**
 * Writes output records into shared memory, in order. When the ring is full it blocks until the
 * reader has made room: that bounds memory however much a cell prints.
 */
export class RingWriter {
  readonly #flags: Int32Array;
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #post: (wake: Wake) => void;
  readonly #encoder = new TextEncoder();

  /** @param post - Wakes the reader's thread. */
  constructor(memory: SharedMemory, post: (wake: Wake) => void) {
    this.#flags = new Int32Array(memory.flags);
    this.#words = new Int32Array(memory.ring);
    this.#bytes = new Uint8Array(memory.ring);
    this.#post = post;
  }

  /** Adds text to a cell's stream; it may be cut into several records. */
  text(kind: typeof KIND.stdout | typeof KIND.stderr, cell: number, text: string): void {
    for (let done = 0; done < text.length; ) {
      const { at, room } = this.#reserve();
      const target = this.#bytes.subarray(at + HEADER_BYTES, at + room);
      // Encoding takes time for all of what it is given, also for what has no room.
      const piece = done === 0 && text.length <= PIECE ? text : cut(text, done, PIECE);
      const { read, written } = this.#encoder.encodeInto(piece, target);
      this.#commit(at, kind, cell, written);
      done += read;
    }
    this.#wake(this.#used() > this.#bytes.length / 2 ? WAKE.now : WAKE.soon);
  }

  /** Adds bytes to a cell's stream, which may end inside a character. */
  bytes(kind: typeof KIND.stdout | typeof KIND.stderr, cell: number, bytes: Uint8Array): void {
    this.#pieces(cell, bytes, () => kind);
    this.#wake(WAKE.soon);
  }

  /** Adds one message, which the reader is to handle at once. */
  message(cell: number, message: unknown): void {
    this.#pieces(cell, this.#encoder.encode(JSON.stringify(message)), (first, last) => {
      if (first) return last ? KIND.whole : KIND.first;
      return last ? KIND.last : KIND.middle;
    });
    this.#wake(WAKE.now);
  }

  /** Forgets that the reader was woken: a thread cut off at the wrong point may not have done it. */
  recover(): void {
    Atomics.store(this.#flags, FLAG.wake, 0);
  }

  #pieces(
    cell: number,
    bytes: Uint8Array,
    kindOf: (first: boolean, last: boolean) => number,
  ): void {
    let done = 0;
    do {
      const { at, room } = this.#reserve();
      const length = Math.min(room - HEADER_BYTES, bytes.length - done);
      this.#bytes.set(bytes.subarray(done, done + length), at + HEADER_BYTES);
      const kind = kindOf(done === 0, done + length === bytes.length);
      this.#commit(at, kind, cell, length);
      done += length;
    } while (done < bytes.length);
  }

  /** Waits for a piece of the ring; `room` counts the header too. */
  #reserve(): { at: number; room: number } {
    const size = this.#bytes.length;
    for (;;) {
      const at = Atomics.load(this.#flags, FLAG.write);
      const read = Atomics.load(this.#flags, FLAG.read);
      const room = at < read ? read - at - GAP_BYTES : size - at - (read === 0 ? GAP_BYTES : 0);
      if (room >= LEAST_ROOM) return { at, room };
      if (at >= read && read > 0) {
        if (size - at >= HEADER_BYTES) this.#words[at / 4 + 1] = KIND.wrap;
        Atomics.store(this.#flags, FLAG.write, 0);
        continue;
      }
      this.#wake(WAKE.now);
      Atomics.wait(this.#flags, FLAG.read, read, 1000);
    }
  }

  // The write position moves last, so a thread cut off on the way leaves no half record.
  #commit(at: number, kind: number, cell: number, length: number): void {
    const word = at / 4;
    this.#words[word] = length;
    this.#words[word + 1] = kind;
    this.#words[word + 2] = cell;
    Atomics.store(
      this.#flags,
      FLAG.write,
      (at + HEADER_BYTES + padded(length)) % this.#bytes.length,
    );
  }

  #used(): number {
    const used = Atomics.load(this.#flags, FLAG.write) - Atomics.load(this.#flags, FLAG.read);
    return used < 0 ? used + this.#bytes.length : used;
  }

  #wake(wake: Wake): void {
    if (Atomics.load(this.#flags, FLAG.wake) >= wake) return;
    Atomics.store(this.#flags, FLAG.wake, wake);
    this.#post(wake);
  }
}
