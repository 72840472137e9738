import { home } from "../home/here";
import { say } from "../text/language";
import { refusal } from "../text/refusal";
import { words } from "../text/texts";
import type { Figure, Layout } from "./figure";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Copies a figure into plain JSON values: typed arrays and NdArrays become lists, dates texts,
 * and what no chart can place (NaN, ±Infinity) becomes null, a gap.
 *
 * @throws when the figure is not `{ data: [...], layout?: {...} }`, or holds a function, a symbol, a
 *   bigint or itself: the message names the place
 *
 * @example
 * plainFigure({ data: [{ y: new Float64Array([1, NaN]) }] }); // { data: [ { y: [ 1, null ] } ], layout: {} }
 */
export function plainFigure(figure: Figure): Figure {
  const { data, layout = {} } = figure;
  if (!Array.isArray(data) || !data.every(isRecord)) {
    throw new Error(refusal("show", words("expected.figureData"), brief(data)));
  }
  if (!isRecord(layout)) {
    throw new Error(refusal("show", words("expected.figureLayout"), brief(layout)));
  }
  return {
    data: plain(data, "data", []) as Figure["data"],
    layout: withTitleObjects(plain(layout, "layout", []) as Layout),
  };
}

/** plotly.js wants `{ text: "…" }`; a plain text is what people write first. */
function withTitleObjects(layout: Layout): Layout {
  const wrap = (part: unknown): unknown =>
    isRecord(part) && typeof part.title === "string"
      ? { ...part, title: { text: part.title } }
      : part;
  const entries = Object.entries(layout).map(([key, part]) =>
    /^[xy]axis\d*$/.test(key) ? [key, wrap(part)] : [key, part],
  );
  return wrap(Object.fromEntries(entries)) as Layout;
}

function plain(value: unknown, path: string, ancestors: object[]): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object") {
    const got = words("got.at", { value: brief(value), at: path });
    throw new Error(refusal("show", words("expected.plainValues"), got));
  }
  if (value instanceof Date) return plainDate(value);
  if (ancestors.includes(value)) {
    throw new Error(say(words("figures.cycle", { path })));
  }
  const inner = [...ancestors, value];
  if (ArrayBuffer.isView(value)) {
    return Array.from(value as Float64Array, (item) => plain(item, path, inner));
  }
  if (hasToList(value)) return plain(value.tolist(), path, inner);
  if (Array.isArray(value)) {
    // Array.from also visits holes, which have no value: a gap like any other.
    return Array.from(value, (item, i) => plain(item ?? null, `${path}[${i}]`, inner));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, plain(item, `${path}.${key}`, inner)]),
  );
}

const plainDate = (date: Date): Json => (Number.isNaN(date.valueOf()) ? null : date.toISOString());

const isRecord = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const hasToList = (value: object): value is { tolist(): unknown } =>
  typeof (value as { tolist?: unknown }).tolist === "function";

function brief(value: unknown): string {
  const text = home.inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY });
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
