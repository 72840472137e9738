import { inEach, type Language, type Words } from "./languages";

/** The names of a text's blanks: `"{got} is not {wanted}"` has two. Braces with spaces are braces. */
export type Blanks<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Blanks<Rest>
  : never;

/** Rooms of texts by name: what one language says. English is the one that the others are held to. */
type Rooms = Record<string, Record<string, string>>;

/** The same rooms and names in another language: a missing or misspelt one does not compile. */
export type Translated<English> = {
  readonly [Room in keyof English]: { readonly [Name in keyof English[Room]]: string };
};

/** `room.name` of each text. */
export type TextKey<English> = {
  [Room in keyof English & string]: `${Room}.${keyof English[Room] & string}`;
}[keyof English & string];

type TextOf<English, Key> = Key extends `${infer Room}.${infer Name}`
  ? Room extends keyof English
    ? Name extends keyof English[Room]
      ? English[Room][Name]
      : never
    : never
  : never;

/** What goes into the blanks: words of each language, made at once or only here, or what is the same in all. */
export type Filling = string | number | Words | (() => Words);

/** Nothing where a text has no blanks, else a value for each. */
export type Fillings<Text> = [Blanks<Text>] extends [never]
  ? []
  : [blanks: Readonly<Record<Blanks<Text>, Filling>>];

/**
 * Makes the function that finds a text by its name and fills in its blanks, in every language at once.
 *
 * @example
 * const words = wordsOf({ en: { sum: { is: "It is {n}." } }, ko: { sum: { is: "{n}입니다." } } });
 * words("sum.is", { n: 3 }).en; // "It is 3."
 */
export function wordsOf<const English extends Rooms>(
  texts: { en: English } & Record<Language, Translated<English>>,
) {
  return <Key extends TextKey<English>>(
    key: Key,
    ...[blanks]: Fillings<TextOf<English, Key>>
  ): Words => {
    const [room, name] = key.split(/\.(.*)/s);
    return inEach((language) => {
      const text = (texts[language] as Rooms)[room][name];
      return blanks === undefined ? text : fill(text, blanks as Record<string, Filling>, language);
    });
  };
}

function fill(text: string, blanks: Record<string, Filling>, language: Language): string {
  return text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => {
    const filling = blanks[name];
    if (filling === undefined) return blank;
    const said = typeof filling === "function" ? filling() : filling;
    return String(typeof said === "object" ? said[language] : said);
  });
}
