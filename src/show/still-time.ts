import { setGlobal } from "./set-global";

const START = Date.UTC(2000, 0, 1);

/**
 * Takes chance and clock away from this thread: plotly.js takes ids from Math.random and may look at
 * the clock, and pictures must not depend on either.
 *
 * @returns sets both back to their beginning
 */
export function stopChanceAndClock(): () => void {
  let seed = 0;
  let now = 0;
  const rewind = () => {
    seed = 1;
    now = START;
  };
  rewind();
  Math.random = () => {
    seed = (seed * 48271) % 0x7fffffff; // Lehmer's generator
    return seed / 0x7fffffff;
  };
  // Each look moves the clock on, since some loops wait for it.
  const tick = () => now++;
  setGlobal(
    "Date",
    class extends Date {
      constructor(...parts: unknown[]) {
        super(...((parts.length > 0 ? parts : [tick()]) as [number]));
      }
      static override now = tick;
    },
  );
  return rewind;
}
