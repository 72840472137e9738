import type { Dealer, Subscriber } from "zeromq";
import { MESSAGE_LEVELS } from "../messages/json-depth";
import type { Message } from "../messages/message";
import { DepthError, decode, encode, WireError } from "../messages/wire";

/** One ZeroMQ socket: sends messages one after the other and hands over each that comes. */
export class Channel {
  readonly #socket: Dealer | Subscriber;
  readonly #key: string;
  #sent: Promise<void> = Promise.resolve();
  /** Kept once the kernel's end has answered: before, what the kernel sends here is lost. */
  readonly connected: Promise<void>;

  constructor(
    socket: Dealer | Subscriber,
    address: string,
    key: string,
    onMessage: (message: Message) => void,
    onFailure: (error: Error) => void,
  ) {
    this.#socket = socket;
    this.#key = key;
    // Nothing that waits in a queue is worth keeping this process alive after close().
    socket.linger = 0;
    this.connected = new Promise((resolve) => {
      socket.events.on("handshake", () => resolve());
    });
    socket.connect(address);
    this.#receive(onMessage).catch(onFailure);
  }

  async #receive(onMessage: (message: Message) => void): Promise<void> {
    for await (const frames of this.#socket) {
      let message: Message;
      try {
        message = decode(frames, this.#key);
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        // What was not signed with this kernel's key is not from this kernel.
        if (!(error instanceof DepthError)) continue;
        message = leftOut(error);
      }
      onMessage(message);
    }
  }

  /** Sends one message; a ZeroMQ socket takes the next only after this one. */
  send(message: Message): Promise<void> {
    const frames = encode(message, this.#key);
    const sending = this.#sent.then(() => (this.#socket as Dealer).send(frames));
    this.#sent = sending.catch(() => {});
    return sending;
  }

  close(): void {
    this.#socket.close();
  }
}

/** Stands where a message was that is nested too deep: nothing goes without a word. */
function leftOut({ header, parent_header }: DepthError): Message {
  const text = `What the kernel sent here (${header.msg_type}) was left out: its lists and objects lie in each other more than ${MESSAGE_LEVELS} levels deep.`;
  const isReply = header.msg_type.endsWith("_reply");
  const content = isReply
    ? { status: "error", ename: "DepthError", evalue: text, traceback: [text] }
    : { name: "stderr", text: `${text}\n` };
  return {
    identities: [],
    header: isReply ? header : { ...header, msg_type: "stream" },
    parent_header,
    metadata: {},
    content,
    buffers: [],
  };
}
