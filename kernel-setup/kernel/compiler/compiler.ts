import type ts from "typescript";
import { calleeAt } from "./callee";
import { type Cell, declaredNames, parseCell, prune } from "./cell";
import { cellTags } from "./cell-tags";
import { type Completions, completions } from "./completion";
import { type Diagnostic, errorsOf, toDiagnostics } from "./diagnostics";
import { installImports } from "./dynamic-import";
import { type Emitted, emitCell } from "./emit";
import type { CompilerHome, Files } from "./home";
import { quickInfo } from "./inspection";
import { installLooks } from "./looks";
import { ownFiles } from "./own-files";
import { OwnModules } from "./own-modules";
import { hideMissing } from "./partial-view";
import { installPlainMessages } from "./plain-messages";
import { Session } from "./session";
import { installStrictSwitch } from "./strictness";
import { awaitsAtTop } from "./top-level-await";
import type { TypeScript } from "./typescript";
import { FIRST_CELL, importOf, USUAL_CELL } from "./warm-up";

/** Why a cell cannot run. */
export interface Refused {
  kind: "refused";
  /** At least one. */
  errors: Diagnostic[];
  /** Whether it could not even be read; then nothing is said of types. */
  isSyntax: boolean;
}

/** A cell that was checked and compiled. */
export interface CompiledCell {
  kind: "compiled";
  /** What later cells see of it, once it is kept. */
  cell: Cell;
  /** The body of a function with the parameters `exports` and `require`. */
  output: string;
  /** The source map from the output to the cell's code. */
  map: string;
  /** Whether that function has to be an async one. */
  isAsync: boolean;
  /** Whether it leaves the value of its last expression in `exports`, under LAST_VALUE. */
  hasLastValue: boolean;
  /** The names whose declarations it reaches as it runs, in the order of their marks. */
  reached: readonly string[];
  /** Which of these are undefined until then. */
  vars: readonly string[];
}

/** A cell that has nothing to run: types alone, a file for later cells, or what is for a page. */
export interface NothingToRun {
  kind: "nothing to run";
}

/** What came of a cell in the compiler. */
export type Compilation = Refused | CompiledCell | NothingToRun;

/** Checks and compiles cells, each in the light of those that are kept. */
export class CellCompiler {
  readonly #typescript: TypeScript;
  readonly #session: Session;
  readonly #modules: OwnModules;
  readonly #packageFolder: string;
  readonly #files: Files;
  /** The latest cell that later ones see. */
  #latest: Cell | undefined;
  /** The latest cell that was compiled, which may be running. */
  #running: Cell | undefined;
  #warmUps = 0;

