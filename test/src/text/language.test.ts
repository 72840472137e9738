import { expect } from "chai";
import { type Language, language, say, setLanguage } from "../../../src/text/language";

describe("the language", () => {
  afterEach(() => setLanguage("en"));

  it("is English until it is set, and holds for all that is said after", () => {
    const words = { en: "value", ko: "값" };
    expect([language(), say(words)]).to.deep.equal(["en", "value"]);
    setLanguage("ko");
    expect([language(), say(words)]).to.deep.equal(["ko", "값"]);
  });

  it("refuses others with a sentence and stays as it was", () => {
    expect(() => setLanguage("de" as Language)).to.throw(
      'setLanguage: expected "en" or "ko", but got "de"',
    );
    expect(language()).to.equal("en");
  });
});
