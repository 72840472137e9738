import ts from "typescript";
import { isMap, isScalar, parseDocument, visit } from "yaml";
import { accented, accentedString, THIRD } from "./accents";
import { type Edit, edited, parse } from "./code-edits";

/** A string or template accented; what a template computes may hold further pairs. */
function accentedLiteral(node: ts.Expression, source: ts.SourceFile): string {
  if (!ts.isTemplateExpression(node)) return accentedString(node.getText(source));
  const spans = node.templateSpans.map(
    ({ expression, literal }) =>
      withThirdStrings(`(${expression.getText(source)})`).slice(1, -1) +
      accentedString(literal.getText(source)),
  );
  return accentedString(node.head.getText(source)) + spans.join("");
}

/** A lesson's source with its blocks, comments, strings and keys in the third language too. */
export function withThirdLanguage(lesson: string): string {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(lesson) ?? [];
  return `---\n${withThirdKeys(front).trimEnd()}\n---\n${withThirdBlocks(body)}`;
}

/** YAML in which each text has its third language. */
export function withThirdKeys(text: string): string {
  const document = parseDocument(text);
  visit(document, {
    Map(_, node) {
      const english = isMap(node) ? node.get("en", true) : undefined;
      if (isScalar(english)) node.set(THIRD, accented(String(english.value)));
    },
  });
  return document.toString({ lineWidth: 0 });
}

function withThirdBlocks(body: string): string {
  let english = "";
  return body.replace(
    /^(:{3,})(en|ko)(\{[^}\n]*\})?\n([\s\S]*?)\n\1$|^```ts[^\n]*\n[\s\S]*?\n```$/gm,
    (whole: string, colons?: string, language?: string, _braces?: string, text = "") => {
      if (colons === undefined) return withThirdStrings(withThirdComments(whole));
      const [own, other] = language === "en" ? ["English", "Korean"] : ["한국어", "영어"];
      const known = withThirdColumn(whole, [own, other], language as "en" | "ko");
      if (language === "en") {
        english = text;
        return known;
      }
      return `${known}\n\n${colons}${THIRD}\n${accentedMarkdown(english)}\n${colons}`;
    },
  );
}

const nameOf = (language: string, speaking: string) =>
  new Intl.DisplayNames(speaking, { type: "language" }).of(language);

/** A block in which the table of terms, if there is one, has a column for the third language. */
function withThirdColumn(block: string, heads: string[], language: "en" | "ko"): string {
  return tableChanged(block, heads, (cells, i) => {
    const [first, second, ...rest] = cells;
    const english = language === "en" ? first : second;
    const third = i === 0 ? nameOf(THIRD, language) : i === 1 ? "--" : accented(english);
    return [first, second, third as string, ...rest];
  });
}

/** Changes the rows of the table that has such a head; the first two are the head and a line. */
function tableChanged(
  text: string,
  heads: string[],
  to: (cells: string[], row: number) => string[],
): string {
  const lines = text.split("\n");
  const head = lines.findIndex((line) => line.startsWith(`| ${heads.join(" | ")} |`));
  for (let i = head; head >= 0 && lines[i]?.startsWith("|"); i++) {
    const cells = (lines[i].match(/(?:`[^`]*`|\\\||[^|])+/g) ?? []).map((cell) => cell.trim());
    lines[i] = `| ${to(cells, i - head).join(" | ")} |`;
  }
  return lines.join("\n");
}

/** A Markdown text accented, without its fences of code. */
function accentedMarkdown(text: string): string {
  const parts = text.split(/(^```[\s\S]*?^```$)/m);
  const words = parts.map((part, i) => (i % 2 === 0 ? accented(part) : part)).join("");
  const heads = [accented("English"), accented("Korean")];
  // The Korean term is the English one's neighbour; it and the English one stay what they are.
  const plain = new Map(
    [...text.matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm)].map((row) => [accented(row[1]), row]),
  );
  return tableChanged(words, heads, (cells, i) => {
    const [third, , ...rest] = cells;
    if (i === 0) return [THIRD, "en", "ko"].map((one) => nameOf(one, THIRD) as string).concat(rest);
    if (i === 1) return ["--", "--", "--", "--"];
    const [, english, korean] = plain.get(third) ?? [];
    return [third, english, korean, ...rest];
  });
}

/** Code with its comments in the third language behind the Korean ones. */
function withThirdComments(code: string): string {
  let english: string[] = [];
  const lines = code.split("\n");
  return lines
    .flatMap((line, i) => {
      const [, text] = /\/\/ en: *(.*)$/.exec(line) ?? [];
      if (text !== undefined) english.push(text);
      const [, before] = /^(.*)\/\/ ko: /.exec(line) ?? [];
      if (before === undefined || /^\s*\/\/ ko: /.test(lines[i + 1] ?? "")) return [line];
      const third = english.map(
        (words) => `${before.replace(/\S/g, " ")}// ${THIRD}: ${accented(words)}`,
      );
      english = [];
      return [line, ...third];
    })
    .join("\n");
}

/** Code, or a fence of it, whose pairs of strings have the third language. */
function withThirdStrings(code: string): string {
  const fence = /^```[^\n]*\n/.exec(code)?.[0] ?? "";
  const source = parse(code.slice(fence.length).replace(/\n```$/, ""));
  const edits: Edit[] = [];
  const look = (node: ts.Node): void => {
    const english = ts.isObjectLiteralExpression(node) ? englishOf(node) : undefined;
    if (english !== undefined) {
      const { end } = (node as ts.ObjectLiteralExpression).properties[1];
      edits.push({ start: end, end, text: `, ${THIRD}: ${accentedLiteral(english, source)}` });
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return fence + edited(source.text, edits) + (fence === "" ? "" : "\n```");
}

/** The English one of a pair of strings or templates. */
function englishOf({ properties }: ts.ObjectLiteralExpression): ts.Expression | undefined {
  const names = properties.map(({ name }) => name?.getText());
  const [first] = properties;
  if (names.join() !== "en,ko" || !ts.isPropertyAssignment(first)) return undefined;
  const { initializer } = first;
  const isText = ts.isStringLiteralLike(initializer) || ts.isTemplateExpression(initializer);
  return isText ? initializer : undefined;
}
