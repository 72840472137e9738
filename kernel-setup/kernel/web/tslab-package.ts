import type { Displays } from "../cells/display";

/** What notebooks for tslab may show, and under which MIME type. */
const KINDS = {
  javascript: "text/javascript",
  html: "text/html",
  markdown: "text/markdown",
  latex: "text/latex",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  pdf: "application/pdf",
  text: "text/plain",
} as const;

type Raw = (mimeType: string, content: string | Uint8Array) => void;

/** What tslab calls a display: a function for each kind, and one for all others. */
type Display = Record<keyof typeof KINDS, (content: string | Uint8Array) => void> & { raw: Raw };

/**
 * What notebooks that were written for tslab import from it: its own package cannot run in a page, and shows
 * by the same two functions.
 *
 * @param newId - A name that nothing else has.
 */
export function tslabPackage(
  displays: Pick<Displays, "displayBundle">,
  versions: { tslab: string; typescript: string },
  newId: () => string,
): object {
  function makeDisplay(displayId?: string): Display {
    let isShown = false;
    const raw: Raw = (mimeType, content) => {
      const update = displayId !== undefined && isShown;
      isShown = true;
      displays.displayBundle({ [mimeType]: content }, { displayId, update });
    };
    const kinds = Object.entries(KINDS).map(([name, mimeType]) => [
      name,
      (content: string | Uint8Array) => raw(mimeType, content),
    ]);
    return { ...Object.fromEntries(kinds), raw } as Display;
  }
  return {
    __esModule: true,
    versions: { ...versions, node: "" },
    newDisplay: () => makeDisplay(newId()),
    display: makeDisplay(),
  };
}
