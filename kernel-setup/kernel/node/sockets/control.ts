import type { Json, Message } from "../../../jupyter/messages/message";
import type { Publisher } from "./publisher";
import type { Replier } from "./replier";
import { type Losses, Usage } from "./usage";

interface Options {
  publisher: Publisher;
  replier: Replier;
  kernelInfo: Json;
  losses(): Losses;
  interrupt(): void;
  /** Ends the kernel, once everything was sent. */
  shutDown(): void;
}

/** Requests on control: answered at once, also while a cell blocks its thread. */
export class Control {
  readonly #options: Options;
  readonly #usage = new Usage();

  constructor(options: Options) {
    this.#options = options;
  }

  receive(message: Message): void {
    const { publisher, replier, kernelInfo, losses, interrupt, shutDown } = this.#options;
    publisher.status("busy", message.header);
    switch (message.header.msg_type) {
      case "kernel_info_request":
        replier.reply(message, kernelInfo);
        break;
      case "usage_request":
        replier.reply(message, this.#usage.reply(losses()));
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
