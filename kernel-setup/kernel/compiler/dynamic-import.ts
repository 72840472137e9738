import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { constants, Script } from "node:vm";
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

/**
 * Gives cells `import()` and `import.meta`: from the notebook's folder, then from the one that the kernel belongs to.
 * Files beside the notebook come from `require`, which knows the compiled ones.
 */
export function installDynamicImport(folder: string, packageFolder: string): void {
  const [near, far] = [folder, packageFolder].map(importFrom);
  const load: Import = async (name) => {
    const { __tslab__ } = globalThis as { __tslab__?: { require(name: string): object } };
    if (name.startsWith(".") && __tslab__ !== undefined && !name.endsWith(".mjs")) {
      const module = __tslab__.require(name) as { __esModule?: unknown };
      return module.__esModule ? module : { ...module, default: module };
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
  const filename = join(folder, "cell.js");
  const meta = { url: pathToFileURL(filename).href, filename, dirname: folder };
  Object.assign(load, { meta });
  Object.defineProperty(globalThis, Symbol.for(DYNAMIC_IMPORT), {
    value: load,
    configurable: true,
  });
}
