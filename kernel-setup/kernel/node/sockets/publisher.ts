import type { Connection } from "../../../jupyter/messages/connection-file";
import { encode, type Header, type Json, newHeader } from "../../../jupyter/messages/message";
import type { Outbox } from "./outbox";

/** Sends iopub messages: what all front ends see. */
export class Publisher {
  readonly #outbox: Outbox;
  readonly #key: string;
  readonly #session: string;

  constructor(outbox: Outbox, connection: Connection, session: string) {
    this.#outbox = outbox;
    this.#key = connection.key;
    this.#session = session;
  }

  publish(
    msgType: string,
    content: Json,
    parent?: Header,
    { metadata = {}, buffers = [] }: { metadata?: Json; buffers?: Uint8Array[] } = {},
  ): void {
    const message = {
      // The topic; subscribers may choose by it.
      identities: [Buffer.from(`kernel.${this.#session}.${msgType}`)],
      header: newHeader(msgType, this.#session),
      parent_header: parent ?? {},
      metadata,
      content,
      buffers,
    };
    this.#outbox.send(encode(message, this.#key));
  }

  status(state: "starting" | "busy" | "idle", parent?: Header): void {
    this.publish("status", { execution_state: state }, parent);
  }
}
