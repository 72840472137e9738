// Stands behind plotly.js in the file that all charts of a page share, also those of notebooks that
// were saved long ago: what is decided here needs no chart to be drawn anew.
import { followWidth } from "./follow-width";
import { keptOffline } from "./kept-offline";
import type { Figure } from "./plotly";

const { Plotly } = window;
Plotly.setPlotConfig(keptOffline());
// Only these two take a configuration.
for (const name of ["newPlot", "react"] as const) {
  const plot = Plotly[name];
  Plotly[name] = async (target, data, layout, config) => {
    const place = typeof target === "string" ? document.getElementById(target) : target;
    // A figure may come in one object too.
    const isFigure = data !== null && typeof data === "object" && !Array.isArray(data);
    const figure: Figure = isFigure ? data : { data, layout, config };
    const drawn = { width: place?.clientWidth, marginTop: figure.layout?.margin?.t };
    const kept = keptOffline(figure.config);
    const plotted = isFigure
      ? plot(target, { ...figure, config: kept })
      : plot(target, data, layout, kept);
    const done = await plotted;
    followWidth(done, drawn);
    return done;
  };
}
