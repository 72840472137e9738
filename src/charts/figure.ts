/** A list of numbers, texts or dates along one direction of a chart. */
export type Values = ArrayLike<number | string | Date | null> | { tolist(): unknown };

export interface LineStyle {
  color?: string;
  width?: number;
  dash?: "solid" | "dash" | "dot" | "dashdot" | "longdash" | "longdashdot" | (string & {});
  shape?: "linear" | "spline" | "hv" | "vh" | "hvh" | "vhv";
  [field: string]: unknown;
}

export interface MarkerStyle {
  color?: unknown;
  size?: number | ArrayLike<number>;
  symbol?: unknown;
  [field: string]: unknown;
}

/** One curve, bar group or image of a chart. The fields used most are typed, all others open. */
export interface Trace {
  type?: "scatter" | "bar" | "heatmap" | "contour" | "histogram" | "box" | "pie" | (string & {});
  name?: string | number;
  x?: unknown;
  y?: unknown;
  z?: unknown;
  text?: string | ArrayLike<string>;
  mode?: "lines" | "markers" | "lines+markers" | "text" | (string & {});
  line?: LineStyle;
  marker?: MarkerStyle;
  [field: string]: unknown;
}

export type Title = string | { text?: string; [field: string]: unknown };

export interface Axis {
  title?: Title;
  type?: "-" | "linear" | "log" | "date" | "category" | "multicategory";
  range?: unknown[];
  [field: string]: unknown;
}

export interface Layout {
  title?: Title;
  xaxis?: Axis;
  yaxis?: Axis;
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
  config?: object;
}
