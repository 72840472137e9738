import { home } from "../home/here";
import { escapeHtml } from "../text/escape-html";
import { refusal } from "../text/refusal";
import { words } from "../text/texts";
import type { MimeBundle } from "./displayable";
import { hasPage } from "./emit";
import { LiveDisplay, nextId } from "./live-display";
import { type ProgressState, progressWords } from "./progress-words";
import { TerminalLine } from "./terminal-line";

/**
 * Goes through a loop and shows how far it is: in a notebook one line below the cell, in a terminal
 * one line on stderr, changed at most ten times a second. When the loop ends, also by `break` or an
 * error, the line keeps the count of finished rounds.
 *
 * @param items what to go through, also asynchronously; or how often, which gives 0, 1, 2, …
 * @param label what is counted
 * @throws when `items` is neither a whole number from 0 on nor something to go through
 *
 * @example
 * [...progress(3, "epoch")]; // [ 0, 1, 2 ]
 * [...progress(["a", "b"], "files")]; // [ 'a', 'b' ]
 */
export function progress(total: number, label?: string): Iterable<number>;
export function progress<T>(items: Iterable<T>, label?: string): Iterable<T>;
export function progress<T>(items: AsyncIterable<T>, label?: string): AsyncIterable<T>;
export function progress(items: unknown, label = ""): Iterable<unknown> | AsyncIterable<unknown> {
  if (typeof items === "number" && Number.isInteger(items) && items >= 0) {
    return through(numbers(items), items, label);
  }
  if (has(items, Symbol.iterator)) return through(items as Iterable<unknown>, sizeOf(items), label);
  if (has(items, Symbol.asyncIterator)) {
    return throughAsync(items as AsyncIterable<unknown>, sizeOf(items), label);
  }
  throw new Error(refusal("progress", words("expected.rounds"), home.inspect(items, { depth: 0 })));
}

function* through<T>(items: Iterable<T>, total: number | undefined, label: string): Generator<T> {
  const line = new ProgressLine(label, total);
  try {
    for (const item of items) {
      yield item;
      line.step();
    }
  } finally {
    line.end();
  }
}

async function* throughAsync<T>(
  items: AsyncIterable<T>,
  total: number | undefined,
  label: string,
): AsyncGenerator<T> {
  const line = new ProgressLine(label, total);
  try {
    for await (const item of items) {
      yield item;
      line.step();
    }
  } finally {
    line.end();
  }
}

function* numbers(total: number): Generator<number> {
  for (let i = 0; i < total; i++) yield i;
}

const has = (value: unknown, method: symbol): boolean =>
  value !== null &&
  value !== undefined &&
  typeof (value as Record<symbol, unknown>)[method] === "function";

function sizeOf(items: unknown): number | undefined {
  const { length, size } = items as { length?: unknown; size?: unknown };
  return [length, size].find((count): count is number => typeof count === "number");
}

/** One line that says how far a loop is. */
class ProgressLine {
  readonly #start = performance.now();
  readonly #show: { offer(make: () => MimeBundle): boolean; end(make: () => MimeBundle): void };
  readonly #state: ProgressState;

  constructor(label: string, total: number | undefined) {
    this.#state = { label, done: 0, total };
    const bare = () => progressBundle(this.#state);
    this.#show = hasPage()
      ? new LiveDisplay(nextId("progress"), bare)
      : new TerminalLine(home.terminal);
    this.#show.offer(bare);
  }

  step(): void {
    this.#state.done++;
    this.#show.offer(() => {
      const elapsed = (performance.now() - this.#start) / 1000;
      return progressBundle({ ...this.#state, elapsed });
    });
  }

  end(): void {
    this.#show.end(() => progressBundle(this.#state));
  }
}

/** The line as a page shows it: the bar has the text's own colour, so it is seen on every page. */
function progressBundle(state: ProgressState): MimeBundle {
  const { label, done, total } = state;
  const words = escapeHtml(progressWords(state));
  const range =
    total === undefined
      ? ""
      : ` aria-valuemin="0" aria-valuemax="${total}" aria-valuenow="${done}"`;
  const width = total === undefined ? 0 : total === 0 ? 100 : Math.floor((100 * done) / total);
  const bar =
    total === undefined
      ? ""
      : `<span style="flex:0 1 15em;height:.7em;border:1px solid;border-radius:3px"><span style="display:block;width:${width}%;height:100%;background:currentColor"></span></span>`;
  return {
    "text/html": `<div role="progressbar" aria-label="${escapeHtml(label)}"${range} aria-valuetext="${words}" style="display:flex;align-items:center;gap:.7em;font-variant-numeric:tabular-nums">${bar}<span>${words}</span></div>`,
    "text/plain": progressWords(state),
  };
}
