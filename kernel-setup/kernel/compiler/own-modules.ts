import { createHash } from "node:crypto";
import Module, { createRequire } from "node:module";
import { dirname, normalize, relative } from "node:path";
import { compileFunction } from "node:vm";
import { isOwnFile, isRelative } from "./own-files";
import { keepLines } from "./own-lines";
import type { Session } from "./session";

/** A file as it was last looked at. */
interface Source {
  text: string;
  hash: string;
  /** What it imports, as it stands in the code. */
  names: string[];
  /** The own files among that. */
  imports: Map<string, string>;
  /** Its JavaScript and the map back from it, once they were needed. */
  compiled?: { output: string; map: string };
}

/** A file as it was evaluated. */
interface Instance {
  module: NodeJS.Module;
  /** Stands for the content of the file and of all that it imports. */
  key: string;
}

type Load = (request: string, parent: NodeJS.Module | undefined, isMain: boolean) => unknown;

const loader = Module as unknown as { _load: Load; _cache: Record<string, NodeJS.Module> };

const PARAMETERS = ["exports", "require", "module", "__filename", "__dirname"];

/** Who loads own files, by the folder of the notebook. */
const byFolder = new Map<string, OwnModules>();

function slashes(path: string): string {
  return path.replace(/\\/g, "/");
}

/**
 * The files beside the notebook that cells import. Each is evaluated once, and again only when its
 * content or that of a file that it imports has changed.
 */
export class OwnModules {
  readonly #session: Session;
  readonly #sources = new Map<string, Source>();
  readonly #instances = new Map<string, Instance>();
  /** Evaluated without an error, in this order. */
  readonly #finished: string[] = [];
  /** What was looked at since the latest cell began. */
  readonly #seen = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Makes `require` in cells, which is what imports become, load own files from here. */
  install(): void {
    if (byFolder.size === 0) hookRequire();
    byFolder.set(this.#session.folder, this);
  }

  /** A checked cell begins, which imports these files. */
  begin(paths: string[]): void {
    this.#seen.clear();
    this.#finished.length = 0;
    // Whatever was being evaluated was cut off by an interrupt.
    for (const [path, { module }] of this.#instances) {
      if (!module.loaded) this.#instances.delete(path);
    }
    const { program, files } = this.#session;
    for (const path of paths) {
      this.#look(path, (at) => program.getSourceFile(at)?.text ?? files.read(at));
    }
  }

  /** The own file that a name stands for, where there is one. */
  resolve(name: string, importer: string): string | undefined {
    if (!isRelative(name)) return undefined;
    const path = this.#session.resolve(name, slashes(importer));
    return path !== undefined && isOwnFile(path) ? path : undefined;
  }

  /** Whether a file is evaluated, and has not changed since. */
  has(path: string): boolean {
    this.#look(path);
    return this.#instances.get(path)?.module.loaded === true;
  }

  /** What a file exports, evaluated if it was not or has changed. */
  require(path: string): unknown {
    this.#look(path);
    return this.#load(path);
  }

  /** Finds out what a file and all that it imports are now; forgets what is no longer so. */
  #look(entry: string, read = (path: string) => this.#session.files.read(path)): void {
    const found: string[] = [];
    const waiting = [entry];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (this.#seen.has(path)) continue;
      const text = read(path);
      if (text === undefined) continue;
      this.#seen.add(path);
      found.push(path);
      const source = this.#keep(path, text);
      for (const name of source.names) {
        const imported = this.resolve(name, path);
        if (imported === undefined) continue;
        source.imports.set(name, imported);
        waiting.push(imported);
      }
    }
    for (const path of found) {
      const instance = this.#instances.get(path);
      if (instance !== undefined && instance.key !== this.#key(path)) this.#instances.delete(path);
    }
  }

  #keep(path: string, text: string): Source {
    const known = this.#sources.get(path);
    const { typescript } = this.#session;
    const source =
      known?.text === text
        ? known
        : {
            text,
            hash: createHash("sha256").update(text).digest("base64"),
            names: path.endsWith(".json")
              ? []
              : typescript
                  .preProcessFile(text, true, true)
                  .importedFiles.map(({ fileName }) => fileName),
            imports: new Map<string, string>(),
          };
    source.imports.clear();
    this.#sources.set(path, source);
    return source;
  }

