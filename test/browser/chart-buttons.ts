import type { Page } from "../support/playwright";

/** What came of pressing every button of every chart in a page. */
export interface Pressed {
  charts: number;
  /** What the buttons are called. */
  names: string[];
  /** Where they lead or led: links, windows they opened, questions whether to upload. */
  elsewhere: string[];
}

const PRESS_ALL = `(() => {
  const elsewhere = [];
  window.open = (address) => { elsewhere.push("window: " + address); return null; };
  const plots = [...document.querySelectorAll(".js-plotly-plot")];
  const buttons = plots.flatMap((plot) => [...plot.querySelectorAll(".modebar-btn")]);
  const names = buttons.map((button) => button.getAttribute("data-title") ?? button.outerHTML);
  for (const button of buttons) {
    if (button.href) elsewhere.push("link: " + button.href);
    else button.click();
    const asked = document.querySelector(".plotly-cloud-dialog");
    if (asked) elsewhere.push("question: " + asked.textContent);
    asked?.querySelector(".plotly-cloud-dialog-btn--confirm")?.click();
  }
  return { charts: plots.length, names, elsewhere };
})()`;

/** Presses every button of every chart, also those that one does not see before the pointer is there. */
export const pressAllButtons = (page: Page): Promise<Pressed> => page.evaluate(PRESS_ALL);

/** A chart that a learner draws with a configuration of their own, which asks for all that sends. */
export const OWN_CHART = `import { display } from "tslab";
display.html(\`<div id="own-chart" style="width: 500px; height: 300px"></div>
<div id="own-figure" style="width: 500px; height: 300px"></div><script>
  (function draw() {
    if (!window.Plotly) return setTimeout(draw, 50);
    const data = [{ y: [1, 3, 2] }];
    const sends = { showSendToCloud: true, plotlyServerURL: "https://example.org/upload", displaylogo: true };
    Plotly.setPlotConfig(sends);
    Plotly.newPlot("own-chart", data, {}, { ...sends, displayModeBar: true });
    const modeBarButtons = [["sendChartToCloud", "toImage"], ["sendChartToCloud"]];
    Plotly.newPlot("own-figure", { data, layout: {}, config: { ...sends, watermark: true, modeBarButtons } });
  })();
</script>\`);`;
