/**
 * A language that nobody speaks, made of English with an accent on every letter: whoever sees a letter
 * without one has found a text that no translation reaches. It goes by the name of a real one, of which
 * `Intl` and TypeScript know words.
 */
export const THIRD = "fr";

const ACCENTED: Record<string, string> = Object.fromEntries(
  [..."aábḃcćdďeéfḟgǵhĥiíjĵkḱlĺmḿnńoópṕqʠrŕsśtťuúvṽwẃxẋyýzź".matchAll(/([a-z])(.)/gu)].flatMap(
    ([, plain, accented]) => [
      [plain, accented],
      [plain.toUpperCase(), accented.toUpperCase()],
    ],
  ),
);

/** What no translator touches: blanks, escapes, code, formulas, addresses, tags. */
const KEPT = /\{\w+\}|\\.|`[^`]*`|\$\$[\s\S]*?\$\$|\$[^$\n]*\$|\]\([^)]*\)|<[^>\n]*>/g;

/**
 * A text in the third language.
 *
 * @example
 * accented("Solution of {exercise}"); // "Śóĺúťíóń óḟ {exercise}"
 */
export function accented(text: string): string {
  const kept = text.match(KEPT) ?? [];
  return text
    .split(KEPT)
    .map((part, i) => part.replace(/[a-z]/gi, (letter) => ACCENTED[letter]) + (kept[i] ?? ""))
    .join("");
}

/**
 * What in a text is in none but another language: two words without an accent in a row, or a Korean letter.
 *
 * @returns each with what stands around it
 */
export function notAccented(text: string): string[] {
  const found = text.matchAll(
    /(?<!\p{L})[A-Za-z]{2,}[ ,:;.!?]+[A-Za-z]{2,}(?!\p{L})|\p{Script=Hangul}+/gu,
  );
  return [...found].map(({ index }) => text.slice(Math.max(0, index - 30), index + 60).trim());
}

/** A string of code, or a piece of a template, with its own words accented. */
export function accentedString(literal: string): string {
  const [, open, words, close] = /^(["'`}])([\s\S]*?)(["'`]|\$\{)$/.exec(literal) ?? [];
  // Here a dollar is no formula.
  return open + words.replace(/\\.|\{\w+\}|[a-z]/gi, (part) => ACCENTED[part] ?? part) + close;
}
