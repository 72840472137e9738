import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as zmq from "zeromq";
import { type Connection, endpoint } from "../../kernel-setup/jupyter/messages/connection-file";
import { type Json, type Message, newHeader } from "../../kernel-setup/jupyter/messages/message";
import { decode, encode } from "../../kernel-setup/jupyter/messages/wire";
import { executeContent } from "./execute-content";

/** The kernel's program. */
export const MAIN = join(__dirname, "..", "..", "kernel-setup", "kernel", "main.js");

/** All that one request brought: its iopub messages up to idle, and the reply. */
export interface Answer {
  id: string;
  reply: Json;
  messages: Message[];
}

/** Frees five ports at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Server>((resolve) => {
          const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

export async function makeConnection(): Promise<Connection> {
  const [shell_port, control_port, iopub_port, stdin_port, hb_port] = await freePorts(5);
  return {
    transport: "tcp",
    ip: "127.0.0.1",
    shell_port,
    control_port,
    iopub_port,
    stdin_port,
    hb_port,
    key: randomUUID(),
    signature_scheme: "hmac-sha256",
  };
}

interface StartOptions {
  /** The notebook's folder. */
  cwd?: string;
  /** What runs in place of Node. */
  program?: string;
  /** Its arguments, for another kernel than ours. */
  command?: (file: string) => string[];
  /** Whether it heads a group of processes, as under Jupyter. */
  detached?: boolean;
  /** Where the connection file lies, or will; it stays, for the next kernel. */
  folder?: string;
}

/** A kernel process with plain sockets to it: tests see the very messages. */
export class RawKernel {
  readonly connection: Connection;
  readonly process: ChildProcess;
  readonly session = randomUUID();
  // The kernel sends its questions to the identity that asked it to execute: shell's and stdin's are one.
  readonly shell = new zmq.Dealer({ linger: 0, routingId: this.session });
  readonly stdin = new zmq.Dealer({ linger: 0, routingId: this.session });
  readonly control = new zmq.Dealer({ linger: 0 });
  readonly hb = new zmq.Request({ linger: 0 });
  /** The iopub messages so far that belong to no request. */
  get unowned(): Message[] {
    return this.messagesOf("");
  }
  /** What the process itself wrote to its stderr. */
  stderr = "";
  readonly #iopub = new zmq.Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  readonly #folder: string | undefined;
  readonly #questions: Message[] = [];
  readonly #replies = new Map<string, Message>();
  readonly #messages = new Map<string, Message[]>();
  readonly #idle = new Set<string>();
  #changed: (() => void)[] = [];

  private constructor(connection: Connection, process: ChildProcess, folder: string | undefined) {
    this.connection = connection;
    this.process = process;
    this.#folder = folder;
  }

  /** Starts a kernel and waits until it answers. */
  static async start(options: StartOptions = {}): Promise<RawKernel> {
    for (let tries = 1; ; tries++) {
      try {
        return await RawKernel.#start(options);
      } catch (error) {
        // Another program may take a port that was free a moment ago.
        if (tries === 3 || !/Address already in use/.test(String(error))) throw error;
      }
    }
  }

