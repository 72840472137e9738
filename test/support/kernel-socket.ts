import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { WebSocket } from "ws";
import { type Json, newHeader } from "../../kernel-setup/jupyter/messages/message";
import {
  decodeFrame,
  encodeFrame,
  type Framed,
} from "../../kernel-setup/page/server/kernels/frames";
import type { TestServer } from "./notebook-server";

/** A page's websocket to a kernel, which keeps all that it gets. */
export class KernelSocket {
  readonly socket: WebSocket;
  readonly session: string;
  readonly got: Framed[] = [];
  #look = () => {};

  private constructor(socket: WebSocket, session: string) {
    this.socket = socket;
    this.session = session;
    socket.binaryType = "nodebuffer";
    socket.on("message", (data, isBinary) => {
      this.got.push(decodeAny(data as Buffer, isBinary, socket.protocol));
      this.#look();
    });
  }

  static async open(
    server: TestServer,
    kernel: string,
    { protocol, session = randomUUID() }: { protocol?: string; session?: string } = {},
  ): Promise<KernelSocket> {
    const { port, token } = server.running;
    const url = `ws://127.0.0.1:${port}/api/kernels/${kernel}/channels?session_id=${session}`;
    const headers = { authorization: `token ${token}` };
    const socket = new WebSocket(url, protocol === undefined ? [] : [protocol], { headers });
    const opened = new KernelSocket(socket, session);
    await once(socket, "open");
    return opened;
  }

  send(
    type: string,
    content: Json,
    channel: Framed["channel"] = "shell",
    buffers: Uint8Array[] = [],
  ) {
    const header = newHeader(type, this.session);
    const parts = { identities: [], header, parent_header: {}, metadata: {}, content, buffers };
    this.socket.send(encodeFrame({ channel, message: parts }, this.socket.protocol));
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
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.socket, "close");
    this.socket.close(1000);
    await closed;
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
