import type { CommonJsModule, ModuleHome } from "./module-home";
import {
  createNamespace,
  exportAs,
  finish,
  isEsNamespace,
  isWholeNamespace,
  missingExport,
  namespaceOf,
  withDefault,
} from "./namespaces";
import type { EsShape, Flaw } from "./own-code";
import { keepLines } from "./own-lines";
import { type OwnSource, OwnSources } from "./own-sources";
import type { Session } from "./session";

/** A file as it was evaluated. */
interface Instance {
  path: string;
  /** Stands for the content of the file and of all that it imports. */
  key: string;
  state: "new" | "running" | "waiting" | "done";
  /** What it exports, as far as it has come. */
  exports: unknown;
  module?: CommonJsModule;
  /** Why it ended before it was done. */
  failure?: { error: unknown };
  /** While it waits: fulfilled when it is done. */
  settled?: Promise<void>;
  settle?: () => void;
  /** Whether a cell cannot go on before it is done. */
  holdsCell: boolean;
  /** Whether it and all that it imports were found fit to be run. */
  isFit: boolean;
}

/** Why a package cannot be had at once: it awaits, or is being evaluated. */
const NOT_AT_ONCE: ReadonlySet<unknown> = new Set([
  "ERR_REQUIRE_ASYNC_MODULE",
  "ERR_REQUIRE_CYCLE_MODULE",
]);

type Getters = Record<string, () => unknown>;
type Setter = (exports: unknown, withDefault: unknown, namespace: () => unknown) => void;

function slashes(path: string): string {
  return path.replace(/\\/g, "/");
}

/**
 * The files beside the notebook that cells import. Each is evaluated once, and again only when its
 * content or that of a file that it imports has changed. ES modules are linked here as the language
 * has it: what they import is evaluated first, in order; names are the variables themselves; those
 * that await hold up the ones that import them and nobody else.
 */
export class OwnModules {
  readonly #session: Session;
  readonly #home: ModuleHome;
  readonly #sources: OwnSources;
  readonly #instances = new Map<string, Instance>();
  #startsForCell = false;

  constructor(session: Session, home: ModuleHome) {
    this.#session = session;
    this.#home = home;
    const { digest, hasOwn, pathOf } = home;
    this.#sources = new OwnSources({ session, digest, hasOwn, pathOf });
  }

