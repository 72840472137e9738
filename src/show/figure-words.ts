import { formatNumber } from "../text/format-number";
import { say } from "../text/language";
import { words } from "../text/texts";
import type { Axis, Figure, Title, Trace } from "./figure";

/**
 * Says in words what a chart shows: its title, its axes, each trace's name and range. The words
 * stand for the chart wherever it cannot be seen. A figure's own `layout.meta.alt` wins.
 *
 * @param figure a figure of plain values, as plainFigure gives it
 *
 * @example
 * figureWords({ data: [{ name: "real", x: [0, 10], y: [0, 143] }], layout: { title: "What if" } }); // "Chart: What if. real: x from 0 to 10, y from 0 to 143."
 */
export function figureWords({ data, layout = {} }: Figure): string {
  const own = (layout.meta as { alt?: unknown } | undefined)?.alt;
  if (typeof own === "string" && own.trim() !== "") return own;
  const chart = say(words("chart.chart"));
  const title = titleText(layout.title);
  const parts = [title === "" ? chart : `${chart}: ${title}`];
  for (const [key, axis] of axes(layout)) {
    const text = titleText(axis?.title);
    if (text !== "") parts.push(`${say(words("chart.axis", { key }))}: ${text}`);
  }
  return [...parts, ...data.map(traceWords)]
    .map((part) => (/[.?!…]$/.test(part) ? part : `${part}.`))
    .join(" ");
}

/** x, x2, y, …: all axes that the layout sets. */
function axes(layout: object): [string, Axis | null][] {
  const found = Object.entries(layout).map(([key, axis]): [string, Axis | null] => [
    /^[xy]axis\d*$/.test(key) ? key.replace("axis", "") : "",
    axis,
  ]);
  return found.filter(([key]) => key !== "").sort(([a], [b]) => (a < b ? -1 : 1));
}

function traceWords(trace: Trace, i: number): string {
  const name = trace.name ?? say(words("chart.trace", { number: i }));
  const kind = trace.type && trace.type !== "scatter" ? ` (${trace.type})` : "";
  const ranges = ["x", "y", "z", "labels", "values"]
    .map((key) => rangeWords(key, trace[key]))
    .filter((text) => text !== "");
  return `${bare(String(name))}${kind}: ${ranges.join(", ") || say(words("chart.no-values"))}`;
}

function rangeWords(key: string, values: unknown): string {
  const flat = (Array.isArray(values) ? values : []).flat(3).filter((value) => value !== null);
  if (flat.length === 0) return "";
  if (flat.every((value) => typeof value === "number")) {
    const [first, last] = ends(flat);
    return first === last ? `${key} ${first}` : say(words("chart.range", { key, first, last }));
  }
  const [first, last] = [String(flat[0]), String(flat[flat.length - 1])];
  return flat.length <= 6
    ? `${key} ${flat.join(", ")}`
    : say(words("chart.range", { key, first, last }));
}

/** The least and the greatest, where 3e−14 beside 143 is a rounding error and reads 0. */
function ends(values: number[]): [string, string] {
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  const noise = Math.max(Math.abs(least), Math.abs(most)) * 1e-12;
  const text = (value: number) => formatNumber(Math.abs(value) < noise ? 0 : value);
  return [text(least), text(most)];
}

function titleText(title: Title | object | undefined): string {
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : title;
  return typeof text === "string" ? bare(text) : "";
}

/** Plotly's titles may hold tags: `<br>`, `<b>`, `<sub>`. */
const bare = (text: string): string =>
  text
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<\/?(b|i|u|s|em|sub|sup|a|span)\b[^>]*>/gi, "")
    .trim();
