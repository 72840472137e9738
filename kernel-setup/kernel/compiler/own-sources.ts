import { declaredKind, kindBySyntax, type ModuleKind } from "./module-kind";
import { compileCommonJs, compileEs, type OwnCode } from "./own-code";
import { isOwnFile, isRelative } from "./own-files";
import { above, withSlashes } from "./paths";
import type { Session } from "./session";

/** A file beside the notebook as it was last looked at. */
export interface OwnSource {
  text: string;
  hash: string;
  kind: ModuleKind;
  /** Whether its name or its package says that kind, not what stands in it. */
  isDeclared: boolean;
  /** What it imports, as it stands in the code. */
  names: readonly string[];
  /** The own files among that. */
  imports: Map<string, string>;
  /** Its JavaScript, once it was needed. */
  code?: OwnCode;
}

/** A file of a package that an import leads to. */
export interface PackageFile {
  path: string;
  isEs: boolean;
}

interface Options {
  session: Session;
  digest(text: string): string;
  hasOwn(name: string): boolean;
  pathOf(address: string): string | undefined;
}

/** The files beside the notebook that cells import: what stands in them, and what they import. */
export class OwnSources {
  readonly #session: Session;
  readonly #options: Options;
  readonly #sources = new Map<string, OwnSource>();
  /** What was looked at since the latest cell began. */
  readonly #seen = new Set<string>();
  /** Packages do not change while the kernel runs; what is not there may be installed meanwhile. */
  readonly #packages = new Map<string, PackageFile>();
  readonly #foreign = new Set<string>();

  constructor(options: Options) {
    this.#options = options;
    this.#session = options.session;
  }

  /** Everything may have changed. */
  forgetSeen(): void {
    this.#seen.clear();
  }

  get(path: string): OwnSource | undefined {
    return this.#sources.get(path);
  }

  /** The own file that a name stands for, where there is one. */
  resolve(name: string, importer: string): string | undefined {
    if (isAddress(name) || isRelative(name)) {
      const path = this.#find(name, (each) => this.#session.resolve(each, importer));
      return path !== undefined && isOwnFile(path) ? path : undefined;
    }
    return this.#options.hasOwn(name) ? undefined : this.#resolveBare(name, importer);
  }

