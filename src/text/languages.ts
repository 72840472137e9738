/**
 * The languages that all speak, and what each calls itself: the one list. Each has its texts in the
 * lists beside (`texts.ts`, one file a language) and in the lessons' sources.
 */
export const LANGUAGE_NAMES = { en: "English", ko: "한국어" } as const;

/** The short name of one of them. */
export type Language = keyof typeof LANGUAGE_NAMES;

/** A text in every language. */
export type Words = Record<Language, string>;

/** Their short names, in the order of the list. */
export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/** What is spoken where nobody has chosen; sources of lessons have it first. */
export const DEFAULT_LANGUAGE: Language = "en";

/** Whether lessons and verdicts speak it. */
export const isLanguage = (name: unknown): name is Language =>
  (LANGUAGES as readonly unknown[]).includes(name);

/** Makes a text in every language. */
export const inEach = (text: (language: Language) => string): Words =>
  Object.fromEntries(LANGUAGES.map((language) => [language, text(language)])) as Words;

/** Several words of which one is meant: `a or b`. */
export const alternatives = (words: readonly string[]): Words =>
  inEach((language) => new Intl.ListFormat(language, { type: "disjunction" }).format(words));
