import { LANGUAGE_NAMES, LANGUAGES, type Language } from "../../../src/text/languages";
import { dataBlock } from "../../outputs/data-block";
import { escapeHtml } from "../../outputs/escape";
import { words } from "../../text/texts";
import { runWords } from "../reading/run-words";
import { CONTENT_POLICY } from "./content-policy";

/** What all pages of a site have around their contents. */
export interface Surroundings {
  /** What the site is called, in the corner of every page. */
  title: string;
  /** The address of a file that pages load, from the site's folder: it tells what the file holds. */
  address(file: string): string;
  /** The address of the folder with the kernel, from the site's folder; without it no cell runs. */
  kernel?: string;
}

/** What stands around a page's own content. */
export interface Framed {
  language: Language;
  title: string;
  site: Surroundings;
  /** The way to the site's folder: "../", or nothing in it. */
  root: string;
  /** The same page in each language. */
  languages: Partial<Record<Language, string>>;
  /** The HTML between the bars at the top and the bottom. */
  body: string;
  /** The HTML of the bar at the bottom. */
  foot?: string;
}

/**
 * A whole page around its contents. Its body says, as Jupyter's own pages do, where kernelspecs are
 * found: that is where charts look for plotly.js.
 */
export function frame({ language, title, site, root, languages, body, foot }: Framed): string {
  const at = (file: string) => root + site.address(`assets/${file}`);
  const style = (file: string) => `<link rel="stylesheet" href="${at(file)}">`;
  const others = LANGUAGES.filter((other) => other !== language && languages[other]);
  const runs = site.kernel !== undefined && body.includes(" data-cell=");
  const scripts = ["site.js", ...(runs || body.includes(" data-live>") ? ["live.js"] : [])];
  const data = {
    "base-url": root,
    framed: words("outputs.frame")[language],
    frame: site.address("assets/frame.html"),
    ...(runs && { run: site.address("assets/run.js"), kernel: site.kernel }),
  };
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${value}"`);
  const page = [
    `<body${attributes.join("")}>`,
    `<a class="skip" href="#text">${words("site.skip")[language]}</a>`,
    '<header class="bar">',
    `<a class="home" href="${root === "" ? "" : `${root}${language}/`}index.html">${escapeHtml(site.title)}</a>`,
    `<nav aria-label="${words("site.language")[language]}">`,
    ...others.map(
      (other) =>
        `<a lang="${other}" hreflang="${other}" href="${languages[other]}">${LANGUAGE_NAMES[other]}</a>`,
    ),
    "</nav>",
    `<button type="button" id="theme" hidden>${words("site.theme")[language]}</button>`,
    "</header>",
    `<main id="text" tabindex="-1">\n${body}\n</main>`,
    ...(foot === undefined ? [] : [foot]),
    ...(runs ? [dataBlock("words", runWords(language))] : []),
    ...scripts.map((file) => `<script src="${at(file)}" defer></script>`),
    "</body>",
    "</html>",
    "",
  ].join("\n");
  const head = [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(CONTENT_POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title === site.title ? title : `${title} · ${site.title}`)}</title>`,
    '<link rel="icon" href="data:,">',
    ...(body.includes('class="katex') ? [style("katex/katex.min.css")] : []),
    style("site.css"),
    ...others.map(
      (other) => `<link rel="alternate" hreflang="${other}" href="${languages[other]}">`,
    ),
    `<script src="${at("theme.js")}"></script>`,
    "</head>",
  ];
  return [...head, page].join("\n");
}
