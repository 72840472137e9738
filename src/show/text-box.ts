import { textWidth } from "../text/text-width";

/** A rectangle in the coordinates of whoever asks. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What is read of an SVG element; happy-dom's elements have it. */
export interface Shape {
  tagName: string;
  textContent: string;
  parentNode: Shape | null;
  children: Iterable<Shape>;
  getAttribute(name: string): string | null;
  style: { fontSize: string; fontWeight: string; textAnchor: string; display: string };
}

const LINE_HEIGHT = 1.3;
const ASCENT = 0.93;
const NOTHING: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * How much room an SVG element takes, before its own `transform`. Texts are measured with the
 * house's table of widths, rectangles by their attributes, groups by what is in them; paths of
 * curves need no measuring.
 */
export function boxOf(element: Shape): Box {
  if (element.tagName === "text") return textBox(element);
  const number = (name: string) => Number(element.getAttribute(name)) || 0;
  if (element.tagName === "rect") {
    const [left, top] = [number("x"), number("y")];
    return { left, top, right: left + number("width"), bottom: top + number("height") };
  }
  const inside = [...element.children]
    .filter((child) => child.style?.display !== "none")
    .map((child) => place(boxOf(child), child.getAttribute("transform")))
    .filter(({ left, right, top, bottom }) => right > left || bottom > top);
  return inside.length === 0 ? NOTHING : around(inside);
}

/** The same, as it stands on the page: through its own and all outer transforms. */
export function boxOnPage(element: Shape): Box {
  let box = boxOf(element);
  for (let at: Shape | null = element; at?.getAttribute !== undefined; at = at.parentNode) {
    box = place(box, at.getAttribute("transform"));
  }
  return box;
}

/** plotly.js puts spaces without width around what stands higher or lower. */
const bare = (text: string): string => text.replaceAll("\u200b", "");

function textBox(text: Shape): Box {
  const size = Number.parseFloat(inherited(text, "fontSize", "font-size") || "12");
  const bold = /bold|[6-9]00/.test(inherited(text, "fontWeight", "font-weight"));
  const rows = [...text.children].filter((child) => child.getAttribute("class") === "line");
  const lines = rows.length > 0 ? rows : [text];
  const width = Math.max(...lines.map((line) => textWidth(bare(line.textContent), size, bold)));
  const x = Number(text.getAttribute("x")) || 0;
  const y = Number(text.getAttribute("y")) || 0;
  const anchor = inherited(text, "textAnchor", "text-anchor");
  const left = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const top = y - ASCENT * size;
  const height = LINE_HEIGHT * size * lines.length;
  return { left, top, right: left + width, bottom: top + height };
}

/** A style property or attribute of an element or of the nearest one around it. */
function inherited(element: Shape, property: keyof Shape["style"], attribute: string): string {
  for (let at: Shape | null = element; at?.getAttribute !== undefined; at = at.parentNode) {
    const value = at.style?.[property] || at.getAttribute(attribute);
    if (value) return value;
  }
  return "";
}

/** Applies `translate`, `rotate` and `scale`, the transforms that plotly.js writes. */
function place(box: Box, transform: string | null): Box {
  const steps = [...(transform ?? "").matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)].reverse();
  return steps.reduce((inner, [, kind, list]) => {
    const [a, b, c] = list.split(/[\s,]+/).map(Number);
    if (kind === "translate") return mapBox(inner, (x, y) => [x + a, y + (b || 0)]);
    if (kind === "scale") return mapBox(inner, (x, y) => [x * a, y * (b ?? a)]);
    const [sin, cos] = [Math.sin((a * Math.PI) / 180), Math.cos((a * Math.PI) / 180)];
    const [cx, cy] = [b || 0, c || 0];
    return mapBox(inner, (x, y) => [
      cx + (x - cx) * cos - (y - cy) * sin,
      cy + (x - cx) * sin + (y - cy) * cos,
    ]);
  }, box);
}

function mapBox({ left, top, right, bottom }: Box, to: (x: number, y: number) => number[]): Box {
  const corners = [to(left, top), to(right, top), to(left, bottom), to(right, bottom)];
  return around(corners.map(([x, y]) => ({ left: x, top: y, right: x, bottom: y })));
}

const around = (boxes: Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});
