import ts from "typescript";
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../../src/text/languages";
import { cellRoles } from "./cell-roles";
import { type Lesson, textsOf } from "./lesson";
import { type MarkdownNode, parseMarkdown } from "./parse-markdown";

/** The notebooks beside the lessons that prose may link to. */
const OTHER_NOTEBOOKS = ["index.ipynb", "glossary.ipynb"];

/**
 * What is wrong with lessons taken together: a name of the library used before the lesson that
 * introduces it or imported where it does not belong, exercises that front matter, checks and solutions do
 * not agree on, a link to a notebook or a heading that is not there, headings out of order, stars that make
 * nothing bold.
 *
 * @param lessons In the order in which they are read.
 * @param library The name that cells import the library by.
 * @returns A sentence for each fault.
 */
export function checkLessons(lessons: readonly Lesson[], library: string): string[] {
  return [
    ...lessons.flatMap((lesson) => [
      ...checkNeeds(lesson, lessons),
      ...checkExercises(lesson),
      ...checkImports(lesson, library),
      ...checkHeadings(lesson),
      ...checkLinks(lesson, lessons),
      ...checkStars(lesson),
    ]),
    ...checkNames(lessons, library),
  ];
}

function checkNeeds({ number, needs }: Lesson, lessons: readonly Lesson[]): string[] {
  const earlier = lessons.map((lesson) => lesson.number).filter((other) => other < number);
  return needs
    .filter((need) => !earlier.includes(need))
    .map((need) => `Lesson ${number}: expected needs to name earlier lessons, but got "${need}".`);
}

/** The front matter speaks of the exercises that have a solution; each is checked in a cell of its own. */
function checkExercises(lesson: Lesson): string[] {
  const { number, parts, exercises } = lesson;
  const where = `Lesson ${number}`;
  const solved = parts.flatMap((part) => (part.kind === "solution" ? [part.exercise] : []));
  const named = Object.keys(exercises);
  const faults =
    named.join() === solved.join()
      ? []
      : [
          `${where}: expected the front matter to name the exercises that have a solution, in order (${solved.join(", ") || "none"}), but got ${named.join(", ") || "none"}.`,
        ];
  const roles = cellRoles(lesson);
  for (const part of parts) {
    if (part.kind !== "code") continue;
    const { exercise, role } = roles.get(part.id) ?? {};
    const { checks, count } = checksIn(part.source[DEFAULT_LANGUAGE]);
    if (role === "check" && !(count === 1 && checks[0] === exercise))
      faults.push(
        `${where}, cell ${part.id}: expected nothing but the check of ${exercise}, whose answer is in the cell that it is named after.`,
      );
    if (role !== "check" && checks.length > 0)
      faults.push(
        `${where}, cell ${part.id}: expected check("${checks[0]}", …) to stand alone in a cell named after the answer's, with -check.`,
      );
  }
  const checked = [...roles.values()].flatMap(({ role, exercise }) =>
    role === "check" ? [exercise] : [],
  );
  for (const exercise of solved.filter((id) => !checked.includes(id)))
    faults.push(`${where}: expected a cell that checks ${exercise}, but found none.`);
  return faults;
}

/** The exercises that a cell checks as a statement of its own, and how many statements it has. */
function checksIn(code: string): { checks: string[]; count: number } {
  const { statements } = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ES2022);
  const checks = statements.flatMap((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression))
      return [];
    const { expression, arguments: given } = statement.expression;
    const isCheck = ts.isIdentifier(expression) && expression.text === "check";
    return isCheck && given[0] !== undefined && ts.isStringLiteral(given[0]) ? [given[0].text] : [];
  });
  return { checks, count: statements.length };
}

/** The first cell imports what a lesson uses; later ones only what it introduces, and no answer does. */
function checkImports(lesson: Lesson, library: string): string[] {
  const roles = cellRoles(lesson);
  return lesson.parts.flatMap((part) =>
    textsOf(part, "code")
      .flatMap((code) => importedFrom(library, code[DEFAULT_LANGUAGE]))
      .filter(
        (name) =>
          lesson.imports.includes(name) ||
          !lesson.introduces.includes(name) ||
          roles.get(part.id)?.role !== "given",
      )
      .map(
        (name) =>
          `Lesson ${lesson.number}, cell ${part.id}: expected ${name} to be imported by the first cell, under \`imports\` in the front matter: later cells import only what the lesson introduces, and answers nothing.`,
      ),
  );
}

