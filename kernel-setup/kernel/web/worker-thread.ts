import { KernelError } from "../../jupyter/client/kernel-error";
import type { FromWorker, Start, ToWorker, Versions } from "./messages";
import { after, type PageWorker, type Port, platform } from "./platform";
import { SignalPost } from "./signal-post";
import { SIGNALS, type SignalSite } from "./signals";

/** How often it is tried to have the service worker answer, and how long each time it has to begin with it, in milliseconds. */
const [MOST_TRIES, CLAIM_MILLISECONDS] = [10, 50];

/** How long the first cell waits for that at most, in milliseconds. */
const SETTLE_MILLISECONDS = 3000;

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
  /** What it hears although a cell blocks it. */
  readonly signals: SignalPost;
  readonly #worker: PageWorker;
  readonly #port: Port;
  #listener: Listener | undefined;
  #isOver = false;
  #canAsk = false;
  /** Fulfilled when it is clear whether it can. */
  readonly settled: Promise<void>;
  readonly #ask: () => void;
  #settle: () => void = () => {};
  #asked = 0;

  /**
   * @param script - The address of the worker's script.
   * @param site - Who answers the worker while a cell blocks it.
   */
  constructor(
    script: string,
    start: Omit<Start, "type" | "lock">,
    site: Promise<SignalSite | undefined> = Promise.resolve(undefined),
  ) {
    const { Worker, MessageChannel, navigator } = platform;
    const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
    const lock = `backprop kernel ${id}`;
    this.signals = new SignalPost(id);
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
        else if (message.type === "asks") this.#heed(message.isAnswered);
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
    this.#ask = () => {
      site
        .then((found) => {
          if (found === undefined) return this.#settle();
          // One that has begun before the service worker is none of its clients yet.
          found.claim();
          this.#asked++;
          const address = `${found.address}${SIGNALS}/${id}`;
          after(CLAIM_MILLISECONDS, () => this.post({ type: "signals", address }));
        })
        .catch(this.#settle);
    };
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.ready
      .then(() => {
        // A browser that takes its time with a service worker shall keep nobody.
        after(SETTLE_MILLISECONDS, this.#settle);
        this.#ask();
      })
      .catch(this.#settle);
  }

  /** Whether it can ask the page while a cell blocks it. */
  get canAsk(): boolean {
    return this.#canAsk;
  }

  /** Tells one listener of all that comes from now on. */
  listen(listener: Listener): void {
    this.#listener = listener;
  }

  #heed(isAnswered: boolean): void {
    this.#canAsk = isAnswered;
    if (isAnswered || this.#asked === MOST_TRIES) this.#settle();
    else this.#ask();
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
    this.signals.close();
  }
}
