import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { LANGUAGES } from "../../../src/text/languages";

/** What must not stay in files that are handed on. */
const LEFTOVERS: [pattern: RegExp, name: string][] = [
  [/^(<{7}|>{7}) /, "a merge conflict"],
  [/^\s*(describe|it|context)\.only\(/, "a test that hides all others"],
  [/\b(FIX)ME\b/, "a note of unfinished work"],
];

const FOLDERS = [
  "src",
  "kernel-setup",
  "test",
  ...LANGUAGES.map((language) => `notebooks/${language}`),
];

/**
 * Finds leftovers of work in the project's texts.
 *
 * @returns One line for each: file, line number and what it is.
 */
export function findLeftovers(root: string): string[] {
  return FOLDERS.flatMap((folder) => texts(join(root, folder))).flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, i) =>
        LEFTOVERS.filter(([pattern]) => pattern.test(line)).map(
          ([, name]) => `${relative(root, file)}:${i + 1}: ${name}`,
        ),
      ),
  );
}

function texts(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : texts(path);
    return /\.(ts|mjs|md|ipynb|py)$/.test(entry.name) ? [path] : [];
  });
}
