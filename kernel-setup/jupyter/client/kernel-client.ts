import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Dealer, Subscriber } from "zeromq";
import { endpoint } from "../messages/connection-file";
import { KERNEL_DIED } from "../messages/kernel-died";
import { type Json, type Lane, type Message, newHeader } from "../messages/message";
import { systemWords } from "../notebook-files/system-words";
import { Channel } from "./channel";
import { KernelError } from "./kernel-error";
import type { KernelProcess } from "./kernel-process";
import { type ExecuteOptions, Request } from "./request";

/** What the kernel answered about one cell. */
export interface ExecuteReply {
  status: "ok" | "error" | "aborted";
  executionCount: number | null;
  /** The rest of the answer: ename, evalue, traceback, payload and the like. */
  content: Json;
}

/** Gets each message of the kernel that answers none of the client's own questions. */
export type Listener = (channel: Lane, message: Message) => void;

/** How long a message may lag behind the others of its request before it is asked after. */
const LAG_MS = 500;

/** How long a kernel may take to end after it has said why. */
const DEATH_MS = 3000;

/**
 * The front end of one running kernel: shell, control, iopub and stdin over ZeroMQ.
 *
 * Made by `startKernel`. Every method rejects with a `KernelError` when the kernel ends.
 */
export class KernelClient {
  /** The kernel's description of itself (content of kernel_info_reply). */
  info: Json = {};
  readonly process: KernelProcess;
  readonly #interruptMode: "message" | "signal";
  readonly #session = randomUUID();
  readonly #shell: Channel;
  readonly #control: Channel;
  readonly #iopub: Channel;
  readonly #stdin: Channel;
  readonly #requests = new Map<string, Request>();
  #listener: Listener | undefined;
  #closed = false;

  constructor(process: KernelProcess, interruptMode: "message" | "signal") {
    this.process = process;
    this.#interruptMode = interruptMode;
    const { connection } = process;
    const { key } = connection;
    // The kernel sends its questions to the identity that asked it to execute: shell's and stdin's are one.
    const routingId = this.#session;
    const replied = (channel: Lane) => (message: Message) => {
      const { ename, evalue } = message.content;
      if (ename === KERNEL_DIED) process.explain(String(evalue));
      const request = this.#of(message);
      if (request) request.takeReply(message);
      else this.#listener?.(channel, message);
    };
    // What cannot be heard any more might as well be over: its end is told to all that wait.
    const failed = (error: Error) => {
      if (this.#closed || process.death) return;
      process.explain(`its connection broke (${systemWords(error) ?? error.message}).`);
      void this.kill();
    };
    const opened: Channel[] = [];
    const open = (socket: Dealer | Subscriber, lane: Lane, take: (message: Message) => void) => {
      const channel = new Channel(socket, endpoint(connection, lane), key, take, failed);
      opened.push(channel);
      return channel;
    };
    try {
      this.#shell = open(new Dealer({ routingId }), "shell", replied("shell"));
      this.#control = open(new Dealer(), "control", replied("control"));
      // No limit: ZeroMQ would drop what a kernel sends faster than it is read here.
      const subscriber = new Subscriber({ receiveHighWaterMark: 0 });
      subscriber.subscribe();
      this.#iopub = open(subscriber, "iopub", (message) => {
        const request = this.#of(message);
        if (request) request.takeOutput(message);
        else this.#listener?.("iopub", message);
      });
      this.#stdin = open(new Dealer({ routingId }), "stdin", (message) => this.#answer(message));
    } catch (error) {
      for (const channel of opened) channel.close();
      throw error;
    }
    void process.ended.then(() => {
      for (const request of this.#requests.values()) request.fail(process.death as KernelError);
      this.close();
    });
  }

