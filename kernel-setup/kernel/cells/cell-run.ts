import type { Json } from "../../jupyter/messages/message";
import type { ErrorContent } from "./error-content";

/** One cell on its way: what it has shown so far, and how it ends. */
export class CellRun {
  readonly id: number;
  readonly count: number;
  readonly code: string;
  readonly silent: boolean;
  /** Whether the front end is ready to ask the reader. */
  readonly allowsInput: boolean;
  readonly #finish: (reply: Json) => void;
  #failure: ErrorContent | undefined;
  #finished = false;

  constructor(
    { id, count, content }: { id: number; count: number; content: Json },
    finish: (reply: Json) => void,
  ) {
    this.id = id;
    this.count = count;
    this.code = String(content.code);
    this.silent = content.silent === true;
    this.allowsInput = content.allow_stdin === true;
    this.#finish = finish;
  }

  get finished(): boolean {
    return this.#finished;
  }

  get failed(): boolean {
    return this.#failure !== undefined;
  }

  /** Makes the cell end as failed; its first failure is what the reply tells. */
  fail(failure: ErrorContent): void {
    this.#failure ??= failure;
  }

  /** Ends the cell, once. */
  finish(userExpressions: Json = {}): void {
    if (this.#finished) return;
    const common = { user_expressions: userExpressions, payload: [] };
    this.#finish(
      this.#failure === undefined
        ? { status: "ok", ...common }
        : { status: "error", ...this.#failure, ...common },
    );
    // Last: cut off before this, it is tried again.
    this.#finished = true;
  }
}
