import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the package that this kernel belongs to: the first one upwards with a package.json. */
export function findPackageFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (dirname(folder) === folder) {
      throw new Error(`findPackageFolder: expected a package.json above ${start}, but found none`);
    }
  }
}
