import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Language } from "../../../src/text/languages";
import { loadTypeScript } from "../node/load-typescript";

/** A message as TypeScript's own code has it: `'{0}' is possibly 'undefined'.` */
interface MessageForm {
  code: number;
  key: string;
  message: string;
}

/** TypeScript's list of all its messages, which its declarations leave out. */
interface Internals {
  Diagnostics: Record<string, MessageForm>;
}

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
    Object.values((loadTypeScript() as unknown as Internals).Diagnostics).map((form) => [
      form.code,
      form,
    ]),
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
  const read = readTranslations(language);
  translations.set(language, read);
  return read;
}

function readTranslations(language: Language): Record<string, string> {
  const folder = dirname(require.resolve("typescript"));
  const names = readdirSync(folder);
  // Some have the country behind it, as pt-br.
  const name = names.find((one) => one === language || one.startsWith(`${language}-`));
  if (name === undefined) return {};
  return JSON.parse(readFileSync(join(folder, name, "diagnosticMessages.generated.json"), "utf8"));
}
