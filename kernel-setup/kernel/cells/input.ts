import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { words } from "../../text/texts";
import type { InputAnswer } from "../node/bridge/messages";
import type { RingWriter } from "../node/bridge/ring";
import { FLAG, type SharedMemory } from "../node/bridge/shared-memory";
import type { CellRun } from "./cell-runner";
import { InterruptedError } from "./error-content";
import { say } from "./language";

/** Time between looks while the reader types, in milliseconds; an answer or interrupt wakes at once. */
const LOOK_MILLISECONDS = 500;

interface Options {
  memory: SharedMemory;
  ring: RingWriter;
  answers: MessagePort;
  /** The cell that runs, when it is what calls. */
  running(): CellRun | undefined;
}

interface PromptOptions {
  defaultValue?: string;
  password?: boolean;
}

/** Lets cells ask the reader for a line, and waits for it without giving control back. */
export class Input {
  readonly #options: Options;
  readonly #flags: Int32Array;
  #question = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#flags = new Int32Array(options.memory.flags);
  }

  /** What cells call `prompt`. */
  readonly prompt = (message: unknown = "", options: string | PromptOptions = {}): string => {
    const { defaultValue = "", password = false } =
      typeof options === "string" ? { defaultValue: options } : options;
    const value = this.#ask(String(message), password === true);
    return value === "" ? defaultValue : value;
  };

  #ask(prompt: string, password: boolean): string {
    const { ring, running } = this.#options;
    const run = running();
    if (run === undefined) {
      throw new Error(say(words("kernel.promptEnded")));
    }
    if (!run.allowsInput) {
      throw new Error(say(words("kernel.promptNotAllowed")));
    }
    // A cell that catches the interrupt and asks again must not flood the front end.
    this.#heedInterrupt();
    const question = ++this.#question;
    Atomics.store(this.#flags, FLAG.input, 0);
    ring.message(run.id, { type: "input", question, prompt, password });
    const answer = this.#wait(question);
    if ("refusal" in answer) {
      throw new Error(say(words("kernel.promptRefused", { why: answer.refusal })));
    }
    return answer.value;
  }

  #wait(question: number): InputAnswer {
    for (;;) {
      this.#heedInterrupt();
      const received = receiveMessageOnPort(this.#options.answers);
      if (received === undefined) {
        Atomics.wait(this.#flags, FLAG.input, 0, LOOK_MILLISECONDS);
      } else {
        // An answer to a question that was interrupted may come late.
        const answer = received.message as InputAnswer;
        if (answer.question === question) return answer;
        Atomics.store(this.#flags, FLAG.input, 0);
      }
    }
  }

  #heedInterrupt(): void {
    if (Atomics.load(this.#flags, FLAG.interrupt) === 1) throw new InterruptedError();
  }
}