  /** Looks for a name that may be an address or have a query, which only tells instances apart in Node. */
  #find<T>(name: string, find: (name: string) => T | undefined): T | undefined {
    if (isAddress(name)) {
      const path = this.#options.pathOf(name);
      return path === undefined ? undefined : find(withSlashes(path));
    }
    const found = find(name);
    if (found !== undefined || !isRelative(name) || !/[?#]/.test(name)) return found;
    return find(name.replace(/[?#].*$/s, ""));
  }

  /** A linked package whose source TypeScript reads, if that is what runs, too. */
  #resolveBare(name: string, importer: string): string | undefined {
    const key = keyOf(name, importer);
    if (this.#foreign.has(key)) return undefined;
    const path = this.#session.resolve(name, importer);
    if (path === undefined) return undefined;
    const built = isOwnFile(path) ? this.#session.resolveCode(name, importer) : undefined;
    if (isOwnFile(path) && (built === undefined || built === path || isSource(built))) return path;
    this.#foreign.add(key);
    return undefined;
  }

  /** The file that an import of a package leads to, as in an ES module. */
  packageFile(name: string, importer: string): PackageFile | undefined {
    if (this.#options.hasOwn(name)) return undefined;
    const key = keyOf(name, importer);
    const known = this.#packages.get(key);
    if (known !== undefined) return known;
    const path = this.#find(name, (each) => this.#session.resolveCode(each, importer));
    if (path === undefined) return undefined;
    const found = { path, isEs: this.#session.isEs(path) };
    // What a name of the notebook's own package leads to may change with it.
    if (!name.startsWith("#")) this.#packages.set(key, found);
    return found;
  }

  /** Finds out what a file and all that it imports are now; gives those not seen since the cell began. */
  look(entry: string, read = (path: string) => this.#session.files.read(path)): string[] {
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
    return found;
  }

  #keep(path: string, text: string): OwnSource {
    const known = this.#sources.get(path);
    const declared = declaredKind(path, (file) => this.#session.files.read(file));
    const isSame =
      known?.text === text &&
      (declared === undefined ? !known.isDeclared : known.isDeclared && known.kind === declared);
    const source = isSame ? known : this.#make(path, text, declared);
    source.imports.clear();
    this.#sources.set(path, source);
    return source;
  }

  #make(path: string, text: string, declared: ModuleKind | undefined): OwnSource {
    const { typescript } = this.#session;
    const imported =
      declared === "json" ? [] : typescript.preProcessFile(text, true, true).importedFiles;
    return {
      text,
      hash: this.#options.digest(text),
      kind: declared ?? kindBySyntax(typescript, this.#session.parsed(path, text)),
      isDeclared: declared !== undefined,
      names: [...new Set(imported.map(({ fileName }) => fileName))],
      imports: new Map(),
    };
  }

  /** A file's JavaScript. */
  code(path: string): OwnCode | undefined {
    const source = this.#sources.get(path);
    if (source === undefined || source.kind === "json") return undefined;
    const file = { path, text: source.text };
    source.code ??=
      source.kind === "es"
        ? compileEs(this.#session, file, source.isDeclared)
        : compileCommonJs(this.#session, file);
    return source.code;
  }

  /** Stands for the content of a file and of all that it imports. */
  key(path: string): string {
    return [...this.reach(path)]
      .toSorted()
      .map((file) => {
        const source = this.#sources.get(file);
        return `${file} ${source?.hash} ${source?.kind}`;
      })
      .join("\n");
  }

  /** A file and all that it imports, directly or not. */
  reach(path: string, found = new Set<string>()): Set<string> {
    if (found.has(path)) return found;
    found.add(path);
    for (const imported of this.#sources.get(path)?.imports.values() ?? []) {
      this.reach(imported, found);
    }
    return found;
  }

  /** The ES modules that have to be run before a file is, with itself. */
  *statically(path: string, found = new Set<string>()): Generator<string> {
    if (found.has(path)) return;
    found.add(path);
    const source = this.#sources.get(path);
    if (source?.kind !== "es") return;
    yield path;
    for (const name of this.code(path)?.es?.requests ?? []) {
      const own = this.target(path, name);
      if (own !== undefined) yield* this.statically(own, found);
    }
  }

  /** Whether a file may export a name: only what an ES module gets from packages is not known yet. */
  mayExport(path: string, name: string, found = new Set<string>()): boolean {
    if (found.has(path)) return false;
    found.add(path);
    const es = this.code(path)?.es;
    if (es === undefined || es.exported.some((each) => each.name === name)) return true;
    if (name === "default") return false;
    return es.stars.some((at) => {
      const own = this.target(path, es.requests[at]);
      return own === undefined || this.mayExport(own, name, found);
    });
  }

  /** The own file that a file's import stands for. */
  target(path: string, name: string): string | undefined {
    return this.get(path)?.imports.get(name) ?? this.resolve(name, path);
  }

  /** Whether a file, or one that it imports, awaits at its top. */
  awaits(path: string): boolean {
    for (const file of this.statically(path)) if (this.code(file)?.es?.awaits) return true;
    return false;
  }

  /** Whether that may be so, or something in a package may. */
  mayAwait(path: string): boolean {
    for (const file of this.statically(path)) {
      const { awaits, requests = [] } = this.code(file)?.es ?? {};
      if (awaits) return true;
      const isEs = (name: string) =>
        this.resolve(name, file) === undefined && this.packageFile(name, file)?.isEs === true;
      if (requests.some(isEs)) return true;
    }
    return false;
  }
}

/** From the same folder a name always leads to the same file. */
function keyOf(name: string, importer: string): string {
  return `${name} ${above(importer)}`;
}

/** Whether an import names a file by its address, as `import.meta.url` does. */
function isAddress(name: string): boolean {
  return /^file:/i.test(name);
}

function isSource(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}
