import { utf8 } from "../../server/bytes";
import type { Line } from "../../server/home";
import { V1 } from "../../server/kernels/frames";

/** The states of a websocket. */
const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3];

/** The codes of a websocket's end (RFC 6455): without a code, and broken. */
const [NO_CODE, BROKEN] = [1005, 1006];

/** What a websocket tells of its end. */
export interface SocketClosed {
  code: number;
  reason: string;
  wasClean: boolean;
}

type Data = string | ArrayBuffer | ArrayBufferView;

/**
 * A websocket to a server in the same page, with as much of `WebSocket` as Jupyter's client uses. The
 * server has the other end of it. As with a real one, nothing is heard before the call that said it is over.
 */
export class PageSocket {
  readonly protocol: string;
  binaryType: "blob" | "arraybuffer" = "arraybuffer";
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string | ArrayBuffer }) => void) | null = null;
  onerror: (() => void) | null = null;
  onclose: ((event: SocketClosed) => void) | null = null;
  #state = CONNECTING;
  #unread = 0;
  #take: (data: Uint8Array, isBinary: boolean) => void = () => {};
  #ended: (code: number) => void = () => {};

  /** @param serve Takes the server's end, or throws when there is nobody at this address. */
  constructor(protocols: string | string[] | undefined, serve: (line: Line) => void) {
    this.protocol = [protocols ?? []].flat().includes(V1) ? V1 : "";
    queueMicrotask(() => {
      if (this.#state !== CONNECTING) return;
      this.#state = OPEN;
      try {
        // First: what the page says when it hears of it has somebody to take it.
        serve(this.#line);
      } catch {
        this.onerror?.();
        this.#end(BROKEN, "");
        return;
      }
      this.onopen?.();
    });
  }

  get readyState(): number {
    return this.#state;
  }

  send(data: Data): void {
    if (this.#state === CONNECTING) {
      throw new DOMException(
        "send: expected an open socket, but it opens only.",
        "InvalidStateError",
      );
    }
    if (this.#state !== OPEN) return;
    const isBinary = typeof data !== "string";
    // A copy: who sends may write over it.
    const bytes = isBinary ? bytesOf(data).slice() : utf8(data);
    queueMicrotask(() => {
      if (this.#state !== CLOSED) this.#take(bytes, isBinary);
    });
  }

  close(code = NO_CODE, reason = ""): void {
    if (this.#state >= CLOSING) return;
    this.#state = CLOSING;
    queueMicrotask(() => this.#end(code, reason));
  }

  #end(code: number, reason: string): void {
    if (this.#state === CLOSED) return;
    this.#state = CLOSED;
    this.#ended(code);
    this.onclose?.({ code, reason, wasClean: code !== BROKEN });
  }

  get #line(): Line {
    const socket = this;
    return {
      protocol: this.protocol,
      get isOpen() {
        return socket.#state === OPEN;
      },
      get unread() {
        return socket.#unread;
      },
      send(data) {
        if (socket.#state !== OPEN) return;
        const size = data.length;
        const heard = typeof data === "string" ? data : bufferOf(data);
        socket.#unread += size;
        queueMicrotask(() => {
          socket.#unread -= size;
          if (socket.#state !== CLOSED) socket.onmessage?.({ data: heard });
        });
      },
      close: (code, reason) => this.close(code, reason),
      onMessage: (take) => {
        this.#take = take;
      },
      onClose: (take) => {
        this.#ended = take;
      },
    };
  }
}

const bytesOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
