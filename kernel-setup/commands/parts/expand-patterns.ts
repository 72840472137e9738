import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Puts the files in for names like `notebooks/*.ipynb`, in the order of their names. Most shells have done
 * so before; the one in which npm runs scripts on Windows does not.
 *
 * @param folder Where the user stands.
 * @returns The names; a pattern that nothing fits stays, to be complained of.
 */
export function expandPatterns(names: string[], folder: string): string[] {
  return names.flatMap((name) => {
    const path = resolve(folder, name);
    if (!/[*?]/.test(basename(path)) || existsSync(path)) return [name];
    const pattern = asRegExp(basename(path));
    const found = filesIn(dirname(path)).filter((file) => pattern.test(file));
    return found.length === 0 ? [name] : found.sort().map((file) => join(dirname(name), file));
  });
}

/** Hidden files are not meant. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => !file.startsWith("."));
}

const asRegExp = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  );
