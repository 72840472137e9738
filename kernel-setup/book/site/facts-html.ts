import { escapeHtml } from "../../outputs/escape";
import { words } from "../../text/texts";
import { relative } from "./addresses";
import type { Page } from "./page";

/** What a lesson's source says and its notebook does not. */
export interface Facts {
  minutes?: number;
  /** Numbers of the lessons that come before. */
  needs: readonly string[];
}

/** "25 min · first: 03, 04": how long a lesson takes and what comes before it, and what else is to be said. */
export function factsHtml(
  page: Page,
  site: { pages: readonly Page[]; facts: ReadonlyMap<string, Facts> },
  more = "",
): string {
  const { language, number = "" } = page;
  const { minutes, needs = [] } = site.facts.get(number) ?? {};
  const before = needs.map((need) => {
    const lesson = site.pages.find((one) => one.language === language && one.number === need);
    return lesson
      ? `<a href="${relative(page, lesson)}" title="${escapeHtml(lesson.title)}">${need}</a>`
      : need;
  });
  const parts = [
    ...(minutes === undefined ? [] : [words("book.minutes", { minutes })[language]]),
    ...(before.length === 0 ? [] : [`${words("site.needs")[language]}: ${before.join(", ")}`]),
    ...(more === "" ? [] : [more]),
  ];
  return parts.length === 0 ? "" : `<p class="facts">${parts.join(" · ")}</p>`;
}
