import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { en } from "../../../kernel-setup/text/en";
import { ko } from "../../../kernel-setup/text/ko";
import { LANGUAGES } from "../../../src/text/languages";
import { inProject } from "../../support/project";
import { itHasEveryLanguage } from "../../support/same-texts";

/** The code of kernel-setup besides the texts. */
const codeFiles = () =>
  readdirSync(inProject("kernel-setup"), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(?:ts|mjs)$/.test(file))
    .filter((file) => !/(?:^text|\/built|node_modules)\//.test(file));

/** All strings of a file, and the pieces of its templates. */
function stringsIn(file: string): string[] {
  const text = readFileSync(join(inProject("kernel-setup"), file), "utf8");
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

describe("the texts of kernel, page and book", () => {
  itHasEveryLanguage({ en, ko });

  it("are the only place where anything is said in another language than that of the code", () => {
    const files = codeFiles();
    expect(files.length).to.be.greaterThan(200);
    const said = files.flatMap((file) => stringsIn(file).map((text) => `${file}: ${text}`));
    expect(said.filter((text) => /\p{Script=Hangul}/u.test(text))).to.deep.equal([]);
  });

  it("are asked for by the list of languages, which no code names one by one", () => {
    const named = codeFiles().filter((file) =>
      stringsIn(file).some((text) => (LANGUAGES as readonly string[]).includes(text)),
    );
    expect(named).to.deep.equal([]);
  });
});
