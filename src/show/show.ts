import { home } from "../home/here";
import { say } from "../text/language";
import { words } from "../text/texts";
import { DISPLAY, isDisplayable, type MimeBundle } from "./displayable";
import { emit } from "./emit";
import type { Figure } from "./figure";
import { figureBundle } from "./figure-bundle";
import { looksLikeFigure } from "./looks-like-figure";

/**
 * Shows a value below the cell: a Plotly figure as a chart, a graph as a drawing, anything else as
 * text.
 *
 * Introduced in lesson 00.
 *
 * @throws when a figure (an object with `data` and `layout`) cannot be drawn: the message says why.
 *   No other value makes it throw, however odd.
 *
 * @example
 * typeof show({ price: 220 }); // "undefined"
 */
export function show(figure: Figure): void;
export function show(value: unknown): void;
export function show(value: unknown): void {
  const bundle = bundleOf(value);
  if (bundle instanceof Promise) void bundle.then((ready) => emit(ready));
  else emit(bundle);
}

function bundleOf(value: unknown): MimeBundle | Promise<MimeBundle> {
  if (looksLikeFigure(value)) return figureBundle(value);
  if (!isDisplayable(value)) return textBundle(textOf(value));
  try {
    const bundle = value[DISPLAY]();
    if (typeof bundle === "object" && bundle !== null) return bundle;
    return textBundle(textOf(value));
  } catch (error) {
    const failed = say(words("figures.ownDisplay", { error: textOf(error) }));
    return textBundle(`${textOf(value)}\n${failed}`);
  }
}

const textBundle = (text: string): MimeBundle => ({ "text/plain": text });

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return home.inspect(value);
  } catch {
    // Its own inspection throws: leave that out, and look at the bare fields.
    return home.inspect(value, { customInspect: false, showProxy: true });
  }
}
