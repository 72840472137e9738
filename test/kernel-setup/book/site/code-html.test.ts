import { expect } from "chai";
import { codeHtml } from "../../../../kernel-setup/book/site/code-html";
import { codeCells, committedLessons, joined, readNotebook } from "../../../support/lessons";

const textOf = (html: string) =>
  html
    .replace(/<\/?span[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

describe("code of a page", () => {
  it("is coloured by what TypeScript makes of it", () => {
    expect(codeHtml('const out = 1.5; // "no"\n`a` < /x/g')).to.equal(
      '<span class="keyword">const</span> out = <span class="number">1.5</span>; <span class="comment">// &quot;no&quot;</span>\n' +
        '<span class="string">`a`</span> &lt; <span class="string">/x/g</span>',
    );
  });

  it("keeps every character of the lessons' cells", () => {
    for (const { path } of committedLessons()) {
      for (const { id, source } of codeCells(readNotebook(path))) {
        const code = joined(source);
        expect(textOf(codeHtml(code)), `${path} ${id}`).to.equal(code);
      }
    }
  });

  it("stays plain in other languages and when it is broken", () => {
    expect(codeHtml("if x < 1:", "python")).to.equal("if x &lt; 1:");
    for (const code of ["", '"open', "`open ${", "/* open", "}}}", "\u0000"])
      expect(textOf(codeHtml(code)), code).to.equal(code);
  });
});
