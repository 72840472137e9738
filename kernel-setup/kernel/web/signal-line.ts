import type { InputAnswer } from "../cells/messages";
import { platform } from "./platform";
import { MARK, SAYS } from "./signals";

// Kept before the fence is raised: cells do not reach it.
const { XMLHttpRequest } = platform;

/** Requests without an answer, one after the other, after which nobody is asked any more. */
const MOST_FAILURES = 5;

/** The worker's end of the line to its page: asks, and waits for what the page says. */
export class SignalLine {
  #address: string | undefined;
  #failures = 0;
  /** Interrupts that this worker knows of. */
  #known = 0;

  /** Begins to ask there. @returns whether it is the service worker that answers */
  open(address: string): boolean {
    this.#address = address;
    this.#failures = 0;
    if (this.#ask(`stop/${this.#known}`) !== undefined) return true;
    this.#address = undefined;
    return false;
  }

  /** Whether there is somebody to ask. */
  get isOpen(): boolean {
    return this.#address !== undefined;
  }

  /** How many interrupts have come, by message or because it was asked. */
  get known(): number {
    return this.#known;
  }

  /** So many interrupts have come by now. @returns whether one of them was not known */
  heed(interrupts: number): boolean {
    const isNew = interrupts > this.#known;
    if (isNew) this.#known = interrupts;
    return isNew;
  }

  /** Asks whether there is an interrupt that is not known yet; from then on it is. */
  isInterrupted(): boolean {
    const says = this.#ask(`stop/${this.#known}`);
    return says !== undefined && this.#isStop(says);
  }

  /**
   * Waits for what the reader answers.
   *
   * @returns Nothing when an interrupt came first; a refusal when there is nobody to ask.
   */
  wait(question: number): InputAnswer | "interrupted" | "nobody" {
    for (;;) {
      const says = this.#ask(`answer/${question}/${this.#known}`);
      if (says === undefined) {
        if (!this.isOpen) return "nobody";
      } else if (this.#isStop(says)) return "interrupted";
      else if (says.startsWith(SAYS.answer))
        return JSON.parse(says.slice(SAYS.answer.length)) as InputAnswer;
    }
  }

  #isStop(says: string): boolean {
    if (!says.startsWith(SAYS.stop)) return false;
    this.heed(Number(says.slice(SAYS.stop.length)));
    return true;
  }

  /** What the page says to a question; nothing where the request failed. */
  #ask(asks: string): string | undefined {
    if (this.#address === undefined) return undefined;
    const request = new XMLHttpRequest();
    try {
      request.open("GET", `${this.#address}/${asks}`, false);
      request.send();
      const text = request.responseText;
      if (request.status === 200 && text.startsWith(MARK)) {
        this.#failures = 0;
        return text.slice(MARK.length);
      }
      // The host itself has answered: there is no service worker any more.
    } catch {
      // The browser has ended the service worker in the midst of it, and starts it for the next request.
    }
    this.#failures++;
    if (this.#failures >= MOST_FAILURES) this.#address = undefined;
    return undefined;
  }
}
