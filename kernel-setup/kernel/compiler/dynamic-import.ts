import type { ModuleHome } from "./module-home";
import type { OwnModules } from "./own-modules";
import { DYNAMIC_IMPORT } from "./rewrite-names";

/** What compiled cells call in the place of imports. */
interface CellImports {
  /** `import()`. */
  (name: string): Promise<unknown>;
  /** What an import of these names gives that can be had at once. */
  now(name: string, names?: readonly string[]): unknown;
  /** What another import gives. */
  later(name: string, names?: readonly string[]): Promise<unknown>;
  /** Makes an imported variable one of the cells', which goes on to change. */
  live(variables: object, name: string, get: () => unknown): void;
  /** `import.meta`. */
  meta: object;
}

/** Has a name read anew each time, until a later cell declares it. */
function live(variables: object, name: string, get: () => unknown): void {
  Object.defineProperty(variables, name, {
    get,
    set(this: object, value: unknown) {
      const data = { value, writable: true, enumerable: true, configurable: true };
      Object.defineProperty(this, name, data);
    },
    enumerable: true,
    configurable: true,
  });
}

/** Gives cells their imports, `import()` and `import.meta`, from the notebook's folder. */
export function installImports(folder: string, modules: OwnModules, home: ModuleHome): void {
  const filename = home.native(`${folder}/cell.js`);
  const load: CellImports = (name) => modules.importFrom(String(name), filename);
  load.now = (name, names = []) => {
    const own = modules.resolve(name, filename);
    const exports =
      own === undefined ? modules.requirePackage(name, filename) : modules.require(own);
    return modules.withNames(name, exports, names);
  };
  load.later = async (name, names = []) =>
    modules.withNames(name, await modules.importFrom(name, filename, true), names);
  load.live = live;
  load.meta = {
    dirname: home.folderOf(filename),
    filename,
    resolve: (name: string) => modules.addressOf(name, filename),
    url: home.urlOf(filename),
  };
  Object.defineProperty(globalThis, Symbol.for(DYNAMIC_IMPORT), {
    value: load,
    configurable: true,
  });
}
