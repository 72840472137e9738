import { createHash } from "node:crypto";
import Module, { createRequire, isBuiltin, SourceMap } from "node:module";
import { dirname, isAbsolute, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { constants, Script } from "node:vm";
import type { ModuleHome, ReadMap } from "../compiler/module-home";

type Load = (request: string, parent: NodeJS.Module | undefined, isMain: boolean) => unknown;
type Loader = (name: string, importer: string) => { exports: unknown } | undefined;

const loader = Module as unknown as { _load: Load; _cache: Record<string, NodeJS.Module> };

/** Who loads what the cells of a notebook's folder require. */
const byFolder = new Map<string, Loader>();

function slashes(path: string): string {
  return path.replace(/\\/g, "/");
}

/**
 * Cells call a `require` that Node makes for a folder. What it would load for it is asked for here
 * first; files that Node itself has loaded go on with Node.
 */
function hookRequire(): void {
  const { _load } = loader;
  loader._load = function (request, parent, isMain) {
    const importer = parent?.filename;
    if (importer && !isBuiltin(request) && loader._cache[importer] !== parent) {
      const loaded = byFolder.get(slashes(dirname(importer)))?.(request, importer);
      if (loaded !== undefined) return loaded.exports;
    }
    return _load.call(this, request, parent, isMain);
  };
}

/** What a file calls to load a module; of tslab it gives the one that is connected. */
export function requireFrom(filename: string): NodeJS.Require {
  const load = createRequire(filename);
  const own = (name: string): unknown => {
    try {
      return name === "tslab" ? require("tslab") : load(name);
    } catch (error) {
      throw withoutFolders(error);
    }
  };
  return Object.assign(own, load);
}

/** What Node says of a module that it cannot load ends with lines of files: those who asked for it. */
const LOADING = /^(?:MODULE_NOT_FOUND$|ERR_REQUIRE_)/;

/** The same error, with files of packages named by them and without the folders of the machine. */
function withoutFolders(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code !== "string" || !LOADING.test(code) || typeof message !== "string") return error;
  const [first, ...others] = message.split("\n");
  const files = others.flatMap((line) => /[\\/]node_modules[\\/](.*?) *$/.exec(line)?.[1] ?? []);
  const askers = [...new Set(files)].map((file) => `\n- ${file}`);
  (error as Error).message = first + askers.join("");
  return error;
}

/** Node's own `import()`. */
let nativeImport: ((address: string) => Promise<unknown>) | undefined;

function importNatively(address: string): Promise<unknown> {
  nativeImport ??= new Script("(address) => import(address)", {
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext() as (address: string) => Promise<unknown>;
  // Of the first import of that kind Node says that it is experimental.
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return nativeImport(address);
  } finally {
    process.emitWarning = emitWarning;
  }
}

const readMap: ReadMap = (text) => {
  const map = new SourceMap(JSON.parse(text));
  return (line, column) => {
    const entry = map.findEntry(line, column);
    return "originalLine" in entry
      ? { line: entry.originalLine, column: entry.originalColumn }
      : undefined;
  };
};

/** Modules on Node: CommonJS by `require`, ES modules by the loader that both share. */
export const nodeModuleHome: ModuleHome = {
  isBuiltin,
  hasOwn: (name) => name === "tslab" || isBuiltin(name),
  require: (name, importer) => requireFrom(importer)(isAbsolute(name) ? normalize(name) : name),
  import: (name) => importNatively(isAbsolute(name) ? pathToFileURL(name).href : name),
  requireOf: requireFrom,
  createModule(filename) {
    const module = new Module(filename);
    module.filename = filename;
    return module;
  },
  run: (code, name) =>
    new Script(code, { filename: name, lineOffset: -1 }).runInThisContext() as (
      ...args: unknown[]
    ) => unknown,
  countsFirstLine: false,
  readMap,
  native: normalize,
  urlOf: (path, beside) => {
    const url = pathToFileURL(path);
    return beside === undefined ? url.href : new URL(beside, url).href;
  },
  pathOf(address) {
    try {
      return fileURLToPath(address);
    } catch {
      return undefined;
    }
  },
  folderOf: dirname,
  digest: (text) => createHash("sha256").update(text).digest("base64"),
  onRequire(folder, load) {
    if (byFolder.size === 0) hookRequire();
    byFolder.set(slashes(folder), load);
  },
};
