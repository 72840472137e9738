import { isLanguage, LANGUAGES, type Language } from "../../../src/text/languages";
import { dropFromAddress } from "./address";
import type { Config } from "./config";
import type { Look } from "./settings";
import { site } from "./site";

/** The language that a link to this page asks for; it is asked for once, and then the reader's choice. */
export function takeAskedLanguage(): Language | undefined {
  if (!site) return undefined;
  const asked = new URL(location.href).searchParams.get("lang");
  if (asked !== null) dropFromAddress("lang");
  return isLanguage(asked) ? asked : undefined;
}

/**
 * The language of the page: what its reader has chosen. Else `--lang` at the start counts, for the first
 * page, and on a site the language of the notebook, or of the browser.
 */
export function languageOf(look: Look, config: Config, path: string | undefined): Language {
  if (isLanguage(look.language)) return look.language;
  if (!site) return config.language;
  const wanted = [path?.split("/")[0], ...navigator.languages.map((tag) => tag.split("-")[0])];
  return LANGUAGES.find((one) => one === wanted.find(isLanguage)) ?? config.language;
}
