import {
  DEFAULT_LANGUAGE,
  isLanguage,
  type Language,
  type Words,
} from "../../../src/text/languages";
import type { Signals } from "./home";

/** The global function, by its symbol, with which a notebook sets the language of what the kernel says. */
const LANGUAGE_SWITCH = "tslab.language";

let spoken: Language = DEFAULT_LANGUAGE;

/** The language in which cells are spoken to. */
export const language = (): Language => spoken;

/** A text in that language. */
export const say = (words: Words): string => words[spoken];

/**
 * Lets a notebook, or a library that it imports, set the language from now on:
 * `globalThis[Symbol.for("tslab.language")]("ko")`. One that the kernel does not know is the default one.
 *
 * @param signals - Where those see it who speak for cells that end the process.
 */
export function installLanguageSwitch(signals: Signals): void {
  function setLanguage(wanted: unknown): void {
    spoken = isLanguage(wanted) ? wanted : DEFAULT_LANGUAGE;
    signals.speak(spoken);
  }
  setLanguage(DEFAULT_LANGUAGE);
  Object.defineProperty(globalThis, Symbol.for(LANGUAGE_SWITCH), {
    value: setLanguage,
    writable: true,
    configurable: true,
  });
}
