import {
  alternatives,
  DEFAULT_LANGUAGE,
  isLanguage,
  LANGUAGES,
  type Language,
  type Words,
} from "./languages";
import { words } from "./texts";

export type { Language, Words } from "./languages";

let current: Language = DEFAULT_LANGUAGE;

/**
 * Sets the language of everything that is said from now on; `lesson("05", "ko")` calls it.
 *
 * @param who the caller named in errors
 * @throws Error when it is none of the languages; the one in force stays
 */
export function setLanguage(language: Language, who = "setLanguage"): void {
  if (!isLanguage(language)) {
    const known = alternatives(LANGUAGES.map((name) => `"${name}"`));
    const got = String(JSON.stringify(language));
    throw new Error(say(words("language.unknown", { who, known, got })));
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
export function say(text: Words): string {
  return text[current];
}
