import { setTimeout as sleep } from "node:timers/promises";

/** The part of a ZeroMQ socket that an outbox needs. */
export interface SendingSocket {
  send(frames: Uint8Array[]): Promise<void>;
}

/** What to do about a reader who reads nothing. */
interface Patience {
  /** How long a message waits for a slow reader, in milliseconds. */
  milliseconds: number;
  /** Called with false to send without regard to slow readers, and with true afterwards. */
  setLossless(lossless: boolean): void;
}

function isFull(error: unknown): boolean {
  return (error as { code?: unknown }).code === "EAGAIN";
}

/**
 * Sends one message after the other. A ZeroMQ socket refuses a send while another is under way, so
 * each one is awaited; a queue that is full for a slow reader is tried again.
 */
export class Outbox {
  readonly #socket: SendingSocket;
  readonly #patience: Patience;
  #queue: Uint8Array[][] = [];
  #queuedBytes = 0;
  #sending = false;
  #waiters: (() => void)[] = [];
  #impatient = false;
  /** Messages that a reader missed because it read nothing for too long. */
  lost = 0;

  constructor(socket: SendingSocket, patience?: Patience) {
    this.#socket = socket;
    this.#patience = patience ?? { milliseconds: 10_000, setLossless: () => {} };
  }

  /** Bytes that are not yet handed to ZeroMQ. */
  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  send(frames: Uint8Array[]): void {
    this.#queue.push(frames);
    for (const frame of frames) this.#queuedBytes += frame.length;
    if (!this.#sending) void this.#sendAll();
  }

  /** Resolves when everything was handed to ZeroMQ. */
  async sent(): Promise<void> {
    if (this.#sending) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  async #sendAll(): Promise<void> {
    this.#sending = true;
    for (;;) {
      // Taken as a whole: shifting a long array once per message would cost its length each time.
      const batch = this.#queue;
      if (batch.length === 0) break;
      this.#queue = [];
      for (const frames of batch) {
        await this.#sendOne(frames);
        for (const frame of frames) this.#queuedBytes -= frame.length;
      }
    }
    this.#sending = false;
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  async #sendOne(frames: Uint8Array[]): Promise<void> {
    // Once a reader has used up the patience, it gets little more until it reads again.
    const end = Date.now() + (this.#impatient ? 20 : this.#patience.milliseconds);
    for (let pause = 1; ; pause = Math.min(2 * pause, 20)) {
      try {
        await this.#socket.send(frames);
        this.#impatient = false;
        return;
      } catch (error) {
        if (!isFull(error)) {
          this.lost++;
          return;
        }
      }
      if (Date.now() >= end) break;
      await sleep(pause);
    }
    this.#impatient = true;
    this.lost++;
    this.#patience.setLossless(false);
    try {
      await this.#socket.send(frames);
    } catch {
      // Nobody can be sent to; the message is counted as lost above.
    } finally {
      this.#patience.setLossless(true);
    }
  }
}
