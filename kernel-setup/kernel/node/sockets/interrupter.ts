import { Session } from "node:inspector";
import { setTimeout as sleep } from "node:timers/promises";
import { PHASE } from "../../cells/home";
import { FLAG, type SharedMemory } from "../bridge/shared-memory";

/** Time for the cell thread to notice by itself, in milliseconds; an awaiting cell does so at once. */
const NOTICE_MILLISECONDS = 80;

/** Time between looks, in milliseconds. */
const LOOK_MILLISECONDS = 10;

/** Looks between one try to cut off a loop and the next. */
const LOOKS_A_TRY = 50;

/**
 * Stops the running cell. A cell that awaits is told so and ends; one that loops, also after an
 * await, hears nothing and is cut off through the inspector.
 */
export class Interrupter {
  readonly #flags: Int32Array;
  readonly #tell: () => void;
  #session: Session | undefined;
  /** Whether a cell is being cut off: what runs when that takes effect is what ends. */
  #cutting = false;
  #work: Promise<void> | undefined;

  /** @param tell - Posts the interrupt to the cell thread. */
  constructor(memory: SharedMemory, tell: () => void) {
    this.#flags = new Int32Array(memory.flags);
    this.#tell = tell;
  }

  /** Resolves when no interrupt is under way: only then may the next cell begin. */
  async settled(): Promise<void> {
    await this.#work;
  }

  interrupt(): void {
    Atomics.store(this.#flags, FLAG.interrupt, 1);
    // The cell may be waiting for the reader.
    Atomics.notify(this.#flags, FLAG.input);
    this.#tell();
    this.#work ??= this.#insist().finally(() => {
      this.#session?.disconnect();
      this.#session = undefined;
      this.#work = undefined;
    });
  }

  async #insist(): Promise<void> {
    await sleep(NOTICE_MILLISECONDS);
    for (let look = 0; this.#waiting() || this.#cutting; look++) {
      if (look % LOOKS_A_TRY === 0) {
        // Checking and timer callbacks must not be cut off; they are waited for.
        if (Atomics.load(this.#flags, FLAG.phase) === PHASE.running) this.#cutOff();
        // Cut off while it listened, it would have forgotten.
        if (look > 0) this.#tell();
      }
      await sleep(LOOK_MILLISECONDS);
    }
  }

  #waiting(): boolean {
    return Atomics.load(this.#flags, FLAG.interrupt) === 1;
  }

  #cutOff(): void {
    if (this.#cutting) return;
    if (this.#session === undefined) {
      this.#session = new Session();
      this.#session.connectToMainThread();
    }
    this.#cutting = true;
    this.#session.post("Runtime.terminateExecution", () => {
      this.#cutting = false;
    });
  }
}
