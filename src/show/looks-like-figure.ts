import type { Figure } from "./figure";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** A trace says its kind or holds numbers; a record that merely has a list called data does not. */
const looksLikeTrace = (value: unknown): boolean =>
  isObject(value) &&
  (typeof value.type === "string" || ["x", "y", "z"].some((key) => isObject(value[key])));

/**
 * Whether a value is meant as a Plotly figure: it has `data` and `layout`, or a list of traces as
 * `data`. Whether the figure can be drawn is found out later, with a reason.
 *
 * @example
 * looksLikeFigure({ data: [{ y: [1, 2] }] }); // true
 * looksLikeFigure({ data: [1, 2] }); // false
 */
export function looksLikeFigure(value: unknown): value is Figure {
  try {
    if (!isObject(value) || !("data" in value)) return false;
    const { data } = value;
    if ("layout" in value) return true;
    return Array.isArray(data) && data.length > 0 && data.every(looksLikeTrace);
  } catch {
    return false; // a getter or a Proxy that throws is no figure
  }
}
