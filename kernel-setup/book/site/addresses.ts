import { readFileSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import type { Json } from "../../jupyter/messages/message";
import type { Addresses } from "./markdown-html";
import type { Page } from "./page";

const TYPES: Record<string, string> = {
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};
const OUTSIDE = /^([a-z][a-z\d+.-]*:|\/\/)/i;

/** The file with the licences of what the site brings from others, from the site's folder. */
export const LICENCES = "LICENSES.txt";

/** The file of a page, from the site's folder. */
export const fileOf = ({ language, name }: Pick<Page, "language" | "name">): string =>
  `${language}/${name}.html`;

/**
 * What becomes of the addresses in a page's text.
 *
 * @param dead Is told of links to notebooks that the site has not: they become plain text.
 */
export function addressesOf(
  page: Page,
  pages: readonly Page[],
  attachments: Json = {},
  dead: (href: string) => void = () => {},
): Addresses {
  return {
    link(href) {
      if (OUTSIDE.test(href) || href.startsWith("#")) return href;
      const [, path, anchor = ""] = /^([^#?]*)[^#]*(#.*)?$/s.exec(decodeURI(href)) ?? [];
      const file = resolve(dirname(page.path), path);
      const target = pages.find((other) => other.path === file);
      if (target) return relative(page, target) + encodeURI(anchor);
      dead(href);
      return undefined;
    },
    image(src) {
      if (src.startsWith("data:")) return src;
      if (src.startsWith("attachment:")) {
        const bundle = attachments[decodeURI(src.slice(11))] as Record<string, string> | undefined;
        const [[mime, data] = []] = Object.entries(bundle ?? {});
        if (data !== undefined) return `data:${mime};base64,${data.replace(/\s/g, "")}`;
      }
      const type = TYPES[extname(src).toLowerCase()];
      if (OUTSIDE.test(src) || type === undefined) {
        throw new Error(`expected an image beside the notebook (png, jpg, svg, …), but got ${src}`);
      }
      const file = resolve(dirname(page.path), decodeURI(src));
      return `data:${type};base64,${readFileSync(file).toString("base64")}`;
    },
  };
}

/** A page's address, as another page says it. */
export function relative(from: Pick<Page, "language">, { language, name }: Page): string {
  const file = `${encodeURIComponent(name)}.html`;
  return from.language === language ? file : `../${language}/${file}`;
}
