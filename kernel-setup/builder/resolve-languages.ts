import ts from "typescript";
import type { Fail, Language, Words } from "./lesson";

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A `// en:` comment with its `// ko:` comment, or a run of each. */
interface CommentPair {
  start: number;
  end: number;
  text: Words;
}

interface StringPair {
  node: ts.ObjectLiteralExpression;
  values: Record<Language, ts.Expression>;
}

/**
 * Resolves the pairs of a cell's code, `// en: …` with `// ko: …` and `{ en: "…", ko: "…" }`, into the
 * code of each language.
 *
 * @param fail Called for code that does not parse, half pairs, and Korean outside of pairs; its line
 *   counts from 1, the first line of the code.
 */
export function resolveLanguages(code: string, fail: Fail): Words {
  const source = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true);
  const failAt = (position: number, problem: string): never =>
    fail(source.getLineAndCharacterOfPosition(position).line + 1, problem);
  checkSyntax(code, failAt);
  const comments = pairComments(source, failAt);
  const strings = stringPairs(source, failAt);
  checkKorean(code, [...comments, ...strings.map(({ node }) => spanOf(node, source))], failAt);
  const resolve = (language: Language) =>
    applyEdits(code, editsFor(language, source, comments, strings));
  return { en: resolve("en"), ko: resolve("ko") };
}

type FailAt = (position: number, problem: string) => never;

function checkSyntax(code: string, failAt: FailAt): void {
  const { diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  const [first] = diagnostics;
  if (first === undefined) return;
  const words = ts.flattenDiagnosticMessageText(first.messageText, " ").replace(/\.$/, "");
  failAt(first.start ?? 0, `expected TypeScript, but got a syntax error: ${words}`);
}

function spanOf(node: ts.Node, source: ts.SourceFile) {
  return { start: node.getStart(source), end: node.end };
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

function pairComments(source: ts.SourceFile, failAt: FailAt): CommentPair[] {
  const spoken = commentsOf(source).flatMap(({ pos, end }) => {
    const text = source.text.slice(pos, end);
    const [, slashes, language, words] = text.match(/^(\/[/*])\s*(en|ko):\s*(.*)$/s) ?? [];
    if (language === undefined) return [];
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

const isText = (node: ts.Expression) =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

function stringPairs(source: ts.SourceFile, failAt: FailAt): StringPair[] {
  const pairs: StringPair[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const values = languagesOf(node);
      const { en, ko } = values;
      if (en !== undefined && ko !== undefined && isText(en) && isText(ko)) {
        pairs.push({ node, values: { en, ko } });
      } else if ((en && isText(en)) || (ko && isText(ko))) {
        failAt(
          node.getStart(source),
          `expected { en: "…", ko: "…" } with a string or template for both, but got ${shorten(node.getText(source))}`,
        );
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pairs;
}

/** The values of an object that has no other keys than en and ko. */
function languagesOf(node: ts.ObjectLiteralExpression): Partial<Record<Language, ts.Expression>> {
  const values: Partial<Record<Language, ts.Expression>> = {};
  for (const property of node.properties) {
    const { name } = property;
    const key = name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
    if (key !== "en" && key !== "ko") return {};
    values[key] = ts.isPropertyAssignment(property)
      ? property.initializer
      : (name as ts.Identifier);
  }
  return values;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Korean outside of a pair would stand in the English notebook too. */
function checkKorean(code: string, pairs: { start: number; end: number }[], failAt: FailAt): void {
  for (const { index, 0: words } of code.matchAll(/\p{Script=Hangul}[\p{Script=Hangul} ]*/gu)) {
    if (pairs.some(({ start, end }) => index >= start && index < end)) continue;
    failAt(
      index,
      `expected Korean in code to stand in a pair of both languages, but got "${words.trim()}" alone`,
    );
  }
}

function editsFor(
  language: Language,
  source: ts.SourceFile,
  comments: CommentPair[],
  strings: StringPair[],
): Edit[] {
  const cuts = strings.flatMap(({ node, values }) => {
    const whole = spanOf(node, source);
    const kept = spanOf(values[language], source);
    return [
      { start: whole.start, end: kept.start, text: "" },
      { start: kept.end, end: whole.end, text: "" },
    ];
  });
  const replaced = comments.map(({ start, end, text }) => ({ start, end, text: text[language] }));
  // What stands inside of something that is cut away goes with it.
  return [...cuts, ...replaced]
    .filter(
      ({ start, end }) =>
        !cuts.some(
          (cut) => cut.start <= start && end <= cut.end && (cut.start < start || end < cut.end),
        ),
    )
    .sort((a, b) => a.start - b.start);
}

function applyEdits(code: string, edits: Edit[]): string {
  let result = "";
  let done = 0;
  for (const { start, end, text } of edits) {
    result += code.slice(done, start) + text;
    done = end;
  }
  return result + code.slice(done);
}
