import { expect } from "chai";
import { outputHtml } from "../../../../kernel-setup/book/site/output-html";

const display = (data: Record<string, unknown>) =>
  outputHtml({ output_type: "display_data", data, metadata: {} });

describe("an output of a page", () => {
  it("is the richest form that a page can show", () => {
    const data = { "text/plain": "words", "text/html": "<b>rich</b>", "application/json": {} };
    expect(display(data)).to.equal("<b>rich</b>");
    expect(display({ "text/plain": "a < b" })).to.equal('<pre class="text">a &lt; b</pre>');
    expect(display({ "application/x-other": 1 })).to.include("(application/x-other)");
  });

  it("shows images with the words beside them", () => {
    expect(display({ "image/png": "AA\nBB", "text/plain": 'a "tree"' })).to.equal(
      '<img alt="a &quot;tree&quot;" src="data:image/png;base64,AABB">',
    );
    expect(display({ "image/svg+xml": "<svg/>" })).to.include("data:image/svg+xml;base64,PHN2Zy8+");
    expect(display({ "image/png": 'AA"><b>' })).to.include("base64,AA&quot;&gt;&lt;b&gt;");
  });

  it("shows printed lines and errors without a terminal's colours", () => {
    const stream = (name: string) =>
      outputHtml({ output_type: "stream", name, text: "\u001b[33m1\u001b[39m\n" });
    expect(stream("stdout")).to.equal('<pre class="stdout">1</pre>');
    expect(stream('"><b>')).to.equal('<pre class="&quot;&gt;&lt;b&gt;">1</pre>');
    expect(stream("stderr")).to.equal('<pre class="stderr">1</pre>');
    const error = { output_type: "error" as const, ename: "Error", evalue: "no" };
    expect(
      outputHtml({ ...error, traceback: ["\u001b[31mError\u001b[0m: no", "  line 1"] }),
    ).to.equal('<pre class="error">Error: no\n  line 1</pre>');
    expect(outputHtml({ ...error, traceback: [] })).to.equal('<pre class="error">Error: no</pre>');
  });
});
