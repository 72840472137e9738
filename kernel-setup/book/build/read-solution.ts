import { checkClosed } from "./check-closed";
import type { Fail, Solution } from "./lesson";
import type { MarkdownNode } from "./parse-markdown";
import { checkAttributes } from "./read-attributes";
import { readBlocks } from "./read-blocks";
import { readSource } from "./read-code";
import { readProse } from "./read-prose";

/** A `::::solution` block with the prose and the code in it. */
export function readSolution(node: MarkdownNode, fail: Fail): Solution {
  checkClosed(node, fail);
  const attributes = node.attributes ?? {};
  checkAttributes(attributes, ["exercise", "cell"], node.line, fail);
  const { exercise, cell } = attributes;
  if (!exercise || !cell || !/^[A-Za-z0-9_-]{1,32}$/.test(exercise)) {
    return fail(
      node.line,
      `expected ::::solution{exercise="05-1" cell="id"} with both, but got "${node.lines[0].trim()}"`,
    );
  }
  const blocks = readBlocks(node.children ?? [], fail, true).map((block) => {
    if (block.kind === "prose") return { kind: block.kind, text: readProse(block.pair, fail) };
    const { meta } = block.node;
    if (meta)
      fail(block.line, `expected code in a solution to have no attributes, but got ${meta}`);
    return { kind: "code" as const, text: readSource(block.node, fail) };
  });
  if (!blocks.some(({ kind }) => kind === "code")) {
    fail(node.line, `expected a \`\`\`ts fence in the solution of ${exercise}, but found none`);
  }
  return { kind: "solution", id: `solution-${exercise}`, exercise, cell, blocks };
}
