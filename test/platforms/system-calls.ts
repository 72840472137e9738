import ts from "typescript";

/** A place in the sources that knows something of the operating system. */
export interface SystemCall {
  /** The class and the function that it stands in; empty at the top of a file. */
  within: string;
  /** What it knows: a call, a signal, a program, a place in the file system. */
  what: string;
  line: number;
}

/** Functions of node:fs (with Sync or without) that systems do differently. */
const FILE_CALLS = new Set(
  "access chmod chown fchmod fchown lchmod lchown link lutimes readlink realpath rename symlink".split(
    " ",
  ),
);
/** Functions of node:child_process. */
const PROCESS_CALLS = new Set(
  "exec execFile execFileSync execSync fork spawn spawnSync".split(" "),
);
/** Fields of what `stat` gives that mean something else on Windows, or nothing. */
const STAT_FIELDS = new Set(["gid", "ino", "uid"]);
/** Options of calls that Windows ignores or understands otherwise. */
const OPTIONS = new Set(["detached", "gid", "mode", "shell", "uid", "windowsHide"]);
const PROCESS_FIELDS = new Set(
  "getegid geteuid getgid getgroups getuid ppid setgid setuid umask".split(" "),
);
/** Variables that Windows does not set, or by another name. */
const VARIABLES = new Set(
  "EDITOR HOME LANG LC_ALL LC_MESSAGES LOGNAME PATH SHELL TERM TMPDIR USER XDG_RUNTIME_DIR".split(
    " ",
  ),
);
/** Programs that only some systems have, or under another name. */
const PROGRAMS =
  /^(?:bash|cat|chmod|cmd|cp|kill|ln|ls|mkfifo|npm|npx|open|ps|python3?|rm|rundll32|sh|sleep|taskkill|tasklist|tmux|which|xdg-open)$|\.(?:bat|cmd|exe|sh)$/;
const PLACES = /^\/(?:bin|dev|etc|home|lib|opt|proc|root|sbin|sys|tmp|usr|var)(?:\/|$)/;
/** Calls that look into a path, or a list of paths, by its separator. */
const TEXT_CALLS = new Set(
  "endsWith includes indexOf join lastIndexOf split startsWith replace replaceAll".split(" "),
);

/**
 * Finds the places in a source, TypeScript or JavaScript, that know something of the operating system.
 * Only its syntax is looked at: who hides such a call behind a name of their own is not found.
 */
export function systemCalls(file: string, text: string): SystemCall[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: SystemCall[] = [];
  const add = (node: ts.Node, what: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ within: nameOf(node), what, line });
  };
  const visit = (node: ts.Node) => {
    const what = ts.isCallExpression(node) ? ofCall(node) : ofOther(node);
    for (const each of what) add(node, each);
    ts.forEachChild(node, visit);
  };
  for (const statement of source.statements)
    if (!ts.isImportDeclaration(statement)) visit(statement);
  return found;
}

function ofCall({ expression, arguments: given }: ts.CallExpression): string[] {
  const [first] = given;
  if (expression.kind === ts.SyntaxKind.ImportKeyword)
    return ts.isStringLiteralLike(first) || isFileUrl(first) ? [] : ["import() of a path"];
  const name = ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : expression.getText();
  const plain = name.replace(/Sync$/, "");
  if (isOfNode(expression, "fs")) {
    if (plain === "open" && given.length > 2) return ["mode"];
    const options = given.at(-1)?.getText() ?? "";
    if (plain === "rm" && /recursive: true/.test(options) && !/maxRetries/.test(options))
      return ["rm of a folder without maxRetries"];
  }
  if (PROCESS_CALLS.has(name) && isOfNode(expression, "child_process"))
    return [`${name} ${first?.getText() ?? ""}`];
  if (name === "kill") return [expression.getText()];
  if (TEXT_CALLS.has(name) && first && ts.isStringLiteralLike(first)) {
    if (/^\/|^\\$/.test(first.text)) return [`${name} "/"`];
    if (first.text === ":" && name !== "includes") return [`${name} ":"`];
  }
  return [];
}

