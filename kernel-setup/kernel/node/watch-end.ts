import { constants } from "node:os";
import { words } from "../../text/texts";
import { say } from "../cells/language";

/** Signals that end a process whatever it listens to, or that are sent to crash it. */
const FATAL = ["SIGKILL", "SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP"];

/** Signals that end a process unless it listens to them. */
const ENDING = ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK"];

/** Time that ZeroMQ gets to send what it was handed, in milliseconds: a signal does not wait for it. */
const SEND_MILLISECONDS = 150;

function waitForSending(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SEND_MILLISECONDS);
}

function nameOf(signal: string | number | undefined): string {
  if (typeof signal === "string") return signal;
  const entries = Object.entries(constants.signals);
  return entries.find(([, number]) => number === signal)?.[0] ?? (signal === 0 ? "" : "SIGTERM");
}

/**
 * Calls `onEnd` with the reason just before a cell ends the process: that is the last moment at
 * which something can be sent.
 */
export function watchEnd(onEnd: (reason: string) => void): void {
  const { abort, kill } = process;
  const ends = (call: string) => onEnd(say(words("kernel.endedWith", { call })));
  process.on("exit", (code) => ends(`process.exit(${code})`));
  process.abort = () => {
    ends("process.abort()");
    waitForSending();
    return abort();
  };
  process.kill = (pid, signal) => {
    const name = nameOf(signal);
    const listens = process.listenerCount(name) > 0;
    const isFatal = FATAL.includes(name) || (ENDING.includes(name) && !listens);
    if (pid === process.pid && isFatal) {
      ends(`process.kill(process.pid, "${name}")`);
      waitForSending();
    }
    return kill.call(process, pid, signal);
  };
}
