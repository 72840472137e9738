import type { CodeCell } from "../../../jupyter/notebook-files/notebook";
import type { RunState } from "../cell-runs";
import type { RunWords } from "../run-words";

/** Each state has a shape besides its word. */
const SIGNS: Record<RunState, string> = {
  ...{ starting: "◌", waiting: "◌", running: "●", done: "✓" },
  ...{ failed: "✕", held: "⊘", stopped: "■" },
};

/** What a reader may press at a cell. */
export interface Pressed {
  run(): void;
  stop(): void;
}

/** The bar between a cell's code and its outputs: a button, and how it stands with the cell. */
export class RunBar {
  readonly node = document.createElement("div");
  readonly #cell: CodeCell;
  readonly #words: RunWords;
  readonly #number: number;
  readonly #button = document.createElement("button");
  readonly #sign = document.createElement("span");
  readonly #state = document.createElement("span");
  #isRunning = false;

  /** @param number Which of the page's cells it is, from 1. */
  constructor(cell: CodeCell, number: number, words: RunWords, pressed: Pressed) {
    this.#cell = cell;
    this.#number = number;
    this.#words = words;
    this.node.className = "run";
    this.#button.type = "button";
    this.#button.addEventListener("click", () =>
      this.#isRunning ? pressed.stop() : pressed.run(),
    );
    this.#sign.setAttribute("aria-hidden", "true");
    const line = document.createElement("span");
    line.className = "state";
    line.append(this.#sign, this.#state);
    this.node.append(this.#button, line);
    this.show(undefined);
  }

  /** Shows a state. @returns it in words, for those who cannot see it */
  show(state: RunState | undefined): string {
    const words = this.#words;
    this.#isRunning = state === "starting" || state === "waiting" || state === "running";
    this.#button.textContent = this.#isRunning ? `■ ${words.stop}` : `▶ ${words.run}`;
    const label = this.#isRunning ? words.stopAll : words.runCell;
    this.#button.setAttribute("aria-label", label.replace("{n}", String(this.#number)));
    const count = this.#cell.execution_count;
    const isOver = state === "done" || state === "failed";
    this.#sign.textContent = state === undefined ? "" : SIGNS[state];
    const said =
      state === undefined ? "" : words[state] + (isOver && count !== null ? ` [${count}]` : "");
    this.#state.textContent = said;
    this.node.dataset.state = state ?? "";
    return said;
  }

  get number(): number {
    return this.#number;
  }
}
