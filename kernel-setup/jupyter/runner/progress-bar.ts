/** A duration in words: "8 s", "2 min 05 s", "1 h 02 min". */
export function duration(ms: number): string {
  const s = Math.round(ms / 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${two(s % 60)} s`;
  return `${Math.floor(s / 3600)} h ${two(Math.floor(s / 60) % 60)} min`;
}

/**
 * One line with bar, count and time left.
 *
 * @param elapsedMs The time that `done` took; from it the time left is reckoned.
 *
 * @example
 * barLine(5, 20, 10_000, "cells"); // [#####---------------] 5/20 cells, about 30 s left
 */
export function barLine(done: number, total: number, elapsedMs: number, unit: string): string {
  const width = 20;
  const full = total === 0 ? width : Math.floor((width * done) / total);
  const left = done === 0 || done === total ? "" : (elapsedMs / done) * (total - done);
  const time = left === "" ? "" : `, about ${duration(left)} left`;
  return `[${"#".repeat(full)}${"-".repeat(width - full)}] ${done}/${total} ${unit}${time}`;
}

/** What a progress bar draws on: process.stderr, or a stand-in of a test. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** A progress bar under the lines printed so far; where there is no terminal, only the lines. */
export class ProgressBar {
  readonly #out: Terminal;
  readonly #unit: string;
  readonly #start = Date.now();
  #drawn = "";

  constructor(out: Terminal, unit: string) {
    this.#out = out;
    this.#unit = unit;
  }

  /** Draws the bar anew. */
  update(done: number, total: number): void {
    if (!this.#out.isTTY) return;
    const line = barLine(done, total, Date.now() - this.#start, this.#unit);
    // A line that wraps could not be taken back; some terminals say 0 when they do not know.
    this.#drawn = line.slice(0, (this.#out.columns || 80) - 1);
    this.#out.write(`\r\x1b[K${this.#drawn}`);
  }

  /** Prints by `print` above the bar. */
  above(print: () => void): void {
    if (this.#drawn !== "") this.#out.write("\r\x1b[K");
    print();
    if (this.#drawn !== "") this.#out.write(this.#drawn);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#drawn !== "") this.#out.write("\r\x1b[K");
    this.#drawn = "";
  }
}
