import { isLanguage } from "../../../src/text/languages";
import type { Fail } from "./lesson";
import type { MarkdownNode } from "./parse-markdown";

/** Fails at a block or fence that only the end of its surroundings closes. */
export function checkClosed(node: MarkdownNode, fail: Fail): void {
  const first = node.lines[0].trim();
  const [fence] = first.match(/^(:+|`+|~+)/) ?? [""];
  const failBut = (came: string) =>
    fail(node.line, `expected "${first}" to be closed by a line of ${fence}, but ${came}`);
  // Prose holds no prose: then the line that closes the inner block was meant for it, not for the outer.
  const inner = isProse(node) ? node.children?.find(isProse) : undefined;
  if (inner !== undefined) failBut(`"${inner.lines[0].trim()}" begins in line ${inner.line}`);
  const last = node.lines[node.lines.length - 1].trim();
  const isClosed = node.lines.length > 1 && last.startsWith(fence) && /^(:+|`+|~+)$/.test(last);
  if (!isClosed) failBut("the text ends");
}

const isProse = ({ type, name }: MarkdownNode) => type === "containerDirective" && isLanguage(name);
