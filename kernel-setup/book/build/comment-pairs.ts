import ts from "typescript";
import { inEach, LANGUAGES, type Language, type Words } from "../../../src/text/languages";

/** How a mistake in code is reported: at its place in the code. */
export type FailAt = (position: number, problem: string) => never;

/** A `// en:` comment with its `// ko:` comment, or a run of each, and so on for every language. */
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

const SPOKEN = new RegExp(`^(/[/*])\\s*(${LANGUAGES.join("|")}):\\s*(.*)$`, "s");

/** Puts the comments of all languages together; one that is missing is a mistake. */
export function commentPairs(source: ts.SourceFile, failAt: FailAt): CommentPair[] {
  const spoken = commentsOf(source).flatMap(({ pos, end }) => {
    const text = source.text.slice(pos, end);
    const [, slashes, language, words] = text.match(SPOKEN) ?? [];
    if (language === undefined) {
      const [sentence] = text.match(/\b[A-Za-z]{2,} [a-z]{2,}\b/) ?? [];
      if (sentence !== undefined)
        failAt(
          pos,
          `expected words in a comment to stand there in each language, but got "${sentence}" alone`,
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
    let next = i;
    const text = inEach((language) => {
      const comments = run(language, next);
      if (comments.length === 0) failAt(first.pos, missingIn(language, first.language));
      next += comments.length;
      return comments.map(({ words }) => `// ${words}`).join(`\n${first.before}`);
    });
    pairs.push({ start: first.pos, end: spoken[next - 1].end, text });
    i = next;
  }
  return pairs;
}

/** What is wrong where a language has no comment, in a row that begins with that of another. */
function missingIn(language: Language, first: string): string {
  const before = LANGUAGES[LANGUAGES.indexOf(language) - 1];
  const place = before === undefined ? `before "// ${first}:"` : `after "// ${before}:"`;
  return `expected a "// ${language}:" comment directly ${place}, but found none`;
}
