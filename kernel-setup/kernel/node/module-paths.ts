import { existsSync } from "node:fs";
import Module from "node:module";
import { delimiter, dirname, join } from "node:path";

/** The folder of the package that this kernel belongs to: the first one upwards with a package.json. */
export function findPackageFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (dirname(folder) === folder) {
      throw new Error(`findPackageFolder: expected a package.json above ${start}, but found none`);
    }
  }
}

/**
 * Makes `require` look into a folder's node_modules when nothing else has the package, for cells of
 * notebooks that lie anywhere. Child processes of cells do not inherit this.
 */
export function addModuleFallback(folder: string): void {
  const before = process.env.NODE_PATH;
  process.env.NODE_PATH = [before, join(folder, "node_modules")].filter(Boolean).join(delimiter);
  // The documented way to add global folders is to set NODE_PATH before Node starts; this is what
  // Node itself calls then.
  (Module as unknown as { _initPaths(): void })._initPaths();
  if (before === undefined) delete process.env.NODE_PATH;
  else process.env.NODE_PATH = before;
}

/** Makes `require` of a file give these exports, so that the file itself is never loaded. */
export function provideModule(file: string, exports: object): void {
  const module = new Module(file);
  module.filename = file;
  module.loaded = true;
  module.exports = exports;
  require.cache[file] = module;
}
