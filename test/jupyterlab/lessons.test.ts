import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { needs } from "../support/needs";
import type { Page } from "../support/playwright";
import { inProject } from "../support/project";
import { debianTesting } from "./debian-testing";
import { command, FrontEnd, NOTEBOOK, shoot } from "./front-end";

const LESSONS = readdirSync(inProject("notebooks/en")).filter((file) => /^\d\d-/.test(file));

/** What a cell has to show, by its place in the notebook. */
interface Shows {
  cell: number;
  drawings: number;
  charts: number;
  bars: number;
}

/** All that is run but has no output of its own, what failed, and what is to be seen. */
const CELLS = `${NOTEBOOK}.content.widgets.flatMap(({ model }, cell) => {
  if (model.type !== "code") return [];
  const outputs = model.outputs.toJSON();
  const html = outputs.map(({ data }) => [data?.["text/html"] ?? ""].flat().join("")).join("");
  const count = (mark) => html.split(mark).length - 1;
  return [{
    cell,
    run: model.executionCount !== null || model.sharedModel.getSource().trim() === "",
    faults: outputs.filter(({ output_type }) => output_type === "error").map(({ evalue }) => evalue),
    drawings: count(' data-graph="'), charts: count(' data-chart="'), bars: count('role="progressbar"'),
  }];
})`;

/** Scrolls as far as a cell, and waits until all that it shows is there and live. */
const arrived = ({ cell, drawings, charts, bars }: Shows) => `(() => {
  const { node } = ${NOTEBOOK}.content.widgets[${cell}];
  const of = (what) => [...node.querySelectorAll(what)];
  return node.isConnected && of("[data-lm-suppress-shortcuts]").length === ${drawings} &&
    of(".js-plotly-plot").filter((plot) => plot.querySelector(".main-svg")).length === ${charts} &&
    of("[role=progressbar]").length === ${bars};
})()`;

/**
 * What is wrong in a cell that is in sight: at every step of its drawings, from the one it was made at
 * backward, and in its charts.
 */
const faultsOf = (cell: number) => `(async () => {
  const { node } = ${NOTEBOOK}.content.widgets[${cell}];
  const faults = [];
  const box = (element) => element.getBoundingClientRect();
  const within = (a, b, by) => a.left >= b.left - by && a.right <= b.right + by && a.top >= b.top - by && a.bottom <= b.bottom + by;
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  for (const host of node.querySelectorAll("[data-lm-suppress-shortcuts]")) {
    const root = host.shadowRoot;
    const svg = root.querySelector("svg");
    const slider = root.querySelector("[type=range]");
    const wrong = (text, what) => faults.push("step " + slider.value + ": " + text.textContent + " " + what);
    for (let step = +slider.value, first = true; step >= 0; step--, first = false) {
      if (!first) { slider.value = step; slider.oninput(); }
      const whole = box(svg);
      const scale = whole.width / svg.viewBox.baseVal.width;
      if (whole.width < 200) wrong(svg.querySelector("title"), "is " + whole.width + " pixels wide");
      for (const text of svg.querySelectorAll("text")) {
        if (getComputedStyle(text).visibility === "hidden") continue;
        if (!within(box(text), whole, 1)) wrong(text, "is not within the drawing");
      }
      for (const text of svg.querySelectorAll(".slope")) {
        const [label, shape] = [box(text), box(svg.querySelector(".now").firstChild)];
        const right = label.left - (shape.left + shape.right) / 2;
        const above = shape.top - label.bottom;
        if (Math.abs(right + 14 * scale) > 3 || above < -2 || above > 60 * scale) wrong(text, "is " + right + ", " + above + " pixels from its node");
        for (const key of svg.querySelectorAll(".head, .key")) if (meet(label, box(key))) wrong(text, "lies over " + key.textContent);
      }
      if (first) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
    slider.value = slider.max;
    slider.oninput();
  }
  for (const plot of node.querySelectorAll(".js-plotly-plot")) {
    const whole = box(plot);
    const drawn = box(plot.querySelector(".main-svg"));
    if (whole.width < 300 || Math.abs(whole.width - drawn.width) > 1) faults.push("a chart is " + drawn.width + " pixels wide where there are " + whole.width);
    for (const text of plot.querySelectorAll("text")) {
      if (text.textContent.trim() !== "" && box(text).width > 0 && !within(box(text), whole, 2)) faults.push(text.textContent + " is not within its chart");
    }
  }
  for (const image of node.querySelectorAll("img[data-graph], img[data-chart]")) {
    if (image.clientWidth > 0) faults.push("a still picture is there too: " + image.alt);
  }
  return faults;
})()`;

for (const [name, label, lessons] of [
  ["lab", "JupyterLab", LESSONS],
  ["notebook", "Notebook 7", LESSONS.filter((file) => /^(02|05|11)-/.test(file))],
] as const) {
  describe(`the lessons in ${label}`, function () {
    this.timeout(600_000);
    let front: FrontEnd;

    before(async function () {
      this.timeout(1_800_000);
      needs(this, "chromium", "playwright-core");
      const debian = debianTesting();
      if (typeof debian === "string") {
        console.log(`      ${label} comes from Debian testing, but ${debian}.`);
        return this.skip();
      }
      const text = (file: string) => {
        const notebook = JSON.parse(readFileSync(inProject("notebooks/en", file), "utf8"));
        // Without the outputs that it comes with: what is seen is made there.
        for (const cell of notebook.cells) if (cell.cell_type === "code") cell.outputs = [];
        return JSON.stringify(notebook);
      };
      front = await FrontEnd.start(
        debian,
        name,
        Object.fromEntries(lessons.map((file) => [file, text(file)])),
      );
    });

    after(() => front?.stop());

    for (const lesson of lessons) {
      it(`${lesson}: all cells run, and show rightly what was made out of sight`, async () => {
        const page = await front.open(lesson);
        const mode = await page.evaluate(`${NOTEBOOK}.content.notebookConfig.windowingMode`);
        if (name === "lab") expect(mode).to.equal("full");
        await command(page, "notebook:run-all-cells");
        const cells = await page.evaluate<(Shows & { run: boolean; faults: string[] })[]>(CELLS);
        expect(cells.filter(({ run }) => !run)).to.deep.equal([]);
        expect(cells.flatMap(({ faults }) => faults)).to.deep.equal([]);
        const shown = cells.filter(({ drawings, charts, bars }) => drawings + charts + bars > 0);
        expect(shown).to.not.have.length(0);
        const wrong: string[] = [];
        for (const shows of shown) {
          await look(page, shows);
          await shoot(page, join(`${name}-${lesson.slice(0, 2)}-${shows.cell}`));
          const faults = await page.evaluate<string[]>(faultsOf(shows.cell));
          wrong.push(...faults.map((fault) => `cell ${shows.cell}, ${fault}`));
        }
        expect(wrong).to.deep.equal([]);
        expect(front.errors).to.deep.equal([]);
        await page.evaluate(`${NOTEBOOK}.sessionContext.shutdown()`); // closing the page leaves it running
        await page.close();
      });
    }
  });
}

async function look(page: Page, shows: Shows): Promise<void> {
  await page.evaluate(`${NOTEBOOK}.content.scrollToItem(${shows.cell}, "start")`);
  await page.waitForFunction(arrived(shows), undefined, { timeout: 30_000 });
  // What is in the page but not yet in sight.
  await page.evaluate(
    `${NOTEBOOK}.content.widgets[${shows.cell}].outputArea.node.scrollIntoView()`,
  );
}
