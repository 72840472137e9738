import { words } from "../../text/texts";
import type { CellRun } from "./cell-runner";
import { say } from "./language";
import type { Answer } from "./messages";

/**
 * Asks the reader of a cell a question, and waits for the answer without giving control back.
 *
 * @throws InterruptedError when the cell is interrupted meanwhile.
 */
export type AskReader = (cell: number, question: { prompt: string; password: boolean }) => Answer;

interface Options {
  ask: AskReader;
  /** The cell that runs, when it is what calls. */
  running(): CellRun | undefined;
}

interface PromptOptions {
  defaultValue?: string;
  password?: boolean;
}

/** Lets cells ask the reader for a line. */
export class Input {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** What cells call `prompt`. */
  readonly prompt = (message: unknown = "", options: string | PromptOptions = {}): string => {
    const { defaultValue = "", password = false } =
      typeof options === "string" ? { defaultValue: options } : options;
    const value = this.#ask(String(message), password === true);
    return value === "" ? defaultValue : value;
  };

  #ask(prompt: string, password: boolean): string {
    const run = this.#options.running();
    if (run === undefined) {
      throw new Error(say(words("kernel.promptEnded")));
    }
    if (!run.allowsInput) {
      throw new Error(say(words("kernel.promptNotAllowed")));
    }
    const answer = this.#options.ask(run.id, { prompt, password });
    if ("refusal" in answer) {
      throw new Error(say(words("kernel.promptRefused", { why: answer.refusal })));
    }
    return answer.value;
  }
}
