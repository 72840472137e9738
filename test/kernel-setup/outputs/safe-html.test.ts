import { expect } from "chai";
import { parseHtml } from "../../../kernel-setup/outputs/parse-html";
import { safeHtml as safeTree } from "../../../kernel-setup/outputs/safe-html";
import { codeCells, committedLessons, joined, readNotebook } from "../../support/lessons";

/** Nothing where a part of it would be missing. */
const safeHtml = (html: string) => {
  const safe = safeTree(parseHtml(html));
  return safe.isWhole ? safe.html : undefined;
};

/** Every HTML that the lessons show, with where it stands. */
const lessonsHtml = () =>
  committedLessons().flatMap(({ path }) =>
    codeCells(readNotebook(path)).flatMap(({ id, outputs = [] }) =>
      outputs.flatMap(({ data }) => {
        const html = data?.["text/html"] as string | string[] | undefined;
        return html === undefined ? [] : [{ place: `${path} ${id}`, html: joined(html) }];
      }),
    ),
  );

const plain = (html: string) =>
  html.replace(/&#x([\dA-F]+);/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));

/** A page's data, and its pictures as they were saved. */
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const PICTURE = /src=(["'])data:image\/svg\+xml(;base64)?,(.*?)\1/gs;

describe("an output's HTML in a page that runs no script but its own", () => {
  it("is what every output of the lessons was, with data in the place of scripts", () => {
    const all = lessonsHtml();
    expect(all.length).to.be.greaterThan(200);
    let live = 0;
    for (const { place, html } of all) {
      const safe = safeHtml(html) ?? "";
      expect(safe, `${place} is not whole`).to.not.equal("");
      const scripts = html.match(SCRIPT) ?? [];
      const blocks = safe.match(SCRIPT) ?? [];
      expect(blocks.length, place).to.equal(scripts.length);
      for (const block of blocks)
        expect(block, place).to.match(/^<script type="application\/json" data-live>/);
      live += blocks.length;
      const words = (text: string) =>
        text
          .replace(SCRIPT, "")
          .replace(PICTURE, "")
          .replace(/<[^>]*>/g, "")
          .replace(/&[#\w]+;|["'&]/g, "&");
      expect(words(safe), place).to.equal(words(html));
      const pictures = (text: string) =>
        [...text.replace(SCRIPT, "").matchAll(PICTURE)].map(([, , isBase64, data]) =>
          isBase64 ? Buffer.from(data, "base64").toString() : decodeURIComponent(plain(data)),
        );
      expect(pictures(safe), place).to.deep.equal(pictures(html));
    }
    expect(live).to.be.greaterThan(100);
  });

  it("keeps text, tables, links and pictures", () => {
    for (const html of [
      "<p>a <strong>b</strong> &#x26; <em>c</em></p>",
      '<table><thead><tr><th colspan="2" scope="col">x</th></tr></thead><tbody><tr><td style="text-align:right;padding:0.1em">1</td></tr></tbody></table>',
      '<div role="note" lang="ko" style="border-left:6px double #1B87C9">가</div>',
      '<img src="data:image/png;base64,AA==" alt="a" width="2" height="1">',
      "<details open><summary>a</summary>b</details>",
    ])
      expect(safeHtml(html)).to.equal(html);
    expect(safeHtml('<a href="https://example.org">a</a>')).to.equal(
      '<a href="https://example.org" target="_blank" rel="noopener noreferrer">a</a>',
    );
  });

  it("leaves out the names of the page that an output could take", () => {
    expect(
      safeHtml('<p class="skip" id="text" tabindex="0" data-live data-cell="a">a</p><!-- b -->'),
    ).to.equal("<p>a</p>");
  });

  it("is what can be shown where it is not whole", () => {
    const { html } = safeTree(
      parseHtml(
        `<p onclick="alert(1)">a</p><style>p { color: red }</style><script>alert(1)</script><form><b>b</b><input></form><div style="position:fixed">c</div>`,
      ),
    );
    expect(html).to.equal("<p>a</p><b>b</b>c");
  });

  it("closes what an output leaves open, and opens nothing that it closes", () => {
    expect(safeHtml("</div></article><b>a")).to.equal("<b>a</b>");
  });

  for (const [what, html] of [
    ["a script", "<script>alert(1)</script>"],
    ["a script from elsewhere", '<script src="https://example.org/x.js"></script>'],
    ["a script of the site", '<script src="../assets/site.js"></script>'],
    ["data for the page's script", '<script type="application/json" data-live>{}</script>'],
    [
      "what only looks like a chart's script",
      '<script>((id, figure, colours) => {})("a",{}) || alert(1)</script>',
    ],
    ["a handler", '<img src="data:image/png;base64,AA" onerror="alert(1)">'],
    ["a handler in odd writing", "<p/OnClick=alert(1)>"],
    ["a link to a script", '<a href="javascript:alert(1)">a</a>'],
    ["a link to a script in odd writing", '<a href="&#106;ava\nscript:alert(1)">a</a>'],
    ["a link to a page of its own", '<a href="data:text/html,<script>alert(1)</script>">a</a>'],
    ["a frame", '<iframe src="https://example.org"></iframe>'],
    ["a frame with its own text", '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ["an object", '<object data="x.svg"></object>'],
    ["an embedded file", '<embed src="x.svg">'],
    ["SVG", "<svg><script>alert(1)</script></svg>"],
    ["SVG with a handler", '<svg onload="alert(1)"></svg>'],
    ["MathML", '<math><mtext><img src="x" onerror="alert(1)"></mtext></math>'],
    ["a style sheet", "<style>main { display: none }</style>"],
    ["a style sheet from elsewhere", '<link rel="stylesheet" href="https://example.org/x.css">'],
    ["a place over the page", '<div style="position:fixed;inset:0">a</div>'],
    ["a place outside of its own", '<div style="margin-top:-900px">a</div>'],
    ["a picture from elsewhere by style", '<p style="background:url(https://example.org/x)">a</p>'],
    ["a picture from elsewhere", '<img src="https://example.org/x.png">'],
    ["a picture of the site", '<img src="../x.png">'],
    ["a picture that is a page", '<img src="data:text/html,a">'],
    ["a form", '<form action="https://example.org"><input></form>'],
    ["a button", '<button onclick="alert(1)">a</button>'],
    ["another base", '<base href="https://example.org">'],
    ["another address", '<meta http-equiv="refresh" content="0;url=https://example.org">'],
    ["a sound", '<audio src="data:audio/wav;base64,AA" autoplay></audio>'],
    ["a template", "<template><img src=x onerror=alert(1)></template>"],
    [
      "what is read otherwise without scripts",
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    ],
    ["a place for data", '<data-block number="0"></data-block>'],
    ["an element of one's own", "<x-y>a</x-y>"],
  ])
    it(`is not whole with ${what}`, () => {
      expect(safeHtml(html)).to.equal(undefined);
      expect(safeHtml(`<p>a</p>${html}`)).to.equal(undefined);
    });
});
