import { expect } from "chai";
import { pictureHtml } from "../../../src/text/picture-html";
import { pictureIn } from "../../support/picture";

describe("pictureHtml", () => {
  it("carries the SVG unharmed, Korean letters too", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>역전파 &amp; ×</title></svg>';
    const html = pictureHtml({ svg, width: 10, height: 5, alt: "그림" });
    expect(pictureIn({ "text/html": html })).to.deep.equal({ svg, alt: "그림" });
  });

  it("lets no alt text out of its attribute", () => {
    const html = pictureHtml({ svg: "<svg/>", width: 1, height: 1, alt: '"><script>x</script>' });
    expect(html).to.not.include("<script>");
    expect(html).to.include('alt="&quot;&gt;&lt;script&gt;');
  });
});