  #of(message: Message): Request | undefined {
    return this.#requests.get(message.parent_header.msg_id ?? "");
  }

  async #answer(question: Message): Promise<void> {
    const request = this.#of(question);
    if (!request) return this.#listener?.("stdin", question);
    const { prompt, password } = question.content;
    const value = await request.onInput?.(String(prompt ?? ""), password === true);
    if (value === undefined || this.process.death) return;
    const header = newHeader("input_reply", this.#session);
    const content = { status: "ok", value };
    const parts = { identities: [], metadata: {}, buffers: [], content };
    await this.#stdin.send({ ...parts, header, parent_header: question.header });
  }

  /** Sends a request and returns it, with promises for its reply and for its idle status. */
  #send(channel: Channel, type: string, content: Json, handlers: Partial<ExecuteOptions> = {}) {
    if (this.process.death) throw this.process.death;
    const header = newHeader(type, this.#session);
    const request = new Request(handlers);
    this.#requests.set(header.msg_id, request);
    const message = {
      identities: [],
      header,
      parent_header: {},
      metadata: {},
      content,
      buffers: [],
    };
    channel.send(message).catch((error: Error) => {
      request.fail(new KernelError(`The kernel could not be asked: ${error.message}.`));
    });
    return request;
  }

  /**
   * Asks until the kernel has answered and been heard on iopub. At the start, outputs could be lost
   * before; later, all that the kernel sent up to the question has come by then.
   */
  async fence(): Promise<void> {
    for (;;) {
      const { done } = this.#send(this.#shell, "kernel_info_request", {});
      const reply = await Promise.race([done, sleep(LAG_MS)]);
      if (!reply) continue;
      this.info = reply.content;
      return;
    }
  }

  /**
   * Runs code and waits until the kernel has answered and is idle again.
   *
   * A kernel that loses messages is asked again: when it answers a later question, what was missing
   * until then will not come any more.
   */
  async execute(code: string, options: ExecuteOptions = {}): Promise<ExecuteReply> {
    const { onInput, silent = false, stopOnError = true } = options;
    if (onInput) await Promise.race([this.#stdin.connected, this.process.ended]);
    const request = this.#send(
      this.#shell,
      "execute_request",
      {
        code,
        silent,
        store_history: !silent,
        user_expressions: {},
        allow_stdin: onInput !== undefined,
        stop_on_error: stopOnError,
      },
      options,
    );
    await request.first;
    const whole = await Promise.race([request.done, sleep(LAG_MS)]);
    if (!whole) await Promise.race([request.done, this.fence()]);
    const content = request.reply?.content;
    // The kernel's answer in the name of a cell that has ended it.
    if (content?.ename === KERNEL_DIED) {
      await this.process.endsWithin(DEATH_MS);
      throw this.process.death ?? new KernelError(String(content.evalue));
    }
    if (!content) throw new KernelError("The kernel became idle without answering the cell.");
    const status =
      content.status === "ok" || content.status === "error" ? content.status : "aborted";
    const count = content.execution_count;
    return { status, content, executionCount: typeof count === "number" ? count : null };
  }

  /** Hands over all that the kernel sends and that answers no question of this client itself. */
  listen(listener: Listener): void {
    this.#listener = listener;
  }

  /** Passes on a message of another front end; what comes back goes to the listener. */
  async pass(channel: Exclude<Lane, "iopub">, message: Message): Promise<void> {
    if (this.process.death) throw this.process.death;
    // A question of the kernel must find its way back.
    if (channel === "shell") await Promise.race([this.#stdin.connected, this.process.ended]);
    const channels = { shell: this.#shell, control: this.#control, stdin: this.#stdin };
    await channels[channel].send(message);
  }

  /** Interrupts the running cell, in the way the kernelspec asks for. */
  async interrupt(): Promise<void> {
    if (this.#interruptMode === "message") {
      await this.#send(this.#control, "interrupt_request", {}).replied;
    } else if (process.platform === "win32") {
      throw new KernelError(
        'interrupt: expected a kernel with interrupt_mode "message" on Windows.',
      );
    } else this.process.kill("SIGINT");
  }

  /** Asks the kernel to end, and makes it end when it does not within the time. */
  async shutdown(graceMs = 3000): Promise<void> {
    if (!this.process.death) {
      // The end is what counts, not the answer: many kernels end before it is out.
      this.#send(this.#control, "shutdown_request", { restart: false }).done.catch(() => {});
      if (!(await this.process.endsWithin(graceMs))) await this.kill();
    }
    this.close();
  }

  /** Ends the kernel without asking. */
  kill(graceMs?: number): Promise<void> {
    return this.process.end(graceMs);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const channel of [this.#shell, this.#control, this.#iopub, this.#stdin]) channel.close();
  }
}
