/** The two streams of a cell. */
export type StreamName = "stdout" | "stderr";

/** Most bytes of one message. */
const FULL_BYTES = 1 << 16;

/** How long printed text may wait for more to join it, in milliseconds. */
export const JOIN_MILLISECONDS = 15;

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
  readonly #bytes = new Uint8Array(FULL_BYTES);
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
