import type { Callback, CurrentCell } from "../cells/current-cell";

/** Gives cells timers that remember who set them. */
export function installTimers(current: CurrentCell): void {
  const { setTimeout, setInterval, queueMicrotask } = globalThis;
  const wrap = <F extends Callback>(native: F): F =>
    ((callback: unknown, ...args: unknown[]) =>
      native(
        typeof callback === "function" ? current.bind(callback as Callback) : callback,
        ...args,
      )) as F;
  globalThis.setTimeout = wrap(setTimeout as Callback) as typeof setTimeout;
  globalThis.setInterval = wrap(setInterval as Callback) as typeof setInterval;
  globalThis.queueMicrotask = wrap(queueMicrotask as Callback) as typeof queueMicrotask;
}
