import { expect } from "chai";

/** The SVG and the alt text inside the one form of a picture: `<img src="data:…" alt="…">`, which a script may make live. */
export function pictureIn(bundle: Record<string, unknown>): { svg: string; alt: string } {
  const html = String(bundle["text/html"]);
  const found =
    /^<img src="data:image\/svg\+xml;base64,([^"]+)" alt="([^"]+)"[^>]*>(?:<script>.*<\/script>)?$/s.exec(
      html,
    );
  expect(found, html.slice(0, 80)).to.not.equal(null);
  const [, data = "", alt = ""] = found ?? [];
  return { svg: Buffer.from(data, "base64").toString("utf8"), alt };
}

/** The SVG of every picture in some HTML. */
export function picturesIn(html: string): string[] {
  return [...html.matchAll(/data:image\/svg\+xml;base64,([^"]+)"/g)].map(([, data]) =>
    Buffer.from(data, "base64").toString("utf8"),
  );
}

export interface SvgText {
  kind: string;
  x: number;
  y: number;
  content: string;
}

/** The texts of a drawing with their class and place. */
export function textsIn(svg: string): SvgText[] {
  const texts = svg.matchAll(/<text class="([^"]*)" x="([^"]*)" y="([^"]*)">([^<]*)<\/text>/g);
  return [...texts].map(([, kind, x, y, content]) => ({
    kind,
    x: Number(x),
    y: Number(y),
    content,
  }));
}
