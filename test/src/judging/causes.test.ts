import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { explain } from "../../../src/judging/causes";
import { en } from "../../../src/text/en";
import { ko } from "../../../src/text/ko";
import { inProject } from "../../support/project";

/** The causes of which something is not so. */
const causesBut = (isSo: (name: keyof typeof en.cause) => boolean) =>
  (Object.keys(en.cause) as (keyof typeof en.cause)[]).filter((name) => !isSo(name));

describe("the table of causes", () => {
  it("has full sentences in both languages", () => {
    expect(causesBut((name) => /^[A-Z`][^가-힣]*[.?]$/.test(en.cause[name]))).to.deep.equal([]);
    expect(causesBut((name) => /[가-힣].*(요|다|까요)[.?]$/.test(ko.cause[name]))).to.deep.equal(
      [],
    );
  });

  it("writes the same code in both languages", () => {
    const code = (text: string) => String([...new Set(text.match(/`[^`]*`/g))].sort());
    const differ = causesBut((name) => code(ko.cause[name]) === code(en.cause[name]));
    expect(differ).to.deep.equal([]);
  });

  it("holds no cause that nothing names", () => {
    const sources = ["judging", "lessons"].flatMap((room) =>
      readdirSync(inProject("src", room), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => readFileSync(inProject("src", room, file), "utf8")),
    );
    const named = sources.join("\n");
    expect(causesBut((name) => named.includes(`"${name}"`))).to.deep.equal([]);
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
