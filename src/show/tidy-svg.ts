import { CARD } from "../text/palette";

/** What an element has anyway, as long as nothing around it says otherwise. */
const DEFAULTS = /(?<=[" ])(?:opacity: 1|vector-effect: none);? ?/g;
const OPAQUE = /(?<=[" ])(?:stroke|fill)-opacity: 1;? ?/g;
/** A group that hands something else down. */
const TRANSPARENT = /<(?:g|text)\b[^>]*(?:stroke|fill)-opacity: 0/;

/**
 * Takes out of plotly.js's SVG what only a live chart needs, and gives it the house's card.
 *
 * @example
 * tidySvg('<svg><rect style="x"/><g class="a"><g/></g></svg>', 4, 2); // '<svg><rect x="0.5" y="0.5" width="3" height="1" rx="8" style="x" stroke="#d0d7de"/></svg>'
 */
export function tidySvg(svg: string, width: number, height: number): string {
  const card = `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"`;
  let text = svg.replace(
    /<rect[^>]*?(style="[^"]*")\/>/,
    (_, style) => `${card} ${style} stroke="${CARD.edge}"/>`,
  );
  text = text.replace(/ style="([^"]*)"/g, (_, style) => attribute(style, !TRANSPARENT.test(svg)));
  // Removing an empty group can leave the group around it empty.
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/<g(?: [^<>]*[^<>/])?(?:\/>|><\/g>)/g, "");
  }
  return text;
}

/** A style in fewer bytes: without what holds anyway, colours as `#rrggbb`. */
function attribute(style: string, opaque: boolean): string {
  const short = ` ${style}`
    .replace(DEFAULTS, "")
    .replace(opaque ? OPAQUE : /$^/, "")
    .replace(/rgb\((\d+), (\d+), (\d+)\)/g, (_, ...parts) => hex(parts.slice(0, 3)))
    .replace(/;? *$/, "")
    .trimStart();
  return short === "" ? "" : ` style="${short}"`;
}

const hex = (parts: string[]): string =>
  `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
