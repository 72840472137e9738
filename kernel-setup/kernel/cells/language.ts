import {
  DEFAULT_LANGUAGE,
  isLanguage,
  LANGUAGES,
  type Language,
  type Words,
} from "../../../src/text/languages";
import { FLAG, type SharedMemory } from "../node/bridge/shared-memory";

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
 * @param memory - Where the other thread, which speaks for cells that end the process, sees it.
 */
export function installLanguageSwitch({ flags }: SharedMemory): void {
  function setLanguage(wanted: unknown): void {
    spoken = isLanguage(wanted) ? wanted : DEFAULT_LANGUAGE;
    Atomics.store(new Int32Array(flags), FLAG.language, LANGUAGES.indexOf(spoken));
  }
  setLanguage(DEFAULT_LANGUAGE);
  Object.defineProperty(globalThis, Symbol.for(LANGUAGE_SWITCH), {
    value: setLanguage,
    writable: true,
    configurable: true,
  });
}
