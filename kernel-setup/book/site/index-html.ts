import { LANGUAGE_NAMES, LANGUAGES, type Language } from "../../../src/text/languages";
import { escapeHtml } from "../../outputs/escape";
import { words } from "../../text/texts";
import { LICENCES } from "./addresses";
import { factsHtml } from "./facts-html";
import { frame } from "./frame";
import { FRONT, type Page } from "./page";
import { cellsHtml, nameOf, type Site } from "./page-html";

/**
 * A language's front page: the notebook `index`, if there is one, and a list of all pages to which
 * it has no link.
 */
export function indexHtml(language: Language, site: Site): string {
  const pages = site.pages.filter((page) => page.language === language);
  const front = pages.find(({ name }) => name === FRONT);
  const text = front && cellsHtml(front, site).html;
  const missing = pages.filter((page) => page !== front && !text?.includes(`href="${href(page)}"`));
  const lessons = missing.filter(({ number }) => number !== undefined);
  const others = missing.filter(({ number }) => number === undefined);
  const body = [
    text === undefined ? `<h1>${escapeHtml(site.title)}</h1>` : `<article>\n${text}\n</article>`,
    ...(lessons.length > 0
      ? [`<h2>${words("site.lessons")[language]}</h2>`, list(lessons, site)]
      : []),
    ...(others.length > 0
      ? [`<h2>${words("site.others")[language]}</h2>`, list(others, site)]
      : []),
    `<p class="facts">${words("site.fixed")[language]} <a href="../${LICENCES}">${words("site.licences")[language]}</a></p>`,
  ];
  return frame({
    language,
    title: site.title,
    site: site.title,
    root: "../",
    languages: Object.fromEntries(LANGUAGES.map((one) => [one, `../${one}/index.html`])),
    body: body.join("\n"),
    formulas: text?.includes('class="katex'),
    live: text?.includes("data-live"),
  });
}

const list = (pages: Page[], site: Site): string =>
  `<ul class="lessons">${pages.map((page) => item(page, site)).join("\n")}</ul>`;

const href = ({ name }: Page): string => `${encodeURIComponent(name)}.html`;

const item = (page: Page, site: Site): string =>
  `<li><a href="${href(page)}">${escapeHtml(nameOf(page))}</a>${factsHtml(page, site)}</li>`;

/** The site's first page: the way to each language. */
export function rootHtml(site: Site): string {
  const links = LANGUAGES.map(
    (language) =>
      `<li><a lang="${language}" hreflang="${language}" href="${language}/index.html">${LANGUAGE_NAMES[language]}</a></li>`,
  );
  return frame({
    language: LANGUAGES[0],
    title: site.title,
    site: site.title,
    root: "",
    languages: {},
    body: `<h1>${escapeHtml(site.title)}</h1>\n<ul class="lessons">${links.join("")}</ul>`,
  });
}
