import { expect } from "chai";
import ts from "typescript";
import { useHome } from "../../../../kernel-setup/kernel/cells/home";
import { translated } from "../../../../kernel-setup/kernel/cells/translation";
import { nodeHome } from "../../../../kernel-setup/kernel/node/cells-home";
import { LANGUAGES } from "../../../../src/text/languages";

const { Diagnostics } = ts as unknown as {
  Diagnostics: Record<string, { code: number; category: number; message: string }>;
};
const errors = Object.values(Diagnostics).filter(
  ({ category }) => category === ts.DiagnosticCategory.Error,
);

describe("translated", () => {
  before(() => useHome(nodeHome));

  it("keeps what stands in the blanks of every error of TypeScript, in every language", () => {
    expect(errors.length).to.be.greaterThan(1000);
    for (const language of LANGUAGES)
      for (const { code, message } of errors) {
        const english = message.replace(/\{(\d)\}/g, "Map<string, $1[]>");
        const text = translated(code, english, language);
        const found = (words: string) => [...new Set(words.match(/Map<string, \d\[\]>/g))].sort();
        // What a translation leaves out is TypeScript's to know; no blank is left, and nothing is added.
        expect(found(english), text).to.include.members(found(text));
        expect(text).not.to.match(/\{\d\}/);
        if (language === "en") expect(text).to.equal(english);
      }
  });

  it("is Korean for the errors of learners, in TypeScript's own words", () => {
    const korean = (code: number, text: string) => translated(code, text, "ko");
    expect(korean(2588, "Cannot assign to 'c' because it is a constant.")).to.equal(
      "상수이므로 'c'에 할당할 수 없습니다.",
    );
    // The blanks stand in another order, and types go over several lines.
    expect(korean(2339, "Property 'dx' does not exist on type '{\n  x: number;\n}'.")).to.equal(
      "'{\n  x: number;\n}' 형식에 'dx' 속성이 없습니다.",
    );
  });

  it("is the message itself where there is no translation, or it is of another form", () => {
    expect(translated(1, "There is no such message.", "ko")).to.equal("There is no such message.");
    expect(translated(2588, "Something else.", "ko")).to.equal("Something else.");
    expect(translated(2588, "Cannot assign to 'c' because it is a constant.", "en")).to.equal(
      "Cannot assign to 'c' because it is a constant.",
    );
  });
});
