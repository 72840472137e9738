import type ts from "typescript";
import type { Cell } from "./cell";
import { documentationOf } from "./documentation";
import type { Session } from "./session";

/** What is known of the name at a place: its type and its documentation. */
export function quickInfo(
  session: Session,
  cell: Cell,
  position: number,
): ts.QuickInfo | undefined {
  const { typescript, checker } = session;
  const touched = typescript.getTouchingPropertyName(cell.file, position);
  if (touched === cell.file) return undefined;
  const { parent } = touched;
  const node =
    typescript.isNewExpression(parent) && touched.pos === parent.pos ? parent.expression : touched;
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol === undefined || symbol.escapedName === "unknown") return undefined;
  const { displayParts, symbolKind } =
    typescript.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(
      checker,
      symbol,
      cell.file,
      parent,
      node,
    );
  const start = node.getStart(cell.file);
  return {
    kind: symbolKind,
    kindModifiers: typescript.SymbolDisplay.getSymbolModifiers(checker, symbol),
    textSpan: { start, length: node.end - start },
    displayParts,
    ...documentationOf(session, symbol),
  };
}
