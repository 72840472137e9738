import { expect } from "chai";
import { compare } from "../../src/graph/drawing/compare";
import { graph } from "../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../src/graph/graph";
import { MulLayer } from "../../src/layers/mul";
import { DARK } from "../../src/show/dark";
import { DISPLAY } from "../../src/show/displayable";
import { figureBundle } from "../../src/show/figure-bundle";
import { pointsScript } from "../../src/show/points-script";
import { CARD } from "../../src/text/palette";
import {
  apples,
  both,
  foldedNet,
  sharedTax,
  shopping,
  sigmoid,
  softmaxOfNumbers,
} from "../src/graph/graphs";
import { CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";

class Swapped extends MulLayer {
  override backward(dout: number): [number, number] {
    return [dout * (this.x ?? 0), dout * (this.y ?? 0)];
  }
}

const htmlOf = (g: Graph) => String(both(g)[DISPLAY]()["text/html"]);

function comparison(): string {
  const g = graph();
  g.mul(g.input("x", 10), g.input("y", 5), "out");
  return String(compare(g, new Swapped())[DISPLAY]()["text/html"]);
}

const DRAWINGS = () => [
  ...[apples, sharedTax, sigmoid, softmaxOfNumbers, shopping, foldedNet].map((g) => htmlOf(g())),
  comparison(),
];

const FIGURE = {
  data: [
    { name: "loss", y: [3, 2, 1] },
    { name: "accuracy", y: [1, 2, 4] },
  ],
  layout: { title: "Training", xaxis: { title: "epoch" }, yaxis: { title: "of the test images" } },
};

/** What a page can do with a box so that nobody sees what is in it; the opposite is no style at all. */
const HIDDEN = {
  "display: none": "display:none",
  "content-visibility: hidden": "content-visibility:hidden",
  "no width": "width:0;overflow:hidden",
};

/**
 * Front ends draw cells that are scrolled out of sight, folded, or on a tab behind others. What is
 * drawn there must be as what is drawn in sight.
 */
describe("what is made out of sight", function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  before(async function () {
    needs(this, "chromium", "playwright-core");
    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });

  beforeEach(async () => {
    page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    await page.setContent(
      `<!doctype html><style>:root{color-scheme:light dark}</style><body><script>
      /** Where each text of a picture stands in it, and how large the picture is. */
      const places = (svg) => {
        const whole = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll("text")].map((text) => {
          const { x, y, width } = text.getBoundingClientRect();
          return [text.textContent, x - whole.x, y - whole.y, width].map((part) => part.toFixed?.(1) ?? part).join(" ");
        });
        return [[whole.width, whole.height].join(" × "), ...texts];
      };
      const steppers = (box) => [...box.querySelectorAll("[data-lm-suppress-shortcuts]")].map((host) => host.shadowRoot);
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      /** Puts some HTML into a box, and runs its scripts as notebooks do. */
      const run = (html, style = "") => {
        const box = document.createElement("div");
        box.style.cssText = style;
        box.innerHTML = html;
        document.body.append(box);
        for (const { textContent } of box.querySelectorAll("script")) (0, eval)(textContent);
        return box;
      };
      </script>`,
    );
  });

  afterEach(async () => {
    await page.close();
    expect(errors.splice(0)).to.deep.equal([]);
  });

  after(() => browser?.close());

  /** Every step of all drawings: each is taken where nobody sees it, and then looked at. */
  const walk = (style: string) => `((html) => {
    const box = run(html, ${JSON.stringify(style)});
    const seen = [];
    const look = () => {
      box.style.cssText = "";
      seen.push(steppers(box).map((root) => places(root.querySelector("svg"))));
      box.style.cssText = ${JSON.stringify(style)};
    };
    look();
    const sliders = steppers(box).map((root) => root.querySelector("[type=range]"));
    for (let step = Math.max(...sliders.map(({ max }) => max)); step >= 0; step--) {
      for (const slider of sliders) {
        slider.value = step; // the range itself keeps it within the drawing's steps
        slider.oninput();
      }
      look();
    }
    box.remove();
    return seen;
  })`;

  it("has each label of a drawing where it is in sight, at every step", async () => {
    const ways = ["", ...Object.values(HIDDEN)];
    for (const html of DRAWINGS()) {
      const walks = ways.map((style) => `${walk(style)}(${quoted(html)})`);
      const [right, ...hidden] = await page.evaluate<string[][][][]>(`[${walks.join(",")}]`);
      expect(right.flat(2).join("\n")).to.include("∂/∂");
      hidden.forEach((seen, i) => {
        expect(seen, ways[i + 1]).to.deep.equal(right);
      });
    }
  });

  it("shortens the sum of changed inputs where it is in sight too", async () => {
    const change = `((root) => {
      const number = root.querySelectorAll("[type=number]")[1];
      number.value = 123.456;
      number.oninput();
      return root.querySelector(".pill~.sum").textContent;
    })`;
    const html = quoted(htmlOf(sharedTax()));
    const sums = await page.evaluate(
      `["", "display:none"].map((style) => ${change}(steppers(run(${html}, style))[0]))`,
    );
    expect(sums).to.deep.equal(["Σ = 651.912", "Σ = 651.912"]);
  });

  it("brings the node of its step into sight as soon as it is shown in a narrow place", async () => {
    const ends = await page.evaluate<{ left: number; right: number }>(`(async () => {
      const box = run(${quoted(htmlOf(sigmoid()))}, "display:none");
      const [root] = steppers(box);
      root.querySelector("[type=range]").value = 4;
      root.querySelector("[type=range]").oninput();
      box.style.cssText = "width:340px";
      await frame();
      await frame();
      const { left, right } = root.querySelector(".now").getBoundingClientRect();
      return { left, right };
    })()`);
    expect(ends.left).to.be.greaterThan(0);
    expect(ends.right).to.be.lessThan(350);
  });

  it("follows a change of theme when it comes back to the page it was taken out of", async () => {
    await page.evaluate(`window.box = run(${quoted(htmlOf(apples()))}); box.remove();`);
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await page.evaluate(`(async () => {
      await frame();
      document.body.className = "anything";
      await frame();
      document.body.append(box);
      await frame();
      return steppers(box)[0].host.classList.contains("dark");
    })()`);
    expect(dark).to.equal(true);
  });

  describe("of charts", () => {
    beforeEach(() =>
      page.addScriptTag({ path: inProject(".jupyter/kernels/tslab/plotly.min.js") }),
    );

    const chart = String(figureBundle(FIGURE, { id: "one" })["text/html"]);
    /** Waits until the chart of a box is drawn as wide as there is room, and says where its texts are. */
    const LIVE = `(async (box) => {
      const plot = () => box.querySelector(".js-plotly-plot");
      const fits = () => plot()?.clientWidth > 0 && plot().querySelector(".main-svg")?.clientWidth === plot().clientWidth;
      for (let i = 0; i < 200 && !fits(); i++) await new Promise((wake) => setTimeout(wake, 25));
      if (!fits()) throw new Error("expected a chart of the whole width, but got " + plot()?.querySelector(".main-svg")?.clientWidth + " of " + plot()?.clientWidth);
      await frame();
      return [...plot().querySelectorAll(".main-svg")].flatMap(places);
    })`;
    /** Long enough for a chart to be drawn, were it drawn at once. */
    const WAIT = "await new Promise((wake) => setTimeout(wake, 400));";

    for (const [name, style] of Object.entries(HIDDEN)) {
      it(`has its size and each of its texts where they are in sight: ${name}`, async () => {
        const [right, hidden] = await page.evaluate<string[][]>(`(async () => {
          const right = run(${quoted(chart)}, "width:500px");
          const first = await ${LIVE}(right);
          right.remove();
          const box = run(${quoted(chart)}, ${JSON.stringify(style)});
          ${WAIT}
          box.style.cssText = "width:500px";
          return [first, await ${LIVE}(box)];
        })()`);
        expect(right.join("\n")).to.include("of the test images");
        expect(hidden).to.deep.equal(right);
      });
    }

    it("follows the width of its place, also one that changed while it was hidden", async () => {
      const widths = await page.evaluate<number[]>(`(async () => {
        const box = run(${quoted(chart)});
        const width = async () => { await ${LIVE}(box); return box.querySelector(".main-svg").clientWidth; };
        const widths = [await width()];
        box.style.cssText = "width:420px";
        widths.push(await width());
        box.style.cssText = "display:none;width:360px";
        ${WAIT}
        box.style.display = "";
        widths.push(await width());
        return widths;
      })()`);
      expect(widths).to.deep.equal([680, 420, 360]);
    });

    it("follows a change of theme that comes while it is away for less than a frame", async () => {
      await page.evaluate(`(async () => {
        window.box = run(${quoted(chart)});
        await ${LIVE}(box);
        box.style.display = "none";
        document.body.className = "anything";
        document.body.style.color = "white";
        await undefined; // what observes the page is told now
        box.style.display = "";
      })()`);
      await page.waitForFunction(
        `box.querySelector(".js-plotly-plot").layout.template.layout.paper_bgcolor === "${DARK[CARD.paper]}"`,
        undefined,
        { timeout: 5000 },
      );
    });

    it("has its new points and the page's theme when it comes back to the page", async () => {
      const more = pointsScript("one", [
        { from: 3, x: [3], y: [0.5] },
        { from: 3, x: [3], y: [8] },
      ]);
      // The points find the chart by its id: their script may stand anywhere.
      const live = { ...FIGURE, data: FIGURE.data.map((curve) => ({ ...curve, x: [0, 1, 2] })) };
      const html = String(figureBundle(live, { id: "one" })["text/html"]);
      await page.evaluate(`(async () => {
        window.box = run(${quoted(html)});
        await ${LIVE}(box);
        box.remove();
        run(${quoted(more)});
      })()`);
      await page.emulateMedia({ colorScheme: "dark" });
      const { points, paper } = await page.evaluate<{ points: number; paper: string }>(
        `(async () => {
          await frame();
          document.body.append(box);
          await frame();
          await ${LIVE}(box);
          const plot = box.querySelector(".js-plotly-plot");
          return { points: plot.data[1].x.length, paper: plot.layout.template.layout.paper_bgcolor };
        })()`,
      );
      expect(points).to.equal(4);
      expect(paper).to.equal(DARK[CARD.paper]);
    });
  });
});

/** A text inside of a script. */
const quoted = (text: string) => JSON.stringify(text).replaceAll("<", "\\u003c");
