type StreamName = "stdout" | "stderr";

/** Bytes that make a message of their own, without waiting for more. */
const FULL_BYTES = 1 << 16;

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
  #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(publish: (name: StreamName, cell: number, text: string) => void) {
    this.#publish = publish;
  }

  add(name: StreamName, cell: number, bytes: Uint8Array): void {
    if (name !== this.#name || cell !== this.#cell) this.flush();
    this.#name = name;
    this.#cell = cell;
    this.#pieces.push(bytes);
    this.#length += bytes.length;
    if (this.#length >= FULL_BYTES) this.flush();
  }

  flush(): void {
    if (this.#length === 0) return;
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
    const text = this.#decoders[this.#name].decode(bytes, { stream: true });
    if (text !== "") this.#publish(this.#name, this.#cell, text);
  }
}
