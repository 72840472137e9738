import { home, PHASE, type Signals } from "./home";

/** Resolves once everything that is due now has run. */
export function turn(): Promise<void> {
  return new Promise((resolve) => home().later(resolve));
}

/** What timers and ticks call. */
export type Callback = (...args: unknown[]) => unknown;

/**
 * Knows to which cell output belongs. That is the running cell, or the last one; what a timer or a
 * tick calls belongs to the cell that set it, and so do the promises that go on from there.
 *
 * (Node's AsyncLocalStorage would follow promises everywhere, but cutting off a loop after an await
 * then ends the process on Node 20 and 22: its hooks find their stack corrupted.)
 */
export class CurrentCell {
  readonly #signals: Signals;
  #latest = 0;
  /** The cell whose timer called last, when that is not the latest one. */
  #borrowed: number | undefined;

  constructor(signals: Signals) {
    this.#signals = signals;
  }

  get id(): number {
    return this.#borrowed ?? this.#latest;
  }

  /** A new cell begins. */
  enter(cell: number): void {
    this.#latest = cell;
    this.#borrowed = undefined;
  }

  /** Calls back on behalf of another cell, or of a request that is none. */
  borrow<T>(cell: number, callback: () => T): T {
    this.#borrow(cell);
    return callback();
  }

  /** Makes a callback remember the present cell. */
  bind<F extends Callback>(callback: F): F {
    const cell = this.id;
    const current = this;
    return function (this: unknown, ...args: unknown[]) {
      current.#borrow(cell);
      const before = current.#signals.enter(PHASE.callback);
      try {
        return callback.apply(this, args);
      } finally {
        current.#signals.enter(before);
      }
    } as F;
  }

  #borrow(cell: number): void {
    this.#borrowed = cell === this.#latest ? undefined : cell;
    if (this.#borrowed === undefined) return;
    // Given back after the promises that go on from this callback.
    home().later(() => {
      this.#borrowed = undefined;
    });
  }
}
