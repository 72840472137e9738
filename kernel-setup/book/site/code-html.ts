import ts from "typescript";
import { escapeHtml } from "../../outputs/escape";

const LANGUAGES = ["ts", "typescript", "js", "javascript"];

/** How the style sheet calls what TypeScript tells apart; all else stays plain. */
const KINDS: Partial<Record<ts.ClassificationType, string>> = {
  [ts.ClassificationType.comment]: "comment",
  [ts.ClassificationType.keyword]: "keyword",
  [ts.ClassificationType.numericLiteral]: "number",
  [ts.ClassificationType.bigintLiteral]: "number",
  [ts.ClassificationType.stringLiteral]: "string",
  [ts.ClassificationType.regularExpressionLiteral]: "string",
};

/** Words of the language in rare places only; elsewhere they are names. */
const NAMES = ["out", "get", "set", "global"];

/**
 * Code as HTML, coloured by TypeScript's own scanner; other languages stay plain.
 *
 * @param language As a code fence names it.
 */
export function codeHtml(code: string, language = "ts"): string {
  if (!LANGUAGES.includes(language.toLowerCase())) return escapeHtml(code);
  const { spans } = ts
    .createClassifier()
    .getEncodedLexicalClassifications(code, ts.EndOfLineState.None, true);
  let html = "";
  let done = 0;
  for (let i = 0; i < spans.length; i += 3) {
    const [start, length, kind] = spans.slice(i, i + 3);
    const name = KINDS[kind as unknown as ts.ClassificationType];
    const word = code.slice(start, start + length);
    if (name === undefined || NAMES.includes(word)) continue;
    html += `${escapeHtml(code.slice(done, start))}<span class="${name}">${escapeHtml(word)}</span>`;
    done = start + length;
  }
  return html + escapeHtml(code.slice(done));
}
