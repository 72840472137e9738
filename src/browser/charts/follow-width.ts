import type { Chart } from "./plotly";

// This file's plotly.js: another script may bring its own later.
const { Plotly } = window;

/** A width that changes step by step, as while a window is drawn larger, is waited for. */
const QUIET_MS = 100;

/** How a chart was drawn: the width of its place, and the margin its figure asked for. */
export interface Drawn {
  width?: number;
  marginTop?: number;
}

/** How each chart was drawn last. */
const lastDrawn = new WeakMap<Chart, Drawn>();

/**
 * Redraws a chart that asks to be responsive whenever its place gets another width. plotly.js itself
 * looks at the window only: a list beside the notebook, a cell that was hidden while the chart was
 * drawn, a panel that is dragged all escape it.
 *
 * @param drawn how the chart was drawn just now
 */
export function followWidth(place: Chart, drawn: Drawn): void {
  const isNew = !lastDrawn.has(place);
  lastDrawn.set(place, drawn);
  if (!isNew) return;
  let timer: number | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => redraw(place), QUIET_MS);
  };
  new ResizeObserver(later).observe(place);
}

async function redraw(place: Chart) {
  const drawn = lastDrawn.get(place) as Drawn;
  const { layout, clientWidth: width } = place;
  if (!place._context?.responsive || width === 0 || width === drawn.width) return;
  drawn.width = width;
  // The script of a chart of ours has widened the margin for the rows of its legend: it measures them
  // anew after the drawing.
  const isOurs = place.nextElementSibling?.matches("img[data-chart]");
  if (isOurs && layout.margin) layout.margin.t = drawn.marginTop;
  // A figure that sets its width and height keeps them.
  await Plotly.Plots.resize(place);
  // plotly.js leaves a legend that has got fewer rows where the margin for all of them had put it.
  if (isOurs && place.isConnected && drawn.width === width)
    await Plotly.relayout(place, { "margin.t": drawn.marginTop ?? null });
}
