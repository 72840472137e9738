import { chartKey } from "./chart-key";
import { CONFIG } from "./config";
import { DARK } from "./dark";
import type { Figure } from "./figure";
import { pageScript } from "./page-script";

/** Where the page keeps what all its charts share: the library, and each chart by its id. */
export const SHARED = "backpropCharts";

/**
 * The code that makes a picture of the page live. Each chart brings it along, since a page may hold
 * any one of them alone; whatever fails, the picture stays.
 *
 * - The image is looked for by its mark, some time long: classic Notebook runs scripts before it
 *   puts the output into the page.
 * - plotly.js comes from beside kernel.json, which every Jupyter server serves, under the name the
 *   lessons ask for or that of another TypeScript kernel; in a file without server, from beside it.
 * - The page is dark where its text is light: true for every theme of every front end.
 * - Plotly measures what it draws, so nothing is drawn while it is hidden, has no width, or is scrolled
 *   out of the page (JupyterLab takes such cells out): the picture stays until it is in sight, and a
 *   chart that is out of sight is drawn anew when it comes back. It is then observed anew: what was away
 *   for less than a frame (as while JupyterLab changes its theme) has no new size to tell of.
 * - What else has to do with the width of its place is plotly.min.js's, for all charts of a page alike.
 * - In a narrow place the legend breaks into more rows than the margin has room for: it grows until
 *   the title is clear.
 *
 * Pages that run no script of an output know it by its parameters, and draw from the values it is called
 * with: these stay as they are in their order.
 */
export const chartCode = (
  parameters = "",
  onFailure = "",
) => `((id, figure, colours, config${parameters}) => {
  const page = (window.${SHARED} ??= { charts: {} });
  const chart = (page.charts[id] = { figure, draw() {} });
  const script = (src) => new Promise((done, fail) => {
    const tag = document.createElement("script");
    tag.onload = () => (window.Plotly ? done(window.Plotly) : fail());
    tag.onerror = () => { tag.remove(); fail(); };
    tag.src = src;
    document.head.append(tag);
  });
  const load = async () => {
    if (window.Plotly) return window.Plotly;
    const server = document.getElementById("jupyter-config-data");
    const base = document.body.dataset.baseUrl ?? (server && JSON.parse(server.textContent).baseUrl);
    if (base == null) return script("plotly.min.js");
    const from = (name) => script(base + "kernelspecs/" + encodeURIComponent(name) + "/plotly.min.js");
    return from("tslab").catch(async () => {
      const { kernelspecs } = await (await fetch(base + "api/kernelspecs")).json();
      for (const { name, spec } of Object.values(kernelspecs)) {
        const library = spec.language === "typescript" && name !== "tslab" && (await from(name).catch(() => 0));
        if (library) return library;
      }
      throw 0;
    });
  };
  const themed = (place) => {
    const [r, g, b] = getComputedStyle(place).color.match(/[\\d.]+/g);
    const dark = +r + +g + +b > 382;
    const text = JSON.stringify(figure);
    return JSON.parse(dark ? text.replace(/#[0-9a-f]{6}/g, (c) => colours[c] ?? c) : text);
  };
  const inSight = (img) => img.clientWidth > 0 || new Promise((done) => {
    const watch = new ResizeObserver(() => {
      if (img.clientWidth === 0) return;
      watch.disconnect();
      done();
    });
    watch.observe(img);
  });
  const start = async (img, Plotly) => {
    await inSight(img);
    let late = false;
    const { width, height } = figure.layout;
    const place = document.createElement("div");
    place.setAttribute("role", "figure");
    place.setAttribute("aria-label", img.alt);
    place.style.cssText = "width:100%;max-width:" + width + "px;height:" + height + "px";
    img.before(place);
    const watch = new ResizeObserver(() => {
      if (late && place.clientWidth > 0) draw();
    });
    const draw = () => {
      late = place.clientWidth === 0;
      if (late) {
        watch.unobserve(place);
        watch.observe(place);
        return;
      }
      const { data, layout } = themed(place.parentNode);
      delete layout.width;
      return Plotly.react(place, data, { ...layout, autosize: true }, config);
    };
    const room = () => {
      const [title, legend] = [".gtitle", ".legend"].map((part) => place.querySelector(part)?.getBoundingClientRect());
      const over = title && legend && legend.left < title.right ? title.bottom - legend.top : 0;
      if (over > 1) Plotly.relayout(place, { "margin.t": place._fullLayout._size.t + over });
    };
    img.style.display = "none";
    try { await draw(); if (late) throw 0; } catch { watch.disconnect(); place.remove(); img.style.display = ""; return; }
    place.on("plotly_afterplot", room);
    room();
    chart.draw = draw;
    watch.observe(place);
    new MutationObserver(draw).observe(document.body, { attributeFilter: ["class", "data-jp-theme-light"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  };
  const find = (tries) => {
    const found = [...document.querySelectorAll('img[data-chart="' + id + '"]:not([data-live])')];
    if (found.length === 0) return tries > 0 && setTimeout(find, 50, tries - 1);
    for (const img of found) {
      img.dataset.live = "";
      page.library ??= load();
      page.library.then((Plotly) => start(img, Plotly)).catch(() => { page.library = undefined;${onFailure} });
    }
  };
  find(100);
})`;

const short = (text: string) => text.replace(/\n\s*/g, "\n");
const CODE = short(chartCode());

/** Where the picture is an empty one, words stand in its place: why no chart does, and what it would show. */
export const NOTE = `
      const note = document.createElement("p");
      note.setAttribute("role", "note");
      note.textContent = missing + " " + img.alt;
      img.replaceWith(note);
    `;
const SAYING = short(chartCode(", missing", NOTE));

/**
 * The script that makes the picture marked `data-chart="<id>"` live.
 *
 * @param figure in the house's style, with its size
 * @param missing what is said when plotly.js is not there, and the picture shows nothing by itself
 *
 * @example
 * liveScript("a", { data: [] }).startsWith("<script>((id, figure, colours, config) =>"); // true
 */
export const liveScript = (id: string, figure: Figure, missing?: string): string =>
  missing === undefined
    ? pageScript(CODE, chartKey(id), figure, DARK, CONFIG)
    : pageScript(SAYING, chartKey(id), figure, DARK, CONFIG, missing);
