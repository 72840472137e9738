import type { Comms } from "./comms";
import type { Displays } from "./display";
import type { Input } from "./input";
import { provideModule } from "./module-paths";

/** What tslab's own `display` calls. */
type TslabDisplay = (
  content: { data: object; metadata: Record<string, unknown>; transient: { display_id?: string } },
  update: boolean | undefined,
) => void;

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
  // All that tslab's package for cells needs of its protocol side, which takes a while to load.
  const lastWriteDisplayData: TslabDisplay = ({ data, metadata, transient }, update) =>
    displays.displayBundle(data, {
      metadata,
      update: update ?? false,
      displayId: transient.display_id,
    });
  provideModule(require.resolve("tslab/dist/jupyter"), { lastWriteDisplayData });
}
