import type { Figure, Trace } from "./figure";

/**
 * The figure as a still picture draws it: what needs WebGL or single pixels is replaced by what
 * looks the same in SVG (points) or nearly so (a smoothed heatmap, which would take megabytes).
 *
 * @example
 * still({ data: [{ type: "scattergl", y: [1, 2] }] }); // { data: [ { type: 'scatter', y: [ 1, 2 ] } ] }
 */
export function still(figure: Figure): Figure {
  return { ...figure, data: figure.data.map(stillTrace) };
}

function stillTrace(trace: Trace): Trace {
  if (trace.type === "scattergl") return { ...trace, type: "scatter" };
  if (trace.zsmooth === "best") return { ...trace, zsmooth: false };
  return trace;
}
