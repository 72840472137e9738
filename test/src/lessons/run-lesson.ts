import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { format } from "node:util";
import ts from "typescript";
import type { Lesson } from "../../../kernel-setup/book/build/lesson";
import { parseLesson } from "../../../kernel-setup/book/build/parse-lesson";
import type { MimeBundle } from "../../../src/show/displayable";
import { setLanguage } from "../../../src/text/language";
import type { Language } from "../../../src/text/languages";
import { inProject } from "../../support/project";
import { shownBy } from "../judging/showing";

const load = createRequire(__filename);
const library = load(inProject("dist", "src", "index.js"));

/** A lesson's source, by its number. */
export function readLesson(number: string): Lesson {
  const folder = inProject("src", "lessons");
  const name = readdirSync(folder).find((file) => file.startsWith(`${number}-`)) ?? number;
  const file = join(folder, name, "lesson.md");
  return parseLesson(readFileSync(file, "utf8"), file);
}

/**
 * Runs a lesson's cells in this process, one after the other, without a kernel and without a type
 * check. Gives each cell's printed lines and shown texts; with `solved`, solutions take their
 * cells' place. What a page would get of what is shown, `see` is given.
 */
export function runLesson(
  lesson: Lesson,
  language: Language,
  solved = false,
  see: (bundle: MimeBundle) => void = () => {},
): Map<string, string> {
  const solutions = new Map<string, string>();
  for (const part of lesson.parts) {
    if (part.kind !== "solution") continue;
    const code = part.blocks.filter(({ kind }) => kind === "code");
    solutions.set(part.cell, code.map(({ text }) => text[language]).join("\n"));
  }
  library.lesson(lesson.number, language);
  const outputs = new Map<string, string>();
  let scope = importedBy(lesson);
  for (const part of lesson.parts) {
    if (part.kind !== "code") continue;
    const source = (solved && solutions.get(part.id)) || part.source[language];
    const lines: string[] = [];
    const log = (...values: unknown[]) => lines.push(format(...values));
    const shown = shownBy(() => {
      scope = runCell(source, { ...scope, console: { log } });
    });
    shown.forEach(see);
    lines.push(...shown.map((bundle) => String(bundle["text/plain"])));
    outputs.set(part.id, lines.join("\n"));
  }
  setLanguage("en");
  return outputs;
}

/**
 * The classes and functions of a lesson, its solutions in the place of their blanks, without what its
 * cells compute.
 */
export function solutionsIn(lesson: Lesson): Record<string, unknown> {
  const code = lesson.parts.flatMap((part) =>
    part.kind === "code"
      ? [part.source.en]
      : part.kind === "solution"
        ? part.blocks.filter(({ kind }) => kind === "code").map(({ text }) => text.en)
        : [],
  );
  const kept = new Map<string, string>();
  for (const source of code) {
    const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
    for (const statement of file.statements) {
      const isDeclaration = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
      if (ts.isImportDeclaration(statement)) {
        for (const name of namesIn(statement.importClause?.namedBindings)) kept.delete(name);
        kept.set(statement.getText(), statement.getText());
      } else if (isDeclaration && statement.name)
        kept.set(statement.name.text, statement.getText());
    }
  }
  return runCell([...kept.values()].join("\n"), importedBy(lesson));
}

/** What the first cell of a lesson imports. */
const importedBy = ({ imports }: Lesson): Record<string, unknown> =>
  Object.fromEntries(imports.map((name) => [name, library[name]]));

/** Runs one cell with the names of the cells before it; its own names are added or replaced. */
function runCell(source: string, scope: Record<string, unknown>): Record<string, unknown> {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  const declared: string[] = [];
  const imported: Record<string, unknown> = {};
  let body = "";
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = (statement.moduleSpecifier as ts.StringLiteral).text;
      const module = from === "backprop" ? library : load(from);
      for (const name of namesIn(statement.importClause?.namedBindings)) {
        imported[name] = module[name];
      }
      continue;
    }
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations)
        declared.push(...namesIn(name));
    } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      declared.push(...namesIn(statement.name));
    }
    body += `${statement.getFullText()}\n`;
  }
  const { outputText } = ts.transpileModule(body, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  const known = { ...scope, ...imported };
  const names = Object.keys(known).filter((name) => !declared.includes(name));
  const run = new Function(...names, `${outputText}\nreturn { ${declared.join(", ")} };`);
  return { ...known, ...run(...names.map((name) => known[name as keyof typeof known])) };
}

/** The names that an identifier, a pattern or a list of imports binds. */
function namesIn(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isBindingElement(node) || ts.isImportSpecifier(node)) return namesIn(node.name);
  const names: string[] = [];
  ts.forEachChild(node, (child) => {
    names.push(...namesIn(child));
  });
  return names;
}
