import type ts from "typescript";
import { asksForNode } from "./asks-for-node";
import { type Cell, chain, changesGlobals, link, parseCell } from "./cell";
import type { CompilerHome } from "./home";
import { importOfKey, importsOf, keyOfImport, modeOf } from "./imports";
import { declaredKind, isEsFile } from "./module-kind";
import { OldVersions } from "./old-versions";
import { compilerOptions } from "./options";
import { isOwnFile } from "./own-files";
import { nameOfFile } from "./own-names";
import { withSlashes } from "./paths";
import { ModuleResolver, type Resolved } from "./resolution";
import { SourceFiles } from "./source-files";
import { type Strictness, strictnessOf, strictOptions } from "./strictness";
import type { TypeScript } from "./typescript";

/** TypeScript keeps every type it ever made; a fresh checker is made after this many. */
const MOST_TYPES = 50_000;

/** It keeps the syntax of cells that were left out, too: a fresh one is made after so many nodes of it. */
const MOST_NODES = 200_000;

/** Longer chains are checked in order by a fresh checker, or types of types may nest too deep. */
const DEEP_CHAIN = 100;

/** A program whose answers about imports can be added to. */
type CellProgram = ts.Program & {
  getResolvedModule(file: ts.SourceFile, name: string, mode: unknown): Resolved | undefined;
  getResolvedModuleFromModuleSpecifier(
    literal: ts.StringLiteralLike,
    file: ts.SourceFile,
  ): Resolved | undefined;
};

type CountingChecker = ts.TypeChecker & { getTypeCount(): number };

/**
 * The TypeScript program that all cells are checked in. A cell is normally added to it without
 * making another one: what was found out about libraries and earlier cells stays known. Only what a
 * program has to know from its beginning makes a new one: files it has not read, changed files,
 * and declarations of globals.
 */
export class Session {
  readonly typescript: TypeScript;
  readonly folder: string;
  readonly files: SourceFiles;
  /** Whether what is compiled looks whether it shall stop. */
  readonly looks: boolean;
  readonly #home: CompilerHome;
  readonly #packageFolder: string;
  readonly #resolver: ModuleResolver;
  readonly #globalsFile: string;
  readonly #oldVersions: OldVersions;
  /** By the path of their file. */
  readonly #cells = new Map<string, Cell>();
  readonly #modules = new Set<string>();
  #program: CellProgram | undefined;
  #strictness: Strictness;
  #options: ts.CompilerOptions;
  #hasAllTypes = false;
  #typesAtStart = 0;
  #nodesLeftOut = 0;
  #count = 0;

  constructor(home: CompilerHome, folder: string, packageFolder: string) {
    const { typescript, modules } = home;
    this.#home = home;
    this.typescript = typescript;
    this.looks = home.looks !== undefined;
    this.folder = withSlashes(folder);
    this.#packageFolder = withSlashes(packageFolder);
    this.files = new SourceFiles(home, this.folder);
    this.#globalsFile = `${this.folder}/__globals__.d.ts`;
    this.files.setVirtual(this.#globalsFile, home.globals);
    this.#strictness = strictnessOf(home, this.folder);
    this.#options = this.#makeOptions();
    const host = this.#resolutionHost();
    this.#resolver = new ModuleResolver(
      { typescript, isBuiltin: modules.isBuiltin },
      host,
      this.folder,
      this.#packageFolder,
    );
    this.#oldVersions = new OldVersions(this.files, modules.isBuiltin);
  }

  get program(): ts.Program {
    this.#program ??= this.#createProgram([]);
    return this.#program;
  }

  get checker(): CountingChecker {
    return this.program.getTypeChecker() as CountingChecker;
  }

  get options(): ts.CompilerOptions {
    return this.#options;
  }

  get hasAllTypes(): boolean {
    return this.#hasAllTypes;
  }

