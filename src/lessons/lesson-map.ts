import { DISPLAY, type Displayable } from "../show/displayable";
import { escapeHtml } from "../text/escape-html";
import { language, say } from "../text/language";
import { CARD, FONT, FORWARD } from "../text/palette";
import { type Picture, pictureHtml } from "../text/picture-html";
import { textWidth } from "../text/text-width";
import { words } from "../text/texts";
import { LESSONS, type LessonFacts, STAGES } from "./lessons";

const BOX = { width: 156, height: 82, gap: 34, size: 14, line: 18 } as const;
const ROW = { height: 146, title: 22 } as const;
const MARGIN = 24;

/**
 * The whole way as a picture: all lessons in order, in three stages. Lesson 00 shows it.
 *
 * Introduced in lesson 00.
 *
 * @example
 * String(lessonMap()).split("\n")[1]; // "  00  Run, predict, check"
 */
export function lessonMap(): Displayable & { toString(): string } {
  const text = mapText();
  return {
    [DISPLAY]: () => ({ "text/html": pictureHtml(drawMap()), "text/plain": text }),
    toString: () => text,
  };
}

const lessonsIn = (stage: string): LessonFacts[] =>
  LESSONS.filter((lesson) => lesson.stage === stage);

function mapText(): string {
  return STAGES.flatMap(({ name, title }) => [
    say(title),
    ...lessonsIn(name).map(({ number, about }) => `  ${number}  ${say(about)}`),
  ]).join("\n");
}

function drawMap(): Picture {
  const columns = Math.max(...STAGES.map(({ name }) => lessonsIn(name).length));
  const width = 2 * MARGIN + columns * BOX.width + (columns - 1) * BOX.gap;
  const height = 2 * MARGIN + (STAGES.length - 1) * ROW.height + ROW.title + BOX.height;
  const title = say(words("lessonMap.title"));
  const alt = `${title}. ${mapText().replaceAll(/\n */g, "; ")}.`;
  const rows = STAGES.map((stage, row) => {
    const top = MARGIN + row * ROW.height;
    const boxes = lessonsIn(stage.name).map(({ number, about }, column) =>
      drawBox(number, say(about), leftOf(column), top + ROW.title),
    );
    const arrows = boxes.slice(1).map((_, column) => {
      const y = top + ROW.title + BOX.height / 2;
      return arrow(`M${leftOf(column) + BOX.width + 2},${y}H${leftOf(column + 1) - 3}`);
    });
    return [
      `<text class="stage" x="${MARGIN}" y="${top + 8}">${escapeHtml(say(stage.title))}</text>`,
      ...boxes,
      ...arrows,
      row === STAGES.length - 1 ? "" : turn(boxes.length - 1, top + ROW.title + BOX.height),
    ].join("");
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${language()}" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeHtml(title)}</title><desc>${escapeHtml(alt)}</desc><style>text{font-family:${FONT};fill:${CARD.ink};font-size:${BOX.size}px}.stage{font-size:15px;fill:${CARD.quiet}}.number{font-weight:bold;fill:${FORWARD}}.box{fill:${CARD.soft};stroke:${CARD.quiet}}.way{fill:none;stroke:${FORWARD};stroke-width:2}</style>`,
    `<defs><marker id="head" markerWidth="9" markerHeight="8" refX="8" refY="4" orient="auto" markerUnits="userSpaceOnUse"><path d="M0,0L9,4L0,8z" fill="${FORWARD}"/></marker></defs>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${CARD.paper}" stroke="${CARD.edge}"/>`,
    ...rows,
    "</svg>",
  ].join("\n");
  return { svg, width, height, alt };
}

const leftOf = (column: number): number => MARGIN + column * (BOX.width + BOX.gap);

const arrow = (path: string): string => `<path class="way" marker-end="url(#head)" d="${path}"/>`;

/** From the last box of a row down and back to the first one of the next. */
function turn(column: number, bottom: number): string {
  const from = leftOf(column) + BOX.width / 2;
  const to = leftOf(0) - 12;
  const middle = bottom + 17;
  const next = bottom + ROW.height - BOX.height / 2;
  return arrow(`M${from},${bottom + 2}V${middle}H${to}V${next}H${leftOf(0) - 3}`);
}

function drawBox(number: string, label: string, x: number, y: number): string {
  const lines = wrap(label, BOX.width - 24).map(
    (line, i) => `<text x="${x + 12}" y="${y + 42 + i * BOX.line}">${escapeHtml(line)}</text>`,
  );
  return [
    `<rect class="box" x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="12"/>`,
    `<text class="number" x="${x + 12}" y="${y + 22}">${number}</text>`,
    ...lines,
  ].join("");
}

/** Breaks a label between words where it gets too wide. */
function wrap(label: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    if (lines.length > 0 && textWidth(longer, BOX.size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
