import type { Words } from "../../../src/text/languages";
import { checkClosed } from "./check-closed";
import type { Code, Fail } from "./lesson";
import { type MarkdownNode, parseAttributes } from "./parse-markdown";
import { checkAttributes, readId } from "./read-attributes";
import { resolveLanguages } from "./resolve-languages";

/** The code of a ```ts fence, in each language. */
export function readSource(node: MarkdownNode, fail: Fail): Words {
  const first = node.lines[0].trim();
  if (node.lang !== "ts") {
    fail(node.line, `expected code outside of prose to be \`\`\`ts, but got "${first}"`);
  }
  checkClosed(node, fail);
  const code = node.value ?? "";
  if (code.trim() === "") fail(node.line, "expected code in the fence, but it is empty");
  return resolveLanguages(code, (line, problem) => fail(node.line + line, problem));
}

/** A ```ts fence as a code cell. */
export function readCode(node: MarkdownNode, fail: Fail): Code {
  const source = readSource(node, fail);
  const braces = node.meta ?? "{}";
  const attributes = parseAttributes(braces);
  if (attributes === undefined) {
    return fail(
      node.line,
      `expected attributes such as {#id approx=1e-9} after ts, but got "${braces}"`,
    );
  }
  checkAttributes(attributes, ["id", "approx", "stderr", "tags"], node.line, fail);
  const id = readId(attributes, node.line, fail);
  if (id === undefined) {
    return fail(
      node.line,
      "expected a code cell to have an id, as in ```ts {#name}, but found none",
    );
  }
  const tags = (attributes.tags ?? "").split(/\s+/).filter((tag) => tag !== "");
  if (attributes.stderr !== undefined) tags.push("stderr");
  if (new Set(tags).size < tags.length || tags.includes("approx")) {
    fail(
      node.line,
      `expected each tag once, and approx=1e-9 instead of a tag, but got ${tags.join(", ")}`,
    );
  }
  const unruly = tags.find((tag) => tag === "raises-exception" || tag === "skip-execution");
  if (unruly !== undefined) {
    fail(
      node.line,
      `expected every cell of a lesson to run without an error, but got the tag "${unruly}"`,
    );
  }
  if (attributes.approx === undefined) return { kind: "code", id, source, tags };
  const approx = Number(attributes.approx);
  if (!(approx > 0 && approx < 1)) {
    fail(
      node.line,
      `expected approx to be a number between 0 and 1, but got "${attributes.approx}"`,
    );
  }
  return { kind: "code", id, source, tags: [...tags, "approx"], approx };
}
