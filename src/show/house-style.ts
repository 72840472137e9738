import { BACKWARD, CARD, DASHES, FONT, FORWARD, MARKERS, SERIES } from "../text/palette";

/** The size of a chart whose figure names none, in pixels. */
export const WIDTH = 680;
/** The height of a chart, in pixels. */
export const HEIGHT = 400;
/** Without a title less room is left above the plot. */
export const UNTITLED_TOP = 48;

const AXIS = {
  automargin: true,
  gridcolor: CARD.grid,
  zerolinecolor: CARD.edge,
  linecolor: CARD.quiet,
  tickcolor: CARD.quiet,
  tickfont: { color: CARD.quiet, size: 13 },
  showline: true,
  exponentformat: "power",
  ticks: "outside",
  ticklen: 5,
  title: { standoff: 12, font: { size: 14 } },
};

/** The nth trace of a kind takes the nth of these, over and over; what a figure sets wins. */
const SCATTER = DASHES.map((dash, i) => ({
  line: { dash, width: 2.5 },
  marker: { symbol: MARKERS[i], size: 9, line: { width: MARKERS[i].endsWith("open") ? 2 : 0 } },
}));

const BARS = ["", "/", ".", "\\", "x", "-"].map((shape) => ({
  marker: { pattern: { shape, fillmode: "overlay", solidity: 0.25 } },
}));

/**
 * Light to dark in one hue, and two hues around a middle: both keep their order in grey. In
 * capitals, since a dark page changes the colours of lines, written small, and not these.
 */
const SEQUENTIAL = [
  [0, "#F3F6F9"],
  [0.5, "#6BA6CF"],
  [1, "#003B61"],
];
const DIVERGING = [
  [0, BACKWARD.toUpperCase()],
  [0.5, "#F7F7F7"],
  [1, FORWARD.toUpperCase()],
];

const FIELD = { colorscale: SEQUENTIAL, colorbar: { thickness: 16, outlinewidth: 0 } };

/** The house's style as a Plotly template, so that a figure's own settings always win. */
export const HOUSE_STYLE = {
  layout: {
    paper_bgcolor: CARD.paper,
    plot_bgcolor: CARD.paper,
    font: { family: FONT, size: 14, color: CARD.ink },
    title: { x: 0.024, y: 0.96, xanchor: "left", yanchor: "top", font: { size: 17 } },
    margin: { l: 64, r: 40, t: 88, b: 56 },
    colorway: [...SERIES],
    colorscale: { sequential: SEQUENTIAL, diverging: DIVERGING },
    xaxis: AXIS,
    yaxis: AXIS,
    legend: { orientation: "h", x: 0, xanchor: "left", y: 1.02, yanchor: "bottom" },
    hovermode: "closest",
  },
  data: {
    scatter: SCATTER,
    scattergl: SCATTER,
    bar: BARS,
    heatmap: [FIELD],
    histogram2d: [FIELD],
    contour: [FIELD],
  },
};
