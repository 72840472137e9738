import { promisify } from "node:util";
import { FLAG, PHASE, type SharedMemory } from "../node/bridge/shared-memory";

/** Node's own timers, kept before cells get theirs: the kernel's work belongs to no cell. */
export const nativeSetImmediate = setImmediate;
/** The timer itself: it belongs to no cell. */
export const nativeSetTimeout = setTimeout;

/** Resolves once everything that is due now has run. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    nativeSetImmediate(resolve);
  });
}

type Callback = (...args: unknown[]) => unknown;

/**
 * Knows to which cell output belongs. That is the running cell, or the last one; what a timer or a
 * tick calls belongs to the cell that set it, and so do the promises that go on from there.
 *
 * (Node's AsyncLocalStorage would follow promises everywhere, but cutting off a loop after an await
 * then ends the process on Node 20 and 22: its hooks find their stack corrupted.)
 */
export class CurrentCell {
  readonly #flags: Int32Array;
  #latest = 0;
  /** The cell whose timer called last, when that is not the latest one. */
  #borrowed: number | undefined;

  constructor(memory: SharedMemory) {
    this.#flags = new Int32Array(memory.flags);
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
      const before = Atomics.exchange(current.#flags, FLAG.phase, PHASE.callback);
      try {
        return callback.apply(this, args);
      } finally {
        Atomics.store(current.#flags, FLAG.phase, before);
      }
    } as F;
  }

  /** Gives cells timers and ticks that remember who set them. */
  installTimers(): void {
    const { setTimeout, setInterval, setImmediate, queueMicrotask } = globalThis;
    const nextTick = process.nextTick;
    const wrap = <F extends Callback>(native: F): F =>
      ((callback: unknown, ...args: unknown[]) =>
        native(
          typeof callback === "function" ? this.bind(callback as Callback) : callback,
          ...args,
        )) as F;
    globalThis.setTimeout = withPromisify(wrap(setTimeout as Callback), setTimeout);
    globalThis.setImmediate = withPromisify(wrap(setImmediate as Callback), setImmediate);
    globalThis.setInterval = wrap(setInterval as Callback) as typeof setInterval;
    globalThis.queueMicrotask = wrap(queueMicrotask as Callback) as typeof queueMicrotask;
    process.nextTick = wrap(nextTick.bind(process) as Callback) as typeof nextTick;
  }

  #borrow(cell: number): void {
    this.#borrowed = cell === this.#latest ? undefined : cell;
    if (this.#borrowed === undefined) return;
    // Given back after the promises that go on from this callback.
    nativeSetImmediate(() => {
      this.#borrowed = undefined;
    });
  }
}

/** `util.promisify(setTimeout)` has its own form, which has to be carried over. */
function withPromisify<F>(wrapped: Callback, native: F): F {
  const promisified = (native as Record<symbol, unknown>)[promisify.custom];
  return Object.assign(wrapped, { [promisify.custom]: promisified }) as F;
}
