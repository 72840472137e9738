import ts from "typescript";
import type { FailAt } from "./comment-pairs";
import type { Language } from "./lesson";

/** A `{ en: "…", ko: "…" }` of two strings or templates. */
export interface StringPair {
  node: ts.ObjectLiteralExpression;
  values: Record<Language, ts.Expression>;
}

const isText = (node: ts.Expression) =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Finds the pairs of strings, also those inside of others; half a pair is a mistake. */
export function stringPairs(source: ts.SourceFile, failAt: FailAt): StringPair[] {
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
