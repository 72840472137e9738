import { raw } from "hast-util-raw";
import { toHtml } from "hast-util-to-html";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mathFromMarkdown } from "mdast-util-math";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { math } from "micromark-extension-math";
import { codeHtml } from "./code-html";
import { formulaHtml } from "./formula-html";

type Tree = ReturnType<typeof raw>;
type Element = Extract<Tree, { type: "element" }>;

/** What becomes of the addresses in a text. */
export interface Addresses {
  /** The address of a link on the site; nothing when it leads nowhere there. */
  link(href: string): string | undefined;
  image(src: string): string;
}

/** A heading of a page, for its list of contents. */
export interface Heading {
  level: number;
  id: string;
  text: string;
}

/**
 * A notebook's Markdown as HTML: that of GitHub, with formulas between dollars, as Jupyter shows it.
 *
 * @param found Is called with each heading.
 * @throws FormulaError
 */
export function markdownHtml(
  text: string,
  addresses: Addresses,
  found: (heading: Heading) => void = () => {},
): string {
  const markdown = fromMarkdown(text, {
    extensions: [gfm(), math()],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
  });
  markDisplayed(markdown as Node, text);
  // Raw HTML is read before anything is made of it: what it folds away is Markdown too.
  const tree = raw(toHast(markdown, { allowDangerousHtml: true }));
  change(tree, (element) => changed(element, addresses, found));
  return toHtml(tree, { allowDangerousHtml: true });
}

interface Node {
  type: string;
  children?: Node[];
  position?: { start: { offset?: number } };
  data?: { hProperties?: { className?: string[] } };
}

/** Between two dollars a formula stands on a line of its own, also inside a paragraph. */
function markDisplayed(node: Node, text: string): void {
  const start = node.position?.start.offset ?? 0;
  if (node.type === "inlineMath" && text.startsWith("$$", start)) {
    node.data?.hProperties?.className?.push("math-display");
  }
  for (const child of node.children ?? []) markDisplayed(child, text);
}

/** Puts what `to` gives for each element into its place, outer ones first. */
function change(tree: Tree, to: (element: Element) => Tree): void {
  if (!("children" in tree)) return;
  tree.children = tree.children.map((child) => {
    if (child.type !== "element") return child;
    const changed = to(child);
    if (changed.type !== "raw") change(child, to);
    return changed;
  }) as typeof tree.children;
}

function changed(element: Element, addresses: Addresses, found: (heading: Heading) => void): Tree {
  const { tagName, properties, children } = element;
  if (/^h[1-6]$/.test(tagName)) {
    const text = textOf(element);
    // As Jupyter makes them.
    properties.id = text.trim().replaceAll(" ", "-");
    found({ level: Number(tagName[1]), id: properties.id, text });
  } else if (tagName === "table") {
    return {
      type: "element",
      tagName: "div",
      properties: { className: ["wide"] },
      children: [element],
    };
  } else if (tagName === "a" && typeof properties.href === "string") {
    const href = addresses.link(properties.href);
    if (href === undefined) Object.assign(element, { tagName: "span", properties: {} });
    else properties.href = href;
  } else if (tagName === "img" && typeof properties.src === "string") {
    properties.src = addresses.image(properties.src);
  } else if (tagName === "pre" && children[0]?.type === "element") {
    return block(children[0]) ?? element;
  } else if (tagName === "code" && isFormula(element)) {
    return html(formulaHtml(textOf(element), classes(element).includes("math-display")));
  }
  return element;
}

/** A fence of code, or a formula on a line of its own. */
function block(code: Element): Tree | undefined {
  if (isFormula(code)) return html(formulaHtml(textOf(code), true));
  const language = classes(code).find((name) => name.startsWith("language-"));
  return html(`<pre><code>${codeHtml(textOf(code), language?.slice(9) ?? "")}</code></pre>`);
}

const classes = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];

const isFormula = (code: Element) => classes(code).includes("language-math");

const html = (value: string): Tree => ({ type: "raw", value });

const textOf = (node: Tree): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : "";
