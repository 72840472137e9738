import { expect } from "chai";
import type { Output } from "../../../kernel-setup/jupyter/notebook-files/notebook";
import { outputHtml as htmlOf } from "../../../kernel-setup/outputs/output-html";
import { parseHtml } from "../../../kernel-setup/outputs/parse-html";
import type { Language } from "../../../src/text/languages";

const outputHtml = (output: Output, language: Language) =>
  htmlOf(output, { language, parse: parseHtml });

const display = (data: Record<string, unknown>) =>
  outputHtml({ output_type: "display_data", data, metadata: {} }, "en");

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
    const stream = (name: string, text = "\u001b[33m1\u001b[39m\n") =>
      outputHtml({ output_type: "stream", name, text }, "en");
    expect(stream("stdout")).to.equal('<pre class="stdout">1</pre>');
    expect(stream('"><b>')).to.equal('<pre class="stdout">1</pre>');
    expect(stream("stderr")).to.equal('<pre class="stderr">1</pre>');
    const error = { output_type: "error" as const, ename: "Error", evalue: "no" };
    expect(
      outputHtml({ ...error, traceback: ["\u001b[31mError\u001b[0m: no", "  line 1"] }, "en"),
    ).to.equal('<pre class="error">Error: no\n  line 1</pre>');
    expect(outputHtml({ ...error, traceback: [] }, "en")).to.equal(
      '<pre class="error">Error: no</pre>',
    );
  });

  it("shows a line that was written over as it was last", () => {
    const text = "10%\r50%\r100%\nab\bc\n🟩🟩\r⬜\n";
    expect(outputHtml({ output_type: "stream", name: "stdout", text }, "en")).to.equal(
      '<pre class="stdout">100%\nac\n⬜🟩</pre>',
    );
  });

  it("keeps what runs a script of its own as data, with a sentence where no script runs", () => {
    const framed = (data: Record<string, unknown>, language: "en" | "ko") => {
      const html = outputHtml({ output_type: "display_data", data, metadata: {} }, language);
      const [, json, sentence] =
        /^<div class="framed"><script type="application\/json" data-framed>(.*)<\/script>.*<p>(.*)<\/p><\/div>$/s.exec(
          html,
        ) ?? [];
      return { html: JSON.parse(json) as string, sentence };
    };
    const own = "<p>1</p><script>alert('</p>')</script>";
    expect(framed({ "text/html": own }, "en").html).to.equal(own);
    expect(framed({ "text/html": own }, "en").sentence).to.match(/^This output .*\.$/);
    expect(framed({ "text/html": own }, "ko").sentence).to.match(/^이 출력.*\.$/);
    for (const mime of ["application/javascript", "text/javascript"]) {
      const script = framed({ [mime]: "element.textContent = '</script>'" }, "en");
      expect(script.html).to.include("element.textContent = '<\\/script>'");
    }
  });
});
