import type { Json } from "../../jupyter/messages/message";
import type { CommType } from "../node/bridge/messages";

/** What came from the page through a comm. */
export interface CommMessage {
  data: Json;
  metadata: Json;
  buffers: Uint8Array[];
}

export interface CommMessageOptions {
  metadata?: Json;
  buffers?: (ArrayBuffer | ArrayBufferView)[];
}

export type CommHandler = (message: CommMessage) => unknown;

/** Sends one of a comm's messages to the page. */
export type SendComm = (msgType: CommType, content: Json, options?: CommMessageOptions) => void;

/** A line between cells and a piece of the page, open until one side closes it. */
export class Comm {
  readonly id: string;
  readonly target: string;
  readonly #send: SendComm;
  readonly #onClosed: () => void;
  #isOpen = true;
  #messageHandler: CommHandler | undefined;
  #closeHandler: CommHandler | undefined;

  constructor(id: string, target: string, send: SendComm, onClosed: () => void) {
    this.id = id;
    this.target = target;
    this.#send = send;
    this.#onClosed = onClosed;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  send(data: Json = {}, options?: CommMessageOptions): void {
    if (!this.#isOpen) {
      throw new Error(`Comm.send: expected an open comm, but this one to ${this.target} is closed`);
    }
    this.#send("comm_msg", { comm_id: this.id, data }, options);
  }

  onMessage(handler: CommHandler): void {
    this.#messageHandler = handler;
  }

  onClose(handler: CommHandler): void {
    this.#closeHandler = handler;
  }

  close(data: Json = {}, options?: CommMessageOptions): void {
    if (!this.#isOpen) return;
    this.#markClosed();
    this.#send("comm_close", { comm_id: this.id, data }, options);
  }

  /** Takes a message of the page; returns what the handler returns. */
  receive(msgType: CommType, message: CommMessage): unknown {
    if (msgType === "comm_msg") return this.#messageHandler?.(message);
    this.#markClosed();
    return this.#closeHandler?.(message);
  }

  #markClosed(): void {
    this.#isOpen = false;
    this.#onClosed();
  }
}
