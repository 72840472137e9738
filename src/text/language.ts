/** The languages that lessons, verdicts and drawings speak. */
export type Language = "en" | "ko";

/** A text in both languages. */
export interface Words {
  en: string;
  ko: string;
}

let current: Language = "en";

/** Sets the language of everything that is said from now on; `lesson("05", "ko")` calls it. */
export function setLanguage(language: Language): void {
  if (language !== "en" && language !== "ko") {
    throw new Error(`setLanguage: expected "en" or "ko", but got ${JSON.stringify(language)}`);
  }
  current = language;
}

/** The language in force. */
export function language(): Language {
  return current;
}

/**
 * Picks the text of the language in force.
 *
 * @example
 * say({ en: "forward", ko: "순전파" }); // "forward"
 */
export function say(words: Words): string {
  return words[current];
}
