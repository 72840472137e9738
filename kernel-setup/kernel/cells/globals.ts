import type { Comms } from "./comms";
import type { Displays } from "./display";
import type { Input } from "./input";

interface Parts {
  displays: Displays;
  input: Input;
  comms: Comms;
}

/**
 * Gives cells what ../globals/tslab-cells/index.d.cts declares. Libraries, which cannot know whether
 * they run in this kernel, find the two they need by symbol.
 */
export function installGlobals({ displays, input, comms }: Parts): void {
  const values: Record<string | symbol, unknown> = {
    display: displays.display,
    clearOutput: displays.clearOutput,
    prompt: input.prompt,
    comms,
    [Symbol.for("tslab.display")]: displays.displayBundle,
    [Symbol.for("tslab.clearOutput")]: displays.clearOutput,
  };
  for (const key of Reflect.ownKeys(values)) {
    const value = values[key];
    Object.defineProperty(globalThis, key, { value, writable: true, configurable: true });
  }
}
