/** What CommonJS files know as `module`. */
export interface CommonJsModule {
  exports: unknown;
  loaded: boolean;
  require: unknown;
}

/** Where a place in compiled code comes from; all counted from zero. */
export type Trace = (line: number, column: number) => { line: number; column: number } | undefined;

/** Makes that of a source map. */
export type ReadMap = (map: string) => Trace;

type Require = ((name: string) => unknown) & object;

/** What the place in which cells run does for modules: loading packages, running code. */
export interface ModuleHome {
  /** Whether a name is that of a module which the place itself has. */
  isBuiltin(name: string): boolean;
  /** The same for modules and packages that are given by the place, whatever is installed. */
  hasOwn(name: string): boolean;
  /**
   * Loads a package, or one of its files by its path, at once.
   *
   * @throws Error with the code ERR_REQUIRE_ASYNC_MODULE when it, or what it imports, awaits at its
   * top; nothing of it has run then.
   */
  require(name: string, importer: string): unknown;
  /** Loads the same as an ES module. */
  import(name: string, importer: string): Promise<unknown>;
  /** What a CommonJS file calls to load others. */
  requireOf(filename: string): Require;
  createModule(filename: string): CommonJsModule;
  /**
   * Runs a script whose value is a function, and gives that. Its first line is none of the file's.
   *
   * @param name - What stack traces call it.
   */
  run(code: string, name: string): (...args: unknown[]) => unknown;
  /** Whether stack traces count that first line. */
  readonly countsFirstLine: boolean;
  readonly readMap: ReadMap;
  /** A path as the system writes it. */
  native(path: string): string;
  /** The address of a file, or of what lies beside it. */
  urlOf(path: string, beside?: string): string;
  /** The path of the file that an address names, whatever query it has; undefined where it names none. */
  pathOf(address: string): string | undefined;
  folderOf(path: string): string;
  /** Short, and different for different texts. */
  digest(text: string): string;
  /**
   * Has `load` asked first when a cell requires something; it returns undefined for what is not its own.
   *
   * @param folder - That of the notebook.
   */
  onRequire(
    folder: string,
    load: (name: string, importer: string) => { exports: unknown } | undefined,
  ): void;
}
