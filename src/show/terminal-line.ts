import type { Terminal } from "../home/home";
import type { MimeBundle } from "./displayable";

const PAUSE_MS = 100;

/** The words of a bundle on one line, written over; where there is no terminal only the last ones. */
export class TerminalLine {
  readonly #out: Terminal;
  #shownAt = Number.NEGATIVE_INFINITY;
  #words = "";

  constructor(out: Terminal) {
    this.#out = out;
  }

  offer(make: () => MimeBundle): boolean {
    if (!this.#out.isTTY || performance.now() - this.#shownAt < PAUSE_MS) return false;
    this.#show(make);
    return true;
  }

  /** Writes what `make` gives, and leaves it as it is. */
  end(make: () => MimeBundle): void {
    this.#show(make);
    this.#out.write(this.#out.isTTY ? "\n" : `${this.#words}\n`);
  }

  #show(make: () => MimeBundle): void {
    this.#words = String(make()["text/plain"]);
    // A line that wraps could not be written over; some terminals say 0 when they do not know.
    if (this.#out.isTTY)
      this.#out.write(`\r\x1b[K${this.#words.slice(0, (this.#out.columns || 80) - 1)}`);
    this.#shownAt = performance.now();
  }
}
