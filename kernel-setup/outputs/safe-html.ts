import type { raw } from "hast-util-raw";
import { type Schema, sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { dataBlock } from "./data-block";
import { liveData } from "./live-data";
import { safeStyle } from "./safe-style";

/** HTML that was read. */
export type Tree = ReturnType<typeof raw>;
type Element = Extract<Tree, { type: "element" }>;

const PLACES = "data-block";

/** Text, tables and pictures: what can neither do anything nor pass for a part of the page. */
const SCHEMA: Schema = {
  tagNames: [
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em",
    "figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small",
    `span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr ${PLACES}`,
  ].flatMap((names) => names.split(" ")),
  attributes: {
    "*": [
      "ariaHidden ariaLabel ariaValueMax ariaValueMin ariaValueNow ariaValueText",
      "dir lang role style title",
    ].flatMap((names) => names.split(" ")),
    a: ["href"],
    details: ["open"],
    img: ["alt", "dataChart", "dataGraph", "height", "src", "width"],
    li: ["value"],
    ol: ["reversed", "start", "type"],
    td: ["align", "colSpan", "rowSpan", "vAlign"],
    th: ["align", "colSpan", "rowSpan", "scope", "vAlign"],
    time: ["dateTime"],
    [PLACES]: ["number"],
  },
  protocols: { href: ["http", "https", "mailto"], src: ["data"] },
  ancestors: {},
  clobber: [],
  required: {},
  // Their text is none for a reader.
  strip:
    "iframe math noembed noframes noscript script select style svg template textarea title".split(
      " ",
    ),
};

/** The pictures that stand in the HTML itself: no other is shown. */
const PICTURE = /^data:image\/(?:svg\+xml|png|jpeg|gif|webp)[;,]/;

/** Attributes of which nothing is seen; a page's own names must not be found in an output. */
const isUnseen = (name: string) =>
  ["className", "id", "name", "tabIndex", "target", "rel"].includes(name) ||
  (/^data[A-Z]/.test(name) && !/^data(?:Chart|Graph)$/.test(name));

/** An output's HTML, as it may stand in a page. */
export interface SafeHtml {
  html: string;
  /** Whether nothing is missing of it: else it needs a frame. */
  isWhole: boolean;
}

/**
 * An output's HTML for a page that runs no script but its own: text, tables and pictures, and beside the
 * pictures of the library, in the place of their scripts, the data that the page's own script draws them
 * from. What could do more than that, scripts, style sheets, forms and the like, is left out.
 */
export function safeHtml(html: Tree): SafeHtml {
  const blocks: string[] = [];
  const { children } = prepared(html, blocks) as Element;
  const tree: Tree = { type: "root", children };
  const safe = sanitize(tree as never, SCHEMA) as Tree;
  const isWhole = write(safe) === write(tree);
  leadOut(safe);
  const text = write(safe).replace(
    new RegExp(`<${PLACES} number="(\\d+)"></${PLACES}>`, "g"),
    (_, number) => blocks[number],
  );
  return { html: text, isWhole };
}

const write = (tree: Tree) => toHtml(tree as never);

/** The tree without what nobody sees, with places for the data of scripts. */
function prepared(tree: Tree, blocks: string[]): Tree {
  if (!("children" in tree)) return tree;
  const children = tree.children.flatMap((child): (typeof tree)["children"] => {
    if (child.type === "comment" || child.type === "doctype") return [];
    if (child.type !== "element") return [child];
    const live = child.tagName === "script" ? liveData(textOf(child)) : undefined;
    if (live !== undefined) {
      const number = String(blocks.push(dataBlock("live", live)) - 1);
      return [{ type: "element", tagName: PLACES, properties: { number }, children: [] }];
    }
    return [prepared(seen(child), blocks) as Element];
  });
  return { ...tree, children } as Tree;
}

/** The element with what is seen of it; what is not safe is called otherwise, and so found missing. */
function seen(element: Element): Element {
  const { tagName, properties } = element;
  const kept = Object.entries(properties).filter(([name]) => !isUnseen(name));
  const { style, src, ...others } = Object.fromEntries(kept);
  const isSafe =
    tagName !== PLACES &&
    (style === undefined || (typeof style === "string" && safeStyle(style))) &&
    (src === undefined || (tagName === "img" && PICTURE.test(String(src))));
  return {
    ...element,
    tagName: isSafe ? tagName : "unsafe",
    properties: {
      ...(src !== undefined && { src: shortPicture(String(src)) }),
      ...others,
      ...(typeof style === "string" && { style }),
    },
  };
}

/** Links that lead out of the site open beside the page, and tell nobody whence. */
function leadOut(tree: Tree): void {
  if (tree.type === "element" && /^https?:/i.test(String(tree.properties.href)))
    Object.assign(tree.properties, { target: "_blank", rel: ["noopener", "noreferrer"] });
  if ("children" in tree) for (const child of tree.children) leadOut(child);
}

const textOf = ({ children }: Element): string =>
  children.map((child) => (child.type === "text" ? child.value : "")).join("");

/** An SVG picture as text instead of base64: half as long where the page is compressed. */
function shortPicture(src: string): string {
  const [, base64] = /^data:image\/svg\+xml;base64,([\w+/=]*)$/.exec(src) ?? [];
  if (base64 === undefined) return src;
  try {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const svg = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return `data:image/svg+xml,${svg.replace(/[%#"\t\n\r]/g, encodeURIComponent)}`;
  } catch {
    return src;
  }
}
