import { expect } from "chai";
import { home } from "../../../src/home/here";
import type { MimeBundle } from "../../../src/show/displayable";
import type { EmitOptions } from "../../../src/show/emit";
import { liveChart } from "../../../src/show/live-chart";
import { pictureIn } from "../../support/picture";
import { printed } from "../../support/printed";
import { work } from "../../support/work";

const HOOK = Symbol.for("tslab.display");
const scope = globalThis as Record<PropertyKey, unknown>;
const OPTIONS = { title: "Training", x: "epoch", y: "loss", series: ["train", "test"] };

describe("liveChart", function () {
  this.timeout(30_000);
  let shown: { bundle: MimeBundle; options: EmitOptions }[] = [];
  beforeEach(() => {
    shown = [];
    scope[HOOK] = (bundle: MimeBundle, options: EmitOptions) =>
      void shown.push({ bundle, options });
  });
  afterEach(() => {
    delete scope[HOOK];
  });

  /** The points that the updates carry, by curve: what a page would have drawn. */
  function sentPoints(): { x: number[]; y: number[] }[] {
    const curves = [
      { x: [] as number[], y: [] as number[] },
      { x: [] as number[], y: [] as number[] },
    ];
    for (const { bundle, options } of shown) {
      if (!options.displayId?.endsWith("-points")) continue;
      const json = /\("chart-\d+",(\[.*\])\)<\/script>$/s.exec(String(bundle["text/html"]))?.[1];
      if (json === undefined) continue;
      for (const [i, { from, x, y }] of JSON.parse(json).entries()) {
        expect(from).to.equal(curves[i].x.length);
        curves[i].x.push(...x);
        curves[i].y.push(...y);
      }
    }
    return curves;
  }

  it("leaves the last points to the end of the cell, but shows them by itself in a page", async () => {
    const waited = () => new Promise((done) => setTimeout(done, 250));
    const grow = () => {
      const chart = liveChart(OPTIONS);
      for (let i = 0; i < 5; i++) chart.add(i, { train: i, test: i });
      return chart;
    };
    grow();
    await waited();
    expect(sentPoints()[0].x).to.deep.equal([]);
    shown = [];
    const page = {
      later: (work: () => void, milliseconds: number) => setTimeout(work, milliseconds),
    };
    Object.assign(home, page);
    try {
      const chart = grow();
      await waited();
      expect(sentPoints()[0].x).to.deep.equal([0, 1, 2, 3, 4]);
      chart.add(5, { train: 5 }).add(6, { train: 6 }).end();
      const ended = shown.length;
      await waited();
      expect(shown).to.have.lengthOf(ended);
    } finally {
      Reflect.deleteProperty(home, "later");
    }
  });

  it("shows the chart once, sends only new points, at most ten times a second, then the full chart", () => {
    const chart = liveChart(OPTIONS);
    const start = performance.now();
    let step = 0;
    for (; performance.now() - start < 450; step++) {
      chart.add(step, step % 2 === 0 ? { train: 1 / (step + 1), test: 1 } : { train: 0 });
      work(2);
    }
    const most = (performance.now() - start) / 100 + 1;
    const [first, points, ...updates] = shown;
    expect(points.options.displayId).to.equal(`${first.options.displayId}-points`);
    expect(updates).to.have.length.within(2, most);
    for (const { options } of updates) {
      expect(options).to.include({ displayId: points.options.displayId, update: true });
    }
    const [train, test] = sentPoints();
    expect(train.x).to.deep.equal(Array.from(train.x, (_, i) => i));
    expect(train.x.length).to.be.greaterThan(10);
    expect(test.x).to.deep.equal(Array.from(test.x, (_, i) => 2 * i));

    shown = [];
    chart.end();
    chart.end();
    const [full, line] = shown;
    expect(shown).to.have.length(2);
    expect(full.options).to.deep.equal({ displayId: first.options.displayId, update: true });
    expect(line.options).to.deep.equal({ displayId: points.options.displayId, update: true });
    expect(full.bundle["application/vnd.plotly.v1+json"]).to.have.nested.property(
      `data[0].x.length`,
      step,
    );
    expect(pictureIn(full.bundle).alt).to.include(`train: x from 0 to ${step - 1}`);
    expect(line.bundle["text/html"]).to.not.include("<script");
    expect(line.bundle["text/plain"]).to.match(new RegExp(`^epoch ${step - 1}: train `));
  });

  it("leaves the whole chart to a cell that ends before it, and goes on in a later one", () => {
    const chart = liveChart(OPTIONS).add(1, { train: 3 }).add(2, { train: 1 });
    const { bundle: begun, options } = shown[1];
    expect(begun["text/html"]).to.include("<script");
    const line = options.atCellEnd?.();
    expect(line?.["text/plain"]).to.equal("epoch 2: train 1");
    expect(line?.["text/html"]).to.not.include("<script");
    const whole = shown[shown.length - 1];
    expect(whole.options).to.deep.equal({ displayId: shown[0].options.displayId, update: true });
    expect(whole.bundle["application/vnd.plotly.v1+json"]).to.have.nested.property(
      "data[0].x.length",
      2,
    );
    work(110);
    chart.add(3, { train: 2 });
    const more = shown[shown.length - 1];
    expect(more.options).to.include({ displayId: options.displayId, atCellEnd: options.atCellEnd });
    expect(more.bundle["text/html"]).to.include('{"from":2,"x":[3],"y":[2]}');
  });

  it("draws what is no finite number as a gap", () => {
    const chart = liveChart(OPTIONS).add(1, { train: Number.NaN }).add(2, { train: 3 });
    chart.end();
    const json = shown[2].bundle["application/vnd.plotly.v1+json"];
    expect(json).to.have.nested.property("data[0].y").deep.equal([null, 3]);
  });

  it("prints words at the end in plain Node", () => {
    delete scope[HOOK];
    const text = printed(() => liveChart(OPTIONS).add(1, { train: 3 }).add(2, { train: 1 }).end());
    expect(text).to.match(/^Chart: Training\..* train: x from 1 to 2, y from 1 to 3\..*\n$/);
  });

  it("refuses wrong points with a sentence and keeps the others", () => {
    const chart = liveChart(OPTIONS).add(1, { train: 1 });
    const wrong = "liveChart.add: expected ";
    expect(() => chart.add(2, { train: 2, los: 1 })).to.throw(
      `${wrong}numbers for train, test, but got 1 for los`,
    );
    expect(() => chart.add(2, { train: "2" as never })).to.throw(`but got '2' for train`);
    expect(() => chart.add(Number.NaN, { train: 2 })).to.throw(`${wrong}x to be a finite number`);
    expect(chart.text).to.equal("epoch 1: train 1");
    chart.end();
    expect(() => chart.add(2, { train: 2 })).to.throw(`${wrong}a chart that has not ended`);
    for (const series of [[], ["a", "a"], undefined]) {
      expect(() => liveChart({ series: series as string[] })).to.throw(
        "liveChart: expected series to be a list of different names, but got ",
      );
    }
  });
});
