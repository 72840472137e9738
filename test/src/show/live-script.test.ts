import { expect } from "chai";
import { DARK } from "../../../src/show/dark";
import { figureBundle } from "../../../src/show/figure-bundle";
import { HOUSE_STYLE } from "../../../src/show/house-style";
import { CARD } from "../../../src/text/palette";
import { contrast } from "../../support/contrast";
import { CHROMIUM, needs, playwright } from "../../support/needs";
import type { Browser, Page } from "../../support/playwright";
import { inProject } from "../../support/project";
import { whatIf } from "./what-if";

const htmlOf = (figure: Parameters<typeof figureBundle>[0]) =>
  String(figureBundle(figure)["text/html"]);

describe("a live chart", function () {
  this.timeout(60_000);

  it("holds its figure once, and no part of it can end the script", () => {
    const html = htmlOf({ data: [{ name: "</script><b>", y: [12345, 67891] }] });
    expect(html.match(/12345,67891/g)).to.have.length(1);
    expect(html.match(/<\/script>/g)).to.have.length(1);
  });

  it("has the same mark at every run, and another one for another figure", () => {
    const mark = (y: number[]) =>
      /data-chart="([0-9a-f]{12})"/.exec(htmlOf({ data: [{ y }] }))?.[1];
    expect(mark([1, 2]))
      .to.be.a("string")
      .and.to.equal(mark([1, 2]));
    expect(mark([1, 3])).to.not.equal(mark([1, 2]));
  });

  it("knows a dark colour for every colour of the house that stands on the card", () => {
    const { paper_bgcolor, font, colorway, xaxis } = HOUSE_STYLE.layout;
    for (const colour of [paper_bgcolor, font.color, ...colorway, ...Object.values(xaxis)]) {
      if (/^#/.test(String(colour))) expect(DARK).to.have.property(String(colour));
    }
  });

  it("has dark colours of a contrast of at least 4.5, and leaves the scales of fields alone", () => {
    const card = DARK[CARD.paper];
    for (const [light, dark] of Object.entries(DARK)) {
      if ([CARD.paper, CARD.edge, CARD.grid].some((quiet) => quiet === light)) continue;
      expect(contrast(dark, card), `${light} on a dark page`).to.be.at.least(4.5);
    }
    expect(JSON.stringify(HOUSE_STYLE.layout.colorscale)).to.not.match(/#[0-9a-f]{6}/);
  });

  describe("in a browser", () => {
    let browser: Browser;
    let page: Page;

    before(async function () {
      needs(this, "chromium", "playwright-core");
      browser = await playwright().chromium.launch({
        executablePath: CHROMIUM,
        args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      });
      page = await browser.newPage();
    });
    after(() => browser?.close());

    /**
     * Where the marks and lines of a picture stand in the plot, in pixels of a plot of 500 by 300,
     * and the plot's own place. (Margins depend on the widths of letters, which differ by machine.)
     */
    const PLACES = `(root) => {
      const { width, height } = root.querySelector(".plotclip rect");
      const [w, h] = [width.baseVal.value, height.baseVal.value];
      const [left, top] = root.querySelector(".overplot > .xy").getAttribute("transform").match(/[\\d.]+/g).map(Number);
      const within = root.getBoundingClientRect();
      const places = [...root.querySelectorAll(".overplot .point, .overplot .js-line, .overplot image, .overplot .point path")]
        .map((mark) => mark.getBoundingClientRect())
        .flatMap((m) => [[m.x, m.y], [m.right, m.bottom]])
        .map(([x, y]) => [(x - within.x - left) / w * 500, (y - within.y - top) / h * 300]);
      return [[left, top], [left + w, top + h], ...places];
    }`;

    const figures = {
      "lines and points": whatIf(),
      bars: { data: [{ type: "bar", x: ["a", "b", "c"], y: [1, 3, 2] }] },
      "a heatmap": {
        data: [
          {
            type: "heatmap",
            z: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
        layout: { title: "Weights" },
      },
      "a curve on a logarithmic axis": {
        data: [{ mode: "lines", x: [1e-3, 1e-2, 1e-1], y: [1, 4, 9] }],
        layout: { xaxis: { type: "log", title: "h" }, yaxis: { title: "error" } },
      },
    };
    it("becomes live under any id, which stays a text", async () => {
      const id = "\"'><img src=x onerror=window.evil=1>\\ $& </script>";
      const bundle = figureBundle({ data: [{ y: [1, 2] }] }, { id });
      const [picture, script] = String(bundle["text/html"])
        .replace("</script>", "")
        .split("<script>");
      await page.setContent(`<body>${picture}</body>`);
      await page.addScriptTag({ path: inProject(".jupyter/kernels/tslab/plotly.min.js") });
      await page.evaluate(script);
      await page.waitForFunction(`document.querySelector(".js-plotly-plot .main-svg")`);
      expect(await page.evaluate("[document.images.length, typeof window.evil]")).to.deep.equal([
        1,
        "undefined",
      ]);
    });

    for (const [name, figure] of Object.entries(figures)) {
      it(`stands where its still picture stands: ${name}`, async () => {
        const html = htmlOf(figure);
        const [picture, script] = html.replace("</script>", "").split("<script>");
        await page.setContent(`<body style="margin:0">${picture}</body>`);
        const still = await page.evaluate<number[][]>(`(() => {
          const holder = document.createElement("div");
          holder.innerHTML = new TextDecoder().decode(
            Uint8Array.from(atob(document.querySelector("img").src.split(",")[1]), (c) => c.charCodeAt(0)));
          document.body.prepend(holder);
          const places = (${PLACES})(holder.firstChild);
          holder.remove();
          return places;
        })()`);
        await page.addScriptTag({ path: inProject(".jupyter/kernels/tslab/plotly.min.js") });
        await page.evaluate(script);
        await page.waitForFunction(`document.querySelector(".js-plotly-plot .main-svg")`);
        const live = await page.evaluate<number[][]>(
          `(${PLACES})(document.querySelector(".js-plotly-plot"))`,
        );
        expect(live).to.have.length(still.length).greaterThan(2);
        for (const [i, place] of still.entries()) {
          for (const [k, value] of place.entries()) {
            const near = i < 2 ? 4 : 1;
            expect(live[i][k], `mark ${i}, number ${k}`).to.be.closeTo(value, near);
          }
        }
      });
    }
  });
});
