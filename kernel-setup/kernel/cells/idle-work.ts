import { home } from "./home";

/** How long nobody must have asked for anything, in milliseconds. */
const QUIET_MILLISECONDS = 100;

/** Time between two pieces of work, in milliseconds: what has come meanwhile goes first. */
const PAUSE_MILLISECONDS = 20;

/** Does work in a few pieces, each when there is nothing else to do. */
export class IdleWork {
  readonly #work: () => void;
  readonly #isBusy: () => boolean;
  #pieces: number;
  #takeBack = () => {};

  constructor({ pieces, work, isBusy }: { pieces: number; work(): void; isBusy(): boolean }) {
    this.#pieces = pieces;
    this.#work = work;
    this.#isBusy = isBusy;
    this.postpone();
  }

  /** There is something to do, once. */
  ask(): void {
    this.#pieces = 1;
    this.postpone();
  }

  /** Somebody has asked for something. */
  postpone(): void {
    this.#wait(QUIET_MILLISECONDS);
  }

  #wait(milliseconds: number): void {
    this.#takeBack();
    if (this.#pieces === 0) return;
    this.#takeBack = home().after(milliseconds, () => this.#begin());
  }

  #begin(): void {
    if (this.#isBusy()) {
      this.postpone();
      return;
    }
    this.#pieces--;
    try {
      this.#work();
    } catch {
      // Whatever it is will show itself where somebody asks for it.
      this.#pieces = 0;
    }
    this.#wait(PAUSE_MILLISECONDS);
  }
}
