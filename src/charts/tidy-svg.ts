import { CARD } from "../words/palette";

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
  // Removing an empty group can leave the group around it empty.
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/<g(?: [^<>]*[^<>/])?(?:\/>|><\/g>)/g, "");
  }
  return text;
}
