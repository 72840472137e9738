import type { Json } from "../../wire/message";
import type { RingWriter } from "../bridge/ring-writer";
import type { CurrentCell } from "./current-cell";
import { toMimeBundle } from "./mime";

/** How libraries hand a bundle to the front end: `globalThis[Symbol.for("tslab.display")]`. */
export type Display = (
  bundle: Json,
  options?: { displayId?: string; update?: boolean; metadata?: Json },
) => void;

/** What tslab's own `display` calls. */
type TslabDisplay = (
  content: { data: Json; metadata: Json; transient: { display_id?: string } },
  update: boolean | undefined,
) => void;

/** Gives cells their two ways to show something: the global function and `import … from "tslab"`. */
export function installDisplay(ring: RingWriter, current: CurrentCell): void {
  const display: Display = (bundle, { displayId, update = false, metadata = {} } = {}) => {
    if (update && displayId === undefined) {
      throw new TypeError("display: expected a displayId with update, but got none");
    }
    ring.message(current.id, {
      type: "publish",
      msgType: update ? "update_display_data" : "display_data",
      content: {
        data: toMimeBundle(bundle),
        metadata,
        transient: displayId === undefined ? {} : { display_id: displayId },
      },
    });
  };
  (globalThis as Record<symbol, unknown>)[Symbol.for("tslab.display")] = display;

  const tslab = require("tslab/dist/jupyter") as { lastWriteDisplayData: TslabDisplay };
  tslab.lastWriteDisplayData = ({ data, metadata, transient }, update) =>
    display(data, { metadata, update: update ?? false, displayId: transient.display_id });
}
