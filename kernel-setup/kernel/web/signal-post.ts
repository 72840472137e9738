import type { InputAnswer } from "../cells/messages";
import { after, type Broadcast, platform } from "./platform";
import { channelOf, type Question, SAYS, type Said, SLICE_MILLISECONDS } from "./signals";

/** A question that waits for its answer. */
interface Waiting {
  id: string;
  question: number;
  /** Interrupts that the worker knows of. */
  known: number;
}

/** The page's end of the line to a worker: what it says when the worker asks. */
export class SignalPost {
  readonly #channel: Broadcast;
  #interrupts = 0;
  #answer: InputAnswer | undefined;
  #waiting: Waiting | undefined;

  /** @param worker - The name under which the worker asks. */
  constructor(worker: string) {
    this.#channel = new platform.BroadcastChannel(channelOf(worker));
    this.#channel.onmessage = ({ data }) => {
      const { id, asks } = data as Partial<Question>;
      if (id !== undefined && asks !== undefined) this.#heed(id, asks);
    };
  }

  /** Counts an interrupt, of which the worker hears when it asks next. @returns how many these are */
  interrupt(): number {
    this.#interrupts++;
    this.#settle();
    return this.#interrupts;
  }

  /** Has what the reader has answered for the worker that waits for it. */
  answer(answer: InputAnswer): void {
    this.#answer = answer;
    this.#settle();
  }

  close(): void {
    this.#channel.close();
  }

  #heed(id: string, asks: string): void {
    const [kind, ...numbers] = asks.split("/");
    if (kind === "stop") {
      const [known] = numbers.map(Number);
      this.#say(id, this.#interrupts > known ? SAYS.stop + this.#interrupts : SAYS.goOn);
      return;
    }
    const [question, known] = numbers.map(Number);
    const waiting = { id, question, known };
    this.#waiting = waiting;
    this.#settle();
    after(SLICE_MILLISECONDS, () => {
      if (this.#waiting !== waiting) return;
      this.#waiting = undefined;
      this.#say(id, SAYS.wait);
    });
  }

  /** Answers the question that waits, if there is something to say to it. */
  #settle(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    const { id, question, known } = waiting;
    const says =
      this.#interrupts > known
        ? SAYS.stop + this.#interrupts
        : this.#answer?.question === question
          ? SAYS.answer + JSON.stringify(this.#answer)
          : undefined;
    if (says === undefined) return;
    this.#waiting = undefined;
    this.#say(id, says);
  }

  #say(to: string, says: string): void {
    this.#channel.postMessage({ to, says } satisfies Said);
  }
}
