import { checkClosed } from "./check-closed";
import type { Fail } from "./lesson";
import type { MarkdownNode } from "./parse-markdown";
import type { ProsePair } from "./read-prose";

/** What a lesson consists of, in order; `line` is where it begins. */
export type Block =
  | { kind: "prose"; line: number; pair: ProsePair }
  | { kind: "code" | "solution"; line: number; node: MarkdownNode };

/** Puts English and Korean prose together; what is no block of a lesson is a mistake. */
export function readBlocks(nodes: MarkdownNode[], fail: Fail, inSolution = false): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    const { line } = node;
    if (node.type === "html" && node.value?.startsWith("<!--")) continue;
    if (node.type === "code") {
      blocks.push({ kind: "code", line, node });
    } else if (isBlock(node, "solution") && !inSolution) {
      blocks.push({ kind: "solution", line, node });
    } else if (isBlock(node, "en")) {
      blocks.push({ kind: "prose", line, pair: [node, koreanAfter(node, nodes[i + 1], fail)] });
      i++;
    } else {
      failAt(node, fail);
    }
  }
  return blocks;
}

const isBlock = (node: MarkdownNode | undefined, name: string) =>
  node?.type === "containerDirective" && node.name === name;

function koreanAfter(en: MarkdownNode, next: MarkdownNode | undefined, fail: Fail): MarkdownNode {
  if (next !== undefined && isBlock(next, "ko")) return next;
  checkClosed(en, fail);
  return fail(
    en.line,
    "expected :::en to be directly followed by :::ko, but found none: this passage is in English only",
  );
}

function failAt(node: MarkdownNode, fail: Fail): never {
  const first = node.lines[0].trim();
  if (isBlock(node, "ko")) {
    fail(
      node.line,
      "expected :::ko to stand directly after :::en, but found none: this passage is in Korean only",
    );
  }
  if (node.type === "containerDirective" || node.type === "leafDirective") {
    fail(node.line, `expected the blocks :::en, :::ko or ::::solution, but got "${first}"`);
  }
  if (/^:+$/.test(first)) {
    fail(
      node.line,
      `expected a block that "${first}" closes, but none is open (a block that holds others needs more colons than they have)`,
    );
  }
  return fail(
    node.line,
    `expected prose to stand in :::en and :::ko, but got "${first}" outside of them`,
  );
}
