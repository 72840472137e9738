import { randomUUID } from "node:crypto";
import type { Json } from "../../jupyter/messages/message";
import type { CellRequest, CommType } from "../node/bridge/messages";
import { Comm, type CommMessage, type CommMessageOptions, type SendComm } from "./comm";
import { WIDGET_TARGETS } from "./widget-comms";

type OpenHandler = (comm: Comm, message: CommMessage) => unknown;

/** What cells know as `comms`: all open lines to the page, and who takes new ones. */
export class Comms {
  readonly #send: SendComm;
  readonly #targets = new Map<string, OpenHandler>();
  readonly #open = new Map<string, Comm>();

  constructor(send: SendComm) {
    this.#send = send;
  }

  register(target: string, onOpen: OpenHandler): void {
    if (typeof onOpen !== "function") {
      throw new TypeError(`comms.register: expected a function, but got ${typeof onOpen}`);
    }
    this.#targets.set(target, onOpen);
  }

  unregister(target: string): void {
    this.#targets.delete(target);
  }

  open(target: string, data: Json = {}, options?: CommMessageOptions): Comm {
    const comm = this.#add(randomUUID(), target);
    this.#send("comm_open", { comm_id: comm.id, target_name: target, data }, options);
    return comm;
  }

  /** Handles a message of the page; returns what the handler returns, perhaps a promise. */
  receive({ msgType, content, metadata, buffers }: CellRequest): unknown {
    const id = String(content.comm_id);
    const message = { data: asJson(content.data), metadata, buffers };
    if (msgType === "comm_open") return this.#welcome(id, String(content.target_name), message);
    // Messages to a comm that was closed meanwhile go nowhere.
    return this.#open.get(id)?.receive(msgType as CommType, message);
  }

  #welcome(id: string, target: string, message: CommMessage): unknown {
    const handler = this.#targets.get(target) ?? WIDGET_TARGETS.get(target);
    if (handler === undefined) {
      // The page learns that nobody is there.
      this.#send("comm_close", { comm_id: id, data: {} });
      return undefined;
    }
    const comm = this.#add(id, target);
    try {
      return handler(comm, message);
    } catch (error) {
      comm.close();
      throw error;
    }
  }

  #add(id: string, target: string): Comm {
    const comm = new Comm(id, target, this.#send, () => this.#open.delete(id));
    this.#open.set(id, comm);
    return comm;
  }
}

function asJson(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}
