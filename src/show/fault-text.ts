import type { Figure } from "./figure";
import type { Fault } from "./page";

/** Kinds of traces that need what a still picture has not. */
const NOT_DRAWABLE: [RegExp, string][] = [
  [
    /^(scatter3d|surface|mesh3d|isosurface|volume|cone|streamtube)$/,
    "a still picture has two dimensions: show it as contour, heatmap or several scatter traces",
  ],
  [/^(scatterpolargl|splom|parcoords)$/, "it needs WebGL: use scatterpolar or scatter"],
  [/^(scatter|density)map|mapbox$|geo$|^choropleth/, "it needs map files from the network"],
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
 * faultText({ data: [{ type: "surface" }] }, []); // "show: expected a chart that can be drawn, but trace 0 is a surface: a still picture has two dimensions: show it as contour, heatmap or several scatter traces"
 */
export function faultText(figure: Figure, faults: Fault[]): string | undefined {
  for (const [i, { type = "scatter" }] of figure.data.entries()) {
    const reason = NOT_DRAWABLE.find(([kinds]) => kinds.test(String(type)))?.[1];
    if (reason !== undefined) {
      return `show: expected a chart that can be drawn, but trace ${i} is a ${type}: ${reason}`;
    }
  }
  const real = faults.filter((fault) => !HARMLESS.has(fault.code) && !isEmpty(figure, fault));
  if (real.length === 0) return undefined;
  const said = real.slice(0, MOST).map(({ msg }) => msg.charAt(0).toLowerCase() + msg.slice(1));
  const more = real.length > MOST ? ` (and ${real.length - MOST} more)` : "";
  return `show: expected a valid figure, but ${said.join("; ")}${more}`;
}

/** A trace without any point yet is no mistake: a curve may begin empty. */
function isEmpty({ data }: Figure, { code, trace, astr }: Fault): boolean {
  if (code !== "invisible" || trace === null || astr) return false;
  const lists = Object.values(data[trace] ?? {}).filter(Array.isArray);
  return lists.length > 0 && lists.every((list) => list.length === 0);
}
