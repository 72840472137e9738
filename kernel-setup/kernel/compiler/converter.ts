import { join } from "node:path";
import type { Converter, ConvertResult } from "tslab/dist/converter";
import type ts from "typescript";
import { type Cell, declaredNames, prune } from "./cell";
import { completions } from "./completion";
import { errorsOf, toDiagnostics } from "./diagnostics";
import { installDynamicImport } from "./dynamic-import";
import { emitCell } from "./emit";
import { quickInfo } from "./inspection";
import { ownFiles } from "./own-files";
import { OwnModules } from "./own-modules";
import { hideMissing } from "./partial-view";
import { installPlainMessages } from "./plain-messages";
import { LAST_VALUE } from "./rewrite-statements";
import { Session } from "./session";
import { installStrictSwitch } from "./strictness";
import { awaitsAtTop } from "./top-level-await";
import { loadTypeScript } from "./typescript";
import { FIRST_CELL, importOf, USUAL_CELL } from "./warm-up";

/** What tslab's converter throws away. */
export interface MappedResult extends ConvertResult {
  /** The source map from the output to the cell's code. */
  map?: string;
  /** The names whose declarations it reaches as it runs, in the order of their marks. */
  reached?: readonly string[];
  /** Which of these are undefined until then. */
  vars?: readonly string[];
}

/** Checks and compiles cells, with tslab's interface and what that lacks. */
export interface CellCompiler extends Omit<Converter, "convert"> {
  convert(previous: string, code: string): MappedResult;
  /**
   * Hides from later cells what the latest cell, which failed or was stopped, did not reach.
   *
   * @param key - The latest cell's.
   * @param missing - Names whose declarations it did not reach.
   */
  hideMissing(key: string, missing: readonly string[]): void;
  /**
   * Compiles a cell for nobody, so that the next one takes less time; to be called when there is time.
   * The first one imports the package that the kernel belongs to, the others are usual cells.
   */
  warmUp(): void;
}

/**
 * Checks and compiles cells, with the interface of tslab's converter. In place of declarations for
 * the next cell it hands out a key that stands for the cell and all before it.
 *
 * @param folder - The notebook's folder.
 * @param packageFolder - Where the kernel belongs to; what the notebook's folder lacks comes from it.
 */
export function createCellCompiler(folder: string, packageFolder: string): CellCompiler {
  const typescript = loadTypeScript();
  const session = new Session(typescript, folder, packageFolder);
  const states = new Map<string, Cell>();
  let latest: Cell | undefined;
  let count = 0;
  let warmUps = 0;
  const modules = new OwnModules(session);
  modules.install();
  installDynamicImport(folder, packageFolder, modules);
  installStrictSwitch((strictness) => session.setStrictness(strictness));
  installPlainMessages();

  function stateOf(key: string): Cell | undefined {
    if (key === "") return undefined;
    const state = states.get(key);
    if (state === undefined)
      throw new Error(`convert: expected a key of an earlier cell, but got ${key}`);
    return state;
  }

  /** The key of a state that may come after this one; older ones are gone for good. */
  function keep(cell: Cell, previousKey: string): string {
    for (const key of states.keys()) if (key !== previousKey) states.delete(key);
    const key = `cell ${++count}`;
    states.set(key, cell);
    latest = cell;
    return key;
  }

  function check(cell: Cell): ts.Diagnostic[] {
    if (cell.file.parseDiagnostics.length > 0) return cell.file.parseDiagnostics;
    const { program } = session;
    return errorsOf(
      typescript,
      [
        ...ownFiles(session, cell).flatMap((file) => [
          ...program.getSyntacticDiagnostics(file),
          ...program.getSemanticDiagnostics(file),
        ]),
        ...program.getSemanticDiagnostics(cell.file),
      ],
      cell,
    );
  }

  /** Checks a cell; what looks wrong is looked at again with all types of Node. */
  function openAndCheck(previous: Cell | undefined, code: string): [Cell, ts.Diagnostic[]] {
    const cell = session.open(code, previous);
    const errors = check(cell);
    const isSyntax = cell.file.parseDiagnostics.length > 0;
    if (errors.length === 0 || isSyntax || !session.requireNode()) return [cell, errors];
    const again = session.open(code, previous);
    return [again, check(again)];
  }

  function convert(previousKey: string, code: string): MappedResult {
    const previous = stateOf(previousKey);
    if (previous !== undefined) prune(typescript, previous);
    const [cell, errors] = openAndCheck(previous, code);
    if (errors.length > 0) {
      return { diagnostics: toDiagnostics(typescript, errors, cell, session.folder) };
    }
    cell.names = declaredNames(typescript, cell.file, session.checker);
    const { output, map, hasLastValue, isEmpty, reached, vars } = emitCell(session, cell);
    modules.begin(ownFiles(session, cell).map(({ fileName }) => fileName));
    return {
      diagnostics: [],
      output: isEmpty ? undefined : output,
      map,
      reached,
      vars,
      declOutput: keep(cell, previousKey),
      hasToplevelAwait: awaitsAtTop(typescript, cell.file),
      lastExpressionVar: hasLastValue ? LAST_VALUE : undefined,
    };
  }

  function warmUp(code: string): void {
    const cell = session.open(code, latest);
    check(cell);
    emitCell(session, cell);
  }

  // The first cell would otherwise wait for all that TypeScript puts off until it is needed.
  warmUp(FIRST_CELL);

  return {
    convert,
    hideMissing(key, missing) {
      const cell = stateOf(key);
      if (cell !== undefined) hideMissing(typescript, cell, missing);
    },
    warmUp() {
      warmUp(warmUps === 0 ? importOf(packageFolder) : USUAL_CELL);
      warmUps++;
    },
    inspect(previousKey, code, position) {
      const find = () => quickInfo(session, session.open(code, stateOf(previousKey)), position);
      const found = find() ?? (session.requireNode() ? find() : undefined);
      return found as ReturnType<Converter["inspect"]>;
    },
    complete(previousKey, code, position) {
      session.requireNode();
      return completions(session, session.open(code, stateOf(previousKey)), position);
    },
    addModule(name, content, meta) {
      const path = join(session.folder, `${name}.ts${meta?.jsx ? "x" : ""}`).replace(/\\/g, "/");
      session.addModule(path, content, latest);
      const cell = session.open(`import ${JSON.stringify(`./${name}`)};`, undefined);
      return toDiagnostics(typescript, check(cell), cell, session.folder);
    },
    close() {},
  };
}
