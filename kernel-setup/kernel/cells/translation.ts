import type { Language } from "../../../src/text/languages";
import { home, type MessageForm } from "./home";

let forms: Map<number, MessageForm> | undefined;
const translations = new Map<Language, Record<string, string>>();

/**
 * A message of TypeScript in another language, as TypeScript itself says it there. Checking goes on in
 * English, so that all that reads messages finds them as they are, and the language may change at any
 * time; what TypeScript has no words for stays English.
 *
 * @param code - The message's number.
 * @example
 * translated(2588, "Cannot assign to 'c' because it is a constant.", "ko"); // "상수이므로 'c'에 할당할 수 없습니다."
 */
export function translated(code: number, message: string, language: Language): string {
  forms ??= new Map(
    home()
      .messageForms()
      .map((form) => [form.code, form]),
  );
  const form = forms.get(code);
  const translation = form && translationsTo(language)[form.key];
  const fillings = form && fillingsOf(form.message, message);
  if (translation === undefined || fillings === undefined) return message;
  return translation.replace(/\{(\d)\}/g, (blank, number: string) => fillings.get(number) ?? blank);
}

/** What stands in a message's blanks; undefined when it is not of that form. */
function fillingsOf(form: string, message: string): Map<string, string> | undefined {
  const [first, ...rest] = form.split(/\{(\d)\}/);
  let pattern = quote(first);
  for (const [i, part] of rest.entries()) pattern += i % 2 === 0 ? "([\\s\\S]*?)" : quote(part);
  const found = new RegExp(`^${pattern}$`).exec(message);
  if (found === null) return undefined;
  const numbers = rest.filter((_, i) => i % 2 === 0);
  return new Map(numbers.map((number, i) => [number, found[i + 1]]));
}

const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** TypeScript's messages in a language by their keys; none where it does not speak it, as in English. */
function translationsTo(language: Language): Record<string, string> {
  const known = translations.get(language);
  if (known !== undefined) return known;
  const read = home().translations(language);
  translations.set(language, read);
  return read;
}
