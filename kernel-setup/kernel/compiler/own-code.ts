import type ts from "typescript";
import { OBJECT_MARK } from "./plain-messages";
import { declareLooks, rewriteLoops } from "./rewrite-loops";
import {
  type Exported,
  type Names,
  type Needed,
  rewriteOwnModule,
  type Shape,
} from "./rewrite-own-module";
import type { Session } from "./session";
import { awaitsAtTop } from "./top-level-await";
import type { TypeScript } from "./typescript";

/** An own file as JavaScript. */
export interface OwnCode {
  /** A script whose value is the function that runs the file; its first line is none of the file's. */
  script: string;
  /** The source map from the other lines to the file. */
  map: string;
  /** Why the file cannot be run; TypeScript would make something of it all the same. */
  flaw?: Flaw;
  /** What an ES module imports, exports and awaits. */
  es?: EsShape;
}

/** A place in a file, counted from one. */
export interface FilePlace {
  line: number;
  column: number;
}

/** What is wrong at a place. */
export interface Flaw extends FilePlace {
  text: string;
}

/** What linking an ES module needs to know of it. */
export interface EsShape {
  requests: readonly string[];
  stars: readonly number[];
  exported: readonly Exported[];
  /** What it has to find in what it imports, and where that stands. */
  needed: readonly (Omit<Needed, "offset"> & FilePlace)[];
  awaits: boolean;
}

interface File {
  path: string;
  text: string;
}

/** What compiled CommonJS files get, as in Node, and in place of `import()`. */
const PARAMETERS = ["exports", "require", "module", "__filename", "__dirname"];

/** The files that TypeScript may take out types of. */
const TYPESCRIPT = /\.[cm]?tsx?$/;

function withoutFooter(output: string): string {
  return output.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "").replace(/^#!.*/, "");
}

/** A mark for names that stand nowhere in a file. */
function markFor(text: string): string {
  let mark = OBJECT_MARK;
  while (text.includes(mark)) mark += OBJECT_MARK;
  return mark;
}

/** Where something stands in a file. */
function placeIn(typescript: TypeScript, file: ts.SourceFile, offset: number): FilePlace {
  const { line, character } = typescript.getLineAndCharacterOfPosition(file, offset);
  return { line: line + 1, column: character + 1 };
}

/** The first thing in a file that cannot be read. */
function flawIn(
  typescript: TypeScript,
  diagnostics: readonly ts.Diagnostic[] = [],
): Flaw | undefined {
  for (const { file, start, category, messageText } of diagnostics) {
    if (file === undefined || category !== typescript.DiagnosticCategory.Error) continue;
    const text = typescript.flattenDiagnosticMessageText(messageText, " ");
    return { ...placeIn(typescript, file, start ?? 0), text };
  }
  return undefined;
}

/** The first name that a file exports without having it, in V8's words. */
function undeclaredIn(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  file: ts.SourceFile,
): Flaw | undefined {
  for (const statement of file.statements) {
    if (!typescript.isExportDeclaration(statement) || statement.isTypeOnly) continue;
    const { exportClause, moduleSpecifier } = statement;
    if (moduleSpecifier !== undefined || exportClause === undefined) continue;
    for (const element of (exportClause as ts.NamedExports).elements) {
      if (element.isTypeOnly || checker.getExportSpecifierLocalTargetSymbol(element)) continue;
      const local = element.propertyName ?? element.name;
      const text = `Export '${local.text}' is not defined in module`;
      return { ...placeIn(typescript, file, local.getStart(file)), text };
    }
  }
  return undefined;
}

/** Compiles a file to a function of CommonJS. */
export function compileCommonJs(session: Session, { path, text }: File): OwnCode {
  const { typescript, options } = session;
  const mark = markFor(text);
  const load = `import${mark}`;
  const {
    outputText,
    sourceMapText = "",
    diagnostics,
  } = typescript.transpileModule(text, {
    reportDiagnostics: true,
    // Of .mts and .mjs TypeScript would make a module for Node's own loader in any case.
    fileName: path.replace(/\.[cm]([jt]s)$/, ".$1"),
    compilerOptions: {
      ...options,
      module: typescript.ModuleKind.CommonJS,
      moduleDetection: typescript.ModuleDetectionKind.Auto,
      sourceMap: true,
    },
    transformers: {
      before: [replaceDynamicImport(typescript, load)],
      after: loopsOf(session, mark),
    },
  });
  const head = `(function (${[...PARAMETERS, load].join(", ")}) {`;
  return {
    script: looking(session, mark, `${head}\n${withoutFooter(outputText)}\n})`),
    map: sourceMapText,
    flaw: flawIn(typescript, diagnostics),
  };
}

/** What makes the loops of a file look, where they have to. */
function loopsOf({ typescript, looks }: Session, mark: string) {
  const name = (word: string) => word + mark;
  return looks ? [rewriteLoops(typescript, { name, declares: false })] : [];
}

/** A script with the names around it that these use; its lines stay where they are. */
function looking({ looks }: Session, mark: string, script: string): string {
  return looks ? `(() => { ${declareLooks((word) => word + mark)} return ${script}; })()` : script;
}

