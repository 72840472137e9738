import { expect } from "chai";
import { FormulaError } from "../../../../kernel-setup/book/site/formula-html";
import { type Heading, markdownHtml } from "../../../../kernel-setup/book/site/markdown-html";

const addresses = {
  link: (href: string) => (href.endsWith("gone.ipynb") ? undefined : `to:${href}`),
  image: (src: string) => `image:${src}`,
};
const html = (text: string) => markdownHtml(text, addresses);

describe("Markdown of a page", () => {
  it("has tables, emphasis and code as Jupyter shows them", () => {
    const shown = html("| a | b |\n|--|--|\n| 1 | **2** |\n\n`x < y`");
    expect(shown).to.include('<div class="wide"><table>').and.to.include("<strong>2</strong>");
    expect(shown).to.include("<code>x &#x3C; y</code>");
  });

  it("sets formulas: in a line, between two dollars on a line of their own, Korean too", () => {
    expect(html("so $x^2$ it is")).to.match(/^<p>so <span class="katex">.*<\/span> it is<\/p>$/);
    for (const text of ["$$\nx^2\n$$", "$$x^2$$", "before\n$$x^2$$\nafter"])
      expect(html(text), text).to.include('<span class="katex-display">');
    expect(html("$\\text{사과} \\times 값$")).to.include("사과").and.to.include("값");
  });

  it("leaves dollars in code alone, and one dollar by itself", () => {
    expect(html("`$x$` and 5 $")).to.equal("<p><code>$x$</code> and 5 $</p>");
    expect(html("```\n$x$\n```")).to.equal("<pre><code>$x$\n</code></pre>");
  });

  it("refuses a formula that cannot be read, and names it", () => {
    expect(() => html("$\\frac{1}$")).to.throw(FormulaError, "$\\frac{1}$");
    expect(() => html("$\\unknown x$")).to.throw(FormulaError, "\\unknown");
  });

  it("reads what HTML folds away as Markdown, with its code coloured", () => {
    const shown = html(
      "<details>\n<summary>Solution</summary>\n\n**so** $x$\n\n```ts\nconst x = 1;\n```\n\n</details>",
    );
    expect(shown)
      .to.match(/^<details>\s*<summary>Solution<\/summary>/)
      .and.match(/<\/details>$/);
    expect(shown).to.include("<strong>so</strong>").and.to.include('class="katex"');
    expect(shown).to.include('<pre><code><span class="keyword">const</span> x = ');
  });

  it("asks for the address of every link and image, and writes dead links as text", () => {
    expect(html("[next](06-relu.ipynb)")).to.equal('<p><a href="to:06-relu.ipynb">next</a></p>');
    expect(html("[**next**](gone.ipynb)")).to.equal("<p><span><strong>next</strong></span></p>");
    expect(html('<a href="x.ipynb">x</a>')).to.include('href="to:x.ipynb"');
    expect(html("![a tree](tree.png)")).to.include('src="image:tree.png" alt="a tree"');
  });

  it("gives headings the ids that Jupyter gives them", () => {
    const found: Heading[] = [];
    const shown = markdownHtml("# One\n\n## 두 번째 `x`\n", addresses, (one) => found.push(one));
    expect(shown).to.include('<h2 id="두-번째-x">');
    expect(found).to.deep.equal([
      { level: 1, id: "One", text: "One" },
      { level: 2, id: "두-번째-x", text: "두 번째 x" },
    ]);
  });
});
