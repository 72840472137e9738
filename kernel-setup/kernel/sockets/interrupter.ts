import { Session } from "node:inspector";
import { setTimeout as sleep } from "node:timers/promises";
import { FLAG, PHASE, type SharedMemory } from "../bridge/shared-memory";

/** Time for the cell thread to notice by itself, in milliseconds; an awaiting cell does so at once. */
const NOTICE_MILLISECONDS = 40;

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
  #busy = false;

  /** @param tell - Posts the interrupt to the cell thread. */
  constructor(memory: SharedMemory, tell: () => void) {
    this.#flags = new Int32Array(memory.flags);
    this.#tell = tell;
  }

  async interrupt(): Promise<void> {
    Atomics.store(this.#flags, FLAG.interrupt, 1);
    // The cell may be waiting for the reader.
    Atomics.notify(this.#flags, FLAG.input);
    this.#tell();
    if (this.#busy) return;
    this.#busy = true;
    try {
      await sleep(NOTICE_MILLISECONDS);
      for (let look = 0; this.#waiting(); look++) {
        // Checking and timer callbacks must not be cut off; they are waited for.
        const phase = Atomics.load(this.#flags, FLAG.phase);
        if (phase === PHASE.running && look % LOOKS_A_TRY === 0) this.#cutOff();
        await sleep(LOOK_MILLISECONDS);
      }
    } finally {
      this.#session?.disconnect();
      this.#session = undefined;
      this.#busy = false;
    }
  }

  #waiting(): boolean {
    return Atomics.load(this.#flags, FLAG.interrupt) === 1;
  }

  #cutOff(): void {
    if (this.#session === undefined) {
      this.#session = new Session();
      this.#session.connectToMainThread();
    }
    this.#session.post("Runtime.terminateExecution");
  }
}
