import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { accented, accentedString, THIRD } from "./accents";
import { type Edit, edited, parse } from "./code-edits";
import { inProject } from "./project";
import { withThirdKeys, withThirdLanguage } from "./third-lesson";

/** Where texts lie, one file a language and the list of all beside them. */
const TEXTS = ["src/text", "kernel-setup/text"];

/**
 * Copies the project's sources into a folder, with the third language in the list and in all texts.
 * Lessons speak it where `lessons` names their folders; the others are left out.
 */
export function copyWithThirdLanguage(copy: string, lessons: readonly string[]): void {
  const isSource = (path: string) =>
    !/[\\/](?:node_modules|built|screenshot\.png)(?:[\\/]|$)/.test(path);
  for (const part of ["src", "kernel-setup"])
    cpSync(inProject(part), join(copy, part), {
      recursive: true,
      filter: (path) => isSource(path.slice(inProject().length)) && isWanted(path, lessons),
    });
  cpSync(inProject("package.json"), join(copy, "package.json"));
  change(join(copy, "src/text/languages.ts"), (text) =>
    replaced(text, /(LANGUAGE_NAMES = \{[^}]*?),? \}/, `$1, ${THIRD}: "${accented("Third")}" }`),
  );
  for (const folder of TEXTS) addTexts(join(copy, folder));
  for (const lesson of lessons)
    change(join(copy, "src/lessons", lesson, "lesson.md"), withThirdLanguage);
  for (const file of ["lessons.yaml", "glossary.yaml"])
    change(join(copy, "src/lessons", file), withThirdKeys);
}

const isWanted = (path: string, lessons: readonly string[]) => {
  const [lesson] = /(?<=[\\/]lessons[\\/])\d\d-[^\\/]*/.exec(path) ?? [];
  return lesson === undefined || lessons.includes(lesson);
};

function change(file: string, by: (text: string) => string): void {
  writeFileSync(file, by(readFileSync(file, "utf8")));
}

function replaced(text: string, what: RegExp, by: string): string {
  if (!what.test(text)) throw new Error(`expected ${what} in the source, but found none`);
  return text.replace(what, by);
}

/** Makes the third language's file of texts from the English one, and puts it into the list. */
function addTexts(folder: string): void {
  const english = readFileSync(join(folder, "en.ts"), "utf8");
  const object = english.slice(english.indexOf("{", english.indexOf("export const en")));
  const texts = object.slice(0, object.lastIndexOf("} as const") + 1);
  const text = `import type { Texts } from "./en";\n\nexport const ${THIRD}: Texts = ${accentedTexts(texts)};\n`;
  writeFileSync(join(folder, `${THIRD}.ts`), text);
  change(join(folder, "texts.ts"), (list) =>
    replaced(
      `import { ${THIRD} } from "./${THIRD}";\n${list}`,
      /wordsOf\(\{ ([^}]*) \}\)/,
      `wordsOf({ $1, ${THIRD} })`,
    ),
  );
}

/** An object of texts with the texts accented; the keys stay. */
function accentedTexts(object: string): string {
  const before = "x = ";
  const source = parse(before + object);
  const edits: Edit[] = [];
  const look = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) &&
      !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)
    )
      edits.push({
        start: node.getStart(source),
        end: node.end,
        text: accentedString(node.getText(source)),
      });
    ts.forEachChild(node, look);
  };
  look(source);
  return edited(source.text, edits).slice(before.length);
}
