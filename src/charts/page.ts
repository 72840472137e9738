import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildSync } from "esbuild";
import { type CachedScript, cachedScript, keptText } from "./code-cache";
import type { Figure } from "./figure";
import { type Painting, paintCanvas } from "./paint-canvas";
import { boxOf, boxOnPage, type Shape } from "./text-box";

const load = createRequire(__filename);
/** What plotly.js takes from the page without saying `window.` before it. */
const GLOBALS = [
  "document",
  "navigator",
  "Element",
  "HTMLElement",
  "DOMParser",
  "getComputedStyle",
];
const START = Date.UTC(2000, 0, 1);

/** As far as it is used here: what plotly.js reports about a figure. */
export interface Fault {
  code: string;
  container: string;
  trace: number | null;
  astr: string;
  msg: string;
}

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
export function openPage(): Page {
  const dom = loadHappyDom();
  const { Window } = dom.exports as { Window: new (options: object) => DomWindow };
  const window = new Window({ width: 1024, height: 768 });
  giveSizes(window);
  const rewind = stopChanceAndClock();
  for (const name of ["window", "self"]) setGlobal(name, window);
  for (const name of GLOBALS) setGlobal(name, window[name]);
  // What plotly.js would log stays here: a fault of the figure comes back as an error.
  setGlobal("console", { log() {}, info() {}, warn() {}, error() {}, trace() {} });
  const { version, file } = packageFile("plotly.js-dist", "plotly.js");
  const script = cachedScript(`plotly-${version}`, readFileSync(file, "utf8"), file);
  script.run();
  const keep = () => {
    dom.script.keep();
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

/** happy-dom is 600 small files: bundled into one it loads in a fifth of the time. */
function loadHappyDom(): { exports: unknown; script: CachedScript } {
  const { version, file } = packageFile("happy-dom", "lib/index.js");
  const name = `happy-dom-${version}`;
  const bundle = keptText(`${name}.cjs`, () => {
    const options = { bundle: true, minify: true, write: false, platform: "node", format: "cjs" };
    const { outputFiles } = buildSync({ ...options, entryPoints: [file] } as {
      write: false;
      entryPoints: string[];
    });
    return outputFiles[0].text;
  });
  const script = cachedScript(name, `(function (exports, require, module) {${bundle}\n})`, file);
  const module = { exports: {} };
  (script.run() as (...args: unknown[]) => void)(module.exports, load, module);
  return { exports: module.exports, script };
}

function packageFile(name: string, path: string): { version: string; file: string } {
  const { version } = load(`${name}/package.json`) as { version: string };
  return { version, file: load.resolve(`${name}/${path}`) };
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

/** plotly.js takes ids from Math.random and may look at the clock; pictures must not. */
function stopChanceAndClock(): () => void {
  let seed = 0;
  let now = 0;
  const rewind = () => {
    seed = 1;
    now = START;
  };
  rewind();
  Math.random = () => {
    seed = (seed * 48271) % 0x7fffffff; // Lehmer's generator
    return seed / 0x7fffffff;
  };
  // Each look moves the clock on, since some loops wait for it.
  const tick = () => now++;
  setGlobal(
    "Date",
    class extends Date {
      constructor(...parts: unknown[]) {
        super(...((parts.length > 0 ? parts : [tick()]) as [number]));
      }
      static override now = tick;
    },
  );
  return rewind;
}

/** Some globals of Node have no setter. */
function setGlobal(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
