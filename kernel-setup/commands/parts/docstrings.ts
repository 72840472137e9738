import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { codeBelow, PARTS } from "./house";

/**
 * What is exported and has no docstring: types, functions, values and classes. Of a function's several
 * forms one is enough.
 *
 * @param root The clone.
 * @returns File and line of each, with its name; none when all is well.
 */
export function undocumented(root: string): string[] {
  return PARTS.flatMap((part) =>
    codeBelow(root, part)
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
      .sort()
      .flatMap((file) => inFile(file, readFileSync(join(root, file), "utf8"))),
  );
}

function inFile(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const exported = source.statements.filter(isExported);
  const isTold = (statement: ts.Statement) => ts.getJSDocCommentsAndTags(statement).length > 0;
  const told = new Set(exported.filter(isTold).map(nameOf));
  return exported
    .filter((statement) => !isTold(statement) && !told.has(nameOf(statement)))
    .map((statement) => {
      const { line } = source.getLineAndCharacterOfPosition(statement.getStart());
      return `${file}:${line + 1}: ${nameOf(statement)} has no docstring.`;
    });
}

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const nameOf = (statement: ts.Statement): string =>
  ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name.getText()).join(", ")
    : ((statement as ts.DeclarationStatement).name?.getText() ?? "(unnamed)");
