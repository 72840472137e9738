import { LANGUAGE_NAMES, LANGUAGES, type Language } from "../../../src/text/languages";
import { escapeHtml } from "../../outputs/escape";
import { words } from "../../text/texts";
import { CONTENT_POLICY } from "./content-policy";

/** What stands around a page's own content. */
export interface Framed {
  language: Language;
  title: string;
  /** What the site is called, in the corner of every page. */
  site: string;
  /** The way to the site's folder: "../", or nothing in it. */
  root: string;
  /** The same page in each language. */
  languages: Partial<Record<Language, string>>;
  /** The HTML between the bars at the top and the bottom. */
  body: string;
  /** The HTML of the bar at the bottom. */
  foot?: string;
  formulas?: boolean;
  /** Whether its outputs become live. */
  live?: boolean;
}

/**
 * A whole page around its contents. Its body says, as Jupyter's own pages do, where kernelspecs are
 * found: that is where charts look for plotly.js.
 */
export function frame({
  language,
  title,
  site,
  root,
  languages,
  body,
  foot,
  formulas,
  live,
}: Framed) {
  const style = (file: string) => `<link rel="stylesheet" href="${root}assets/${file}">`;
  const others = LANGUAGES.filter((other) => other !== language && languages[other]);
  const page = [
    `<body data-base-url="${root}" data-framed="${words("outputs.frame")[language]}">`,
    `<a class="skip" href="#text">${words("site.skip")[language]}</a>`,
    '<header class="bar">',
    `<a class="home" href="${root === "" ? "" : `${root}${language}/`}index.html">${escapeHtml(site)}</a>`,
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
    ...["site.js", ...(live ? ["live.js"] : [])].map(
      (file) => `<script src="${root}assets/${file}" defer></script>`,
    ),
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
    `<title>${escapeHtml(title === site ? title : `${title} · ${site}`)}</title>`,
    '<link rel="icon" href="data:,">',
    ...(formulas ? [style("katex/katex.min.css")] : []),
    style("site.css"),
    ...others.map(
      (other) => `<link rel="alternate" hreflang="${other}" href="${languages[other]}">`,
    ),
    `<script src="${root}assets/theme.js"></script>`,
    "</head>",
  ];
  return [...head, page].join("\n");
}