  static async #start({
    cwd = process.cwd(),
    program = process.execPath,
    command = (file) => [MAIN, file],
    detached = false,
    folder,
  }: StartOptions): Promise<RawKernel> {
    const own = folder === undefined ? mkdtempSync(join(tmpdir(), "raw-kernel-")) : undefined;
    const file = join(folder ?? own ?? "", "connection.json");
    const connection: Connection = existsSync(file)
      ? JSON.parse(readFileSync(file, "utf8"))
      : await makeConnection();
    writeFileSync(file, JSON.stringify(connection));
    const child = spawn(program, command(file), {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      detached,
    });
    const kernel = new RawKernel(connection, child, own);
    child.stderr?.on("data", (chunk: Buffer) => {
      kernel.stderr += chunk.toString();
    });
    kernel.#connect();
    // Its own iopub messages show that the subscription has arrived.
    for (let answered = false; !answered; ) {
      const id = await kernel.send("kernel_info_request", {});
      answered = await kernel
        .until(() => kernel.isIdle(id), 500)
        .then(
          () => true,
          () => false,
        );
      if (child.exitCode !== null) {
        await kernel.stop();
        rmSync(file, { force: true });
        throw new Error(`kernel ended: ${kernel.stderr}`);
      }
    }
    return kernel;
  }

  #connect(): void {
    this.#iopub.connect(endpoint(this.connection, "iopub"));
    this.#iopub.subscribe();
    this.shell.connect(endpoint(this.connection, "shell"));
    this.stdin.connect(endpoint(this.connection, "stdin"));
    this.control.connect(endpoint(this.connection, "control"));
    this.hb.connect(endpoint(this.connection, "hb"));
    void this.#read(this.#iopub, (message) => this.#keep(message));
    const keep = (message: Message) =>
      this.#replies.set(message.parent_header.msg_id ?? "", message);
    void this.#read(this.shell, keep);
    void this.#read(this.control, keep);
    void this.#read(this.stdin, (message) => this.#questions.push(message));
  }

  #keep(message: Message): void {
    const id = message.parent_header.msg_id ?? "";
    const messages = this.#messages.get(id) ?? [];
    if (messages.push(message) === 1) this.#messages.set(id, messages);
    if (message.content.execution_state === "idle") this.#idle.add(id);
  }

  async #read(
    socket: AsyncIterable<Uint8Array[]>,
    receive: (message: Message) => void,
  ): Promise<void> {
    for await (const frames of socket) {
      receive(decode(frames, this.connection.key));
      for (const resolve of this.#changed.splice(0)) resolve();
    }
  }

  /** Resolves when `condition` holds; it is asked again at each message. */
  async until(condition: () => boolean, milliseconds = 45_000): Promise<void> {
    const end = Date.now() + milliseconds;
    while (!condition()) {
      const left = end - Date.now();
      if (left <= 0) throw new Error(`until: waited ${milliseconds} ms in vain for ${condition}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 50));
        this.#changed.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Sends a request and returns its id at once. */
  async send(
    msgType: string,
    content: Json,
    channel: "shell" | "control" | "stdin" = "shell",
    extras: Partial<Message> = {},
  ): Promise<string> {
    const header = newHeader(msgType, this.session);
    const message = {
      identities: [],
      header,
      parent_header: {},
      metadata: {},
      content,
      buffers: [],
      ...extras,
    };
    await this[channel].send(encode(message, this.connection.key));
    return header.msg_id;
  }

  /** The kernel's next question to the reader. */
  async question(): Promise<Message> {
    await this.until(() => this.#questions.length > 0);
    return this.#questions.shift() as Message;
  }

  /** Answers a question, as a front end that names it or as one that does not. */
  async reply(value: string, question?: Message): Promise<void> {
    const parent_header = question?.header ?? {};
    await this.send("input_reply", { status: "ok", value }, "stdin", { parent_header });
  }

  messagesOf(id: string): Message[] {
    return this.#messages.get(id) ?? [];
  }

  isIdle(id: string): boolean {
    return this.#replies.has(id) && this.#idle.has(id);
  }

  /** The reply to a request and everything it brought. */
  async answer(id: string, milliseconds?: number): Promise<Answer> {
    await this.until(() => this.isIdle(id), milliseconds);
    const reply = this.#replies.get(id)?.content ?? {};
    return { id, reply, messages: this.messagesOf(id) };
  }

  async request(
    msgType: string,
    content: Json,
    channel: "shell" | "control" = "shell",
  ): Promise<Answer> {
    return this.answer(await this.send(msgType, content, channel));
  }

  sendCell(code: string, options: Json = {}): Promise<string> {
    return this.send("execute_request", executeContent(code, options));
  }

  /** Resolves when a cell has printed this. */
  async printed(id: string, text: string): Promise<void> {
    await this.until(() => streamText(this.messagesOf(id)).includes(text));
  }

  /** Runs a cell; one that the kernel does not even begin, after a failing one, is an error. */
  async run(code: string, options: Json = {}, milliseconds?: number): Promise<Answer> {
    const answer = await this.answer(await this.sendCell(code, options), milliseconds);
    if (answer.reply.status === "aborted") {
      throw new Error(`run: expected the cell to be run, but it was aborted: ${code}`);
    }
    return answer;
  }

  /** Whether the process has ended. */
  get ended(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Ends the process, if it still runs, and closes everything. */
  async stop(): Promise<void> {
    const ended = this.ended
      ? Promise.resolve()
      : new Promise((resolve) => this.process.once("exit", resolve));
    if (!this.ended) this.process.kill("SIGKILL");
    await ended;
    for (const socket of [this.shell, this.control, this.stdin, this.hb, this.#iopub])
      socket.close();
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The texts of one stream, joined. */
export function streamText(messages: Message[], name: "stdout" | "stderr" = "stdout"): string {
  return messages
    .filter(({ header, content }) => header.msg_type === "stream" && content.name === name)
    .map(({ content }) => content.text)
    .join("");
}

/** The contents of all messages of one type. */
export function contentsOf(messages: Message[], msgType: string): Json[] {
  return messages.filter(({ header }) => header.msg_type === msgType).map(({ content }) => content);
}

/** The text/plain of a cell's value, or undefined. */
export function resultText(messages: Message[]): string | undefined {
  const [result] = contentsOf(messages, "execute_result");
  return result && (result.data as Record<string, string>)["text/plain"];
}
