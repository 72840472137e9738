import { home } from "../home/here";
import { escapeHtml } from "../text/escape-html";
import { expectOptions } from "../text/expect-options";
import { formatNumber } from "../text/format-number";
import { refusal } from "../text/refusal";
import { words } from "../text/texts";
import type { MimeBundle } from "./displayable";
import { emit, hasPage } from "./emit";
import type { Figure } from "./figure";
import { figureBundle } from "./figure-bundle";
import { LiveDisplay, nextId } from "./live-display";
import { pointsScript } from "./points-script";

/** Curves that do not exist yet: their names, and what stands at the axes. */
export interface LiveChartOptions {
  title?: string;
  /** What is counted along the x axis. */
  x?: string;
  /** What the y axis measures. */
  y?: string;
  /** The names of the curves. */
  series: readonly string[];
  /** Everything else of the chart, as Plotly's layout has it. */
  layout?: Figure["layout"];
}

const OPTIONS = { title: true, x: true, y: true, series: true, layout: true } as const;

interface Curve {
  name: string;
  x: number[];
  y: (number | null)[];
  mode: string;
}

/**
 * Begins a chart of training curves that grows while a loop runs. Below the cell stand the chart and
 * a line with the newest values; at most ten times a second the new points go to the page. `end()`
 * puts the full chart with its still picture there, which is what a saved notebook keeps. A cell that
 * ends before that, also by an error or an interrupt, leaves the chart as far as it came; a later cell
 * can go on with it. In plain Node it prints words at the end.
 *
 * @throws when no curve is named, or two have the same name
 *
 * @example
 * liveChart({ series: ["loss"] }).add(1, { loss: 0.5 }).add(2, { loss: 0.25 }).text; // "2: loss 0.25"
 */
export function liveChart(options: LiveChartOptions): LiveChart {
  return new LiveChart(options);
}

/** A chart that grows; `liveChart` makes one. */
class LiveChart {
  readonly #options: LiveChartOptions;
  readonly #curves: Map<string, Curve>;
  readonly #id = nextId("chart");
  readonly #chart = new LiveDisplay(this.#id);
  readonly #points = new LiveDisplay(`${this.#id}-points`, () => this.#whole());
  #sent: number[];
  #text = "";
  #ended = false;

  constructor(options: LiveChartOptions) {
    expectOptions("liveChart", options, OPTIONS);
    const { series } = options;
    if (!Array.isArray(series) || series.length === 0 || new Set(series).size < series.length) {
      throw new Error(refusal("liveChart", words("expected.series"), home.inspect(series)));
    }
    this.#options = options;
    this.#curves = new Map(
      options.series.map((name) => [name, { name, x: [], y: [], mode: "lines" }]),
    );
    this.#sent = this.#counts();
    if (!hasPage()) return;
    this.#chart.show(() => this.#bundle());
    this.#points.show(() => this.#newPoints());
  }

  /** The newest values in words. */
  get text(): string {
    return this.#text;
  }

  /**
   * Adds a point to one curve or to several.
   *
   * @param x where; the same for all curves named in `values`
   * @param values the new value of each curve, by name; NaN and ±Infinity are drawn as gaps
   * @returns the chart itself
   * @throws after `end`, or when `x` is no finite number, or when a name or a value is none of the chart's
   */
  add(x: number, values: Record<string, number>): this {
    const who = "liveChart.add";
    if (this.#ended) {
      throw new Error(refusal(who, words("expected.openChart"), words("got.endedChart")));
    }
    if (!Number.isFinite(x)) {
      throw new Error(refusal(who, words("expected.finiteNumber", { name: "x" }), home.inspect(x)));
    }
    if (typeof values !== "object" || values === null) {
      const names = [...this.#curves.keys()].join(", ");
      throw new Error(refusal(who, words("expected.valuesFor", { names }), home.inspect(values)));
    }
    const entries = Object.entries(values);
    for (const [name, y] of entries) {
      if (!this.#curves.has(name) || typeof y !== "number") {
        const names = [...this.#curves.keys()].join(", ");
        const got = words("got.valueFor", { value: home.inspect(y), name });
        throw new Error(refusal(who, words("expected.valuesFor", { names }), got));
      }
    }
    for (const [name, y] of entries) {
      const curve = this.#curves.get(name);
      curve?.x.push(x);
      curve?.y.push(Number.isFinite(y) ? y : null);
    }
    const newest = entries.map(([name, y]) => `${name} ${formatNumber(y)}`).join(", ");
    const at = this.#options.x === undefined ? "" : `${this.#options.x} `;
    this.#text = `${at}${formatNumber(x)}: ${newest}`;
    if (hasPage()) this.#points.offer(() => this.#newPoints());
    return this;
  }

  /** Ends the chart: the whole of it with its still picture. Calling it again does nothing. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    if (!hasPage()) {
      emit(this.#bundle());
      return;
    }
    this.#points.end(() => this.#whole());
  }

  /** Shows the full chart, and gives the line below it. */
  #whole(): MimeBundle {
    this.#chart.show(() => this.#bundle());
    this.#sent = this.#counts();
    return this.#line("");
  }

  #bundle(): MimeBundle {
    const { title, x, y, layout } = this.#options;
    const axes = { ...(x && { xaxis: { title: x } }), ...(y && { yaxis: { title: y } }) };
    const figure = {
      data: [...this.#curves.values()].map((curve) => ({ ...curve })),
      layout: { ...(title && { title }), ...axes, showlegend: true, ...layout },
    };
    return figureBundle(figure, { id: this.#id });
  }

  /** The newest values as a line, and the script that gives the page's chart the points it lacks. */
  #newPoints(): MimeBundle {
    const curves = [...this.#curves.values()];
    const sent = this.#sent;
    this.#sent = this.#counts();
    const points = curves.map(({ x, y }, i) => ({
      from: sent[i],
      x: x.slice(sent[i]),
      y: y.slice(sent[i]),
    }));
    return this.#line(pointsScript(this.#id, points));
  }

  #counts(): number[] {
    return [...this.#curves.values()].map(({ x }) => x.length);
  }

  #line(script: string): MimeBundle {
    const html = `<div style="font-variant-numeric:tabular-nums">${escapeHtml(this.#text)}</div>`;
    return { "text/html": html + script, "text/plain": this.#text };
  }
}

export type { LiveChart };
