import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { constants, Script } from "node:vm";
import { isRelative } from "./own-files";
import type { OwnModules } from "./own-modules";
import { DYNAMIC_IMPORT } from "./rewrite-names";

type Import = (name: string) => Promise<unknown>;

/** Node's own `import()`, as if it stood in a file of that folder. */
function importFrom(folder: string): Import {
  const script = new Script("(name) => import(name)", {
    filename: pathToFileURL(join(folder, "cell.js")).href,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return script.runInThisContext() as Import;
}

/** Runs the first `import()` of that kind, of which Node says once that it is experimental. */
function withoutWarning(load: () => Promise<unknown>): Promise<unknown> {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** What `import()` gives for a module that `require` would give. */
function namespaceOf(module: unknown): unknown {
  const exports = module as { __esModule?: unknown } | null | undefined;
  return exports?.__esModule ? exports : { ...exports, default: module };
}

/**
 * Gives cells `import()` and `import.meta`: from the notebook's folder, then from the one that the kernel belongs to.
 * Files beside the notebook are the same modules for `import`, `import()` and `require`; only a file
 * for Node's own loader (.mjs), which may do what the others cannot, goes there, unless it is loaded.
 */
export function installDynamicImport(
  folder: string,
  packageFolder: string,
  modules: OwnModules,
): void {
  const filename = join(folder, "cell.js");
  const [near, far] = [folder, packageFolder].map(importFrom);
  const load: Import = async (name) => {
    const own = modules.resolve(name, filename);
    if (own !== undefined && (!own.endsWith(".mjs") || modules.has(own))) {
      return namespaceOf(modules.require(own));
    }
    const { __tslab__ } = globalThis as { __tslab__?: { require(name: string): unknown } };
    if (isRelative(name) && __tslab__ !== undefined && !name.endsWith(".mjs")) {
      return namespaceOf(__tslab__.require(name));
    }
    try {
      return await withoutWarning(() => near(name));
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_MODULE_NOT_FOUND") throw error;
      return far(name).catch(() => {
        throw error;
      });
    }
  };
  const meta = { url: pathToFileURL(filename).href, filename, dirname: folder };
  Object.assign(load, { meta });
  Object.defineProperty(globalThis, Symbol.for(DYNAMIC_IMPORT), {
    value: load,
    configurable: true,
  });
}
