import { inEach, LANGUAGES, type Language, type Words } from "../../../src/text/languages";
import { checkClosed } from "./check-closed";
import type { Fail } from "./lesson";
import type { MarkdownNode } from "./parse-markdown";
import { checkAttributes } from "./read-attributes";

/** A `:::en` block and the `:::ko` block after it, and so on for every language. */
export type ProsePair = Record<Language, MarkdownNode>;

/** The words of a pair, as they stand in the source; only its first block may have attributes. */
export function readProse(pair: ProsePair, fail: Fail): Words {
  for (const language of LANGUAGES.slice(1)) {
    const { attributes, line } = pair[language];
    checkAttributes(attributes ?? {}, [], line, fail);
  }
  return inEach((language) => readText(pair[language], fail));
}

function readText(node: MarkdownNode, fail: Fail): string {
  checkClosed(node, fail);
  for (const child of node.children ?? []) checkNoBlock(child, fail);
  const text = node.lines.slice(1, -1).join("\n").trim();
  if (text === "") fail(node.line, `expected words in :::${node.name}, but it is empty`);
  return text;
}

function checkNoBlock(node: MarkdownNode, fail: Fail): void {
  if (node.type === "containerDirective" || node.type === "leafDirective") {
    fail(
      node.line,
      `expected prose only, but got "${node.lines[0].trim()}" inside of a block, which has to be closed before`,
    );
  }
  for (const child of node.children ?? []) checkNoBlock(child, fail);
}
