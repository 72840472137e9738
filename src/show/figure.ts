/** Any text, with known ones to choose from. */
type OneOf<Known extends string> = Known | (string & {});

/** How a line is drawn. */
export interface LineStyle {
  color?: unknown;
  width?: unknown;
  dash?: OneOf<"solid" | "dash" | "dot" | "dashdot" | "longdash" | "longdashdot">;
  shape?: OneOf<"linear" | "spline" | "hv" | "vh">;
}

/** How points are drawn. */
export interface MarkerStyle {
  color?: unknown;
  size?: unknown;
  symbol?: unknown;
}

/** One curve, bar group or image of a chart. The fields used most are typed, all others open. */
export interface Trace {
  type?: OneOf<"scatter" | "bar" | "heatmap" | "contour" | "histogram" | "box" | "pie" | "image">;
  name?: string | number;
  x?: unknown;
  y?: unknown;
  z?: unknown;
  text?: unknown;
  mode?: OneOf<"lines" | "markers" | "lines+markers" | "text">;
  // `| object`: whoever has plotly.js's own types may pass them too.
  line?: LineStyle | object;
  marker?: MarkerStyle | object;
  [field: string]: unknown;
}

/** A title, plain or as Plotly holds it. */
export type Title = string | { text?: string };

/** An axis of a figure. */
export interface Axis {
  title?: Title | object;
  type?: OneOf<"linear" | "log" | "date" | "category">;
  range?: unknown;
}

/** What a figure shows around its data. */
export interface Layout {
  title?: Title | object;
  xaxis?: Axis | object;
  yaxis?: Axis | object;
  width?: number;
  height?: number;
  /** `meta.alt` replaces the words that are made from the figure. */
  meta?: unknown;
  [field: string]: unknown;
}

/**
 * A Plotly figure, as plotly.js draws it. It is typed here once more, and loosely, since the full
 * types are 20,000 lines that every cell would have to read; figures typed by those fit in too.
 */
export interface Figure {
  data: Trace[];
  layout?: Layout;
}
