import { home } from "../home/here";
import { escapeHtml } from "../text/escape-html";
import { expectOptions } from "../text/expect-options";
import { say } from "../text/language";
import { pictureHtml } from "../text/picture-html";
import { refusal } from "../text/refusal";
import { words } from "../text/texts";
import { chartKey } from "./chart-key";
import { CONFIG } from "./config";
import { drawFigure, styledFigure } from "./draw-figure";
import type { Figure } from "./figure";
import { figureWords } from "./figure-words";
import { liveScript } from "./live-script";
import { plainFigure } from "./plain-figure";

/** What is said of a figure besides its data. */
export interface FigureOptions {
  /** What the chart shows, in words; otherwise they are made from the figure. */
  alt?: string;
  /** The chart's name on the page, by which later scripts reach it; otherwise made from the figure. */
  id?: string;
}

/**
 * Makes what a cell shows of a Plotly figure: a still picture that every page can show and a script
 * that makes it live where scripts may run, the figure itself for pages that know Plotly, and words
 * for all others.
 *
 * @throws when the figure cannot be drawn (invalid, three-dimensional), or alt or id is no text: the
 *   message says why
 *
 * @example
 * Object.keys(figureBundle({ data: [{ y: [1, 2] }] })); // [ 'text/html', 'application/vnd.plotly.v1+json', 'text/plain' ]
 */
export function figureBundle(figure: Figure, options: FigureOptions = {}): Record<string, unknown> {
  expectOptions("figureBundle", options, { alt: true, id: true });
  if (typeof figure !== "object" || figure === null) {
    throw new Error(refusal("figureBundle", words("expected.figure"), home.inspect(figure)));
  }
  for (const name of ["alt", "id"] as const) {
    const text = options[name];
    if (text === undefined || typeof text === "string") continue;
    throw new Error(refusal("figureBundle", words("expected.text", { name }), home.inspect(text)));
  }
  const plain = plainFigure(figure);
  const alt = options.alt ?? figureWords(plain);
  const picture = drawFigure(plain);
  const svg = picture.svg
    .replace("<svg ", '<svg role="img" ')
    .replace(">", () => `>${titleOf(alt)}`);
  const styled = styledFigure(plain);
  const id = options.id ?? hashOf(styled);
  const mark = escapeHtml(chartKey(id));
  const img = pictureHtml({ ...picture, svg, alt }).replace(/>$/, () => ` data-chart="${mark}">`);
  return {
    "text/html":
      img + liveScript(id, styled, home.isPage ? say(words("chart.not-drawn")) : undefined),
    "application/vnd.plotly.v1+json": { ...styled, config: CONFIG },
    "text/plain": alt,
  };
}

/** The words stay with the picture, also where somebody takes it out of the page. */
const titleOf = (alt: string): string => `<title>${escapeHtml(alt)}</title>`;

/** A name that is the same at every run. */
const hashOf = (figure: Figure): string => home.sha256(JSON.stringify(figure)).slice(0, 12);
