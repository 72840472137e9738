import type ts from "typescript";
import type { Cell } from "./cell";
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

type Documentation = Pick<ts.QuickInfo, "documentation" | "tags">;

interface Documented {
  parent: ts.Node;
  jsDoc?: ts.JSDoc[];
}

/**
 * The comment of a symbol. Comments of libraries are left out when those are parsed, which takes
 * half the time; here they are read from the one file that is asked about.
 */
export function documentationOf(
  { typescript, checker }: Session,
  symbol: ts.Symbol,
): Documentation {
  const { Alias } = typescript.SymbolFlags;
  const target = symbol.flags & Alias ? checker.getAliasedSymbol(symbol) : symbol;
  for (const declaration of target.declarations ?? []) {
    const file = declaration.getSourceFile();
    if (file.isDeclarationFile) readComments(typescript, file, declaration);
  }
  const { JsDoc } = typescript as unknown as {
    JsDoc: {
      getJsDocCommentsFromDeclarations(
        declarations: readonly ts.Declaration[],
        checker: ts.TypeChecker,
      ): ts.SymbolDisplayPart[];
      getJsDocTagsFromDeclarations(
        declarations: readonly ts.Declaration[],
        checker: ts.TypeChecker,
      ): ts.JSDocTagInfo[];
    };
  };
  const declarations = target.declarations ?? [];
  return {
    documentation: JsDoc.getJsDocCommentsFromDeclarations(declarations, checker),
    tags: JsDoc.getJsDocTagsFromDeclarations(declarations, checker),
  };
}

/** Gives a declaration, and what it stands in, the comments that its file was parsed without. */
function readComments(typescript: typeof ts, file: ts.SourceFile, declaration: ts.Node): void {
  for (let node: ts.Node = declaration; node !== file; node = node.parent) {
    const documented = node as ts.Node & Documented;
    // A list without comments may be there: TypeScript keeps on it that it found none.
    if (documented.jsDoc !== undefined && documented.jsDoc.length > 0) return;
    const comments = typescript.getLeadingCommentRanges(file.text, node.getFullStart()) ?? [];
    const last = comments.findLast(({ pos }) => file.text.startsWith("/**", pos));
    if (last === undefined) continue;
    documented.jsDoc = [parseComment(typescript, file.text.slice(last.pos, last.end), node)];
    return;
  }
}

/** Parses one comment, as that of a declaration like any other. */
function parseComment(typescript: typeof ts, comment: string, owner: ts.Node): ts.JSDoc {
  const file = typescript.createSourceFile(
    "comment.ts",
    `${comment}\nfunction documented() {}`,
    {
      languageVersion: typescript.ScriptTarget.ES2022,
      jsDocParsingMode: typescript.JSDocParsingMode.ParseAll,
    },
    true,
  );
  const [jsDoc] = (file.statements[0] as unknown as Documented).jsDoc ?? [];
  return Object.assign(jsDoc, { owner });
}
