/**
 * How each chart behaves, wherever it is drawn live: it follows the width of its place, nothing on it
 * uploads it or leads to its maker, and what selects points, which nothing here listens to, is not offered.
 */
export const CONFIG = {
  responsive: true,
  displaylogo: false,
  showSendToCloud: false,
  modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
};
