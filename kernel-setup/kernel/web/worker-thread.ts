import { KernelError } from "../../jupyter/client/kernel-error";
import type { FromWorker, Start, ToWorker, Versions } from "./messages";
import { type PageWorker, type Port, platform } from "./platform";

/** Who hears of a worker. */
export interface Listener {
  receive(message: FromWorker): void;
  /** The worker is gone though nobody has ended it, as for want of memory. */
  lost(): void;
}

/** One worker in which cells run, as the page sees it. */
export class WorkerThread {
  /** Fulfilled when it can run cells. @rejects KernelError when it does not start */
  readonly ready: Promise<Versions>;
  readonly #worker: PageWorker;
  readonly #port: Port;
  #listener: Listener | undefined;
  #isOver = false;

  /** @param script - The address of the worker's script. */
  constructor(script: string, start: Omit<Start, "type" | "lock">) {
    const { Worker, MessageChannel, navigator } = platform;
    const lock = `backprop kernel ${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = new Worker(script, { name: "backprop kernel" });
    this.ready = new Promise((resolve, reject) => {
      const fail = (why: string) => {
        this.end();
        reject(new KernelError(`The kernel could not be started: ${why}.`));
      };
      this.#worker.addEventListener("error", (event) => {
        event.preventDefault();
        fail(event.message ?? `its script is not to be had at ${script}`);
      });
      port1.onmessage = ({ data }) => {
        if (this.#isOver) return;
        const message = data as FromWorker;
        if (message.type === "failed") fail(message.why);
        else if (message.type === "ready") resolve(message.versions);
        else this.#listener?.receive(message);
      };
    });
    this.ready
      .then(() =>
        navigator?.locks?.request(lock, async () => {
          if (!this.#isOver) this.#listener?.lost();
        }),
      )
      .catch(() => {});
    this.#worker.postMessage({ ...start, type: "start", lock } satisfies Start, [port2]);
  }

  /** Tells one listener of all that comes from now on. */
  listen(listener: Listener): void {
    this.#listener = listener;
  }

  /** @param given - Buffers that are handed over in place of being copied. */
  post(message: ToWorker, given: readonly object[] = []): void {
    if (!this.#isOver) this.#port.postMessage(message, given);
  }

  /** Ends it at once, whatever it is doing; nothing of it is heard any more. */
  end(): void {
    this.#isOver = true;
    this.#worker.terminate();
    this.#port.close();
  }
}
