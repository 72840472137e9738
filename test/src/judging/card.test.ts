import { expect } from "chai";
import { cardBundle, EDGES } from "../../../src/judging/card";

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe("cardBundle", () => {
  it("leaves text in the page's own colours, so its contrast is the page's in light and dark", () => {
    const html = String(cardBundle("wrong", ["headline", "line"])["text/html"]);
    expect(html).not.to.match(/[^-]color:|background|opacity|<style|<script/);
  });

  it("draws an edge that stands out on white, JupyterLab's dark grey and black", () => {
    for (const { colour } of Object.values(EDGES)) {
      for (const page of ["#FFFFFF", "#111111", "#000000"]) {
        expect(contrast(colour, page), `${colour} on ${page}`).to.be.at.least(3);
      }
    }
  });

  it("tells the tones apart by line style too", () => {
    const styles = Object.values(EDGES).map(({ style }) => style);
    expect(new Set(styles).size).to.equal(styles.length);
  });

  it("escapes what learners wrote and sets code in backticks as code", () => {
    const bundle = cardBundle("wrong", ["`<b>` & more", "got `[1] <script>`"]);
    expect(bundle["text/html"]).to.include("<code>&lt;b&gt;</code> &amp; more");
    expect(bundle["text/html"]).to.include("<code>[1] &lt;script&gt;</code>");
    expect(bundle["text/plain"]).to.equal("`<b>` & more\ngot `[1] <script>`");
  });
});
