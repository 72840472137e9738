import type { Language, Words } from "../../../src/text/languages";
import { type Cell, type CodeCell, tagsOf } from "../../jupyter/notebook-files/notebook";
import { dataLast } from "../../outputs/data-block";
import { escapeHtml } from "../../outputs/escape";
import { outputHtml } from "../../outputs/output-html";
import { parseHtml } from "../../outputs/parse-html";
import { words } from "../../text/texts";
import { addressesOf, relative } from "./addresses";
import { codeHtml } from "./code-html";
import { type Facts, factsHtml } from "./facts-html";
import { frame, type Surroundings } from "./frame";
import { type Heading, markdownHtml } from "./markdown-html";
import { FRONT, type Page } from "./page";

/** A page that cannot be made: which notebook, which cell, and why. */
export class PageError extends Error {
  override name = "PageError";
}

/** What stands on the first pages: in a few lines what the site is, and cells to begin with. */
export interface Start {
  text: Words;
  /** Each as "02/apples-build": a lesson's number, and the cell's id. */
  cells: readonly string[];
}

/** What all pages are made with. */
export interface Site extends Surroundings {
  pages: readonly Page[];
  /** What is known of a lesson besides its notebook. */
  facts: ReadonlyMap<string, Facts>;
  /** What the first pages say and show, if anything. */
  start?: Start;
  /** The way from the site's folder to its notebook page, if it has one. */
  notebook?: string;
  /** Is told, in a sentence, what a reader will miss. */
  warn(problem: string): void;
}

const placeOf = ({ language, name }: Page): string => `${language}/${name}.ipynb`;

/** The cells of a notebook as HTML, with the headings that were in them. */
export function cellsOf(page: Page, site: Site): { htmls: string[]; headings: Heading[] } {
  const headings: Heading[] = [];
  const cells = page.notebook.cells.map((cell) => {
    try {
      return cellHtml(cell, page, site, headings);
    } catch (error) {
      const { message } = error as Error;
      throw new PageError(`${placeOf(page)}, cell ${cell.id}: ${message}.`);
    }
  });
  return { htmls: cells.filter((html) => html !== ""), headings };
}

function cellHtml(cell: Cell, page: Page, site: Site, headings: Heading[]): string {
  if (cell.cell_type !== "code") {
    if (cell.cell_type === "raw") return "";
    const addresses = addressesOf(page, site.pages, cell.attachments, (href) =>
      site.warn(
        `${placeOf(page)}, cell ${cell.id}: ${href} is no notebook of the site: written as text.`,
      ),
    );
    return markdownHtml(cell.source, addresses, (heading) => headings.push(heading));
  }
  return codeCellHtml(cell, page.language);
}

/** A cell of code with what it shows; the page's script finds what it runs by `data-cell`. */
function codeCellHtml(cell: CodeCell, language: Language): string {
  const outputs = cell.outputs
    .map((output) => outputHtml(output, { language, parse: parseHtml }))
    .join("\n");
  const label = words("site.output")[language];
  const shown =
    outputs && `<div class="output" role="group" aria-label="${label}">${outputs}</div>`;
  if (cell.source === "") return shown;
  const tags = tagsOf(cell);
  const run = tags.includes("skip-execution") ? "" : ` data-cell="${escapeHtml(cell.id)}"`;
  const mayFail = tags.includes("raises-exception") ? " data-may-fail" : "";
  return `<div class="cell"${run}${mayFail}><pre class="code"><code>${codeHtml(cell.source)}</code></pre>${shown}</div>`;
}

/** Cells that a front page shows, as "02/apples-build" names them; none when the site has not all of them. */
export function firstCellsHtml(names: readonly string[], language: Language, site: Site): string {
  const cells = names.map((name) => {
    const [lesson, id] = name.split("/");
    const page = site.pages.find((one) => one.language === language && one.number === lesson);
    const cell = page?.notebook.cells.find((one) => one.id === id);
    return cell?.cell_type === "code" ? codeCellHtml(cell, language) : undefined;
  });
  const missing = names.find((_, i) => cells[i] === undefined);
  if (missing !== undefined) site.warn(`${language}/index.html: there is no cell ${missing}.`);
  if (missing !== undefined || cells.length === 0) return "";
  return `<section class="first">\n${cells.join("\n")}\n</section>`;
}

/** A notebook as a page of its own. */
export function pageHtml(page: Page, site: Site): string {
  const { language, number, title } = page;
  const { htmls, headings } = cellsOf(page, site);
  const html = dataLast(htmls.join("\n"));
  return frame({
    language,
    title: number === undefined ? title : `${number} · ${title}`,
    site,
    root: "../",
    languages: translations(page, site.pages),
    body: `${factsHtml(page, site, notebookLink(page, site))}${contentsHtml(page, headings)}\n<article>\n${html}\n</article>`,
    foot: waysHtml(page, site.pages),
  });
}

/** The way to the same notebook where it can be changed. */
const notebookLink = (page: Page, { notebook }: Site): string =>
  notebook === undefined
    ? ""
    : `<a href="../${notebook}?notebook=${page.language}/${encodeURIComponent(page.name)}.ipynb">${words("site.open")[page.language]}</a>`;

/** The same page in the other languages; where there is none, their front pages. */
export function translations(page: Page, pages: readonly Page[]): Record<string, string> {
  const all = [...new Set(pages.map(({ language }) => language))].map((language) => {
    const same = pages.find((other) => other.language === language && other.name === page.name);
    return [language, same ? relative(page, same) : `../${language}/index.html`];
  });
  return Object.fromEntries(all);
}

function contentsHtml({ language }: Page, headings: Heading[]): string {
  const sections = headings.filter(({ level }) => level === 2);
  if (sections.length < 2) return "";
  const items = sections.map(
    ({ id, text }) => `<li><a href="#${encodeURI(id)}">${escapeHtml(text)}</a></li>`,
  );
  return `<details class="contents"><summary>${words("site.contents")[language]}</summary><ol>${items.join("")}</ol></details>`;
}

/** The ways to the lessons before and after. */
function waysHtml(page: Page, pages: readonly Page[]): string {
  const { language } = page;
  const row = pages.filter((other) => other.language === language && other.name !== FRONT);
  const at = row.indexOf(page);
  const way = (to: Page | undefined, kind: "before" | "after") =>
    to === undefined
      ? "<span></span>"
      : `<a class="${kind}" rel="${kind === "before" ? "prev" : "next"}" href="${relative(page, to)}"><small>${words(`site.${kind}`)[language]}</small> ${escapeHtml(nameOf(to))}</a>`;
  return `<nav class="ways" aria-label="${words("site.lessons")[language]}">${way(row[at - 1], "before")}${way(row[at + 1], "after")}</nav>`;
}

/** "05 · Simple layers". */
export const nameOf = ({ number, title }: Page): string =>
  number === undefined ? title : `${number} · ${title}`;
