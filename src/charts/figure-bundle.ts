import { escapeHtml } from "../words/escape-html";
import { pictureHtml } from "../words/picture-html";
import { drawFigure, styledFigure } from "./draw-figure";
import type { Figure } from "./figure";
import { figureWords } from "./figure-words";
import { plainFigure } from "./plain-figure";

export interface FigureOptions {
  /** What the chart shows, in words; otherwise they are made from the figure. */
  alt?: string;
}

/**
 * Makes what a cell shows of a Plotly figure: a still picture that every page can show, the figure
 * itself for pages that know Plotly, and words for all others.
 *
 * @throws when the figure cannot be drawn (invalid, three-dimensional): the message says why
 *
 * @example
 * Object.keys(figureBundle({ data: [{ y: [1, 2] }] })); // [ 'text/html', 'application/vnd.plotly.v1+json', 'text/plain' ]
 */
export function figureBundle(figure: Figure, options: FigureOptions = {}): Record<string, unknown> {
  const plain = plainFigure(figure);
  const alt = options.alt ?? figureWords(plain);
  const picture = drawFigure(plain);
  const svg = picture.svg
    .replace("<svg ", '<svg role="img" ')
    .replace(">", () => `>${titleOf(alt)}`);
  return {
    "text/html": pictureHtml({ ...picture, svg, alt }),
    "application/vnd.plotly.v1+json": styledFigure(plain),
    "text/plain": alt,
  };
}

/** The words stay with the picture, also where somebody takes it out of the page. */
const titleOf = (alt: string): string => `<title>${escapeHtml(alt)}</title>`;
