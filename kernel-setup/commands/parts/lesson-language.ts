import { UsageError } from "./arguments";

/** The languages the lessons are written in; each has its folder of notebooks. */
export const LANGUAGES = ["en", "ko"] as const;
export type Language = (typeof LANGUAGES)[number];

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
  if (asked === undefined) return /^ko([_.@-]|$)/i.test(env.LANG || systems()) ? "ko" : "en";
  const found = LANGUAGES.find((language) => language === asked);
  if (found) return found;
  throw new UsageError(
    `${command}: expected --lang ${LANGUAGES.join(" or ")}, but got ${JSON.stringify(asked)}.`,
  );
}

/** What Windows is set to, which knows no LANG. Elsewhere no LANG means that none was chosen. */
const systemLanguage = () =>
  process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "";
