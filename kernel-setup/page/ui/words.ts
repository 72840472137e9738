import type { Fillings } from "../../../src/text/fill";
import {
  DEFAULT_LANGUAGE,
  LANGUAGES,
  type Language,
  type Words,
} from "../../../src/text/languages";
import type { en } from "../../text/en";
import { words } from "../../text/texts";

let language: Language = DEFAULT_LANGUAGE;

/** Sets the language of the page. */
export function setLanguage(wanted: Language): void {
  language = wanted;
  document.documentElement.lang = wanted;
}

/** The language of the page. */
export const currentLanguage = () => language;

type Page = (typeof en)["page"];

/** A text of the page in each language; `say` looks after the types of what stands in its blanks. */
const each = (name: keyof Page, blanks?: object) =>
  (words as (key: string, blanks?: object) => Words)(`page.${name}`, blanks);

/** A text of the page in its language, with its blanks filled in. */
export const say = <Name extends keyof Page>(name: Name, ...blanks: Fillings<Page[Name]>): string =>
  each(name, ...blanks)[language];

/** A text of the page in each language, as while none is chosen. */
export const inAll = (name: keyof Page): [Language, string][] =>
  LANGUAGES.map((one) => [one, each(name)[one]]);
