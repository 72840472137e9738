import type ts from "typescript";
import type { TypeScript } from "./typescript";

/**
 * Turns what a declaration takes apart, as in `const { a, b: [c] } = x`, into what an assignment
 * takes apart: `({ a: cells.a, b: [cells.c] } = x)`.
 *
 * @param place - Where a variable lives.
 * @param visit - Rewrites the expressions in it: default values and computed names.
 */
export function toAssignmentPattern(
  { factory, ...typescript }: TypeScript,
  name: ts.BindingName,
  place: (name: string) => ts.Expression,
  visit: <T extends ts.Node>(node: T) => T,
): ts.Expression {
  function withDefault(element: ts.BindingElement): ts.Expression {
    const target = convert(element.name);
    return element.initializer === undefined
      ? target
      : factory.createAssignment(target, visit(element.initializer));
  }

  function property(element: ts.BindingElement): ts.ObjectLiteralElementLike {
    if (element.dotDotDotToken !== undefined) {
      return factory.createSpreadAssignment(convert(element.name));
    }
    // Without a name of its own the element is a plain identifier.
    const key = element.propertyName ?? (element.name as ts.Identifier);
    const isPlain = typescript.isIdentifier(key);
    return factory.createPropertyAssignment(
      isPlain ? factory.createIdentifier(key.text) : visit(key),
      withDefault(element),
    );
  }

  function item(element: ts.ArrayBindingElement): ts.Expression {
    if (typescript.isOmittedExpression(element)) return element;
    return element.dotDotDotToken === undefined
      ? withDefault(element)
      : factory.createSpreadElement(convert(element.name));
  }

  function convert(binding: ts.BindingName): ts.Expression {
    if (typescript.isIdentifier(binding)) return place(binding.text);
    const pattern = typescript.isObjectBindingPattern(binding)
      ? factory.createObjectLiteralExpression(binding.elements.map(property))
      : factory.createArrayLiteralExpression(binding.elements.map(item));
    return typescript.setTextRange(pattern, binding);
  }

  return convert(name);
}
