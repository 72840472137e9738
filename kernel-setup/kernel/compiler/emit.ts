import type { Cell } from "./cell";
import { CellNames } from "./cell-names";
import { rewriteImports } from "./rewrite-imports";
import { rewriteNames } from "./rewrite-names";
import { type Outcome, rewriteStatements } from "./rewrite-statements";
import type { Session } from "./session";

/** A compiled cell. */
export interface Emitted extends Outcome {
  /** The body of a function with the parameters `exports` and `require`. */
  output: string;
  /** The source map that leads back to the cell's code. */
  map: string;
}

/** Compiles a checked cell. */
export function emitCell({ typescript, program, checker }: Session, cell: Cell): Emitted {
  const { factory } = typescript;
  const names = new CellNames(typescript, checker, cell);
  const place = (name: string) =>
    factory.createPropertyAccessExpression(factory.createIdentifier(names.objectName), name);
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
      before: [rewriteImports(typescript, checker, names, place)],
      after: [
        rewriteNames(typescript, names, place),
        rewriteStatements(typescript, names, place, outcome),
      ],
    },
  );
  return { ...outcome, output: output.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, ""), map };
}
