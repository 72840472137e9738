import { inspect } from "node:util";
import { shapeText } from "../arrays/describe";
import { DISPLAY, type Displayable, type MimeBundle } from "../show/displayable";
import { escapeHtml } from "../text/escape-html";
import { formatNumber } from "../text/format-number";
import { language, say } from "../text/language";
import { isWide } from "../text/text-width";
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

  [inspect.custom](): string {
    return this.toString();
  }

  #sentences(): string[] {
    const wrong = this.rows.filter(({ ok }) => !ok);
    const limit = errorText(this.tolerance);
    const names = wrong.map(({ name }) => `d${name}`).join(", ");
    const first =
      wrong.length === 0
        ? say({
            en: `✓ Gradient check: all agree (relative error at most ${limit})`,
            ko: `✓ 기울기 확인: 모두 일치합니다 (상대 오차 ${limit} 이하)`,
          })
        : say({
            en: `✗ Gradient check: ${names} ${wrong.length === 1 ? "does" : "do"} not agree`,
            ko: `✗ 기울기 확인: ${names} 값이 일치하지 않습니다`,
          });
    const worst = wrong.map(({ name, shape, worst: { index, backprop, numeric }, kink }) => {
      const at = shape.length === 0 ? `d${name}` : `d${name} ${shapeText(index)}`;
      const [b, n] = [backprop, numeric].map(formatNumber);
      const seen = say({
        en: `${at}: backprop says ${b}, the numbers say ${n}.`,
        ko: `${at}: 역전파의 값은 ${b}, 수치 미분의 값은 ${n}입니다.`,
      });
      if (!kink) return seen;
      return `${seen} ${say({
        en: "The function has a kink there: its slopes to the left and to the right differ, and backprop gave one of them. Try a smaller h or another input.",
        ko: "이 자리에서 함수가 꺾입니다. 왼쪽과 오른쪽 기울기가 다르고, 역전파는 그중 하나를 돌려주었습니다. h를 줄이거나 다른 입력으로 확인해 보세요.",
      })}`;
    });
    const dout = say({
      en: "✗ backward changed the caller's dout.",
      ko: "✗ backward가 호출한 쪽의 dout을 바꿨습니다.",
    });
    if (this.doutChanged && wrong.length === 0) return [dout, first, ...worst];
    return [first, ...worst, ...(this.doutChanged ? [dout] : [])];
  }
}

/** Columns of a terminal that a text takes: Korean letters take two. */
const columns = (text: string) =>
  [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);

const HEADS = () => [
  say({ en: "gradient", ko: "미분" }),
  say({ en: "shape", ko: "형상" }),
  say({ en: "relative error", ko: "상대 오차" }),
  say({ en: "verdict", ko: "판정" }),
];

function texts({ name, shape, error, ok, checked, total }: GradientRow): string[] {
  const verdict = ok ? say({ en: "agrees", ko: "일치" }) : say({ en: "differs", ko: "불일치" });
  const part =
    checked === total
      ? ""
      : say({ en: ` (${checked} of ${total})`, ko: ` (${total}개 중 ${checked}개)` });
  const size = shape.length === 0 ? say({ en: "a number", ko: "수 하나" }) : shapeText(shape);
  return [`d${name}`, size + part, errorText(error), verdict];
}

/** One digit and the power: the errors below the first are rounding, which differs between machines. */
function errorText(error: number): string {
  if (error === 0 || Number.isNaN(error)) return String(error);
  return error < 1e-3 ? error.toExponential(0) : String(Number(error.toPrecision(2)));
}
