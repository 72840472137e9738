import type { Json, Message } from "../../../jupyter/messages/message";

/** One request on shell that waits for its turn. */
export interface Queued {
  message: Message;
  /** Set when an earlier cell failed: the request is answered "aborted" instead of run. */
  aborted: boolean;
}

/** What is done with a request when its turn comes; resolves when it was answered. */
export type Handle = (queued: Queued) => Promise<void>;

/** Handles requests one after the other, in the order they came. */
export class ShellQueue {
  readonly #handle: Handle;
  #queue: Queued[] = [];
  #running = false;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  push(message: Message): void {
    this.#queue.push({ message, aborted: false });
    if (!this.#running) void this.#run();
  }

  /** Marks every waiting cell as aborted: what was sent before a failure became known. */
  abortWaiting(): void {
    for (const queued of this.#queue) {
      if (queued.message.header.msg_type === "execute_request") queued.aborted = true;
    }
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let queued = this.#queue.shift(); queued !== undefined; queued = this.#queue.shift()) {
      await this.#handle(queued);
    }
    this.#running = false;
  }
}

/** The reply to a request that was never run. */
export function abortedReply(count: number): Json {
  return { status: "aborted", execution_count: count };
}
