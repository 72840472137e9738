import ts from "typescript";
import { inEach, type Language, type Words } from "../../../src/text/languages";
import { type CommentPair, commentPairs, type FailAt } from "./comment-pairs";
import type { Fail } from "./lesson";
import { type StringPair, stringPairs } from "./string-pairs";

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Resolves the pairs of a cell's code, `// en: …` with `// ko: …` and `{ en: "…", ko: "…" }`, into the
 * code of each language.
 *
 * @param fail Called for code that does not parse, languages that are missing, and other scripts
 *   outside of pairs; its line counts from 1, the first line of the code.
 */
export function resolveLanguages(code: string, fail: Fail): Words {
  const source = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true);
  const failAt = (position: number, problem: string): never =>
    fail(source.getLineAndCharacterOfPosition(position).line + 1, problem);
  checkSyntax(code, failAt);
  const comments = commentPairs(source, failAt);
  const strings = stringPairs(source, failAt);
  checkScripts(code, [...comments, ...strings.map(({ node }) => spanOf(node, source))], failAt);
  return inEach((language) => applyEdits(code, editsFor(language, source, comments, strings)));
}

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

/** Letters that are none of formulas and of programming languages. */
const FOREIGN = "(?![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Common}])\\p{L}";
const FOREIGN_WORDS = new RegExp(`${FOREIGN}(?:${FOREIGN}|\\p{M}| )*`, "gu");

/** What is written in Korean, say, would stand in the notebooks of the other languages too. */
function checkScripts(code: string, pairs: { start: number; end: number }[], failAt: FailAt): void {
  for (const { index, 0: words } of code.matchAll(FOREIGN_WORDS)) {
    if (pairs.some(({ start, end }) => index >= start && index < end)) continue;
    failAt(
      index,
      `expected words in code to stand there in each language, but got "${words.trim()}" alone`,
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
