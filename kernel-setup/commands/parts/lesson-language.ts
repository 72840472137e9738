import {
  alternatives,
  DEFAULT_LANGUAGE,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
} from "../../../src/text/languages";
import { UsageError } from "./arguments";

/**
 * The language of a learner: what was asked for, else LANG, else the system's, else English.
 *
 * @param asked The value of `--lang`.
 * @throws UsageError for a language that there is not.
 * @example
 * lessonLanguage("npm start", undefined, { LANG: "ko_KR.UTF-8" }); // ko
 */
export function lessonLanguage(
  command: string,
  asked: string | undefined,
  env: Record<string, string | undefined> = process.env,
  systems = systemLanguage,
): Language {
  if (asked === undefined) {
    const [system] = (env.LANG || systems()).toLowerCase().split(/[_.@-]/);
    return LANGUAGES.find((language) => language === system) ?? DEFAULT_LANGUAGE;
  }
  const found = LANGUAGES.find((language) => language === asked);
  if (found) return found;
  throw new UsageError(
    `${command}: expected --lang ${LANG_VALUES}, but got ${JSON.stringify(asked)}.`,
  );
}

const LANG_VALUES = alternatives(LANGUAGES)[DEFAULT_LANGUAGE];

/** What Windows is set to, which knows no LANG. Elsewhere no LANG means that none was chosen. */
const systemLanguage = () =>
  process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "";

/**
 * The line of `--lang` in a command's help.
 *
 * @param width The columns before its explanation.
 */
export const langHelp = (what: string, width: number): string =>
  `${`  --lang ${LANGUAGES.join("|")}`.padEnd(width)}${what} (else the one of LANG or of Windows, else ${LANGUAGE_NAMES[DEFAULT_LANGUAGE]})`;
