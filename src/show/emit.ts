import { refusal } from "../text/refusal";
import { words } from "../text/texts";
import type { MimeBundle } from "./displayable";

/** Which output is replaced, and by what. */
export interface EmitOptions {
  /** A name under which a later call can replace what this one shows. */
  displayId?: string;
  /** Replaces what stands under `displayId` instead of adding something. */
  update?: boolean;
  /** What stands under `displayId` when the cell ends before this was replaced, also by an error. */
  atCellEnd?: () => MimeBundle;
  metadata?: Record<string, unknown>;
}

/** Shows a bundle: what a kernel, or a page, puts under {@link HOOK}. */
export type KernelDisplay = (bundle: MimeBundle, options: EmitOptions) => void;

/** As far as it is used here: a stock tslab's display, of which each one overwrites one place. */
interface TslabDisplay {
  raw(mime: string, data: unknown): void;
}
interface Tslab {
  display: TslabDisplay;
  newDisplay(): TslabDisplay;
}

/** The global name of whoever shows bundles. */
export const HOOK = Symbol.for("tslab.display");
const tslabDisplays = new Map<string, TslabDisplay>();

/**
 * Hands a MIME bundle to whoever shows it: our kernel takes it whole, a stock tslab takes its best
 * single type, and plain Node prints the words.
 *
 * @throws when `update` is asked for without a `displayId`
 *
 * @example
 * typeof emit({ "text/plain": "220" }); // "undefined"
 */
export function emit(bundle: MimeBundle, options: EmitOptions = {}): void {
  if (options.update && options.displayId === undefined) {
    const sentence = words("instead.none");
    throw new Error(refusal("emit", words("expected.displayId"), { sentence }));
  }
  const scope = globalThis as { [HOOK]?: KernelDisplay; __tslab__?: unknown };
  const kernel = scope[HOOK];
  const tslab = runningTslab(scope.__tslab__);
  if (typeof kernel === "function") kernel(bundle, options);
  else if (tslab) emitBest(tslab, bundle, options);
  else emitWords(bundle);
}

/** Whether there is a page to show on: under our kernel or a stock tslab, not in plain Node. */
export function hasPage(): boolean {
  const scope = globalThis as { [HOOK]?: KernelDisplay; __tslab__?: unknown };
  return typeof scope[HOOK] === "function" || runningTslab(scope.__tslab__) !== undefined;
}

function emitWords(bundle: MimeBundle): void {
  const text = bundle["text/plain"];
  console.log(typeof text === "string" ? text : `[${Object.keys(bundle).join(", ")}]`);
}

/** The tslab that runs the cell: a copy of our own would not be connected to the page. */
function runningTslab(engine: unknown): Tslab | undefined {
  const { require: load } = (engine ?? {}) as { require?: (name: string) => unknown };
  if (typeof load !== "function") return undefined;
  try {
    const tslab = load("tslab") as Tslab;
    return typeof tslab.display.raw === "function" ? tslab : undefined;
  } catch {
    return undefined;
  }
}

function emitBest(tslab: Tslab, bundle: MimeBundle, { displayId, update }: EmitOptions): void {
  const types = Object.keys(bundle);
  const best =
    types.find((type) => type === "text/html") ??
    types.find((type) => type.startsWith("image/")) ??
    types.find((type) => type === "text/plain") ??
    types[0];
  if (best !== undefined) placeOf(tslab, displayId, update).raw(best, bundle[best]);
}

function placeOf(tslab: Tslab, displayId?: string, update?: boolean): TslabDisplay {
  if (displayId === undefined) return tslab.display;
  const known = update ? tslabDisplays.get(displayId) : undefined;
  const place = known ?? tslab.newDisplay();
  tslabDisplays.set(displayId, place);
  return place;
}