function replaceDynamicImport(
  typescript: TypeScript,
  name: string,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;
  return (context) => (file) => {
    function rewrite(node: ts.Node): ts.Node {
      const visited = typescript.visitEachChild(node, rewrite, context);
      if (!typescript.isCallExpression(visited)) return visited;
      if (visited.expression.kind !== typescript.SyntaxKind.ImportKeyword) return visited;
      return factory.updateCallExpression(
        visited,
        factory.createIdentifier(name),
        undefined,
        visited.arguments,
      );
    }
    return /\bimport\s*\(/.test(file.text) ? (rewrite(file) as ts.SourceFile) : file;
  };
}

/**
 * Compiles a file to a function that runs it as an ES module. It is called with the object that links
 * it; before it imports anything, it has told that what it exports, so that modules may import each
 * other; whether it ends well or not, it tells that too.
 *
 * @param isDeclared - Whether the file's name or package says that it is one; others get what CommonJS
 * files have, too.
 */
export function compileEs(session: Session, file: File, isDeclared: boolean): OwnCode {
  const mark = markFor(file.text);
  const names: Names = {
    es: `es${mark}`,
    module: (at) => `m${at}${mark}`,
    withDefault: (at) => `d${at}${mark}`,
    namespace: (at) => `n${at}${mark}`,
    fallback: `default${mark}`,
  };
  const shape: Shape = { requests: [], exported: [], needed: [], stars: [], namespaces: new Set() };
  const [program, source] = programFor(session, file);
  let map = "";
  let output = "";
  const { typescript } = session;
  const isTypeScript = TYPESCRIPT.test(file.path);
  const transformers = rewriteOwnModule(typescript, program.getTypeChecker(), {
    names,
    shape,
    isTypeScript,
    mayExportTypes: isTypeScript && program !== session.program,
  });
  transformers.after?.push(...loopsOf(session, mark));
  const write = (name: string, text: string) => {
    if (name.endsWith(".map")) map = text;
    else output = text;
  };
  program.emit(source, write, undefined, false, transformers);
  const head = headOf(names, shape, isDeclared);
  const script = `${head}\n${withoutFooter(output)}\n${names.es}.done(); } catch (error) { ${names.es}.failed(error); } })`;
  const flaw =
    flawIn(typescript, program.getSyntacticDiagnostics(source)) ??
    undeclaredIn(typescript, program.getTypeChecker(), source);
  const needed = shape.needed.map(({ at, name, offset }) => ({
    at,
    name,
    ...placeIn(typescript, source, offset),
  }));
  return {
    script: looking(session, mark, script),
    map,
    flaw,
    es: { ...shape, needed, awaits: awaitsAtTop(typescript, source) },
  };
}

/** All before the file's own lines, on one. */
function headOf(
  names: Names,
  { requests, exported, namespaces }: Shape,
  isDeclared: boolean,
): string {
  const parameters = isDeclared ? [] : ["require", "__filename", "__dirname"];
  const getters = exported.map(({ name, read }) => `[${JSON.stringify(name)}]: () => ${read}`);
  const holders = requests.flatMap((_, at) => [
    names.module(at),
    names.withDefault(at),
    names.namespace(at),
  ]);
  const setters = requests.map((_, at) => {
    const all = namespaces.has(at) ? ` ${names.namespace(at)} = n();` : "";
    return `(m, d, n) => { ${names.module(at)} = m; ${names.withDefault(at)} = d;${all} }`;
  });
  const link = `${names.es}.link({ ${getters.join(", ")} }, [${setters.join(", ")}])`;
  const waiting = names.module(requests.length);
  return [
    `(async function (${[names.es, ...parameters].join(", ")}) { "use strict"; try {`,
    holders.length > 0 ? `let ${holders.join(", ")};` : "",
    `const ${waiting} = ${link}; if (${waiting} !== undefined) await ${waiting};`,
  ].join(" ");
}

type Programs = [ts.Program, ts.SourceFile];

/** A program that knows the file: that of the cells, which tells types from values, or one of its own. */
function programFor(session: Session, { path, text }: File): Programs {
  const { typescript, options } = session;
  const { program } = session;
  const known = program.getSourceFile(path);
  // TypeScript writes nothing in the place of a file that it has read, and nothing for linked packages.
  if (
    known?.text === text &&
    TYPESCRIPT.test(path) &&
    program.getSourceFile(path.replace(/\.([cm]?)tsx?$/, ".$1js")) === undefined &&
    !program.isSourceFileFromExternalLibrary(known)
  )
    return [program, known];
  const source = typescript.createSourceFile(path, text, {
    languageVersion: typescript.ScriptTarget.ES2022,
    impliedNodeFormat: typescript.ModuleKind.ESNext,
    setExternalModuleIndicator: typescript.getSetExternalModuleIndicator(options),
  });
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === path ? source : undefined),
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => {},
    getCurrentDirectory: () => session.folder,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => name === path,
    readFile: () => undefined,
  };
  const alone = {
    ...options,
    noResolve: true,
    noLib: true,
    types: [],
    isolatedModules: true,
    suppressOutputPathCheck: true,
    allowNonTsExtensions: true,
  };
  return [typescript.createProgram([path], alone, host), source];
}
