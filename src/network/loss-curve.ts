import { type LiveChart, liveChart } from "../show/live-chart";
import { say } from "../text/language";
import { words } from "../text/texts";

/** Points that the curve has in the end, at most. */
const POINTS = 120;

/**
 * The loss as it falls, drawn below the cell while a net trains. Each point is the mean of a few
 * steps, which calms the curve and keeps it small.
 */
export class LossCurve {
  readonly #chart: LiveChart;
  readonly #name: string;
  readonly #every: number;
  #shown = 0;

  /**
   * @param steps how many there will be in all
   * @param losses those of the steps so far, which are drawn at once
   */
  constructor(steps: number, losses: readonly number[]) {
    const loss = say(words("training.loss"));
    this.#every = Math.ceil(steps / POINTS);
    this.#name = this.#every === 1 ? loss : say(words("training.mean-loss"));
    this.#chart = liveChart({
      title: say(words("training.title")),
      x: say(words("training.step")),
      y: loss,
      series: [this.#name],
      layout: { showlegend: false, yaxis: { title: loss, rangemode: "tozero" } },
    });
    this.add(losses);
  }

  /** Draws what is new. */
  add(losses: readonly number[]): void {
    for (; this.#shown + this.#every <= losses.length; this.#shown += this.#every) {
      const steps = losses.slice(this.#shown, this.#shown + this.#every);
      const mean = steps.reduce((sum, loss) => sum + loss, 0) / steps.length;
      this.#chart.add(this.#shown + this.#every, { [this.#name]: mean });
    }
  }

  end(): void {
    this.#chart.end();
  }
}
