import Module from "node:module";
import { delimiter, join } from "node:path";

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
