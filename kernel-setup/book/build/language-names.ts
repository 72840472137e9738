import { DEFAULT_LANGUAGE, type Language } from "../../../src/text/languages";

/**
 * What a language is called in another one.
 *
 * @example
 * nameOf("ko", "en"); // "Korean"
 */
export const nameOf = (language: Language, inLanguage: Language = DEFAULT_LANGUAGE): string =>
  new Intl.DisplayNames(inLanguage, { type: "language" }).of(language) ?? language;

/** Several of them, as a sentence of a message has them. */
export const namesOf = (languages: readonly Language[]): string =>
  new Intl.ListFormat(DEFAULT_LANGUAGE).format(languages.map((language) => nameOf(language)));
