import { expect } from "chai";
import { en } from "../../../src/text/en";
import { wordsOf } from "../../../src/text/fill";
import { ko } from "../../../src/text/ko";
import { itHasEveryLanguage } from "../../support/same-texts";

describe("the library's texts", () => {
  itHasEveryLanguage({ en, ko });
});

describe("words", () => {
  const words = wordsOf({
    en: { sum: { is: "{n} and {n} is {m}", code: "if (x) { … }", "two.dots": "dots" } },
    ko: { sum: { is: "{m}: {n} + {n}", code: "만약 { … }", "two.dots": "점" } },
  });

  it("fills in what is the same in all languages, and what is not", () => {
    const sum = words("sum.is", { n: 2, m: { en: "four", ko: "넷" } });
    expect(sum).to.deep.equal({ en: "2 and 2 is four", ko: "넷: 2 + 2" });
  });

  it("leaves braces of code, and what a filling holds, as they are", () => {
    expect(words("sum.code").en).to.equal("if (x) { … }");
    expect(words("sum.is", { n: "{m}", m: "$& {n}" }).en).to.equal("{m} and {m} is $& {n}");
    expect(words("sum.two.dots").ko).to.equal("점");
  });

  it("compiles with the right names and blanks only", () => {
    // @ts-expect-error: there is no such text
    expect(() => words("sum.are")).to.not.throw();
    // @ts-expect-error: a blank is left
    words("sum.is", { n: 1 });
    // @ts-expect-error: there is no blank
    words("sum.code", { n: 1 });
    // @ts-expect-error: a text is missing, and one is misspelt
    wordsOf({ en: { a: { b: "x", c: "y" } }, ko: { a: { b: "x", d: "y" } } });
  });
});
