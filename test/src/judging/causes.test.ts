import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { CAUSES, explain } from "../../../src/judging/causes";
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

  it("has each cause once: of two in its files, one would silently win", () => {
    const folder = inProject("src", "judging", "causes");
    const names = readdirSync(folder).flatMap((file) => [
      ...readFileSync(join(folder, file), "utf8").matchAll(/^ {2}"?([\w-]+)"?: \{$/gm),
    ]);
    const twice = names.map(([, name]) => name).filter((name, i, all) => all.indexOf(name) !== i);
    expect(twice).to.deep.equal([]);
    expect(names).to.have.lengthOf(Object.keys(CAUSES).length);
  });

  it("holds no cause that nothing names", () => {
    const sources = ["judging", "lessons"]
      .flatMap((room) =>
        readdirSync(inProject("src", room), { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".ts") && !file.startsWith("causes"))
          .map((file) => readFileSync(inProject("src", room, file), "utf8")),
      )
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
