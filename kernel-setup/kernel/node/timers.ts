import { promisify } from "node:util";
import type { Callback, CurrentCell } from "../cells/current-cell";

/** Node's own timers, kept before cells get theirs: the kernel's work belongs to no cell. */
export const nativeSetImmediate = setImmediate;
/** The timer itself: it belongs to no cell. */
export const nativeSetTimeout = setTimeout;

/** Gives cells timers and ticks that remember who set them. */
export function installTimers(current: CurrentCell): void {
  const { setTimeout, setInterval, setImmediate, queueMicrotask } = globalThis;
  const nextTick = process.nextTick;
  const wrap = <F extends Callback>(native: F): F =>
    ((callback: unknown, ...args: unknown[]) =>
      native(
        typeof callback === "function" ? current.bind(callback as Callback) : callback,
        ...args,
      )) as F;
  globalThis.setTimeout = withPromisify(wrap(setTimeout as Callback), setTimeout);
  globalThis.setImmediate = withPromisify(wrap(setImmediate as Callback), setImmediate);
  globalThis.setInterval = wrap(setInterval as Callback) as typeof setInterval;
  globalThis.queueMicrotask = wrap(queueMicrotask as Callback) as typeof queueMicrotask;
  process.nextTick = wrap(nextTick.bind(process) as Callback) as typeof nextTick;
}

/** `util.promisify(setTimeout)` has its own form, which has to be carried over. */
function withPromisify<F>(wrapped: Callback, native: F): F {
  const promisified = (native as Record<symbol, unknown>)[promisify.custom];
  return Object.assign(wrapped, { [promisify.custom]: promisified }) as F;
}
