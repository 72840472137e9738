import { toJson } from "../../jupyter/messages/json-text";
import type { FromCells } from "../cells/messages";
import { JOIN_MILLISECONDS } from "../protocol/stream-joiner";
import type { FromWorker, Item } from "./messages";
import { after } from "./platform";

/** Most 16-bit units of text that wait to be sent. */
const FULL = 1 << 16;

/** What a cell may print without giving control back before it has to wait, in 16-bit units. */
const FREE = 1 << 24;

/** Above that, how many of them a millisecond. */
const PACE = 1 << 12;

/** Half of a character that takes two 16-bit units, without its other half. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Pieces of text that are sent at once in each span of JOIN_MILLISECONDS; those behind them wait for its end. */
const AT_ONCE = 256;

/**
 * Sends what cells show to the page, in order. Text goes at once, so that it is there when a cell blocks its
 * thread right behind it; only of very much, as of a million lines, some pieces wait to be joined.
 */
export class WorkerOutbox {
  readonly #post: (message: FromWorker) => void;
  #items: Item[] = [];
  #length = 0;
  /** When the present span began, and how many pieces have been sent in it. */
  #since = Number.NEGATIVE_INFINITY;
  #pieces = 0;
  #takeBack: (() => void) | undefined;
  /** Sent since the event loop last had its turn. */
  #sent = 0;

  /** @param post - Takes a message to the page. */
  constructor(post: (message: FromWorker) => void) {
    this.#post = post;
  }

  /** Adds to a cell's stream. */
  print(kind: "stdout" | "stderr", cell: number, printed: string): void {
    if (printed === "") return;
    const text = /[\ud800-\udfff]/.test(printed) ? printed.replace(HALF, "\ufffd") : printed;
    const last = this.#items.at(-1);
    if (last !== undefined && last[0] === kind && last[1] === cell)
      this.#items[this.#items.length - 1] = [kind, cell, last[2] + text];
    else this.#items.push([kind, cell, text]);
    this.#length += text.length;
    const now = performance.now();
    if (now - this.#since >= JOIN_MILLISECONDS) {
      this.#since = now;
      this.#pieces = 0;
    }
    if (++this.#pieces <= AT_ONCE || this.#length >= FULL) this.flush();
    else this.#takeBack ??= after(JOIN_MILLISECONDS, () => this.flush());
  }

  /** Adds one message, which the page is to handle at once. */
  message(cell: number, message: FromCells): void {
    const json = toJson(message);
    this.#items.push(["message", cell, json]);
    this.#length += json.length;
    this.flush();
  }

  /** Sends what waits. */
  flush(): void {
    this.#takeBack?.();
    this.#takeBack = undefined;
    if (this.#items.length === 0) return;
    const items = this.#items;
    const length = this.#length;
    this.#items = [];
    this.#length = 0;
    this.#post({ type: "items", items });
    this.#slowDown(length);
  }

  /**
   * Nothing tells a cell that prints without end that the page cannot keep up: behind a few megabytes it
   * goes on at a pace that the page can follow, so that memory does not grow with it.
   */
  #slowDown(length: number): void {
    if (this.#sent === 0) after(0, () => this.#forget());
    this.#sent += length;
    if (this.#sent <= FREE) return;
    const end = performance.now() + length / PACE;
    while (performance.now() < end);
  }

  #forget(): void {
    this.#sent = 0;
  }
}
