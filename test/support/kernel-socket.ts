import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { WebSocket } from "ws";
import { type Json, newHeader } from "../../kernel-setup/jupyter/messages/message";
import {
  decodeFrame,
  encodeFrame,
  type Framed,
} from "../../kernel-setup/page/server/kernels/frames";

/** A page's end of a connection, in either home. */
export interface Wire {
  readonly protocol: string;
  send(data: string | Uint8Array): void;
  close(code?: number): void;
  /** Breaks off, without a word to the other end. */
  terminate(): void;
  onMessage(take: Take): void;
  readonly closed: Promise<{ code: number; reason: string }>;
}

type Take = (data: Buffer, isBinary: boolean) => void;

/** What is heard before somebody listens waits for them. */
export class Heard {
  #take: Take = (...message) => void this.#waiting.push(message);
  readonly #waiting: Parameters<Take>[] = [];

  say(data: Buffer, isBinary: boolean): void {
    this.#take(data, isBinary);
  }

  to(take: Take): void {
    this.#take = take;
    for (const message of this.#waiting.splice(0)) take(...message);
  }
}

/** A websocket to a server on this machine, once it is open. */
export class SocketWire implements Wire {
  readonly socket: WebSocket;
  readonly closed: Promise<{ code: number; reason: string }>;

  readonly #heard = new Heard();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.binaryType = "nodebuffer";
    socket.on("message", (data, isBinary) => this.#heard.say(data as Buffer, isBinary));
    this.closed = new Promise((resolve) => {
      socket.on("close", (code, reason) => resolve({ code, reason: String(reason) }));
    });
  }

  static async open(
    { port, token }: { port: number; token: string },
    path: string,
    protocol?: string,
  ): Promise<SocketWire> {
    const headers = { authorization: `token ${token}` };
    const protocols = protocol === undefined ? [] : [protocol];
    const wire = new SocketWire(
      new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers }),
    );
    await once(wire.socket, "open");
    return wire;
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  send(data: string | Uint8Array): void {
    this.socket.send(data);
  }

  close(code?: number): void {
    this.socket.close(code);
  }

  terminate(): void {
    this.socket.terminate();
  }

  onMessage(take: Take): void {
    this.#heard.to(take);
  }
}

/** A page's line to a kernel, which keeps all that it gets. */
export class KernelSocket {
  readonly wire: Wire;
  readonly session: string;
  readonly got: Framed[] = [];
  #look = () => {};

  private constructor(wire: Wire, session: string) {
    this.wire = wire;
    this.session = session;
    wire.onMessage((data, isBinary) => {
      this.got.push(decodeAny(data, isBinary, wire.protocol));
      this.#look();
    });
  }

  static async open(
    server: { connect(path: string, protocol?: string): Promise<Wire> },
    kernel: string,
    { protocol, session = randomUUID() }: { protocol?: string; session?: string } = {},
  ): Promise<KernelSocket> {
    const path = `/api/kernels/${kernel}/channels?session_id=${session}`;
    return new KernelSocket(await server.connect(path, protocol), session);
  }

  /** The websocket itself, of a server on this machine. */
  get socket(): WebSocket {
    return (this.wire as SocketWire).socket;
  }

  send(
    type: string,
    content: Json,
    channel: Framed["channel"] = "shell",
    buffers: Uint8Array[] = [],
  ) {
    const header = newHeader(type, this.session);
    const parts = { identities: [], header, parent_header: {}, metadata: {}, content, buffers };
    this.wire.send(encodeFrame({ channel, message: parts }, this.wire.protocol));
    return header.msg_id;
  }

  execute(code: string, more: Json = {}): string {
    return this.send("execute_request", { code, silent: false, allow_stdin: true, ...more });
  }

  /** The first message that fits, now or later. */
  async first(fits: (framed: Framed) => boolean, ms = 30_000): Promise<Framed> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        timer = setTimeout(() => {
          const types = this.got.map(({ message }) => message.header.msg_type).join(", ");
          reject(new Error(`expected a message that fits within ${ms} ms, but got ${types}`));
        }, ms);
        this.#look = () => {
          const found = this.got.find(fits);
          if (found) resolve(found);
        };
        this.#look();
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** The reply to a request. */
  async reply(id: string, ms?: number): Promise<Json> {
    const fits = ({ channel, message }: Framed) =>
      (channel === "shell" || channel === "control") && message.parent_header.msg_id === id;
    return (await this.first(fits, ms)).message.content;
  }

  /** Waits until the kernel is idle after a request. */
  async idle(id: string): Promise<void> {
    await this.first(
      ({ message }) =>
        message.parent_header.msg_id === id && message.content.execution_state === "idle",
    );
  }

  /** Waits for a status that the server itself tells, such as "dead". */
  status(state: string): Promise<Framed> {
    return this.first(({ message }) => message.content.execution_state === state);
  }

  /** The contents of the outputs of a request. */
  outputs(id: string, type: string): Json[] {
    return this.got
      .filter(
        ({ channel, message }) =>
          channel === "iopub" &&
          message.parent_header.msg_id === id &&
          message.header.msg_type === type,
      )
      .map(({ message }) => message.content);
  }

  /** Closes in order, as a page does that leaves. */
  async close(): Promise<void> {
    this.wire.close(1000);
    await this.wire.closed;
  }
}

/** A frame of a kernel or of a page: messages of the kernel come on iopub too, which no page may send on. */
export function decodeAny(data: Buffer, isBinary: boolean, protocol: string): Framed {
  if (isBinary && protocol !== "") {
    const channel = data.subarray(
      Number(data.readBigUInt64LE(8)),
      Number(data.readBigUInt64LE(16)),
    );
    if (channel.toString() !== "iopub") return decodeFrame(data, isBinary, protocol);
    // "stdin" is as long as "iopub".
    const copy = Buffer.from(data);
    copy.write("stdin", Number(data.readBigUInt64LE(8)));
    return { ...decodeFrame(copy, isBinary, protocol), channel: "iopub" };
  }
  const value = JSON.parse(data.toString()) as Framed["message"] & { channel: Framed["channel"] };
  return { channel: value.channel, message: value };
}
