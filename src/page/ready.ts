import { loadLanguage, loadLesson } from "../home/browser";
import type { Language } from "../text/language";

/**
 * Loads what a page does not begin with: the exercises of lessons, and the words of a language other than
 * English. Whoever calls `check`, `hint` or `judge` awaits it first, and who speaks Korean too.
 *
 * @param lessons their numbers, as `lesson` takes them
 * @param language as `lesson` takes it
 */
export async function ready(
  lessons: string | readonly string[],
  language?: Language,
): Promise<void> {
  const words = language === undefined ? undefined : loadLanguage(language);
  // Some texts are filled in while a lesson is loaded.
  await words;
  await Promise.all([lessons].flat().map(loadLesson));
}
