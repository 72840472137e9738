import { home } from "../home/here";
import { escapeHtml } from "./escape-html";

/** A finished picture: SVG text, its size in pixels, and what it shows in words. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
  alt: string;
}

/**
 * The one form of a picture that every front end shows, in untrusted notebooks too: inline SVG and
 * `image/svg+xml` are stripped there, an image with a data address is not.
 *
 * @example
 * pictureHtml({ svg: "<svg/>", width: 2, height: 1, alt: "x < 1" }); // <img src="data:image/svg+xml;base64,PHN2Zy8+" alt="x &lt; 1" width="2" height="1" style="max-width:100%;height:auto">
 */
export function pictureHtml({ svg, width, height, alt }: Picture): string {
  return `<img src="data:image/svg+xml;base64,${home.toBase64(svg)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}" style="max-width:100%;height:auto">`;
}
