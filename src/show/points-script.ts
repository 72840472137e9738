import { chartKey } from "./chart-key";
import { SHARED } from "./live-script";
import { pageScript } from "./page-script";

/** New points of one curve; `from` is how many the page has been sent before. */
export interface NewPoints {
  from: number;
  x: readonly number[];
  y: readonly (number | null)[];
}

/**
 * Gives points to the chart if they go on where it stands: a page may run a script twice, or have
 * been opened in the middle, and then waits for the full chart. Pages that run no script of an output know
 * it by its parameters.
 */
export const POINTS_CODE = `((id, curves) => {
  const chart = window.${SHARED}?.charts[id];
  if (!chart) return;
  curves.forEach(({ from, x, y }, i) => {
    const curve = chart.figure.data[i];
    if (curve.x.length === from) { curve.x.push(...x); curve.y.push(...y); }
  });
  chart.draw();
})`;

/**
 * The script that adds points to the page's live chart of that id.
 *
 * @example
 * pointsScript("chart-1", []).endsWith('("chart-1",[])</script>'); // true
 */
export const pointsScript = (id: string, curves: readonly NewPoints[]): string =>
  pageScript(POINTS_CODE, chartKey(id), curves);
