/** A button in a figure's own list: by its name, or with what it does. */
type Button = string | { name?: string };

/** Of a chart's configuration what is decided here. */
export interface Config {
  responsive?: boolean;
  showSendToCloud?: boolean;
  plotlyServerURL?: string;
  displaylogo?: boolean;
  watermark?: boolean;
  modeBarButtons?: false | Button[][];
}

/** Of a chart's layout what is read or set here. */
export interface Layout {
  margin?: { t?: number };
}

/** A figure in one object. */
export interface Figure {
  data?: unknown;
  layout?: Layout;
  config?: Config;
}

/** The place of a chart that was drawn. */
export interface Chart extends HTMLElement {
  layout: Layout;
  /** The configuration it was drawn with; plotly.js has no other word for it. */
  _context?: Config;
}

/** Draws into a place, or into the one with this id; takes a figure in one object or in three. */
export type Plot = (
  target: string | HTMLElement,
  data?: unknown,
  layout?: Layout,
  config?: Config,
) => Promise<Chart>;

/** Of plotly.js what is used here. */
export interface PlotlyJs {
  newPlot: Plot;
  react: Plot;
  setPlotConfig(config: Config): void;
  relayout(place: Chart, changes: Record<string, unknown>): Promise<Chart>;
  Plots: { resize(place: Chart): unknown };
}

declare global {
  interface Window {
    Plotly: PlotlyJs;
  }
}
