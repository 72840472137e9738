import { availableParallelism, cpus, freemem, hostname, totalmem } from "node:os";
import type { Json } from "../../../jupyter/messages/message";

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