  /** Makes `require` in cells load own files from here. */
  install(): void {
    this.#home.onRequire(this.#session.folder, (name, importer) => {
      const path = this.resolve(name, importer);
      return path === undefined ? undefined : { exports: this.require(path) };
    });
  }

  /** A checked cell begins, which imports these files. */
  begin(paths: string[]): void {
    this.#sources.forgetSeen();
    // Whatever was being evaluated was cut off by an interrupt.
    for (const [path, { state, holdsCell }] of this.#instances) {
      const isCutOff = state === "waiting" ? holdsCell : state !== "done";
      if (isCutOff) this.#instances.delete(path);
    }
    const { program, files } = this.#session;
    for (const path of paths) {
      this.#look(path, (at) => program.getSourceFile(at)?.text ?? files.read(at));
    }
  }

  /** The own file that a name stands for, where there is one. */
  resolve(name: string, importer: string): string | undefined {
    return this.#sources.resolve(name, slashes(importer));
  }

  /** Whether a cell has to await what it imports by a name. */
  mayAwait(name: string, importer: string): boolean {
    const own = this.resolve(name, importer);
    if (own === undefined) return this.#sources.packageFile(name, importer)?.isEs === true;
    this.#look(own);
    return this.#sources.mayAwait(own);
  }

  /** What a file exports, evaluated if it was not or has changed. */
  require(path: string): unknown {
    this.#look(path);
    const known = this.#instances.get(path)?.state;
    // One that is being evaluated gives what it has so far.
    const isBegun = known === "running" || known === "done";
    if (!isBegun) this.#refuseUnfit(path);
    if (!isBegun && this.#sources.awaits(path)) throw this.#awaits(path);
    const instance = this.#start(path);
    if (instance.state === "waiting") throw this.#awaits(path);
    return instance.exports;
  }

  /**
   * The same as soon as it is there.
   *
   * @param holdsCell - Whether a cell cannot go on before that.
   */
  async import(path: string, holdsCell: boolean): Promise<unknown> {
    this.#look(path);
    this.#startsForCell = holdsCell;
    let instance: Instance;
    try {
      instance = this.#start(path);
    } finally {
      this.#startsForCell = false;
    }
    await instance.settled;
    return instance.exports;
  }

  /** What a package exports to an ES module, if it does not await at its top. */
  requirePackage(name: string, importer: string): unknown {
    const found = this.#sources.packageFile(name, slashes(importer));
    return this.#home.require(found?.path ?? name, importer);
  }

  /** What a package exports to an ES module, as soon as it is there. */
  async importPackage(name: string, importer: string): Promise<unknown> {
    if (this.#home.isBuiltin(name)) return this.#home.import(name, importer);
    const found = this.#sources.packageFile(name, slashes(importer));
    return found?.isEs
      ? this.#home.import(found.path, importer)
      : this.requirePackage(name, importer);
  }

  #look(entry: string, read?: (path: string) => string | undefined): void {
    for (const path of this.#sources.look(entry, read)) {
      const instance = this.#instances.get(path);
      if (instance !== undefined && instance.key !== this.#sources.key(path)) {
        this.#instances.delete(path);
      }
    }
  }

  /** A file that is evaluated, or has begun to be: files may import each other. */
  #start(path: string): Instance {
    const known = this.#instances.get(path);
    if (known !== undefined && known.state !== "new") return known;
    this.#refuseUnfit(path);
    const instance = this.#prepare(path);
    instance.state = "running";
    instance.holdsCell = this.#startsForCell;
    try {
      this.#evaluate(instance);
    } catch (error) {
      instance.failure ??= { error };
    }
    if (instance.failure !== undefined) {
      this.#forget(instance);
      throw instance.failure.error;
    }
    if (instance.state === "running") this.#wait(instance);
    return instance;
  }

  /** Throws for a file that cannot be run, or that imports one, before anything of them has run. */
  #refuseUnfit(path: string): void {
    if (this.#instances.get(path)?.isFit) return;
    const files = new Set([path, ...this.#sources.statically(path)]);
    for (const file of files) this.#refuseUnreadable(file);
    for (const file of files) this.#refuseUnprovided(file);
    for (const file of files) this.#prepare(file).isFit = true;
  }

  #refuseUnreadable(path: string): void {
    const flaw = this.#sources.code(path)?.flaw;
    if (flaw !== undefined) throw this.#syntaxError(path, flaw);
  }

  /** Throws where a file asks another one for a name that this does not export. */
  #refuseUnprovided(path: string): void {
    const es = this.#sources.code(path)?.es;
    for (const { at, name, ...place } of es?.needed ?? []) {
      const request = es?.requests[at] ?? "";
      const own = this.#sources.target(path, request);
      if (own === undefined || this.#sources.mayExport(own, name)) continue;
      throw this.#syntaxError(path, { ...place, text: missingExport(request, name) });
    }
  }

  /** The same, once that what is imported by a request has run. */
  #refuseMissing(path: string, es: EsShape, at: number, exports: unknown): void {
    const request = es.requests[at];
    for (const { at: from, name, ...place } of es.needed) {
      if (from !== at || this.#provides(request, exports, name)) continue;
      throw this.#syntaxError(path, { ...place, text: missingExport(request, name) });
    }
  }

  /** Whether a module has a name; those that are no ES modules may get it later. */
  #provides(request: string, exports: unknown, name: string): boolean {
    if (isWholeNamespace(exports)) return name in exports;
    const isBuiltin = this.#home.isBuiltin(request) && name !== "default";
    return !isBuiltin || name in Object(exports);
  }

  /**
   * What a cell imports by a name.
   *
   * @throws SyntaxError when a module that can tell does not export these names.
   */
  withNames<T>(request: string, exports: T, names: readonly string[]): T {
    for (const name of names) {
      if (this.#provides(request, exports, name)) continue;
      throw new SyntaxError(missingExport(request, name));
    }
    return exports;
  }

  #syntaxError(path: string, { line, column, text }: Flaw): SyntaxError {
    return new SyntaxError(`${this.#nameOf(path)}:${line}:${column}: ${text}`);
  }

  #wait(instance: Instance): void {
    instance.state = "waiting";
    instance.settled = new Promise((resolve, reject) => {
      instance.settle = () => {
        if (instance.failure === undefined) resolve();
        else reject(instance.failure.error);
      };
    });
    // Whoever waits for it hears of it.
    instance.settled.catch(() => {});
  }

  /** Takes back a file that threw, with those that have seen only a part of it. */
  #forget({ path }: Instance): void {
    this.#instances.delete(path);
    for (const [other, { state }] of this.#instances) {
      if (state === "done" && this.#sources.reach(other).has(path)) this.#instances.delete(other);
    }
  }

  /** A file with what others can already know of it. */
  #prepare(path: string): Instance {
    const known = this.#instances.get(path);
    if (known !== undefined) return known;
    const source = this.#sources.get(path);
    if (source === undefined) throw this.#notFound(path);
    const instance: Instance = {
      path,
      key: this.#sources.key(path),
      state: "new",
      exports: undefined,
      holdsCell: false,
      isFit: false,
    };
    if (source.kind === "es") instance.exports = createNamespace(this.#namesOf(path));
    this.#instances.set(path, instance);
    return instance;
  }

  /** The names that an ES module exports, as far as its own files tell. */
  #namesOf(path: string, found = new Set<string>()): Set<string> {
    if (found.has(path)) return new Set();
    found.add(path);
    const es = this.#sources.code(path)?.es;
    const names = new Set(es?.exported.map(({ name }) => name));
    for (const at of es?.stars ?? []) {
      const own = this.#sources.target(path, es?.requests[at] ?? "");
      for (const name of own === undefined ? [] : this.#namesOf(own, found)) {
        if (name !== "default") names.add(name);
      }
    }
    return names;
  }

  #evaluate(instance: Instance): void {
    const { path } = instance;
    const source = this.#sources.get(path) as OwnSource;
    if (source.kind === "json") {
      instance.exports = this.#named(path, () => JSON.parse(source.text));
      instance.state = "done";
      return;
    }
    const code = this.#sources.code(path);
    if (code === undefined) throw this.#notFound(path);
    const { script, map, es } = code;
    const filename = this.#home.native(path);
    const name = this.#nameOf(path);
    const scriptName = keepLines(filename, {
      name,
      text: source.text,
      map,
      readMap: this.#home.readMap,
      countsFirstLine: this.#home.countsFirstLine,
    });
    const run = this.#named(path, () => this.#home.run(script, scriptName));
    if (es === undefined) this.#runCommonJs(instance, filename, run);
    else this.#runEs(instance, es, filename, run);
  }

  #runCommonJs(instance: Instance, filename: string, run: (...args: unknown[]) => unknown): void {
    const module = this.#home.createModule(filename);
    instance.module = module;
    Object.defineProperty(instance, "exports", { get: () => module.exports });
    const require = this.#requireOf(instance.path, filename);
    module.require = require;
    const load = (name: string) => this.importFrom(name, instance.path);
    const folder = this.#home.folderOf(filename);
    run.call(module.exports, module.exports, require, module, filename, folder, load);
    module.loaded = true;
    instance.state = "done";
  }

  #runEs(
    instance: Instance,
    es: EsShape,
    filename: string,
    run: (...args: unknown[]) => unknown,
  ): void {
    const { path } = instance;
    const end = () => {
      instance.settle?.();
    };
    const linked = {
      meta: this.#metaOf(path, filename),
      import: (name: unknown) => this.importFrom(String(name), path),
      require: this.#requireOf(path, filename),
      link: (getters: Getters, setters: Setter[]) => this.#link(instance, es, getters, setters),
      done: () => {
        const namespace = instance.exports as Record<string, unknown>;
        const constants = es.exported.filter(({ isConstant }) => isConstant);
        finish(
          namespace,
          constants.map(({ name }) => name),
        );
        instance.state = "done";
        end();
      },
      failed: (error: unknown) => {
        instance.failure = { error };
        if (instance.state === "waiting") this.#forget(instance);
        end();
      },
    };
    const folder = this.#home.folderOf(filename);
    run.call(undefined, linked, linked.require, filename, folder);
  }

  /** Evaluates all that a file imports; gives a promise when something of it awaits. */
  #link(
    instance: Instance,
    es: EsShape,
    getters: Getters,
    setters: Setter[],
  ): Promise<unknown> | undefined {
    const { path } = instance;
    const namespace = instance.exports as Record<string, unknown>;
    for (const { name } of es.exported) exportAs(namespace, name, getters[name]);
    const own = es.requests.map((name) => this.#sources.target(path, name));
    const set = (at: number, exports: unknown) => {
      setters[at](exports, withDefault(exports), () => namespaceOf(exports));
      if (es.stars.includes(at)) this.#exportAll(namespace, exports, es);
    };
    // Names of files that import this one are known to it before they are evaluated.
    const prepared = own.map((target, at) => {
      const other = target === undefined ? undefined : this.#prepare(target);
      if (isEsNamespace(other?.exports)) set(at, other.exports);
      return other;
    });
    const waiting: Promise<unknown>[] = [];
    for (const [at, name] of es.requests.entries()) {
      if (prepared[at] === undefined) {
        const later = this.#loadPackage(name, path, (exports) => {
          this.#refuseMissing(path, es, at, exports);
          set(at, exports);
        });
        if (later !== undefined) waiting.push(later);
        continue;
      }
      const other = this.#start(prepared[at].path);
      // It may hand on names of packages.
      if (other.state === "done") this.#refuseMissing(path, es, at, other.exports);
      if (!isEsNamespace(other.exports) || other.module !== undefined) set(at, other.exports);
      if (other.settled !== undefined && other.state === "waiting") waiting.push(other.settled);
    }
    return waiting.length === 0 ? undefined : Promise.all(waiting);
  }

  /** `export *`: all names but the default, where the file has none of its own. */
  #exportAll(namespace: Record<string, unknown>, exports: unknown, es: EsShape): void {
    const all = namespaceOf(exports);
    for (const name of Object.keys(all)) {
      const isOwn = name === "default" || es.exported.some((each) => each.name === name);
      if (!isOwn && name !== "__esModule") exportAs(namespace, name, () => all[name]);
    }
  }

  /** Loads a package for an ES module, at once where it does not await. */
  #loadPackage(
    name: string,
    importer: string,
    put: (exports: unknown) => void,
  ): Promise<void> | undefined {
    let exports: unknown;
    try {
      exports = this.requirePackage(name, importer);
    } catch (error) {
      if (!NOT_AT_ONCE.has((error as { code?: unknown } | null)?.code)) throw error;
      return this.importPackage(name, importer).then(put);
    }
    put(exports);
    return undefined;
  }

  /** `import()` in a file or, with the name of one beside it, in a cell. */
  async importFrom(name: string, importer: string, holdsCell = false): Promise<unknown> {
    const own = this.resolve(name, importer);
    if (own === undefined) return namespaceOf(await this.importPackage(name, importer));
    // What is imported is evaluated after what stands behind the call.
    await undefined;
    return namespaceOf(await this.import(own, holdsCell));
  }

  #metaOf(path: string, filename: string): object {
    const { urlOf, folderOf } = this.#home;
    return Object.assign(Object.create(null) as object, {
      dirname: folderOf(filename),
      filename,
      resolve: (name: string) => this.addressOf(name, path),
      url: urlOf(filename),
    });
  }

  /** What `import.meta.resolve` gives. */
  addressOf(name: string, importer: string): string {
    const { isBuiltin, native, urlOf } = this.#home;
    if (isBuiltin(name)) return name.startsWith("node:") ? name : `node:${name}`;
    if (/^\.{0,2}\//.test(name)) return urlOf(native(importer), name);
    if (/^[a-z][a-z\d+.-]+:/i.test(name)) return name;
    const found =
      this.resolve(name, importer) ?? this.#sources.packageFile(name, slashes(importer))?.path;
    if (found !== undefined) return urlOf(native(found));
    throw Object.assign(new Error(`Cannot find package '${name}'`), {
      code: "ERR_MODULE_NOT_FOUND",
    });
  }

  /** What its author calls a file: never by the folders of the machine. */
  #nameOf(path: string): string {
    return this.#session.nameOf(path);
  }

  #notFound(path: string): Error {
    const name = this.#nameOf(path);
    return Object.assign(new Error(`Cannot find module '${name}'`), { code: "MODULE_NOT_FOUND" });
  }

  #awaits(path: string): Error {
    const message = `require() cannot be used on an ESM graph with top-level await. Use import() instead: '${this.#nameOf(path)}'`;
    return Object.assign(new Error(message), { code: "ERR_REQUIRE_ASYNC_MODULE" });
  }

  /** Reads a file's code; what cannot be read is told with the file's name. */
  #named<T>(path: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw new SyntaxError(`${this.#nameOf(path)}: ${(error as Error).message}`);
    }
  }

  #requireOf(path: string, filename: string): unknown {
    const others = this.#home.requireOf(filename);
    const require = (name: string): unknown => {
      const own = this.#sources.target(path, name);
      return own === undefined ? others(name) : this.require(own);
    };
    return Object.assign(require, others);
  }
}
