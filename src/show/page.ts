import type { Studio } from "../home/home";
import type { Figure } from "./figure";
import { type Painting, paintCanvas } from "./paint-canvas";
import { setGlobal } from "./set-global";
import { stopChanceAndClock } from "./still-time";
import { boxOf, boxOnPage, type Shape } from "./text-box";

/** What plotly.js takes from the page without saying `window.` before it. */
const GLOBALS = [
  "document",
  "navigator",
  "Element",
  "HTMLElement",
  "DOMParser",
  "getComputedStyle",
];

/** As far as it is used here: what plotly.js reports about a figure. */
export interface Fault {
  code: string;
  container: string;
  trace: number | null;
  astr: string;
  msg: string;
}

/** What is used of Plotly. */
export interface Plotly {
  PlotSchema: { get(): Schema };
  validate(data: unknown, layout: unknown): Fault[] | undefined;
  toImage(figure: Figure, options: object): Promise<string>;
}

interface Schema {
  layout: { layoutAttributes: Record<string, object> };
}

interface Page {
  plotly: Plotly;
  /** Sets chance and clock back, so that a chart does not depend on the charts before it. */
  rewind(): void;
  /** Keeps the compiled code for the next process. */
  keep(): void;
}

/** As far as it is used here: the window of happy-dom. */
interface DomWindow extends Record<string, unknown> {
  SVGElement: { prototype: object };
  HTMLCanvasElement: { prototype: object };
  URL: { createObjectURL?: unknown };
  Plotly: Plotly;
}

/**
 * Makes a page without a browser and loads plotly.js into it. It takes over the global scope of its
 * thread: names, chance and clock.
 */
export function openPage(studio: Studio): Page {
  const dom = studio.openDom();
  const { Window } = dom.value as { Window: new (options: object) => DomWindow };
  const window = new Window({ width: 1024, height: 768 });
  giveSizes(window);
  const rewind = stopChanceAndClock();
  for (const name of ["window", "self"]) setGlobal(name, window);
  for (const name of GLOBALS) setGlobal(name, window[name]);
  // What plotly.js would log stays here: a fault of the figure comes back as an error.
  setGlobal("console", { log() {}, info() {}, warn() {}, error() {}, trace() {} });
  const script = studio.runScript("plotly.js-dist", "plotly.js");
  const keep = () => {
    dom.keep();
    script.keep();
  };
  keepSchema(window.Plotly);
  return { plotly: window.Plotly, rewind, keep };
}

/**
 * Validation asks for the whole schema anew at each figure, 0.1 s each time, and writes into the
 * layout's part of it. It gets one and the same, with that part copied.
 */
function keepSchema({ PlotSchema }: Plotly): void {
  const schema = PlotSchema.get();
  PlotSchema.get = () => {
    const parts = Object.entries(schema.layout.layoutAttributes);
    const copies = parts.map(([key, part]) => [key, part && { ...part }]);
    const layoutAttributes = Object.fromEntries(copies);
    return { ...schema, layout: { ...schema.layout, layoutAttributes } };
  };
}

type Canvas = { width: number; height: number };

/** happy-dom lays nothing out and paints nothing: sizes come from the house's table of text widths. */
function giveSizes({ SVGElement, HTMLCanvasElement, URL }: DomWindow): void {
  Object.assign(SVGElement.prototype, {
    getBBox(this: Shape) {
      return rectangle(boxOf(this));
    },
    getBoundingClientRect(this: Shape) {
      return rectangle(boxOnPage(this));
    },
  });
  const paintings = new WeakMap<Canvas, Painting>();
  const paintingOf = (canvas: Canvas) => {
    const painting = paintings.get(canvas) ?? paintCanvas(canvas);
    paintings.set(canvas, painting);
    return painting;
  };
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: Canvas, kind: string) {
      return kind === "2d" ? paintingOf(this) : null;
    },
    toDataURL(this: Canvas) {
      return paintingOf(this).toDataURL();
    },
  });
  URL.createObjectURL ??= () => "";
}

function rectangle({ left, top, right, bottom }: ReturnType<typeof boxOf>) {
  const [width, height] = [right - left, bottom - top];
  return { x: left, y: top, left, top, right, bottom, width, height };
}
