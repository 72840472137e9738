import { withOwnLine } from "../compiler/own-lines";
import { withPlainMessage } from "../compiler/plain-messages";
import { withShortPath } from "./short-paths";
import type { SourceLines } from "./source-lines";

/** Frames kept per error: enough to find the cell below a deep library. */
const FRAMES = 50;

/** Code around cells. */
const MACHINERY =
  /[\\/]node_modules[\\/]tslab[\\/]|[\\/]kernel-setup[\\/]kernel[\\/]|\(node:|at node:/;

/** Whether a frame is none of a cell's author's business. */
export function isMachinery(frame: string): boolean {
  return MACHINERY.test(frame);
}

/** As Node's own first line: also of objects that are no errors, as console.trace makes one. */
function head(error: unknown): string {
  try {
    return Error.prototype.toString.call(withPlainMessage(error));
  } catch {
    return "Error";
  }
}

/**
 * Makes every `error.stack` name cells and the files beside them by their TypeScript lines, and leave
 * the machinery out.
 */
export function installStackTraces(sources: SourceLines): void {
  Error.stackTraceLimit = FRAMES;
  Error.prepareStackTrace = (error, callSites) => {
    const frames = callSites
      .map((site) => sources.rewrite(`    at ${site}`) ?? "")
      .filter((frame) => frame !== "" && !isMachinery(frame));
    return [head(error), ...frames.map(withOwnLine).map(withShortPath)].join("\n");
  };
}