  /**
   * @param home - Where it runs.
   * @param folder - The notebook's folder.
   * @param packageFolder - Where the kernel belongs to; what the notebook's folder lacks comes from it.
   */
  constructor(home: CompilerHome, folder: string, packageFolder: string) {
    this.#typescript = home.typescript;
    this.#packageFolder = packageFolder;
    this.#files = home.files;
    this.#session = new Session(home, folder, packageFolder);
    this.#modules = new OwnModules(this.#session, home.modules);
    this.#modules.install();
    installImports(folder, this.#modules, home.modules);
    installStrictSwitch((strictness) => this.#session.setStrictness(strictness));
    installPlainMessages(home.isNativeError);
    if (home.looks !== undefined) installLooks(home.looks);
    // The first cell would otherwise wait for all that TypeScript puts off until it is needed.
    this.#warmUp(FIRST_CELL);
  }

  /** Checks a cell and compiles it. Later cells see nothing of it until it is kept. */
  compile(code: string): Compilation {
    const { file, isForBrowser } = cellTags(this.#typescript, code);
    if (file !== undefined) return this.#addModule(file, code);
    if (isForBrowser) return { kind: "nothing to run" };
    this.#running = undefined;
    if (this.#latest !== undefined) prune(this.#typescript, this.#latest);
    const [cell, errors] = this.#openAndCheck(code);
    if (errors.length > 0) {
      this.#session.leaveOut(cell);
      return this.#refused(cell, errors);
    }
    cell.names = declaredNames(this.#typescript, cell.file, this.#session.checker);
    this.#modules.begin(ownFiles(this.#session, cell).map(({ fileName }) => fileName));
    const { isEmpty, awaits, ...emitted } = this.#emit(cell);
    if (isEmpty) {
      this.#latest = cell;
      return { kind: "nothing to run" };
    }
    this.#running = cell;
    const isAsync = awaits || awaitsAtTop(this.#typescript, cell.file);
    return { kind: "compiled", cell, isAsync, ...emitted };
  }

  /**
   * Lets later cells see one that has run.
   *
   * @param missing - Names whose declarations it did not reach, since it failed or was stopped: it
   * is as if they did not stand in it.
   */
  keep({ cell }: CompiledCell, missing: readonly string[] = []): void {
    this.#running = undefined;
    if (missing.length > 0) hideMissing(this.#typescript, cell, missing);
    this.#latest = cell;
  }

  /**
   * Why a cell could not run if it came now; undefined when it could. Nothing of it is known afterwards.
   * A cell that runs meanwhile has not declared anything yet.
   */
  check(code: string): Refused | undefined {
    if (cellTags(this.#typescript, code).isForBrowser) return undefined;
    const [cell, errors] = this.#openAndCheck(code);
    this.#session.leaveOut(cell);
    return errors.length > 0 ? this.#refused(cell, errors) : undefined;
  }

  /** What TypeScript cannot read in code, without looking at any type. */
  syntaxErrors(code: string): Diagnostic[] {
    const file = this.#parse(code);
    return toDiagnostics(this.#typescript, file.parseDiagnostics, file, this.#session.folder);
  }

  /** The names that fit at a place, the likeliest first. */
  complete(code: string, position: number): Completions {
    const session = this.#session;
    session.requireAllTypes();
    const cell = session.open(code, this.#latest);
    const found = completions(session, cell, position);
    session.leaveOut(cell);
    return found;
  }

  /** What is known at a place: of the name there, or else of the function in whose brackets it lies. */
  inspect(code: string, position: number): ts.QuickInfo | undefined {
    const info = this.#infoAt(code, position);
    if (info !== undefined) return info;
    const callee = calleeAt(this.#typescript, this.#parse(code), position);
    return callee === undefined ? undefined : this.#infoAt(code, callee - 1);
  }

  /**
   * Compiles a cell for nobody, so that the next one takes less time; to be called when there is time.
   * The first one imports the package that the kernel belongs to, the others are usual cells.
   */
  warmUp(): void {
    this.#warmUp(this.#warmUps === 0 ? importOf(this.#packageFolder, this.#files) : USUAL_CELL);
    this.#warmUps++;
  }

  /** Whether it is time for `freshen`. */
  get isLaden(): boolean {
    return this.#session.isLaden;
  }

  /** Gives back what checks have left in memory, which takes some time; to be called when there is time. */
  freshen(): void {
    this.#session.forgetProgram();
    this.#warmUp(FIRST_CELL);
  }

  #warmUp(code: string): void {
    const cell = this.#session.open(code, this.#latest);
    this.#check(cell);
    this.#emit(cell);
  }

  #emit(cell: Cell): Emitted {
    const importer = `${this.#session.folder}/cell.js`;
    return emitCell(this.#session, cell, (name) => this.#modules.mayAwait(name, importer));
  }

  #parse(code: string) {
    return parseCell(this.#typescript, "cell.ts", code, this.#session.options);
  }

  #infoAt(code: string, position: number): ts.QuickInfo | undefined {
    const session = this.#session;
    const find = () => {
      const cell = session.open(code, this.#latest);
      const info = quickInfo(session, cell, position);
      session.leaveOut(cell);
      return info;
    };
    return find() ?? (session.requireAllTypes() ? find() : undefined);
  }

  /** Checks a cell; what looks wrong is looked at again with all types that the place has. */
  #openAndCheck(code: string): [Cell, readonly ts.Diagnostic[]] {
    const open = () => this.#session.open(code, this.#latest, this.#running);
    const cell = open();
    const errors = this.#check(cell);
    const isSyntax = cell.file.parseDiagnostics.length > 0;
    if (errors.length === 0 || isSyntax || !this.#session.requireAllTypes()) return [cell, errors];
    const again = open();
    return [again, this.#check(again)];
  }

  #check(cell: Cell): readonly ts.Diagnostic[] {
    if (cell.file.parseDiagnostics.length > 0) return cell.file.parseDiagnostics;
    const { program } = this.#session;
    return errorsOf(
      this.#typescript,
      [
        ...ownFiles(this.#session, cell).flatMap((file) => [
          ...program.getSyntacticDiagnostics(file),
          ...program.getSemanticDiagnostics(file),
        ]),
        ...program.getSemanticDiagnostics(cell.file),
      ],
      cell,
      (path) => this.#session.isDeclaredEs(path),
    );
  }

  #refused({ file }: Cell, errors: readonly ts.Diagnostic[]): Refused {
    const isSyntax = file.parseDiagnostics.length > 0;
    return {
      kind: "refused",
      errors: toDiagnostics(this.#typescript, errors, file, this.#session.folder),
      isSyntax,
    };
  }

  /** Adds a file that cells may import though it is nowhere on disk, also one with errors. */
  #addModule(name: string, code: string): Refused | NothingToRun {
    const path = `${this.#session.folder}/${name}`;
    this.#session.addModule(path, code, this.#latest);
    const syntax = this.syntaxErrors(code);
    if (syntax.length > 0) return { kind: "refused", errors: syntax, isSyntax: true };
    const imported = JSON.stringify(`./${name.replace(/\.tsx?$/, "")}`);
    const cell = this.#session.open(`import ${imported};`, undefined);
    const errors = this.#check(cell);
    return errors.length > 0 ? this.#refused(cell, errors) : { kind: "nothing to run" };
  }
}
