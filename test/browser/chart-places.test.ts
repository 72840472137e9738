import { expect } from "chai";
import { needs } from "../support/needs";
import type { Page } from "../support/playwright";
import { OWN_CHART, pressAllButtons } from "./chart-buttons";
import { ClassicNotebook } from "./classic-notebook";
import { PageServer } from "./page-server";

const CHARTS = [
  `import { liveChart, show } from "backprop";
const name = (i: number) => "a curve with a long name " + i;
const data = [0, 1, 2, 3, 4].map((i) => ({ name: name(i), y: [i, 1, i * 2] }));
show({ data, layout: { title: "A title that is long enough to break on a phone" } });`,
  `show({ data: [{ type: "heatmap", z: [[1, 2], [3, 4]] }], layout: { title: "Weights" } });`,
  `const chart = liveChart({ title: "Loss", series: ["loss"] });
for (let step = 1; step <= 5; step++) chart.add(step, { loss: 1 / step });
chart.end();`,
];

const PLOTS = `[...document.querySelectorAll(".js-plotly-plot")]`;
const drawn = (count: number) =>
  `${PLOTS}.filter((plot) => plot.querySelector(".main-svg")).length === ${count}`;
/** Charts of the library: as wide as their place, which is as wide as the page allows. */
const FITS = `${PLOTS}.filter((plot) => plot.nextElementSibling?.matches("img[data-chart]")).every((plot) => {
  const width = plot.querySelector(".main-svg").getBoundingClientRect().width;
  const wanted = Math.min(680, plot.parentElement.clientWidth);
  return Math.abs(width - plot.clientWidth) <= 1 && plot.clientWidth > 0 && plot.clientWidth >= wanted - 60;
})`;
const TOPS = `${PLOTS}.map((plot) => Math.round(plot._fullLayout._size.t))`;

/** Notes what a page asks of other hosts. */
function watch(page: Page, home: string): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol, href } = new URL(request.url());
    if (origin !== home && !/^(data|blob):/.test(protocol)) asked.push(href);
  });
  return asked;
}

describe("charts in their places", function () {
  this.timeout(240_000);
  let served: PageServer | undefined;
  let classic: ClassicNotebook | undefined;

  before(function () {
    needs(this, "chromium", "playwright-core");
  });
  afterEach(() => served?.tidy());
  after(async () => {
    await served?.stop();
    await classic?.close();
  });

  it("send nothing anywhere, whichever button is pressed, in the notebook page", async () => {
    served ??= await PageServer.start();
    const page = await served.open("buttons.ipynb", [...CHARTS, OWN_CHART]);
    const asked = watch(page.page, new URL(served.server.urlOf("")).origin);
    await page.runAll();
    await page.wait(drawn(5));
    const { charts, names, elsewhere } = await pressAllButtons(page.page);
    expect(charts).to.equal(5);
    expect(names.length).to.be.greaterThan(20);
    expect(names.filter((name) => /download/i.test(name))).to.have.length(5);
    expect(names.filter((name) => /share|cloud|studio|edit|plotly/i.test(name))).to.deep.equal([]);
    expect(elsewhere).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
    expect(page.page.context().pages()).to.have.length(1);
  });

  it("send nothing anywhere, whichever button is pressed, in classic Notebook", async function () {
    needs(this, "notebook");
    classic ??= await ClassicNotebook.open([...CHARTS, OWN_CHART]);
    const home = await classic.page.evaluate<string>("location.origin");
    const asked = watch(classic.page, home);
    for (let i = 0; i <= CHARTS.length; i++) await classic.run(i);
    await classic.wait(drawn(5));
    const { charts, names, elsewhere } = await pressAllButtons(classic.page);
    expect(charts).to.equal(5);
    expect(names.filter((name) => /share|cloud|studio|edit|plotly/i.test(name))).to.deep.equal([]);
    expect(elsewhere).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });

  it("are drawn anew when the notebook page gives them another width", async () => {
    served ??= await PageServer.start();
    const page = await served.open("width.ipynb", CHARTS);
    await page.runAll();
    await page.wait(`${drawn(3)} && ${FITS}`);
    const tops = await page.page.evaluate<number[]>(TOPS);
    await page.page.setViewportSize({ width: 800, height: 800 });
    await page.wait(`${FITS} && ${PLOTS}[0].clientWidth < 500`);
    await page.press("toggle-list");
    await page.wait(`${FITS} && ${PLOTS}[0].clientWidth > 600`);
    await page.press("toggle-list");
    await page.wait(`${FITS} && ${PLOTS}[0].clientWidth < 500`);
    await served.shot(page, "charts-narrow");
    // The rows of the legend made room for themselves, and give it back.
    await page.page.setViewportSize({ width: 1280, height: 800 });
    await page.wait(`${FITS} && ${PLOTS}[0].clientWidth > 600`);
    await page.wait(`JSON.stringify(${TOPS}) === ${JSON.stringify(JSON.stringify(tops))}`);
    expect(served.errors).to.deep.equal([]);
  });

  it("are drawn anew when classic Notebook gives them another width", async function () {
    needs(this, "notebook");
    classic ??= await ClassicNotebook.open([...CHARTS, OWN_CHART]);
    for (let i = 0; i < CHARTS.length; i++) await classic.run(i);
    await classic.wait(`${FITS} && ${PLOTS}[0].clientWidth > 600`);
    const style = (width: string) =>
      `document.getElementById("notebook-container").style.width = "${width}"`;
    await classic.page.evaluate(style("500px"));
    await classic.wait(`${FITS} && ${PLOTS}[0].clientWidth < 450`);
    await classic.page.evaluate(style(""));
    await classic.wait(`${FITS} && ${PLOTS}[0].clientWidth > 600`);
  });

  it("have the width of a phone, upright and on its side", async () => {
    served ??= await PageServer.start();
    served.write("phone.ipynb", CHARTS);
    const page = await served.newPage(390, 844);
    await page.open(served.server.urlOf("phone.ipynb"));
    await page.runAll();
    await page.wait(`${drawn(3)} && ${FITS} && ${PLOTS}[0].clientWidth > 300`);
    await served.shot(page, "charts-phone");
    await page.page.setViewportSize({ width: 844, height: 390 });
    await page.wait(`${FITS} && ${PLOTS}[0].clientWidth > 380`);
  });
});
