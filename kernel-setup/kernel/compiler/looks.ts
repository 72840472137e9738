/** The property of `globalThis`, by symbol, at which compiled loops find what they call. */
export const LOOK = "tslab.look";

/** Time without a question, in milliseconds: most cells end before anybody could want to stop them. */
const ASK_MILLISECONDS = 200;

/** A question that takes long is asked less often: this many times as long without one, at most so long. */
const [ASK_SHARE, ASK_MOST_MILLISECONDS] = [20, 500];

/** Time between one turn of what is due besides and the next, in milliseconds. */
const TURN_MILLISECONDS = 10;

/** Time between two looks at the clock, in milliseconds, from which on loops look more often. */
const [FEW, MANY] = [1, 4];

/** How compiled loops stop, in a place where nothing can stop them from outside. */
interface Options {
  /** The time in milliseconds, from wherever. */
  now(): number;
  /** Whether the cell shall stop. It may take a while. */
  isInterrupted(): boolean;
  /** Makes what is thrown through the cell's code then. */
  stopped(): Error;
  /** Does what is due while a cell keeps everything else from its turn; not often. */
  onLook(): void;
  /** The cell is being stopped; called once, from the middle of its code. */
  onStop(): void;
}

/**
 * The clock at which compiled loops and functions look. In between they count: looking costs more than
 * a round. Where it is time to end, each look throws, and what is thrown goes past all of the code's own
 * `catch` and `finally`, until whoever has called that code is reached.
 */
export class Looks {
  readonly #options: Options;
  /** What is thrown at each look; nothing while all goes on. */
  #end: Error | undefined;
  /** All that was ever thrown here: promises hand it on when all is over. */
  readonly #ends = new WeakSet<object>();
  #last: number;
  #ask: number;
  #turn = 0;
  #deadline = Number.POSITIVE_INFINITY;

  constructor(options: Options) {
    this.#options = options;
    this.#last = options.now();
    this.#ask = this.#last + ASK_MILLISECONDS;
  }

  /** Whether the running code is on its way out: its `finally` blocks are left out then. */
  get isEnding(): boolean {
    return this.#end !== undefined;
  }

  /** Whether it is something that a look has thrown. */
  isEnd(thrown: unknown): boolean {
    return typeof thrown === "object" && thrown !== null && this.#ends.has(thrown);
  }

  /**
   * Looks at the clock.
   *
   * @param most - Rounds or calls until the next look, where they are fast.
   * @returns So many until then.
   * @throws what ends the running code, when it shall end.
   */
  look(most: number): number {
    if (this.#end !== undefined) throw this.#end;
    const now = this.#options.now();
    const passed = now - this.#last;
    this.#last = now;
    if (now >= this.#turn || passed < 0) {
      this.#turn = now + TURN_MILLISECONDS;
      this.#options.onLook();
    }
    if (now >= this.#deadline) throw this.#endWith(new Late());
    // A clock that was set back would let nobody ask for long.
    if (now >= this.#ask || passed < 0) this.#askAt(now);
    return passed < FEW ? most : passed < MANY ? most >> 4 : 1;
  }

  /** To be called with all that the code catches, before it does anything with it. */
  caught(thrown: unknown): void {
    if (this.#end !== undefined) throw this.#end;
    if (this.isEnd(thrown)) throw thrown;
  }

  /** Stops the cell. @returns what is to be thrown */
  stop(): Error {
    const end = this.#endWith(this.#options.stopped());
    this.#options.onStop();
    return end;
  }

  /** What never comes. */
  never(): Promise<never> {
    return new Promise(() => {});
  }

  /** A piece of code begins: nobody needs to be asked for a while. */
  begin(): void {
    this.#last = this.#options.now();
    this.#ask = this.#last + ASK_MILLISECONDS;
  }

  /** What was to end has ended. */
  calm(): void {
    this.#end = undefined;
    this.begin();
  }

  /**
   * Runs something for so long at most.
   *
   * @param limit - In milliseconds.
   * @returns Whether it has ended by itself.
   * @throws What it throws, and what stops the cell around it.
   */
  within(limit: number, run: () => void): boolean {
    const before = this.#deadline;
    this.#deadline = Math.min(before, this.#options.now() + limit);
    let failure: { thrown: unknown } | undefined;
    try {
      run();
    } catch (thrown) {
      failure = { thrown };
    }
    this.#deadline = before;
    const end = this.#end;
    if (end instanceof Late) {
      // What has caught it meanwhile, not being compiled here, takes it for a failure.
      this.#end = undefined;
      return false;
    }
    if (end !== undefined) throw end;
    if (failure !== undefined) throw failure.thrown;
    return true;
  }

  #askAt(now: number): void {
    const isInterrupted = this.#options.isInterrupted();
    this.#last = this.#options.now();
    const rest = Math.min(ASK_SHARE * (this.#last - now), ASK_MOST_MILLISECONDS);
    this.#ask = this.#last + Math.max(ASK_MILLISECONDS, rest);
    if (isInterrupted) throw this.stop();
  }

  #endWith(end: Error): Error {
    this.#end = end;
    this.#ends.add(end);
    return end;
  }
}

/** Ends what has taken longer than it may. */
class Late extends Error {
  override name = "Late";
}

/** Lets compiled loops, and the library, find their clock. */
export function installLooks(looks: Looks): void {
  Object.defineProperty(globalThis, Symbol.for(LOOK), { value: looks, configurable: true });
}
