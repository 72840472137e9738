import ts from "typescript";
import type { Language, Words } from "./lesson";

/** How a mistake in code is reported: at its place in the code. */
export type FailAt = (position: number, problem: string) => never;

/** A `// en:` comment with its `// ko:` comment, or a run of each. */
export interface CommentPair {
  start: number;
  end: number;
  text: Words;
}

/** All comments, in order: what stands between two tokens, so never a part of a string or template. */
function commentsOf(source: ts.SourceFile): ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(source);
    if (children.length > 0) {
      children.forEach(visit);
      return;
    }
    for (const comment of [
      ...(ts.getLeadingCommentRanges(source.text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.end) ?? []),
    ]) {
      found.set(comment.pos, comment);
    }
  };
  visit(source);
  return [...found.values()].sort((a, b) => a.pos - b.pos);
}

/** Pairs the comments of both languages; half a pair is a mistake. */
export function commentPairs(source: ts.SourceFile, failAt: FailAt): CommentPair[] {
  const spoken = commentsOf(source).flatMap(({ pos, end }) => {
    const text = source.text.slice(pos, end);
    const [, slashes, language, words] = text.match(/^(\/[/*])\s*(en|ko):\s*(.*)$/s) ?? [];
    if (language === undefined) {
      const [sentence] = text.match(/\b[A-Za-z]{2,} [a-z]{2,}\b/) ?? [];
      if (sentence !== undefined)
        failAt(
          pos,
          `expected words in a comment to stand in a pair of both languages, but got "${sentence}" alone`,
        );
      return [];
    }
    if (slashes === "/*") failAt(pos, `expected "// ${language}:", but got a block comment`);
    if (words === "") failAt(pos, `expected words after "// ${language}:", but got none`);
    const { line, character } = source.getLineAndCharacterOfPosition(pos);
    const before = source.text.slice(pos - character, pos);
    return [{ pos, end, language, words, line, before, alone: before.trim() === "" }];
  });
  const pairs: CommentPair[] = [];
  for (let i = 0; i < spoken.length; ) {
    const first = spoken[i];
    const run = (language: Language, from: number) => {
      let end = from;
      while (
        spoken[end]?.language === language &&
        (end === i || (spoken[end].alone && spoken[end].line === spoken[end - 1].line + 1)) &&
        // A comment after code is one line in each language.
        (first.alone || end === from)
      ) {
        end++;
      }
      return spoken.slice(from, end);
    };
    const en = run("en", i);
    if (en.length === 0) {
      failAt(first.pos, 'expected a "// en:" comment directly before "// ko:", but found none');
    }
    const ko = run("ko", i + en.length);
    if (ko.length === 0) {
      failAt(first.pos, 'expected a "// ko:" comment directly after "// en:", but found none');
    }
    const join = (comments: typeof spoken) =>
      comments.map(({ words }) => `// ${words}`).join(`\n${first.before}`);
    pairs.push({
      start: first.pos,
      end: ko[ko.length - 1].end,
      text: { en: join(en), ko: join(ko) },
    });
    i += en.length + ko.length;
  }
  return pairs;
}
