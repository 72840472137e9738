import ts from "typescript";
import { isLanguage, LANGUAGES, type Language } from "../../../src/text/languages";
import type { FailAt } from "./comment-pairs";

/** A `{ en: "…", ko: "…" }`: a string or template for each language. */
export interface StringPair {
  node: ts.ObjectLiteralExpression;
  values: Record<Language, ts.Expression>;
}

const isText = (node: ts.Expression) =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const PAIR = `{ ${LANGUAGES.map((language) => `${language}: "…"`).join(", ")} }`;

/** Finds the pairs of strings, also those inside of others; a language that is missing is a mistake. */
export function stringPairs(source: ts.SourceFile, failAt: FailAt): StringPair[] {
  const pairs: StringPair[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const values = languagesOf(node);
      const isSpoken = LANGUAGES.map((language) => values[language] && isText(values[language]));
      if (isSpoken.every((spoken) => spoken)) {
        pairs.push({ node, values: values as StringPair["values"] });
      } else if (isSpoken.some((spoken) => spoken)) {
        failAt(
          node.getStart(source),
          `expected ${PAIR} with a string or template for each, but got ${shorten(node.getText(source))}`,
        );
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pairs;
}

/** The values of an object that has no other keys than languages. */
function languagesOf(node: ts.ObjectLiteralExpression): Partial<Record<Language, ts.Expression>> {
  const values: Partial<Record<Language, ts.Expression>> = {};
  for (const property of node.properties) {
    const { name } = property;
    const key = name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
    if (!isLanguage(key)) return {};
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
