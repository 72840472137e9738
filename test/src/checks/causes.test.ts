import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { CAUSES, explain } from "../../../src/checks/causes";
import { inProject } from "../../support/project";

describe("the table of causes", () => {
  for (const [name, { en, ko }] of Object.entries(CAUSES)) {
    it(`has ${name} as full sentences in both languages, with the same blanks`, () => {
      expect(en).to.match(/^[A-Z`][^가-힣]*[.?]$/);
      expect(ko).to.match(/[가-힣].*(요|다|까요)[.?]$/);
      const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
      expect(blanks(ko)).to.deep.equal(blanks(en));
      const code = (text: string) => [...new Set(text.match(/`[^`]*`/g))].sort();
      expect(code(ko)).to.deep.equal(code(en));
    });
  }

  it("holds no cause that nothing names", () => {
    const folder = inProject("src", "checks");
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.startsWith("causes"))
      .map((file) => readFileSync(inProject("src", "checks", file), "utf8"))
      .join("\n");
    const unused = Object.keys(CAUSES).filter((name) => !sources.includes(`"${name}"`));
    expect(unused).to.deep.equal([]);
  });

  it("puts the place into the words", () => {
    const place = { layer: "MyDivLayer", method: "backward", parameter: "dy" };
    expect(explain("minus-missing", place).en).to.match(/^The size of `dy` is right/);
    expect(explain("values-shared", place).ko).to.match(/^`MyDivLayer` 객체 둘이/);
    expect(explain("error-thrown", place, "Error: $& {layer}").en).to.include(
      "`Error: $& {layer}`",
    );
  });
});