  #key(path: string): string {
    return [...this.#reach(path)]
      .toSorted()
      .map((file) => `${file} ${this.#sources.get(file)?.hash}`)
      .join("\n");
  }

  /** A file and all that it imports, directly or not. */
  #reach(path: string, found = new Set<string>()): Set<string> {
    if (found.has(path)) return found;
    found.add(path);
    for (const imported of this.#sources.get(path)?.imports.values() ?? []) {
      this.#reach(imported, found);
    }
    return found;
  }

  #load(path: string): unknown {
    const known = this.#instances.get(path);
    // One that is being evaluated gives what it has so far: files may import each other.
    if (known !== undefined) return known.module.exports;
    const source = this.#sources.get(path);
    if (source === undefined) throw this.#notFound(path);
    const module = new Module(normalize(path));
    module.filename = module.id;
    const finishedBefore = this.#finished.length;
    this.#instances.set(path, { module, key: this.#key(path) });
    try {
      this.#evaluate(module, path, source);
    } catch (error) {
      this.#instances.delete(path);
      // These have seen only a part of it.
      for (const other of this.#finished.splice(finishedBefore)) {
        if (this.#reach(other).has(path)) this.#instances.delete(other);
        else this.#finished.push(other);
      }
      throw error;
    }
    module.loaded = true;
    this.#finished.push(path);
    return module.exports;
  }

  /** What its author calls a file: never by the folders of the machine. */
  #nameOf(path: string): string {
    return slashes(relative(this.#session.folder, path));
  }

  #notFound(path: string): Error {
    const name = this.#nameOf(path);
    return Object.assign(new Error(`Cannot find module '${name}'`), { code: "MODULE_NOT_FOUND" });
  }

  #evaluate(module: NodeJS.Module, path: string, source: Source): void {
    if (path.endsWith(".json")) {
      module.exports = this.#named(path, () => JSON.parse(source.text));
      return;
    }
    source.compiled ??= this.#compile(path, source.text);
    const { output, map } = source.compiled;
    const { filename } = module;
    const name = this.#nameOf(path);
    const script = keepLines(filename, { name, text: source.text, map });
    const run = this.#named(path, () => compileFunction(output, PARAMETERS, { filename: script }));
    const require = this.#requireOf(module, path, source);
    module.require = require;
    run.call(module.exports, module.exports, require, module, filename, dirname(filename));
  }

  /** Reads a file's code; what cannot be read is told with the file's name. */
  #named<T>(path: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw new SyntaxError(`${this.#nameOf(path)}: ${(error as Error).message}`);
    }
  }

  #requireOf(module: NodeJS.Module, path: string, { imports }: Source): NodeJS.Require {
    const others = createRequire(module.filename);
    const require = (name: string): unknown => {
      const own = imports.get(name) ?? this.resolve(name, path);
      if (own !== undefined) return imports.has(name) ? this.#load(own) : this.require(own);
      const { __tslab__ } = globalThis as { __tslab__?: { require: NodeJS.Require } };
      // The tslab that runs, not a copy that would be connected to nothing.
      if (name === "tslab" && __tslab__ !== undefined) return __tslab__.require(name);
      return others(name);
    };
    return Object.assign(require, others);
  }

  #compile(path: string, text: string): { output: string; map: string } {
    const { typescript, options } = this.#session;
    const { outputText, sourceMapText = "" } = typescript.transpileModule(text, {
      // Of .mts and .mjs TypeScript would make a module for Node's own loader in any case.
      fileName: path.replace(/\.[cm]([jt]s)$/, ".$1"),
      compilerOptions: {
        ...options,
        module: typescript.ModuleKind.CommonJS,
        moduleDetection: typescript.ModuleDetectionKind.Auto,
        sourceMap: true,
      },
    });
    const output = outputText.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "");
    return { output, map: sourceMapText };
  }
}

/**
 * Cells call a `require` that Node makes for a folder. What it would load for it is asked for here
 * first; files that Node itself has loaded go on with Node.
 */
function hookRequire(): void {
  const { _load } = loader;
  loader._load = function (request, parent, isMain) {
    const importer = parent?.filename;
    if (importer && isRelative(request) && loader._cache[importer] !== parent) {
      const own = byFolder.get(slashes(dirname(importer)));
      const path = own?.resolve(request, importer);
      if (own !== undefined && path !== undefined) return own.require(path);
    }
    return _load.call(this, request, parent, isMain);
  };
}
