import type { Words } from "../../../src/text/languages";
import { words } from "../../text/texts";

/** "Cannot find name 'document'. Do you need to change your target library?" */
const OF_DOCUMENT = 2584;

/** "Cannot find name 'process'. Do you need to install type definitions for node?", in its two forms. */
const OF_NODE = new Set([2580, 2591]);

const NO_NAME = 2304;
const NO_MODULE = 2307;

/** What a page has. */
export interface Reach {
  /** Packages that can be imported. */
  packages: readonly string[];
  /** Names that the fence keeps from cells. */
  fenced: ReadonlySet<string>;
}

/** A plain sentence where a page lacks what a cell asks for. */
export function hintInPage(
  code: number,
  [name]: readonly string[],
  { packages, fenced }: Reach,
): Words | undefined {
  if (name === undefined) return undefined;
  if (code === OF_DOCUMENT || (code === NO_NAME && fenced.has(name)))
    return words("hints.outOfReach", { name });
  if (OF_NODE.has(code)) return words("hints.ofNode", { name });
  if (code === NO_MODULE && !name.startsWith("."))
    return words("hints.moduleNotInPage", { name, there: packages.join(", ") });
  return undefined;
}
