import { LANGUAGE_NAMES, LANGUAGES, type Language } from "../../../src/text/languages";
import { dataLast } from "../../outputs/data-block";
import { escapeHtml } from "../../outputs/escape";
import { words } from "../../text/texts";
import { LICENCES } from "./addresses";
import { factsHtml } from "./facts-html";
import { frame } from "./frame";
import { type Addresses, markdownHtml } from "./markdown-html";
import { FRONT, type Page } from "./page";
import { cellsOf, firstCellsHtml, nameOf, type Site } from "./page-html";

/**
 * A language's front page: what the site is, cells to begin with, the notebook `index`, if there is one, and
 * a list of all pages to which that has no link.
 */
export function indexHtml(language: Language, site: Site): string {
  const pages = site.pages.filter((page) => page.language === language);
  const front = pages.find(({ name }) => name === FRONT);
  const article = dataLast(articleHtml(front, language, site));
  const missing = pages.filter(
    (page) => page !== front && !article.includes(`href="${href(page)}"`),
  );
  const lessons = missing.filter(({ number }) => number !== undefined);
  const others = missing.filter(({ number }) => number === undefined);
  const body = [
    `<article>\n${article}\n</article>`,
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
    site,
    root: "../",
    languages: Object.fromEntries(LANGUAGES.map((one) => [one, `../${one}/index.html`])),
    body: body.join("\n"),
  });
}

/** The notebook's text, below its heading what the site is, and below its first words the cells to begin with. */
function articleHtml(front: Page | undefined, language: Language, site: Site): string {
  const { text, cells = [] } = site.start ?? {};
  const first = firstCellsHtml(cells, language, site);
  const about = text === undefined ? "" : markdownHtml(text[language], PLAIN);
  if (front === undefined) return [`<h1>${escapeHtml(site.title)}</h1>`, about, first].join("\n");
  const [head = "", ...others] = cellsOf(front, site).htmls;
  const [, heading = "", rest = head] = /^(\s*<h1\b.*?<\/h1>)(.*)$/s.exec(head) ?? [];
  return [heading, about, rest, first, ...others].join("\n");
}

/** What the site says of itself leads nowhere. */
const PLAIN: Addresses = { link: () => undefined, image: (src) => src };

const list = (pages: Page[], site: Site): string =>
  `<ul class="lessons">${pages.map((page) => item(page, site)).join("\n")}</ul>`;

const href = ({ name }: Page): string => `${encodeURIComponent(name)}.html`;

const item = (page: Page, site: Site): string =>
  `<li><a href="${href(page)}">${escapeHtml(nameOf(page))}</a>${factsHtml(page, site)}</li>`;

/** The site's first page: in each language what the site is, and the way to it. */
export function rootHtml(site: Site): string {
  const sections = LANGUAGES.map((language) => {
    const title = LANGUAGE_NAMES[language];
    const way = `<a class="way" hreflang="${language}" href="${language}/index.html">`;
    const { text } = site.start ?? {};
    if (text === undefined) return `<p lang="${language}">${way}${title}</a></p>`;
    return [
      `<section lang="${language}">`,
      `<h2>${title}</h2>`,
      markdownHtml(text[language], PLAIN),
      `<p>${way}${words("site.toLessons")[language]}</a></p>`,
      "</section>",
    ].join("\n");
  });
  return frame({
    language: LANGUAGES[0],
    title: site.title,
    site,
    root: "",
    languages: {},
    body: `<h1>${escapeHtml(site.title)}</h1>\n${sections.join("\n")}`,
  });
}
