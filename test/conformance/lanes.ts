import { availableParallelism } from "node:os";

/** As many jobs as keep all processors busy, since each also waits. */
export const ENOUGH_LANES = availableParallelism() + 1;

/** Runs jobs side by side, so many at a time, in the order they were given. */
export class Lanes {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await job();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}
