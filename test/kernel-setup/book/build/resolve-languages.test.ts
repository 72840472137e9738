import { expect } from "chai";
import { resolveLanguages } from "../../../../kernel-setup/book/build/resolve-languages";

const fail = (line: number, problem: string): never => {
  throw new Error(`line ${line}: ${problem}`);
};
const resolve = (...lines: string[]) => resolveLanguages(lines.join("\n"), fail);

describe("resolveLanguages", () => {
  describe("comments", () => {
    it("keeps the comment of the language, without its mark", () => {
      const { en, ko } = resolve("// en: the price", "// ko: 값", "const price = 220; // won");
      expect(en).to.equal("// the price\nconst price = 220; // won");
      expect(ko).to.equal("// 값\nconst price = 220; // won");
    });

    it("keeps the place of a comment after code", () => {
      const { en, ko } = resolve("f(); // en: first", "     // ko: 처음", "g();");
      expect(en).to.equal("f(); // first\ng();");
      expect(ko).to.equal("f(); // 처음\ng();");
    });

    it("keeps the indentation of several lines in one language", () => {
      const { en, ko } = resolve("{", "  // en: one", "  // en: two", "  // ko: 하나", "}");
      expect(en).to.equal("{\n  // one\n  // two\n}");
      expect(ko).to.equal("{\n  // 하나\n}");
    });

    it("takes pairs that follow each other one by one", () => {
      const { en } = resolve("// en: a", "// ko: 가", "// en: b", "// ko: 나");
      expect(en).to.equal("// a\n// b");
    });

    it("finds comments in empty functions, argument lists and at the end", () => {
      const { ko } = resolve(
        "f(() => {",
        "  // en: empty",
        "  // ko: 비었음",
        "});",
        "// en: end",
        "// ko: 끝",
      );
      expect(ko).to.equal("f(() => {\n  // 비었음\n});\n// 끝");
    });

    it("leaves what only looks like a comment", () => {
      const code = [
        'const a = "// en: not a comment";',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: code of a cell.
        "const b = `// ko: ${1 < 2} nor this`;",
        "const c = /\\/\\/ en: nor this/;",
        "const d = 4 /2/ 1;",
      ].join("\n");
      expect(resolve(code)).to.deep.equal({ en: code, ko: code });
    });

    it("refuses English without Korean, with its line", () => {
      expect(() => resolve("f();", "// en: alone", "g();")).to.throw(
        'line 2: expected a "// ko:" comment directly after "// en:", but found none',
      );
    });

    it("refuses Korean without English", () => {
      expect(() => resolve("// ko: 혼자")).to.throw(
        'line 1: expected a "// en:" comment directly before "// ko:", but found none',
      );
    });

    it("refuses words in one language, but no names and formulas", () => {
      expect(() => resolve("f();", "g(); // kept for backward")).to.throw(
        'line 2: expected words in a comment to stand there in each language, but got "kept for" alone',
      );
      for (const comment of ["// (1)", "// dW = xᵀ · dout", "// 2 · t", "// [N, 784]"])
        expect(resolve(comment, "f();").ko).to.contain(comment);
    });

    it("refuses a pair with a line between", () => {
      expect(() => resolve("// en: a", "", "// ko: 가")).to.throw("line 1: expected");
    });

    it("refuses Korean that stands after other code", () => {
      expect(() => resolve("f(); // en: a", "g(); // ko: 가")).to.throw("line 1: expected");
    });

    it("refuses pairs in block comments and pairs without words", () => {
      expect(() => resolve("/* en: a */ f();")).to.throw("but got a block comment");
      expect(() => resolve("// en:", "// ko: 가")).to.throw('expected words after "// en:"');
    });
  });

  describe("strings", () => {
    it("puts the string of the language in place of the pair", () => {
      const { en, ko } = resolve('show({ en: "price", ko: "값" });');
      expect(en).to.equal('show("price");');
      expect(ko).to.equal('show("값");');
    });

    it("takes pairs over several lines, with quoted keys and in the other order", () => {
      const { en } = resolve("f({", "  ko: '가',", '  "en": "a",', "});");
      expect(en).to.equal('f("a");');
    });

    it("keeps what templates compute", () => {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: code of a cell.
      const { ko } = resolve("f({ en: `${price} won`, ko: `${price}원` });");
      // biome-ignore lint/suspicious/noTemplateCurlyInString: code of a cell.
      expect(ko).to.equal("f(`${price}원`);");
    });

    it("resolves pairs inside of pairs and inside of templates", () => {
      const { en, ko } = resolve(
        // biome-ignore lint/suspicious/noTemplateCurlyInString: code of a cell.
        'f({ en: `a ${g({ en: "b", ko: "나" })}`, ko: `가 ${g({ en: "b", ko: "나" })}` });',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: code of a cell.
        'h(`x ${{ en: "y", ko: "와" }}`);',
      );
      // biome-ignore lint/suspicious/noTemplateCurlyInString: code of a cell.
      expect(en).to.equal('f(`a ${g("b")}`);\nh(`x ${"y"}`);');
      // biome-ignore lint/suspicious/noTemplateCurlyInString: code of a cell.
      expect(ko).to.equal('f(`가 ${g("나")}`);\nh(`x ${"와"}`);');
    });

    it("drops comments that stand in what is dropped", () => {
      const { en, ko } = resolve(
        "f({",
        "  // en: note",
        "  // ko: 주",
        '  en: "a",',
        '  ko: "가",',
        "});",
      );
      expect(en).to.equal('f("a");');
      expect(ko).to.equal('f("가");');
    });

    it("leaves objects with other keys or other values", () => {
      const code = [
        'const a = { en: "a", ko: "b", ja: "c" };',
        "const b = { en: first, ko: second };",
        "const c = { en, ko };",
        "const d = { en: 1, ko: 2 };",
        "const e = {};",
      ].join("\n");
      expect(resolve(code)).to.deep.equal({ en: code, ko: code });
    });

    it("leaves text that only looks like a pair", () => {
      const code = 'const a = "{ en: 1, ko: 2 }"; const b = <number>c; const d = x < y && z > 1;';
      expect(resolve(code).ko).to.equal(code);
    });

    it("refuses half a pair", () => {
      expect(() => resolve('f({ en: "alone" });')).to.throw(
        'line 1: expected { en: "…", ko: "…" } with a string or template for each, but got { en: "alone" }',
      );
      expect(() => resolve('f({ en: "a", ko: b });')).to.throw("line 1: expected { en:");
    });
  });

  it("refuses words of another script outside of pairs, in comments and in strings", () => {
    expect(() => resolve("f();", "// 혼자 있는 말")).to.throw(
      'line 2: expected words in code to stand there in each language, but got "혼자 있는 말" alone',
    );
    expect(() => resolve('f("값");')).to.throw('"값" alone');
  });

  it("allows Korean terms in the English text of a pair", () => {
    expect(resolve("// en: layer (계층)", "// ko: 계층").en).to.equal("// layer (계층)");
  });

  it("refuses code that does not parse, with its line", () => {
    expect(() => resolve("f();", "const = 1;")).to.throw(
      "line 2: expected TypeScript, but got a syntax error: ",
    );
  });

  it("takes await at the top level, as cells do", () => {
    const code = "await f();\nfor await (const x of y) g(x);";
    expect(resolve(code).en).to.equal(code);
  });
});
