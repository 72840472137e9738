import type ts from "typescript";

/** Parts of TypeScript that its own declarations leave out. The exact version is a dependency. */
interface Internals {
  bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void;
  getSetExternalModuleIndicator(options: ts.CompilerOptions): (file: ts.SourceFile) => void;
  readonly optionDeclarations: readonly { name: string; strictFlag?: boolean }[];
  isAssignmentExpression(
    node: ts.Node,
    excludeCompound: true,
  ): node is ts.AssignmentExpression<ts.EqualsToken>;
  isExpressionNode(node: ts.Node): boolean;
  ModuleInstanceState: { NonInstantiated: number };
  getModuleInstanceState(node: ts.ModuleDeclaration): number;
  getSymbolId(symbol: ts.Symbol): number;
  isPrologueDirective(node: ts.Node): boolean;
  isGeneratedIdentifier(node: ts.Identifier): boolean;
  findPrecedingToken(position: number, file: ts.SourceFile): ts.Node | undefined;
  findNextToken(previous: ts.Node, parent: ts.Node, file: ts.SourceFile): ts.Node | undefined;
  parseIsolatedJSDocComment(
    content: string,
  ): { jsDoc: ts.JSDoc; diagnostics: readonly ts.Diagnostic[] } | undefined;
  getTouchingPropertyName(file: ts.SourceFile, position: number): ts.Node;
  Completions: {
    getCompletionsAtPosition(
      host: object,
      program: ts.Program,
      log: () => void,
      file: ts.SourceFile,
      position: number,
      preferences: ts.UserPreferences,
      triggerCharacter: undefined,
      kind: ts.CompletionTriggerKind,
      cancellation: ts.CancellationToken,
    ): ts.CompletionInfo | undefined;
  };
  SymbolDisplay: {
    getSymbolDisplayPartsDocumentationAndSymbolKind(
      checker: ts.TypeChecker,
      symbol: ts.Symbol,
      file: ts.SourceFile,
      container: ts.Node,
      node: ts.Node,
    ): {
      displayParts: ts.SymbolDisplayPart[];
      documentation: ts.SymbolDisplayPart[];
      symbolKind: ts.ScriptElementKind;
      tags: ts.JSDocTagInfo[] | undefined;
    };
    getSymbolModifiers(checker: ts.TypeChecker, symbol: ts.Symbol): string;
  };
}

/** TypeScript, with the parts that it does not declare. */
export type TypeScript = typeof ts & Internals;
