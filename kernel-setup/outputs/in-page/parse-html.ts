import { fromDom } from "hast-util-from-dom";
import type { Tree } from "../safe-html";

/** Newer than TypeScript's list of what browsers have. */
const { parseHTMLUnsafe } = Document as unknown as {
  parseHTMLUnsafe?(html: string): Document;
};

/**
 * HTML as the tree that this browser makes of it, in a document in which nothing runs or is loaded. The older
 * way does the same, but a page's policy complains there of what could not run anyway.
 */
export function parseHtml(html: string): Tree {
  const whole = `<!doctype html><body>${html}`;
  const { body } =
    parseHTMLUnsafe?.call(Document, whole) ?? new DOMParser().parseFromString(whole, "text/html");
  return fromDom(body);
}
