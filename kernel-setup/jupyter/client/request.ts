import type { Message } from "../messages/message";

/** How a cell is executed, and who hears what it shows and asks. */
export interface ExecuteOptions {
  /** Gets each message that the cell causes on iopub, also those that come after it has ended. */
  onMessage?: (message: Message) => void;
  /** Answers the cell's questions; without it the kernel is told that nobody can answer. */
  onInput?: (prompt: string, password: boolean) => Promise<string> | string;
  /** Runs without a trace: no count, no history, no outputs. */
  silent?: boolean;
  /** Whether the kernel drops waiting requests when this one fails; true when not given. */
  stopOnError?: boolean;
}

/** One question to the kernel: what has come back, and promises for what is still to come. */
export class Request {
  reply: Message | undefined;
  /** Fulfilled by the reply. */
  readonly replied: Promise<Message>;
  /** Fulfilled by the reply or the idle status, whichever comes first. */
  readonly first: Promise<void>;
  /** Fulfilled when both have come. */
  readonly done: Promise<Message>;
  readonly onInput: ExecuteOptions["onInput"];
  readonly #onMessage: ExecuteOptions["onMessage"];
  #idle = () => {};
  #replied: (message: Message) => void = () => {};
  #fail: (reason: Error) => void = () => {};

  constructor({ onMessage, onInput }: Pick<ExecuteOptions, "onMessage" | "onInput">) {
    this.#onMessage = onMessage;
    this.onInput = onInput;
    const failed = new Promise<never>((_, reject) => {
      this.#fail = reject;
    });
    const reply = new Promise<Message>((resolve) => {
      this.#replied = resolve;
    });
    const idle = new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
    this.replied = Promise.race([reply, failed]);
    this.first = Promise.race([reply.then(() => {}), idle, failed]);
    this.done = Promise.race([Promise.all([reply, idle]).then(([message]) => message), failed]);
    // A request that nobody waits for any more may still fail: that is no error of its own.
    for (const promise of [this.replied, this.first, this.done]) promise.catch(() => {});
  }

  takeReply(message: Message): void {
    this.reply = message;
    this.#replied(message);
  }

  takeOutput(message: Message): void {
    this.#onMessage?.(message);
    if (message.header.msg_type === "status" && message.content.execution_state === "idle") {
      this.#idle();
    }
  }

  fail(reason: Error): void {
    this.#fail(reason);
  }
}
