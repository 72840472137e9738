import { home } from "../home/here";
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
  /** What was offered too early: a page shows it when its time has come. */
  #waiting: (() => MimeBundle) | undefined;
  #isTimed = false;

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

  /**
   * Shows it if the last change is long enough ago, and says whether it did. What comes too early is
   * dropped, since the end of the cell shows all; a page, where no cell ends, shows the last of it later.
   */
  offer(make: () => MimeBundle): boolean {
    const since = this.#shownAt === undefined ? PAUSE_MS : performance.now() - this.#shownAt;
    if (since < PAUSE_MS) {
      this.#wait(make, PAUSE_MS - since);
      return false;
    }
    this.show(make);
    return true;
  }

  #wait(make: () => MimeBundle, milliseconds: number): void {
    if (home.later === undefined) return;
    this.#waiting = make;
    if (this.#isTimed) return;
    this.#isTimed = true;
    home.later(() => {
      this.#isTimed = false;
      if (this.#waiting !== undefined) this.offer(this.#waiting);
    }, milliseconds);
  }

  #emit(bundle: MimeBundle, options: EmitOptions = {}): void {
    this.#waiting = undefined;
    const update = this.#shownAt !== undefined;
    emit(bundle, { displayId: this.#id, update, ...options });
    this.#shownAt = performance.now();
  }
}
