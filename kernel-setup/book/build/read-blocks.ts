import { alternatives, DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from "../../../src/text/languages";
import { checkClosed } from "./check-closed";
import { nameOf, namesOf } from "./language-names";
import type { Fail } from "./lesson";
import type { MarkdownNode } from "./parse-markdown";
import type { ProsePair } from "./read-prose";

/** What a lesson consists of, in order; `line` is where it begins. */
export type Block =
  | { kind: "prose"; line: number; pair: ProsePair }
  | { kind: "code" | "solution"; line: number; node: MarkdownNode };

/** Puts the prose of all languages together; what is no block of a lesson is a mistake. */
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
    } else if (isBlock(node, LANGUAGES[0])) {
      blocks.push({ kind: "prose", line, pair: readPair(nodes.slice(i), fail) });
      i += LANGUAGES.length - 1;
    } else {
      failAt(node, fail);
    }
  }
  return blocks;
}

const isBlock = (node: MarkdownNode | undefined, name: string) =>
  node?.type === "containerDirective" && node.name === name;

/** The first blocks, one for each language in the order of the list. */
function readPair(nodes: MarkdownNode[], fail: Fail): ProsePair {
  for (let i = 1; i < LANGUAGES.length; i++) {
    if (isBlock(nodes[i], LANGUAGES[i])) continue;
    const before = nodes[i - 1];
    checkClosed(before, fail);
    fail(
      before.line,
      `expected :::${LANGUAGES[i - 1]} to be directly followed by :::${LANGUAGES[i]}, but found none: this passage is in ${namesOf(LANGUAGES.slice(0, i))} only`,
    );
  }
  return Object.fromEntries(LANGUAGES.map((language, i) => [language, nodes[i]])) as ProsePair;
}

const BLOCKS = LANGUAGES.map((language) => `:::${language}`);

function failAt(node: MarkdownNode, fail: Fail): never {
  const first = node.lines[0].trim();
  const { name } = node;
  if (node.type === "containerDirective" && isLanguage(name)) {
    const before = LANGUAGES[LANGUAGES.indexOf(name) - 1];
    fail(
      node.line,
      `expected :::${name} to stand directly after :::${before}, but found none: this passage is in ${nameOf(name)} only`,
    );
  }
  if (node.type === "containerDirective" || node.type === "leafDirective") {
    fail(
      node.line,
      `expected the blocks ${alternatives([...BLOCKS, "::::solution"])[DEFAULT_LANGUAGE]}, but got "${first}"`,
    );
  }
  if (/^:+$/.test(first)) {
    fail(
      node.line,
      `expected a block that "${first}" closes, but none is open (a block that holds others needs more colons than they have)`,
    );
  }
  return fail(
    node.line,
    `expected prose to stand in ${BLOCKS.join(" and ")}, but got "${first}" outside of them`,
  );
}
