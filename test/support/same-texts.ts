import { expect } from "chai";
import { LANGUAGES } from "../../src/text/languages";

type Rooms = Record<string, Record<string, string>>;

const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** Tests that texts are there in every language, with the same names and blanks, and that none is empty. */
export function itHasEveryLanguage(texts: { en: Rooms } & Record<string, Rooms>): void {
  it("are there in every language", () => {
    expect(Object.keys(texts).sort()).to.deep.equal([...LANGUAGES].sort());
  });

  for (const language of LANGUAGES)
    it(`have the same names and blanks in ${language} as in English, and no empty ones`, () => {
      for (const [room, english] of Object.entries(texts.en)) {
        expect(Object.keys(texts[language][room])).to.deep.equal(Object.keys(english), room);
        for (const [name, text] of Object.entries(english)) {
          const other = texts[language][room][name];
          expect(blanks(other), `${room}.${name}`).to.deep.equal(blanks(text));
          expect(other.trim(), `${room}.${name}`).not.to.equal("");
        }
      }
    });
}
