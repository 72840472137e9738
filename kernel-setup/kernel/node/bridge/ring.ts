import { FLAG, type SharedMemory } from "./shared-memory";

/**
 * One entry of the ring: three 32-bit words (length, kind, cell), then the payload, padded to a
 * multiple of four bytes. A payload never wraps around the ring's end.
 */
export const HEADER_BYTES = 12;

/** Room that the ring always keeps free, so that full and empty differ. */
export const GAP_BYTES = 4;

/** What a record of the ring holds. */
export const KIND = {
  /** The rest of the ring is unused; go on at its start. */
  wrap: 0,
  stdout: 1,
  stderr: 2,
  /** JSON in one piece, or in several: a first, any number of middles, a last. */
  whole: 3,
  first: 4,
  middle: 5,
  last: 6,
} as const;

/** A length in bytes, up to the next multiple of four. */
export function padded(bytes: number): number {
  return (bytes + 3) & ~3;
}

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
