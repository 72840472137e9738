import { availableParallelism, cpus, freemem, hostname, totalmem } from "node:os";
import type { Json, Message } from "../../../jupyter/messages/message";
import { DIAGNOSTICS_REQUEST } from "../../cells/messages";
import type { Publisher, Replier } from "./outbox";

/** Messages that were not let in, or that a front end missed. */
export interface Losses {
  dropped: number;
  lost: number;
}

/** Time that all processors together have worked and have had, in milliseconds. */
function hostTimes(): { busy: number; total: number } {
  let busy = 0;
  let total = 0;
  for (const { times } of cpus()) {
    const all = times.user + times.nice + times.sys + times.irq + times.idle;
    total += all;
    busy += all - times.idle;
  }
  return { busy, total };
}

/**
 * What the kernel uses of the machine, in the form of ipykernel's usage_reply, which JupyterLab
 * shows: percent of one processor since the last question, bytes of memory.
 */
export class Usage {
  #cpu = process.cpuUsage();
  #host = hostTimes();
  #at = performance.now();

  reply({ dropped, lost }: Losses): Json {
    const now = performance.now();
    const cpu = process.cpuUsage();
    const host = hostTimes();
    const elapsed = Math.max(now - this.#at, 1);
    const used = (cpu.user + cpu.system - this.#cpu.user - this.#cpu.system) / 1000;
    const hostElapsed = Math.max(host.total - this.#host.total, 1);
    const hostUsed = host.busy - this.#host.busy;
    this.#at = now;
    this.#cpu = cpu;
    this.#host = host;
    const total = totalmem();
    const available = freemem();
    return {
      hostname: hostname(),
      pid: process.pid,
      kernel_cpu: percent(used / elapsed),
      kernel_memory: process.memoryUsage.rss(),
      cpu_count: availableParallelism(),
      host_cpu_percent: percent(hostUsed / hostElapsed),
      host_virtual_memory: {
        total,
        available,
        used: total - available,
        free: available,
        percent: percent(1 - available / total),
      },
      // Not in ipykernel's reply.
      dropped_messages: dropped,
      lost_outputs: lost,
    };
  }
}

function percent(part: number): number {
  return Math.round(1000 * part) / 10;
}

interface Options {
  publisher: Publisher;
  replier: Replier;
  kernelInfo: Json;
  losses(): Losses;
  interrupt(): void;
  /** What is wrong with a cell. */
  diagnose(message: Message): Promise<Json>;
  /** Ends the kernel, once everything was sent. */
  shutDown(): void;
}

/** Requests on control: answered at once, also while a cell blocks its thread, which only diagnostics need. */
export class Control {
  readonly #options: Options;
  readonly #usage = new Usage();

  constructor(options: Options) {
    this.#options = options;
  }

  receive(message: Message): void {
    const { publisher, replier, kernelInfo, losses, interrupt, shutDown } = this.#options;
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

  /** Says that the kernel is busy when it is with this, not while a cell keeps it from that. */
  async #diagnose(message: Message): Promise<void> {
    const { publisher, replier, diagnose } = this.#options;
    const content = await diagnose(message);
    publisher.status("busy", message.header);
    replier.reply(message, content);
    publisher.status("idle", message.header);
  }
}
