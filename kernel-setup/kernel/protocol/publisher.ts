import { type Header, type Json, type Message, newHeader } from "../../jupyter/messages/message";

/** Takes a message on its way, behind those that it got before. */
export type Send = (message: Message) => void;

const encoder = new TextEncoder();

/** Sends iopub messages: what all front ends see. */
export class Publisher {
  readonly #send: Send;
  readonly #session: string;

  constructor(send: Send, session: string) {
    this.#send = send;
    this.#session = session;
  }

  publish(
    msgType: string,
    content: Json,
    parent?: Header,
    { metadata = {}, buffers = [] }: { metadata?: Json; buffers?: Uint8Array[] } = {},
  ): void {
    this.#send({
      // The topic; subscribers may choose by it.
      identities: [encoder.encode(`kernel.${this.#session}.${msgType}`)],
      header: newHeader(msgType, this.#session),
      parent_header: parent ?? {},
      metadata,
      content,
      buffers,
    });
  }

  status(state: "starting" | "busy" | "idle", parent?: Header): void {
    this.publish("status", { execution_state: state }, parent);
  }
}

/** Answers requests on the channel they came from. */
export class Replier {
  readonly #send: Send;
  readonly #session: string;

  constructor(send: Send, session: string) {
    this.#send = send;
    this.#session = session;
  }

  /** Sends `content` as the reply; its type is the request's, with "reply" for "request". */
  reply(request: Message, content: Json): void {
    this.#send({
      identities: request.identities,
      header: newHeader(request.header.msg_type.replace(/_request$/, "_reply"), this.#session),
      parent_header: request.header,
      metadata: {},
      content,
      buffers: [],
    });
  }
}
