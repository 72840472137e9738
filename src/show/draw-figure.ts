import { home } from "../home/here";
import type { Asked, Studio } from "../home/home";
import { say } from "../text/language";
import { words } from "../text/texts";
import type { Figure } from "./figure";
import { HEIGHT, HOUSE_STYLE, UNTITLED_TOP, WIDTH } from "./house-style";
import type { PictureReply, PictureRequest } from "./picture-worker";

const LONGEST_MS = 60_000;

/** A figure as a still picture. */
export interface DrawnFigure {
  svg: string;
  width: number;
  height: number;
}

let thread: Asked | undefined;

/** The figure in the house's style; what it sets itself stays. */
export function styledFigure({ data, layout }: Figure): Figure {
  const margin = layout?.title ? {} : { margin: { t: UNTITLED_TOP } };
  const size = { width: WIDTH, height: HEIGHT };
  return { data, layout: { template: HOUSE_STYLE, ...size, ...margin, ...layout } };
}

/**
 * Draws a figure of plain values as SVG: in a thread of its own, which is started at the first
 * chart, while the caller waits, so that what a cell shows keeps its order. A page has no such thread,
 * since plotly.js draws there itself: it gets an empty picture of that size to hold the place.
 *
 * @throws when the figure cannot be drawn: the message says why
 */
export function drawFigure(figure: Figure): DrawnFigure {
  const styled = styledFigure(figure);
  const { studio } = home;
  return studio === undefined ? placeOf(styled) : drawIn(studio, { figure, styled });
}

function drawIn(studio: Studio, request: PictureRequest): DrawnFigure {
  thread ??= studio.open("show/picture-worker", () => {
    thread = undefined; // the next chart starts another one
  });
  const reply = thread.ask(request, LONGEST_MS) as PictureReply | undefined;
  if (reply === undefined) {
    thread = undefined;
    throw new Error(say(words("figures.late", { seconds: LONGEST_MS / 1000 })));
  }
  const { svg, width, height, error } = reply;
  if (svg === undefined || width === undefined || height === undefined) {
    throw new Error(error && say(error));
  }
  return { svg, width, height };
}

function placeOf({ layout }: Figure): DrawnFigure {
  const { width = WIDTH, height = HEIGHT } = layout ?? {};
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}></svg>`, width, height };
}
