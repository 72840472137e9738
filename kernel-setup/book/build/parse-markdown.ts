import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown, type Options } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { directive } from "micromark-extension-directive";
import { frontmatter } from "micromark-extension-frontmatter";

/** Blocks (`:::name`) are directives; a colon inside of a line is only a colon. */
const { flow } = directive();

const OPTIONS: Options = {
  extensions: [frontmatter(), { flow }],
  mdastExtensions: [frontmatterFromMarkdown(), directiveFromMarkdown()],
};

/** A node of Markdown, with what the parser of lessons asks of it. */
export interface MarkdownNode {
  type: string;
  /** Of a block: a language, or solution. */
  name?: string;
  attributes?: Attributes | null;
  /** Of a code fence: its language, and the rest of that line. */
  lang?: string | null;
  meta?: string | null;
  value?: string;
  children?: MarkdownNode[];
  line: number;
  endLine: number;
  /** The lines of the source that the node spans. */
  lines: string[];
}

/** What stands in braces behind a block's name: `{id=price}`. */
export type Attributes = Record<string, string | null | undefined>;

/** The top nodes of a Markdown text. */
export function parseMarkdown(text: string): MarkdownNode[] {
  const lines = text.split("\n");
  const plain = (node: ReturnType<typeof fromMarkdown>["children"][number]): MarkdownNode => {
    const line = node.position?.start.line ?? 1;
    // A block that the end of the text closes ends at the start of a line of its own.
    const endLine = node.position?.end.line ?? line;
    return {
      ...(node as object as MarkdownNode),
      line,
      endLine,
      lines: lines.slice(line - 1, endLine),
      children: "children" in node ? node.children.map((child) => plain(child)) : undefined,
    };
  };
  return fromMarkdown(text, OPTIONS).children.map(plain);
}

/** Reads `{#id key=value}` in the syntax that blocks have; nothing when it is not of that form. */
export function parseAttributes(braces: string): Attributes | undefined {
  if (!braces.startsWith("{")) return undefined;
  const [node, ...others] = fromMarkdown(`::attributes${braces}`, OPTIONS).children;
  if (node?.type !== "leafDirective" || others.length > 0 || node.children.length > 0)
    return undefined;
  return node.attributes ?? {};
}
