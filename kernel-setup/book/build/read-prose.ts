import { checkClosed } from "./check-closed";
import type { Fail, Words } from "./lesson";
import type { MarkdownNode } from "./parse-markdown";
import { checkAttributes } from "./read-attributes";

/** A `:::en` block and the `:::ko` block after it. */
export type ProsePair = [en: MarkdownNode, ko: MarkdownNode];

/** The words of a pair, as they stand in the source. */
export function readProse([en, ko]: ProsePair, fail: Fail): Words {
  checkAttributes(ko.attributes ?? {}, [], ko.line, fail);
  return { en: readText(en, fail), ko: readText(ko, fail) };
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
