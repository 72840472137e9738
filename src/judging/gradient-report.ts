import { shapeText } from "../arrays/describe";
import { INSPECT } from "../home/home";
import { DISPLAY, type Displayable, type MimeBundle } from "../show/displayable";
import { escapeHtml } from "../text/escape-html";
import { formatNumber } from "../text/format-number";
import { language, say } from "../text/language";
import { isWide } from "../text/text-width";
import { words } from "../text/texts";
import { EDGES } from "./card";

/** How one parameter or input came out. */
export interface GradientRow {
  /** Such as `W1`, or `x`. */
  name: string;
  shape: number[];
  /** Numbers that were checked, of so many. */
  checked: number;
  total: number;
  /** ‖numeric − backprop‖ / (‖numeric‖ + ‖backprop‖), from 0 to 1. */
  error: number;
  ok: boolean;
  /** Where the two are farthest apart. */
  worst: { index: number[]; backprop: number; numeric: number };
  /** Whether the loss has a kink there: both sides have a slope, and backprop gave one of them. */
  kink: boolean;
}

/** What a report says besides its rows. */
export interface GradientReportFacts {
  h: number;
  tolerance: number;
  /** Forward passes that the central differences took. Backpropagation took one, and one backward. */
  forwardPasses: number;
  /** Whether backward wrote into the caller's dout. */
  doutChanged: boolean;
}

/** What a gradient check found: a table to show, or to read by program. */
export class GradientReport implements Displayable {
  readonly rows: readonly GradientRow[];
  readonly h: number;
  readonly tolerance: number;
  readonly forwardPasses: number;
  readonly doutChanged: boolean;

  constructor(rows: readonly GradientRow[], facts: GradientReportFacts) {
    this.rows = rows;
    this.h = facts.h;
    this.tolerance = facts.tolerance;
    this.forwardPasses = facts.forwardPasses;
    this.doutChanged = facts.doutChanged;
  }

  /** Whether all gradients agree, and backward left the caller's dout alone. */
  get ok(): boolean {
    return !this.doutChanged && this.rows.every(({ ok }) => ok);
  }

  /** The largest relative error. */
  get error(): number {
    return Math.max(...this.rows.map(({ error }) => (Number.isNaN(error) ? Infinity : error)));
  }

  [DISPLAY](): MimeBundle {
    const [first, ...others] = this.#sentences();
    const { style, colour } = EDGES[this.ok ? "passed" : "wrong"];
    const cell = (tag: string, text: string, align = "left") =>
      `<${tag} style="text-align:${align};padding:0.1em 0.8em">${escapeHtml(text)}</${tag}>`;
    const heads = HEADS().map((head, i) => cell("th", head, i === 2 ? "right" : "left"));
    const rows = this.rows.map((row) =>
      texts(row).map((text, i) => cell("td", text, i === 2 ? "right" : "left")),
    );
    const table = `<table><thead><tr>${heads.join("")}</tr></thead><tbody>${rows
      .map((cells) => `<tr>${cells.join("")}</tr>`)
      .join("")}</tbody></table>`;
    const paragraphs = others.map((line) => `<p style="margin:0.4em 0 0">${escapeHtml(line)}</p>`);
    return {
      "text/html":
        `<div role="note" lang="${language()}" style="border-left:6px ${style} ${colour};` +
        `padding:0.2em 0 0.2em 0.8em;margin:0.4em 0"><p style="margin:0"><strong>${escapeHtml(first)}</strong></p>` +
        `${table}${paragraphs.join("")}</div>`,
      "text/plain": String(this),
    };
  }

  toString(): string {
    const [first, ...others] = this.#sentences();
    const lines = [HEADS(), ...this.rows.map(texts)];
    const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => columns(line[i]))));
    const table = lines.map((line) =>
      line
        .map((text, i) => text + " ".repeat(widths[i] - columns(text)))
        .join("  ")
        .trimEnd(),
    );
    return [first, ...table, ...others].join("\n");
  }

  [INSPECT](): string {
    return this.toString();
  }

  #sentences(): string[] {
    const wrong = this.rows.filter(({ ok }) => !ok);
    const names = wrong.map(({ name }) => `d${name}`);
    const first =
      wrong.length === 0
        ? words("gradientCheck.all-agree", { limit: errorText(this.tolerance) })
        : wrong.length === 1
          ? words("gradientCheck.one-differs", { name: names[0] })
          : words("gradientCheck.some-differ", { names: names.join(", ") });
    const worst = wrong.map(({ name, shape, worst: { index, ...values }, kink }) => {
      const at = shape.length === 0 ? `d${name}` : `d${name} ${shapeText(index)}`;
      const [backprop, numeric] = [values.backprop, values.numeric].map(formatNumber);
      const seen = say(words("gradientCheck.worst", { at, backprop, numeric }));
      return kink ? `${seen} ${say(words("gradientCheck.kink"))}` : seen;
    });
    const dout = say(words("gradientCheck.dout-changed"));
    if (this.doutChanged && wrong.length === 0) return [dout, say(first), ...worst];
    return [say(first), ...worst, ...(this.doutChanged ? [dout] : [])];
  }
}

/** Columns of a terminal that a text takes: Korean letters take two. */
const columns = (text: string) =>
  [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);

const HEADS = () =>
  (["gradient", "shape", "error", "verdict"] as const).map((head) =>
    say(words(`gradientCheck.${head}`)),
  );

function texts({ name, shape, error, ok, checked, total }: GradientRow): string[] {
  const verdict = say(words(ok ? "gradientCheck.agrees" : "gradientCheck.differs"));
  const part = checked === total ? "" : say(words("gradientCheck.part", { checked, total }));
  const size = shape.length === 0 ? say(words("gradientCheck.number")) : shapeText(shape);
  return [`d${name}`, size + part, errorText(error), verdict];
}

/** One digit and the power: the errors below the first are rounding, which differs between machines. */
function errorText(error: number): string {
  if (error === 0 || Number.isNaN(error)) return String(error);
  return error < 1e-3 ? error.toExponential(0) : String(Number(error.toPrecision(2)));
}
