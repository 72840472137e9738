import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Dealer, Subscriber } from "zeromq";
import {
  type ConnectionFile,
  writeConnectionFile,
} from "../../../kernel-setup/jupyter/client/connection";
import { endpoint } from "../../../kernel-setup/jupyter/messages/connection-file";
import { type Json, type Message, newHeader } from "../../../kernel-setup/jupyter/messages/message";
import { decode, encode } from "../../../kernel-setup/jupyter/messages/wire";
import { treeMemory } from "../../support/process-memory";
import { inProject } from "../../support/project";
import type { Contender } from "./contenders";

/** How soon a socket is tried again that is not bound yet, in ms: ZeroMQ's 100 would hide differences. */
const RETRY = 5;

/** When no more output has come for so long, none will, in ms. */
const SILENCE = 1500;

/** A kernel process, asked with as little in between as can be. */
export class MeasuredKernel {
  readonly #spawned = performance.now();
  readonly #process: ChildProcess;
  readonly #file: ConnectionFile;
  readonly #session = randomUUID();
  readonly #shell = new Dealer({ linger: 0, reconnectInterval: RETRY });
  readonly #iopub = new Subscriber({
    linger: 0,
    reconnectInterval: RETRY,
    receiveHighWaterMark: 0,
  });
  readonly #waiting = new Map<string, (message: Message) => void>();
  #lines = 0;
  #lastOutput = 0;

  private constructor(file: ConnectionFile, { argv, env }: Contender) {
    this.#file = file;
    const [command, ...args] = argv.map((arg) => arg.replace("{connection_file}", file.path));
    this.#process = spawn(command, args, {
      // Where a lesson's cells run.
      cwd: inProject("notebooks", "en"),
      env: { ...process.env, ...env },
      stdio: "ignore",
      // A group of its own, which ends as one.
      detached: process.platform !== "win32",
    });
    this.#shell.connect(endpoint(file.connection, "shell"));
    this.#iopub.connect(endpoint(file.connection, "iopub"));
    this.#iopub.subscribe();
    void this.#readShell();
    void this.#readIopub();
  }

  static async start(contender: Contender): Promise<MeasuredKernel> {
    return new MeasuredKernel(await writeConnectionFile(contender.name), contender);
  }

  async #readShell(): Promise<void> {
    for await (const frames of this.#shell) {
      const message = decode(frames, this.#file.connection.key);
      this.#waiting.get(message.parent_header.msg_id ?? "")?.(message);
    }
  }

  async #readIopub(): Promise<void> {
    for await (const frames of this.#iopub) {
      const { header, content } = decode(frames, this.#file.connection.key);
      this.#lastOutput = performance.now();
      if (header.msg_type !== "stream") continue;
      for (const character of String(content.text)) if (character === "\n") this.#lines++;
    }
  }

  /** Sends a request. @returns the reply's content; its time is the caller's to take */
  async ask(msgType: string, content: Json, seconds: number): Promise<Json> {
    const header = newHeader(msgType, this.#session);
    const rest = { identities: [], parent_header: {}, metadata: {}, buffers: [] };
    const reply = new Promise<Message>((resolve) => this.#waiting.set(header.msg_id, resolve));
    await this.#shell.send(encode({ ...rest, header, content }, this.#file.connection.key));
    const cancel = new AbortController();
    const late = sleep(seconds * 1000, undefined, { signal: cancel.signal }).catch(() => {});
    const message = await Promise.race([reply, late]);
    cancel.abort();
    this.#waiting.delete(header.msg_id);
    if (message === undefined) throw new Error(`${msgType}: no reply within ${seconds} s`);
    return message.content;
  }

  /** Milliseconds since the process was begun. */
  get age(): number {
    return performance.now() - this.#spawned;
  }

  /** Runs a cell. @returns the milliseconds until its reply */
  async run(code: string, seconds = 30): Promise<number> {
    const start = performance.now();
    const content = { code, silent: false, store_history: true, user_expressions: {} };
    const reply = await this.ask("execute_request", { ...content, allow_stdin: false }, seconds);
    if (reply.status !== "ok") {
      throw new Error(`expected the cell to succeed, but got ${JSON.stringify(reply)}:\n${code}`);
    }
    return performance.now() - start;
  }

  /** Asks what is wrong with a cell. @returns the milliseconds until the reply */
  async diagnose(code: string, seconds = 30): Promise<number> {
    const start = performance.now();
    const { diagnostics } = await this.ask("backprop_diagnostics_request", { code }, seconds);
    if ((diagnostics as unknown[] | undefined)?.length !== 1) {
      throw new Error(`expected one error, but got ${JSON.stringify(diagnostics)}`);
    }
    return performance.now() - start;
  }

  /** Runs a cell that prints. @returns how many lines have come, and the milliseconds until the last */
  async print(
    code: string,
    lines: number,
    seconds: number,
  ): Promise<{ lines: number; ms: number }> {
    const start = performance.now();
    this.#lines = 0;
    await this.run(code, seconds);
    let end = performance.now();
    while (this.#lines < lines && performance.now() - Math.max(end, this.#lastOutput) < SILENCE) {
      await sleep(5);
    }
    end = Math.max(end, this.#lastOutput);
    return { lines: this.#lines, ms: end - start };
  }

  /** Megabytes of the process and its children. */
  get memory(): number {
    return treeMemory(this.#process.pid ?? 0);
  }

  async stop(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#process;
    if (pid !== undefined && exitCode === null && signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once("exit", resolve));
      if (process.platform === "win32") this.#process.kill("SIGKILL");
      else process.kill(-pid, "SIGKILL");
      await ended;
    }
    this.#shell.close();
    this.#iopub.close();
    this.#file.release();
  }
}
