import { Script } from "node:vm";

const SLOT = Symbol.for("backprop.judging");
const runSlot = new Script(`globalThis[Symbol.for("backprop.judging")]()`);

/**
 * Runs something for so long at most. Only a script of node:vm can be stopped from outside while it
 * runs, hence the global slot.
 *
 * @param limit in milliseconds
 * @returns whether it has ended by itself
 * @throws what it throws
 */
export function withinTime(limit: number, run: () => void): boolean {
  const slots = globalThis as { [SLOT]?: () => void };
  slots[SLOT] = run;
  try {
    runSlot.runInThisContext({ timeout: limit });
    return true;
  } catch (thrown) {
    const stopped =
      thrown instanceof Error && "code" in thrown && thrown.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    if (!stopped) throw thrown;
    return false;
  } finally {
    delete slots[SLOT];
  }
}
