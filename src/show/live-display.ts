import type { MimeBundle } from "./displayable";
import { type EmitOptions, emit } from "./emit";

/** Updates a second that a page can follow: 10. */
const PAUSE_MS = 100;

const counts = new Map<string, number>();

/** The next name of a kind: "progress-1", "progress-2", … Neither chance nor clock is in it. */
export function nextId(kind: string): string {
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  return `${kind}-${count}`;
}

/** One place below a cell, whose content changes at most ten times a second. */
export class LiveDisplay {
  readonly #id: string;
  readonly #atCellEnd: (() => MimeBundle) | undefined;
  #shownAt: number | undefined;

  /** @param atCellEnd makes what a cell leaves there that ends before `end()`, by an error or an interrupt */
  constructor(id: string, atCellEnd?: () => MimeBundle) {
    this.#id = id;
    this.#atCellEnd = atCellEnd;
  }

  /** Shows what `make` gives now, always. */
  show(make: () => MimeBundle): void {
    this.#emit(make(), this.#atCellEnd && { atCellEnd: this.#atCellEnd });
  }

  /** Shows what `make` gives; that is what stays. */
  end(make: () => MimeBundle): void {
    this.#emit(make());
  }

  /** Shows it if the last change is long enough ago, and says whether it did. */
  offer(make: () => MimeBundle): boolean {
    if (this.#shownAt !== undefined && performance.now() - this.#shownAt < PAUSE_MS) return false;
    this.show(make);
    return true;
  }

  #emit(bundle: MimeBundle, options: EmitOptions = {}): void {
    const update = this.#shownAt !== undefined;
    emit(bundle, { displayId: this.#id, update, ...options });
    this.#shownAt = performance.now();
  }
}
