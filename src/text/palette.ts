/**
 * The one look of charts and drawings. A still picture cannot see the page's theme, so each brings
 * its own light card; every colour that carries meaning has a contrast of at least 4.5 on it.
 */
export const CARD = {
  paper: "#ffffff",
  edge: "#d0d7de",
  grid: "#e7ebef",
  soft: "#f3f6f9",
  ink: "#1f2328",
  quiet: "#59636e",
} as const;

/** Forward is blue and solid, backward orange and dashed, everywhere. */
export const FORWARD = "#0067a5";
/** The colour of all that goes backward. */
export const BACKWARD = "#b84f00";

/**
 * Colours of a chart's traces, in order: Okabe and Ito's hues (2008) without green, so that no
 * red/green pair arises, darkened until thin lines and text are readable on the card.
 */
export const SERIES = [FORWARD, BACKWARD, "#9c4a7b", "#6f5b00", "#4a4e9e", CARD.ink] as const;

/** Dashes and markers go with the colours: colour is never the only difference. */
export const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"] as const;
/** The shapes of points, one for each colour. */
export const MARKERS = [
  "circle",
  "square-open",
  "diamond",
  "triangle-up-open",
  "x",
  "star",
] as const;

/** Fonts that are there without a download, Korean ones included. */
export const FONT =
  "'Helvetica Neue', Helvetica, Arial, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', 'Noto Sans KR', sans-serif";