function checkNames(lessons: readonly Lesson[], library: string): string[] {
  const introduced = new Map<string, string>();
  const faults: string[] = [];
  for (const { number, introduces, imports, parts } of lessons) {
    for (const name of introduces) {
      const earlier = introduced.get(name);
      if (earlier !== undefined)
        faults.push(`Lesson ${number}: ${name} was introduced in lesson ${earlier} already.`);
      introduced.set(name, number);
    }
    for (const name of imports) {
      if (introduced.has(name)) continue;
      faults.push(
        `Lesson ${number}, imports: expected ${name} to be introduced before it is used, but no lesson up to this one has it under \`introduces\`.`,
      );
    }
    for (const part of parts) {
      for (const name of textsOf(part, "code").flatMap((code) =>
        importedFrom(library, code[DEFAULT_LANGUAGE]),
      )) {
        if (introduced.has(name)) continue;
        faults.push(
          `Lesson ${number}, cell ${part.id}: expected ${name} to be introduced before it is used, but no lesson up to this one has it under \`introduces\`.`,
        );
      }
    }
  }
  return faults;
}

/** The names that a cell imports from a module, as the module has them. */
function importedFrom(module: string, code: string): string[] {
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ES2022);
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement)) return [];
    const { moduleSpecifier, importClause } = statement;
    if (!ts.isStringLiteral(moduleSpecifier) || moduleSpecifier.text !== module) return [];
    const bindings = importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  });
}

/** One title, on top; below it no level is left out. */
function checkHeadings({ number, parts }: Lesson): string[] {
  return LANGUAGES.flatMap((language) => {
    const where = `Lesson ${number} (${language})`;
    const faults: string[] = [];
    let level = 0;
    for (const part of parts) {
      if (part.kind !== "prose") continue;
      for (const [line, marks] of withoutCode(part.text[language]).matchAll(/^(#+) .*$/gm)) {
        if (level === 0 ? marks.length !== 1 : marks.length === 1 || marks.length > level + 1)
          faults.push(
            `${where}, cell ${part.id}: expected ${level === 0 ? "the title, with one #," : `a heading of 2 to ${level + 1} #`}, but got "${line}".`,
          );
        level = marks.length;
      }
    }
    return level === 0 ? [`${where}: expected a title with one #, but got none.`] : faults;
  });
}

function checkLinks({ number, parts }: Lesson, lessons: readonly Lesson[]): string[] {
  const files = [...lessons.map((one) => `${one.number}-${one.name}.ipynb`), ...OTHER_NOTEBOOKS];
  return LANGUAGES.flatMap((language) =>
    parts.flatMap((part) => {
      if (part.kind !== "prose") return [];
      const links = withoutCode(part.text[language]).matchAll(/\]\(([^)\s]+)\)/g);
      return [...links].flatMap(([, target]) => {
        if (/^https:\/\//.test(target) || files.includes(target.split("#")[0])) return [];
        return [
          `Lesson ${number} (${language}), cell ${part.id}: expected a link to https or to a notebook that is there (${files.join(", ")}), but got "${target}".`,
        ];
      });
    }),
  );
}

/** Stars that show: in Korean, `**97%**를` is not bold, for a letter follows the sign before the stars. */
function checkStars({ number, parts }: Lesson): string[] {
  return LANGUAGES.flatMap((language) =>
    parts.flatMap((part) =>
      textsOf(part, "prose")
        .flatMap((text) => parseMarkdown(text[language]).flatMap(plainTexts))
        .filter((text) => text.includes("**"))
        .map(
          (text) =>
            `Lesson ${number} (${language}), cell ${part.id}: expected ** to make something bold, but it stays as it is in "${text}".`,
        ),
    ),
  );
}

function plainTexts({ type, value = "", children = [] }: MarkdownNode): string[] {
  return type === "text" ? [value] : children.flatMap(plainTexts);
}

const withoutCode = (text: string) => text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, "");
