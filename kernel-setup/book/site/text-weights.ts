import { posix } from "node:path";
import { gzipSync } from "node:zlib";

/** What a page of the site may weigh until its text can be read: kB, compressed with gzip. */
export const MOST_KB = 60;

/** A page, and what it weighs until its text can be read, in bytes. */
export interface TextWeight {
  page: string;
  bytes: number;
}

/** The reading pages with what a browser loads before it shows their text: themselves, their styles, and the script of their theme. */
export function textWeights(files: ReadonlyMap<string, string | Buffer>): TextWeight[] {
  const pages = [...files].filter(([file, html]) => file.endsWith(".html") && isPage(html));
  return pages.map(([page, html]) => {
    const head = String(html).split("</head>")[0];
    const loaded = [...head.matchAll(/(?:rel="stylesheet" href|<script src)="([^"?]*)/g)].map(
      ([, address]) => posix.join(posix.dirname(page), address),
    );
    const parts = [html, ...loaded.map((file) => files.get(file) ?? "")];
    return { page, bytes: parts.reduce((sum, part) => sum + gzipSync(part).length, 0) };
  });
}

const isPage = (html: string | Buffer) => String(html).includes('<main id="text"');

/** What the command says of them: all from the lightest to the heaviest, and what is too heavy. */
export function weightLines(weights: readonly TextWeight[]): string[] {
  const byWeight = [...weights].sort((a, b) => a.bytes - b.bytes);
  const kb = ({ page, bytes }: TextWeight) => `${page} ${(bytes / 1000).toFixed(1)}`;
  const heavy = byWeight.filter(({ bytes }) => bytes > 1000 * MOST_KB);
  return [
    `Until the text can be read, compressed, in kB: ${byWeight.map(kb).join(", ")}.`,
    ...(heavy.length === 0
      ? []
      : [`More than the ${MOST_KB} kB it may: ${heavy.map(({ page }) => page).join(", ")}.`]),
  ];
}