  /**
   * Reads a cell and makes it known to the program, behind the cell that ran before it.
   *
   * @param running - One that runs meanwhile, of which nothing may be forgotten.
   */
  open(code: string, previous: Cell | undefined, running?: Cell): Cell {
    const { typescript } = this;
    const fileName = `${this.folder}/__cell_${++this.#count}__.ts`;
    const file = parseCell(typescript, fileName, code, this.#options);
    const cell: Cell = { file, view: undefined, previous, imports: new Map(), names: new Map() };
    const others = [...new Set([...chain(running), ...chain(previous)])];
    this.#forgetAllBut(others);
    this.#cells.set(fileName, cell);
    const imports = importsOf(typescript, file);
    for (const literal of imports) {
      const { text: name } = literal;
      if (this.#home.modules.isBuiltin(name)) this.requireAllTypes();
      const mode = modeOf(typescript, file, literal);
      cell.imports.set(name, this.#resolver.resolve(name, fileName, this.#options, mode));
    }
    if (imports.length > 0) this.#heedChanges(others);
    if (changesGlobals(typescript, file) || !this.#knowsAll(cell)) this.#program = undefined;
    if (
      this.#program !== undefined &&
      this.checker.getTypeCount() - this.#typesAtStart > MOST_TYPES
    ) {
      this.#program = undefined;
    }
    link(cell, previous);
    if (this.#program === undefined) {
      this.#program = this.#createProgram([cell, ...others]);
      this.#checkInOrder(previous);
    }
    // What a program finds out about each of its files, if this one came later.
    if (file.imports === undefined) {
      Object.assign(file, { imports, moduleAugmentations: [], ambientModuleNames: [] });
    }
    typescript.bindSourceFile(file, this.#options);
    return cell;
  }

  /**
   * Own files that have changed on disk are new for this cell, and what they were for earlier ones; so
   * are those whose imports now lead to other files.
   */
  #heedChanges(cells: readonly Cell[]): void {
    const changed = this.files.refresh();
    const place = (importer: string, key: string) => this.#placeOf(importer, key);
    for (const importer of this.#oldVersions.misled(place)) {
      const text = this.files.known(importer) ?? this.files.read(importer);
      if (text !== undefined && !changed.has(importer)) changed.set(importer, text);
    }
    if (changed.size === 0) return;
    this.#oldVersions.keep(changed, cells, place);
    this.#program = undefined;
  }

  /** What an import that was taken down in an own file stands for, as things are now. */
  #placeOf(importer: string, key: string): Resolved {
    const { name, mode } = importOfKey(key);
    return this.#resolver.resolve(name, importer, this.#options, mode);
  }

  /** Leaves out a cell that will not run: what it says about globals does not hold. */
  leaveOut({ file }: Cell): void {
    this.#nodesLeftOut += file.nodeCount;
    if (changesGlobals(this.typescript, file) || this.#nodesLeftOut > MOST_NODES) {
      this.#program = undefined;
    }
  }

  /** Whether a fresh program will soon be needed. */
  get isLaden(): boolean {
    return this.#nodesLeftOut > MOST_NODES / 2;
  }

  /** Makes the next cell begin with a fresh program. */
  forgetProgram(): void {
    this.#program = undefined;
  }

  /** Loads all types that the place has for good. Says whether they were missing. */
  requireAllTypes(): boolean {
    if (this.#hasAllTypes || this.#home.allTypes === undefined) return false;
    this.#hasAllTypes = true;
    this.files.setVirtual(this.#globalsFile, "");
    this.#options = this.#makeOptions();
    this.#program = undefined;
    return true;
  }

  /** Sets how strictly cells are checked from the next one on; earlier ones stay as they are. */
  setStrictness(strictness: Strictness): void {
    const isSame = strictOptions(this.typescript).every(
      (name) => strictness[name] === this.#strictness[name],
    );
    if (isSame) return;
    this.#strictness = strictness;
    this.#options = this.#makeOptions();
    this.#program = undefined;
  }

  #makeOptions(): ts.CompilerOptions {
    return compilerOptions(
      this.#home,
      this.folder,
      this.#packageFolder,
      this.#hasAllTypes,
      this.#strictness,
    );
  }

  /**
   * Adds a file that cells may import though it is nowhere on disk.
   *
   * @param latest - The cell that ran last.
   */
  addModule(path: string, text: string, latest: Cell | undefined): void {
    const before = this.files.known(path);
    this.files.setVirtual(path, text);
    if (before !== undefined && before !== text) {
      this.#oldVersions.keep(new Map([[path, before]]), [...chain(latest)], (importer, key) =>
        this.#placeOf(importer, key),
      );
    }
    this.#modules.add(path);
    this.#program = undefined;
  }

  /** The path of what a name stands for in a file, as things are now. */
  resolve(name: string, importer: string): string | undefined {
    return this.#resolver.resolve(name, importer, this.#options).resolvedModule?.resolvedFileName;
  }

  /** The path of what runs when an ES module imports a name. */
  resolveCode(name: string, importer: string): string | undefined {
    return this.#resolver.resolveCode(name, importer, this.#options);
  }

  /** Whether a built file is an ES module. */
  isEs(path: string): boolean {
    return isEsFile(path, (file) => this.files.read(file));
  }

  /** Whether a file is an ES module by its name or its package. */
  isDeclaredEs(path: string): boolean {
    return declaredKind(path, (file) => this.files.read(file)) === "es";
  }

  /** A file as it is read, without being added to the program. */
  parsed(path: string, text: string): ts.SourceFile {
    const known = this.#program?.getSourceFile(path);
    if (known?.text === text) return known;
    return this.typescript.createSourceFile(path, text, this.typescript.ScriptTarget.ES2022, true);
  }

  /**
   * What its author calls a file: by the folder of the notebook or by its package, never by the folders
   * of the machine.
   */
  nameOf(path: string): string {
    return nameOfFile(path, this.folder, (file) => this.files.read(file));
  }

  /** The file that an import of another file stands for. */
  importedFile(importer: ts.SourceFile, literal: ts.StringLiteralLike): ts.SourceFile | undefined {
    const program = this.program as CellProgram;
    const resolved =
      this.#cells.get(importer.fileName)?.imports.get(literal.text) ??
      program.getResolvedModuleFromModuleSpecifier(literal, importer);
    const path = resolved?.resolvedModule?.resolvedFileName;
    return path === undefined ? undefined : program.getSourceFile(path);
  }

  /** Whether the program has read all that a cell imports; what does not exist is not missing. */
  #knowsAll(cell: Cell): boolean {
    return [...cell.imports.values()].every(
      ({ resolvedModule }) =>
        resolvedModule === undefined ||
        this.#program?.getSourceFile(resolvedModule.resolvedFileName) !== undefined,
    );
  }

  /** Only the chain, which may have become shorter, is still asked about. */
  #forgetAllBut(cells: readonly Cell[]): void {
    const alive = new Set(cells.map(({ file }) => file.fileName));
    for (const path of this.#cells.keys()) if (!alive.has(path)) this.#cells.delete(path);
  }

  #createProgram(cells: Cell[]): CellProgram {
    const { typescript } = this;
    const roots = cells
      .filter(({ file, imports }) => imports.size > 0 || changesGlobals(typescript, file))
      .map(({ file }) => file.fileName);
    const program = typescript.createProgram(
      // Without any root TypeScript would not even load its own library.
      [...roots, ...this.#modules, this.#globalsFile],
      this.#options,
      this.#compilerHost(),
    ) as CellProgram;
    if (!this.#hasAllTypes && this.#asksForNode(program) && this.requireAllTypes()) {
      return this.#createProgram(cells);
    }
    const resolved = program.getResolvedModule.bind(program);
    program.getResolvedModule = (file, name, mode) =>
      this.#cells.get(file.fileName)?.imports.get(name) ?? resolved(file, name, mode);
    this.#program = program;
    this.#typesAtStart = this.checker.getTypeCount();
    this.#nodesLeftOut = 0;
    return program;
  }

  /** Whether anything the program has read needs types of Node. */
  #asksForNode(program: ts.Program): boolean {
    return program.getSourceFiles().some((file) => {
      if (file.fileName === this.#globalsFile) return false;
      if (file.fileName.includes("/@types/node/")) return true;
      if (program.isSourceFileDefaultLibrary(file) || this.#cells.has(file.fileName)) return false;
      return asksForNode(this.typescript, file, this.#home.modules.isBuiltin);
    });
  }

  #checkInOrder(latest: Cell | undefined): void {
    const cells = [...chain(latest)];
    if (cells.length < DEEP_CHAIN) return;
    for (const { file } of cells.toReversed()) this.program.getSemanticDiagnostics(file);
  }

  #resolutionHost(): ts.ModuleResolutionHost {
    const { isFolder, folders, real, areCaseSensitive } = this.#home.files;
    return {
      fileExists: (path) => this.files.exists(path),
      readFile: (path) => this.files.read(path),
      directoryExists: isFolder,
      getDirectories: folders,
      getCurrentDirectory: () => this.folder,
      realpath: real,
      useCaseSensitiveFileNames: areCaseSensitive,
    };
  }

  #compilerHost(): ts.CompilerHost {
    const { libraries, files } = this.#home;
    return {
      ...(this.#resolutionHost() as ts.ModuleResolutionHost & { getCurrentDirectory(): string }),
      getSourceFile: (path, options) =>
        this.#cells.get(path)?.file ?? this.files.get(path, options),
      getDefaultLibFileName: (options) =>
        `${libraries}/${this.typescript.getDefaultLibFileName(options)}`,
      getDefaultLibLocation: () => libraries,
      writeFile: () => {},
      getModuleResolutionCache: () => this.#resolver.libraries,
      getCanonicalFileName: (path) => (files.areCaseSensitive ? path : path.toLowerCase()),
      useCaseSensitiveFileNames: () => files.areCaseSensitive,
      getNewLine: () => "\n",
      resolveModuleNameLiterals: (literals, importer, _redirected, options, file) =>
        literals.map(
          (literal) =>
            this.#cells.get(importer)?.imports.get(literal.text) ??
            this.#resolveInFile(literal, file, options),
        ),
    };
  }

  #resolveInFile(
    literal: ts.StringLiteralLike,
    file: ts.SourceFile,
    options: ts.CompilerOptions,
  ): Resolved {
    const name = literal.text;
    const importer = file.fileName;
    if (!isOwnFile(importer)) return this.#resolver.resolve(name, importer, options);
    const key = keyOfImport(name, modeOf(this.typescript, file, literal));
    // Between two cells that import something a program made anew finds what the last one found.
    const known = this.#oldVersions.imported(importer, key);
    if (known !== undefined) return known;
    const resolved = this.#placeOf(importer, key);
    this.#oldVersions.note(importer, key, resolved);
    return resolved;
  }
}
