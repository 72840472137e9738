/** A limit ran out. */
export class TimeoutError extends Error {
  override name = "TimeoutError";
}

/** One run's reasons to stop: its limits, and the caller's signal. */
export class Stop {
  readonly #controller = new AbortController();
  readonly signal: AbortSignal = this.#controller.signal;
  readonly #stopped: Promise<never>;

  constructor(outer: AbortSignal | undefined) {
    this.#stopped = new Promise((_, reject) => {
      this.signal.addEventListener("abort", () => reject(this.signal.reason));
    });
    this.#stopped.catch(() => {});
    const stop = () => this.#controller.abort(outer?.reason);
    if (outer?.aborted) stop();
    // Both listeners go when the run is over.
    else outer?.addEventListener("abort", stop, { signal: this.signal });
  }

  /** Waits for work, at most so many seconds (0: as long as it takes). */
  async within<T>(seconds: number, who: string, work: () => Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    const late = () => this.#controller.abort(new TimeoutError(`${who} may take ${seconds} s.`));
    const timer = seconds > 0 ? setTimeout(late, seconds * 1000) : undefined;
    try {
      return await Promise.race([work(), this.#stopped]);
    } finally {
      clearTimeout(timer);
    }
  }

  over(): void {
    this.#controller.abort();
  }
}
