import type { Words } from "../text/languages";
import { words } from "../text/texts";
import type { Figure } from "./figure";
import type { Fault } from "./page";

/** Kinds of traces that need what a still picture has not. */
const NOT_DRAWABLE: [RegExp, Words][] = [
  [
    /^(scatter3d|surface|mesh3d|isosurface|volume|cone|streamtube)$/,
    words("figures.threeDimensions"),
  ],
  [/^(scatterpolargl|splom|parcoords)$/, words("figures.webgl")],
  [/^(scatter|density)map|mapbox$|geo$|^choropleth/, words("figures.maps")],
];
/** Harmless: settings that a figure of this kind does not use. */
const HARMLESS = new Set(["unused", "dynamic"]);
const MOST = 3;

/**
 * Says in one sentence why a figure cannot be drawn, or nothing when it can.
 *
 * @param faults what plotly.js's own validation found
 *
 * @example
 * faultText({ data: [{ type: "surface" }] }, [])?.en; // "show: expected a chart that can be drawn, but trace 0 is a surface: a still picture has two dimensions: show it as contour, heatmap or several scatter traces"
 */
export function faultText(figure: Figure, faults: Fault[]): Words | undefined {
  for (const [i, { type = "scatter" }] of figure.data.entries()) {
    const reason = NOT_DRAWABLE.find(([kinds]) => kinds.test(String(type)))?.[1];
    if (reason !== undefined) {
      return words("figures.notDrawable", { trace: i, type: String(type), reason });
    }
  }
  const real = faults.filter((fault) => !HARMLESS.has(fault.code) && !isEmpty(figure, fault));
  if (real.length === 0) return undefined;
  const first = real.slice(0, MOST).map(({ msg }) => msg.charAt(0).toLowerCase() + msg.slice(1));
  const said = first.join("; ");
  return real.length > MOST
    ? words("figures.invalidMore", { faults: said, count: real.length - MOST })
    : words("figures.invalid", { faults: said });
}

/** A trace without any point yet is no mistake: a curve may begin empty. */
function isEmpty({ data }: Figure, { code, trace, astr }: Fault): boolean {
  if (code !== "invisible" || trace === null || astr) return false;
  const lists = Object.values(data[trace] ?? {}).filter(Array.isArray);
  return lists.length > 0 && lists.every((list) => list.length === 0);
}
