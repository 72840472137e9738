import type { Json, Message } from "../../jupyter/messages/message";
import { DIAGNOSTICS_REQUEST } from "../cells/messages";
import type { Publisher, Replier } from "./publisher";

interface Options {
  publisher: Publisher;
  replier: Replier;
  kernelInfo: Json;
  /** What the kernel uses of the machine, as ipykernel's usage_reply says it. */
  usage(): Json;
  interrupt(): void;
  /** What is wrong with a cell. */
  diagnose(message: Message): Promise<Json>;
  /** Ends the kernel, once everything was sent. */
  shutDown(): void;
}

/** Requests on control: answered at once, also while a cell blocks its thread, which only diagnostics need. */
export class Control {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  receive(message: Message): void {
    const { publisher, replier, kernelInfo, usage, interrupt, shutDown } = this.#options;
    if (message.header.msg_type === DIAGNOSTICS_REQUEST) {
      void this.#diagnose(message);
      return;
    }
    publisher.status("busy", message.header);
    switch (message.header.msg_type) {
      case "kernel_info_request":
        replier.reply(message, kernelInfo);
        break;
      case "usage_request":
        replier.reply(message, usage());
        break;
      case "interrupt_request":
        interrupt();
        replier.reply(message, { status: "ok" });
        break;
      case "shutdown_request": {
        const content = { status: "ok", restart: message.content.restart === true };
        replier.reply(message, content);
        // Other front ends of this kernel learn of it too.
        publisher.publish("shutdown_reply", content, message.header);
        break;
      }
    }
    publisher.status("idle", message.header);
    if (message.header.msg_type === "shutdown_request") shutDown();
  }

  /** Says that the kernel is busy when it is with this, not while a cell keeps it from that. */
  async #diagnose(message: Message): Promise<void> {
    const { publisher, replier, diagnose } = this.#options;
    const content = await diagnose(message);
    publisher.status("busy", message.header);
    replier.reply(message, content);
    publisher.status("idle", message.header);
  }
}
