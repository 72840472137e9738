import type ts from "typescript";
import type { Cell } from "./cell";
import { CellNames } from "./cell-names";
import { CellScope } from "./cell-scope";
import { rewriteCatches } from "./rewrite-catches";
import { type ImportOutcome, rewriteImports } from "./rewrite-imports";
import { rewriteLoops } from "./rewrite-loops";
import { rewriteNames } from "./rewrite-names";
import { type Outcome, rewriteStatements } from "./rewrite-statements";
import type { Session } from "./session";

/** A compiled cell. */
export interface Emitted extends Outcome {
  /** The body of a function with the parameters `exports` and `require`. */
  output: string;
  /** The source map that leads back to the cell's code. */
  map: string;
  /** The names whose declarations it reaches as it runs, in the order of their marks. */
  reached: readonly string[];
  /** Which of these are undefined until then. */
  vars: readonly string[];
  /** Whether it awaits what it imports. */
  awaits: boolean;
}

/**
 * Compiles a checked cell.
 *
 * @param mayAwait - Whether what is imported by a name may have to be awaited.
 */
export function emitCell(
  { typescript, program, checker, looks }: Session,
  cell: Cell,
  mayAwait: (name: string) => boolean,
): Emitted {
  const imports: ImportOutcome = { mayAwait, awaits: false };
  const names = new CellNames(typescript, checker, cell);
  const scope = new CellScope(typescript, names);
  const forLoops = {
    name: (word: string) => names.internal(word),
    declares: true,
    isArray(node: ts.Expression) {
      const type = checker.getTypeAtLocation(typescript.getOriginalNode(node));
      return checker.isArrayType(type) || checker.isTupleType(type);
    },
  };
  const outcome: Outcome = { hasLastValue: false, isEmpty: false };
  let output = "";
  let map = "";
  program.emit(
    cell.file,
    (name, text) => {
      if (name.endsWith(".map")) map = text;
      else output = text;
    },
    undefined,
    false,
    {
      before: [rewriteImports(typescript, checker, names, scope, imports)],
      after: [
        rewriteCatches(typescript, scope),
        rewriteNames(typescript, names, scope),
        rewriteStatements(typescript, scope, outcome),
        ...(looks ? [rewriteLoops(typescript, forLoops)] : []),
      ],
    },
  );
  const { reached } = names;
  return {
    ...outcome,
    output: output.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, ""),
    map,
    reached,
    awaits: imports.awaits,
    vars: names.vars.filter((name) => names.indexOf(name) !== undefined),
  };
}
