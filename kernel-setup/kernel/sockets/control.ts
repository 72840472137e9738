import type { Json, Message } from "../../wire/message";
import type { Publisher } from "./publisher";
import type { Replier } from "./replier";

interface Options {
  publisher: Publisher;
  replier: Replier;
  kernelInfo: Json;
  interrupt(): void;
  /** Ends the kernel, once everything was sent. */
  shutDown(): void;
}

/** Requests on control: answered at once, also while a cell blocks its thread. */
export class Control {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  receive(message: Message): void {
    const { publisher, replier, kernelInfo, interrupt, shutDown } = this.#options;
    publisher.status("busy", message.header);
    switch (message.header.msg_type) {
      case "kernel_info_request":
        replier.reply(message, kernelInfo);
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
}
