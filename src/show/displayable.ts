/** What a cell can show: the same thing in several MIME types, of which the page picks the best. */
export type MimeBundle = Record<string, unknown>;

/** The method by which an object says how it is shown; Deno's and our kernel look for it. */
export const DISPLAY: unique symbol = Symbol.for("Jupyter.display");

/** An object that knows how it is shown. */
export interface Displayable {
  [DISPLAY](): MimeBundle | Promise<MimeBundle>;
}

/**
 * Whether a value says itself how it is shown.
 *
 * @example
 * isDisplayable({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "x" }) }); // true
 * isDisplayable(220); // false
 */
export function isDisplayable(value: unknown): value is Displayable {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  try {
    return typeof (value as Partial<Displayable>)[DISPLAY] === "function";
  } catch {
    return false; // a getter that throws: shown as text then
  }
}
