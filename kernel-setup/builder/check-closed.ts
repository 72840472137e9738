import type { Fail } from "./lesson";
import type { MarkdownNode } from "./parse-markdown";

/** Fails at a block or fence that only the end of its surroundings closes. */
export function checkClosed(node: MarkdownNode, fail: Fail): void {
  const first = node.lines[0].trim();
  const [fence] = first.match(/^(:+|`+|~+)/) ?? [""];
  const last = node.lines[node.lines.length - 1].trim();
  if (node.lines.length > 1 && last.startsWith(fence) && /^(:+|`+|~+)$/.test(last)) return;
  const stranger = node.children?.find(({ type }) => type === "containerDirective");
  const came = stranger
    ? `"${stranger.lines[0].trim()}" begins in line ${stranger.line}`
    : "the text ends";
  fail(node.line, `expected "${first}" to be closed by a line of ${fence}, but ${came}`);
}
