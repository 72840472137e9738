import type { WebSocket } from "ws";
import type { Line } from "../../server/home";

/** A websocket as the server sees it. */
export class SocketLine implements Line {
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    // A frame that breaks the protocol; ws closes the connection itself.
    socket.on("error", () => {});
  }

  get protocol(): string {
    return this.#socket.protocol;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  get unread(): number {
    return this.#socket.bufferedAmount;
  }

  send(data: string | Uint8Array): void {
    this.#socket.send(data);
  }

  close(code: number, reason?: string): void {
    this.#socket.close(code, reason);
  }

  onMessage(take: (data: Uint8Array, isBinary: boolean) => void): void {
    this.#socket.on("message", (data, isBinary) => {
      const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
      take(bytes, isBinary);
    });
  }

  onClose(take: (code: number) => void): void {
    this.#socket.on("close", take);
  }
}