function ofOther(node: ts.Node): string[] {
  if (ts.isIdentifier(node)) {
    // Also handed on, as to a parameter.
    const name = node.text.replace(/Sync$/, "");
    const isWhole = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (FILE_CALLS.has(name) && isOfNode(isWhole ? node.parent : node, "fs")) return [name];
  }
  if (ts.isPropertyAccessExpression(node)) {
    const { text } = node.name;
    const of = node.expression.getText();
    if (STAT_FIELDS.has(text)) return [`.${text}`];
    if (of === "process" && PROCESS_FIELDS.has(text)) return [`process.${text}`];
    if (/(?:^|\.)env$/.test(of) && VARIABLES.has(text)) return [`env.${text}`];
  }
  if (ts.isBindingElement(node)) {
    const name = (node.propertyName ?? node.name).getText();
    if (STAT_FIELDS.has(name)) return [`.${name}`];
    if (VARIABLES.has(name)) return [`env.${name}`];
  }
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
    const name = node.name.getText();
    if (OPTIONS.has(name) && isInCall(node)) return [name];
  }
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
    const { text } = node;
    if (/^SIG[A-Z]+\d*$/.test(text)) return [text];
    if (PLACES.test(text)) return [`"${text}"`];
    if (/^ipc:/.test(text)) return ["ipc:"];
    if (PROGRAMS.test(text) && isProgram(node)) return [`"${text}"`];
  }
  return [];
}

/** Whether a called name comes from one of Node's modules: imported by name, or a property of the whole. */
function isOfNode(called: ts.Node, module: string): boolean {
  const name = ts.isPropertyAccessExpression(called)
    ? called.expression.getText()
    : called.getText();
  return called.getSourceFile().statements.some((statement) => {
    if (!ts.isImportDeclaration(statement)) return false;
    const from = (statement.moduleSpecifier as ts.StringLiteral).text.replace(/^node:/, "");
    if (from !== module && from !== `${module}/promises`) return false;
    const { name: whole, namedBindings } = statement.importClause ?? {};
    if (whole?.text === name) return true;
    if (namedBindings === undefined) return false;
    if (ts.isNamespaceImport(namedBindings)) return namedBindings.name.text === name;
    return namedBindings.elements.some((element) => element.name.text === name);
  });
}

const isFileUrl = (node: ts.Node) => /pathToFileURL\(.*\)\.href$/s.test(node.getText());

/** Not the name of a module or an event: `open` is one, too. */
function isProgram(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent))
    return !/\.(?:on|once|off|emit)$|^once$/.test(parent.expression.getText());
  if (ts.isPropertyAssignment(parent)) return parent.name !== node;
  return !ts.isImportDeclaration(parent) && !ts.isLiteralTypeNode(parent);
}

/** Whether a property is an option of a call of Node's. */
function isInCall({ parent }: ts.Node): boolean {
  const call = parent.parent;
  if (!ts.isCallExpression(call)) return false;
  return isOfNode(call.expression, "fs") || isOfNode(call.expression, "child_process");
}

/** The name of what may hold calls: a class, a function, a method, or a variable of the file. */
function ownName(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  if (ts.isVariableDeclaration(node)) {
    const isOfFile = ts.isSourceFile(node.parent.parent.parent);
    return isOfFile && ts.isIdentifier(node.name) ? node.name.text : undefined;
  }
  const isNamed =
    ts.isClassDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node);
  return isNamed ? node.name?.getText() : undefined;
}

/** The functions, methods and classes around a node, from the outside. */
function nameOf(node: ts.Node): string {
  const names: string[] = [];
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    const name = ownName(at);
    if (name !== undefined) names.unshift(name);
  }
  return names.join(".");
}
