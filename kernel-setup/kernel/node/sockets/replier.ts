import { encode, type Json, type Message, newHeader } from "../../../jupyter/messages/message";
import type { Outbox } from "./outbox";

/** Answers requests on the socket they came from. */
export class Replier {
  readonly #outbox: Outbox;
  readonly #key: string;
  readonly #session: string;

  constructor(outbox: Outbox, key: string, session: string) {
    this.#outbox = outbox;
    this.#key = key;
    this.#session = session;
  }

  /** Sends `content` as the reply; its type is the request's, with "reply" for "request". */
  reply(request: Message, content: Json): void {
    const msgType = request.header.msg_type.replace(/_request$/, "_reply");
    this.#outbox.send(
      encode(
        {
          identities: request.identities,
          header: newHeader(msgType, this.#session),
          parent_header: request.header,
          metadata: {},
          content,
          buffers: [],
        },
        this.#key,
      ),
    );
  }
}
