// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are texts here.
import type { Json } from "../../kernel-setup/jupyter/messages/message";

/** A cell, or another request to a kernel. */
export type Step =
  | string
  | { code: string; options: Json }
  | { ask: string; content: Json; channel?: "control" };

/** Files beside the notebook that programs import. */
export const FILES: Record<string, string> = {
  "shapes.ts": `export const made: string[] = [];
export function area(width: number, height: number): number {
  made.push("area");
  if (width < 0) throw new RangeError("too narrow");
  return width * height;
}
export class Square {
  constructor(readonly side: number) {}
  get area() { return area(this.side, this.side); }
}
`,
  "counter.mts": `import { made } from "./shapes.ts";
export let count = 0;
export const increase = () => { count += 1; made.push("increase"); };
export default "counter";
`,
  "old.cjs": `const path = __filename.split(/[\\\\/]/).at(-1);
exports.twice = (x) => 2 * x;
exports.path = path;
`,
  "late.mts": `export const late = await new Promise((resolve) => setTimeout(() => resolve("late"), 5));
`,
  "data.json": `{ "rows": [1, 2, 3] }`,
  "wrong.ts": `export const text: string = 3;
`,
  "unreadable.ts": `export const = 3;
`,
};

const complete = (code: string): Step => ({
  ask: "complete_request",
  content: { code, cursor_pos: code.length },
});
const inspect = (code: string, at = code.length): Step => ({
  ask: "inspect_request",
  content: { code, cursor_pos: at, detail_level: 0 },
});
const isComplete = (code: string): Step => ({ ask: "is_complete_request", content: { code } });
const diagnose = (code: string): Step => ({
  ask: "backprop_diagnostics_request",
  content: { code, cell_id: "c" },
  channel: "control",
});
const strict = (on: boolean) => `(globalThis as any)[Symbol.for("tslab.strict")](${on});`;
const speak = (language: string) =>
  `(globalThis as any)[Symbol.for("tslab.language")]("${language}");`;

/** Programs that both homes run alike, to the byte. */
export const SAME: Record<string, Step[]> = {
  // Values.
  "numbers, texts and what they are made of": [
    "1 + 1",
    '"it\'s"',
    "-0",
    "10n ** 20n",
    "NaN",
    "true",
    'Symbol("s")',
    "undefined",
    "null",
    "const five = 5;",
    "five",
  ],
  "lists and objects": [
    "[1, [2, [3, [4, [5]]]]]",
    "({ a: 1, b: { c: { d: { e: 1 } } }, 'with blank': 2 })",
    "Array.from({ length: 150 }, (_, i) => i)",
    "new Map([[1, { a: 1 }], [2, { b: 2 }]] as [number, object][])",
    "new Set([1, 'a', [2]])",
    "new Float32Array([1.5, 2.25])",
    "new Date(0)",
    "/a+/gi",
    "[undefined, null, , 3]",
    "const circle: any = { name: 'c' }; circle.self = circle; circle",
    "Object.fromEntries(Array.from({ length: 1200 }, (_, i) => ['k' + i, i]))",
    '"long ".repeat(30_000)',
  ],
  "classes and functions": [
    "class Layer { #secret = 1; out?: number; constructor(public w = 2) {} forward(x: number) { return this.w * x; } }\nnew Layer()",
    "class Wide extends Layer { override forward(x: number) { return super.forward(x) + 1; } }\nnew Wide(3).forward(2)",
    "(x: number) => x",
    "function named() {}\nnamed",
    "Layer",
    "async () => {}",
    "function* steps() { yield 1; yield 2; }\n[...steps()]",
    "Object.create(null)",
    "new (class { get x() { return 1; } })()",
    "new (class { [Symbol.for('nodejs.util.inspect.custom')]() { return 'mine'; } })()",
  ],
  "what knows itself how it is shown": [
    '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>x</b>" }) })',
    '({ [Symbol.for("Jupyter.display")]: async () => ({ "text/plain": "late" }) })',
    '({ [Symbol.for("Jupyter.display")]: () => { throw new Error("no"); } })',
    '({ [Symbol.for("Jupyter.display")]: () => ({ nonsense: 1 }) })',
  ],
  "a Proxy, whose traps are not asked": [
    "new Proxy({ a: 1 }, { get() { throw new Error('asked'); }, has() { throw new Error('asked'); } })",
    "[new Proxy([1, 2], {})]",
  ],
  "an await, and the value after it": [
    "await Promise.resolve(3)",
    "const waited = await new Promise<number>((resolve) => setTimeout(() => resolve(7), 5));\nwaited * 2",
    "for await (const x of (async function* () { yield 1; yield 2; })()) console.log(x);",
  ],
  "names that are declared again": [
    "const again = 1; let other = 2;",
    "const again = 'text'; again.length + other",
    "function f() { return again; }\nf()",
    "const again = [1];",
    "f()",
    "var v = 1; class K {} ; enum E { A, B }; type T = { t: number }; interface I { i: T }",
    "const typed: I = { i: { t: E.B } }; typed",
    "import { area as again } from './shapes';\nagain(2, 3)",
  ],
  "a cell that fails half way": [
    "const before = 1;\nthrow new Error('half');\nconst behind = 2;",
    "before",
    "behind",
    "const behind = 3; behind",
  ],

  // Printing.
  "console.log in all its forms": [
    'console.log("a", 1, [1], { a: 1 }, null, undefined);\nconsole.info("%s is %d of %i, %f %j %o %O %c%%", "x", 1.5, 2.7, "3.5", { a: 1 }, [1], { b: 2 }, "css");\nconsole.debug();\nconsole.log("%s");\nconsole.log("rest", "%s", 1);',
    'console.error("bad");\nconsole.warn("careful", 1);',
    'console.log("no", "end of line\\n");\nconsole.log("two\\nlines");',
    "console.log(new Map([['a', new Map([['b', 1]])]]), new Set([[1, 2]]), -0, 'quoted', ['quoted']);",
    "console.log([1.0, 2.5, -3e21, 1e-7], [true, undefined], ['a', \"it's\"]);",
    "console.log({ deep: { deeper: { deepest: { hidden: 1 } } } });",
    "console.log(Array.from({ length: 120 }, (_, i) => i * 100));",
  ],
  "console.group": [
    'console.group("outer");\nconsole.log("inside\\ntwo lines");\nconsole.group();\nconsole.warn("deeper");\nconsole.groupEnd();\nconsole.log([1, { a: 2 }]);\nconsole.groupEnd();\nconsole.log("out");\nconsole.groupEnd();',
  ],
  "console.table": [
    "console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]);",
    "console.table([[1, 2], [3, 4]]);\nconsole.table([1, 'two', { three: 3 }]);",
    "console.table(new Map([['k', 1], ['l', 2]] as [string, number][]));\nconsole.table(new Set(['s', 1]));",
    "console.table({ x: { v: 1 }, y: { v: 2 } }, ['v']);\nconsole.table(5);\nconsole.table([]);",
    "console.table([{ wide: '한글', deep: { a: { b: 1 }, c: 2, d: 3 }, list: [1, 2, 3, 4, 5] }]);",
  ],
  "console.count, assert, dir and trace": [
    'console.count();\nconsole.count("x");\nconsole.count();\nconsole.countReset();\nconsole.count();',
    'console.assert(true, "no");\nconsole.assert(false);\nconsole.assert(1 > 2, "yes %d", 3);\nconsole.assert(false, { a: 1 });',
    "console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });\nconsole.dirxml([1], 2);",
    'function deep() {\n  console.trace("here", 1);\n}\ndeep();',
  ],
  "much at once": [
    "for (let i = 0; i < 20_000; i++) console.log(i);",
    "console.log('x'.repeat(200_000).length, 'y'.repeat(70_000));",
    "for (let i = 0; i < 50; i++) { console.log(i); console.error(-i); }",
  ],
  "half a character": ['console.log("\\ud83d", "\\ud83d\\ude00", "\\ude00");', '"\\ud83d"'],

  // Errors.
  "an error with its line": [
    "function inner(x: number) {\n  if (x > 1) throw new TypeError('too large');\n  return x;\n}\nfunction outer() {\n  return inner(2);\n}\nouter();",
    "[1, 2].map((x) => {\n  throw new RangeError(`at ${x}`);\n});",
    "await (async () => { await null; throw new Error('after an await'); })();",
    "class Net { forward() { return this.#go(); } #go(): number { throw new Error('in a method'); } }\nnew Net().forward();",
    "new (class A { constructor() { throw new Error('in a constructor'); } })();",
    "inner(3);",
  ],
  "errors of the language": [
    "(undefined as any).x;",
    "(null as any)();",
    "let notThere: any; notThere.f();",
    "const fixed: any = Object.freeze([1]); fixed.push(2);",
    "new Array(-1);",
    "(function f(): number { return f(); })();",
    "const o2: any = {}; o2.method();",
    "'x'.repeat(-1)",
    "null!.x",
    "eval('let x = ;')",
    "BigInt(1.5)",
    "decodeURIComponent('%')",
  ],
  "an error that has a cause, and several at once": [
    "try { (undefined as any).x; } catch (cause) { throw new Error('outer', { cause }); }",
    "await Promise.any([Promise.reject(new Error('a')), Promise.reject(new TypeError('b'))]);",
    "throw Object.assign(new Error('with more'), { code: 'E_MORE', detail: { a: 1 } });",
  ],
  "what is thrown and is no error": [
    "throw 'text';",
    "throw { a: 1 };",
    "throw undefined;",
    "throw null;",
  ],
  "an error's own class and name": [
    "class ShapeError extends Error {}\nthrow new ShapeError('odd');",
    "class Named extends Error { override name = 'Other'; }\nthrow new Named('n');",
    "throw new Error('');",
    "throw new Error('several\\nlines');",
  ],
  "an error that is printed": [
    "console.log(new Error('printed'));",
    "function make() { return new TypeError('made'); }\nconst kept = make();",
    "console.log(kept.stack);\nkept",
    "console.log({ error: kept });",
    "try { make2(); } catch (e) { console.log(String(e), (e as Error).message); }\nfunction make2() { throw new Error('caught'); }",
  ],
  "a rejection that nobody handles": [
    "Promise.reject(new Error('floating'));\nundefined",
    "void (async () => { await null; throw new RangeError('later'); })();\n'value'",
  ],
  "errors behind the cell's end": [
    "queueMicrotask(() => { throw new Error('in a tick'); });\nawait new Promise((resolve) => setTimeout(resolve, 10));\n'after'",
  ],
  "a failing cell with stop_on_error, and one without": [
    { code: "throw new Error('a');", options: { stop_on_error: true } },
    "1",
    { code: "throw new Error('b');", options: { stop_on_error: false } },
    "2",
  ],

  // Types.
  "a type error with caret and hint": [
    "const n: number = 'text';",
    "const list = [1, 2];\nlist.push('three');",
    "function two(a: number, b: number) { return a + b; }\ntwo(1);",
    "notDeclared + 1",
    "const c = 1;\nc = 2;",
    "[1, 2] + [3]",
    "print('x')",
    "len([1])",
    "const a1 = 1; const a1 = 2;",
    "'x' - 1",
    "new Promise<number>((r) => r(1)) + 1",
    "const shape = { wide: 1 };\nshape.tall;\nshape.wid;",
    "interface P { x: number; y: number }\nconst p: P = { x: 1 };",
    "const q: P = { x: 1, y: 2, z: 3 };",
    "for (const x of 5) {}",
    "if (1 === 'a') {}",
    "let 한글: string = 5;",
    "5();",
    "Number.parse('x')",
    "export const exported = 1;",
  ],
  "what cannot be read": [
    "const = 5",
    "if (1 {",
    "function f( {",
    "1 +",
    "'unterminated",
    "let a b",
    "})",
    "await = 3",
  ],
  "strict and loose": [
    "function loose(x) { return x; }\nloose(1)",
    strict(true),
    "function tight(x) { return x; }",
    "let maybe: string | undefined = [1].length > 5 ? 'x' : undefined;\nmaybe.length",
    strict(false),
    "function looseAgain(x) { return x; }",
  ],
  "many errors, and long types": [
    Array.from({ length: 14 }, (_, i) => `const s${i}: string = ${i};`).join("\n"),
    "const big: { a: number; b: { c: string; d: [number, string, { e: boolean }] } } = { a: 1, b: { c: 2, d: [1, 'x', { e: 1 }] } };",
  ],
  "types of the library": [
    "import { MulLayer, Affine, nj, graph } from 'backprop';\nnew MulLayer().forward('x', 1);",
    "new Affine(1, 2, 3);",
    "nj.array([[1, 2], [3, 4]]).T",
    "new MulLayer().forward(2)",
    "new MulLayer().nothing",
    "graph().mul(1)",
    "import { Nothing } from 'backprop';",
    "import backprop from 'backprop';",
  ],

  // Korean.
  "errors in Korean": [
    speak("ko"),
    "const n: number = 'text';",
    "c = 2",
    "throw new Error('x');",
    "throw 'x';",
    "const before2 = 1; throw new Error('y'); const behind2 = 2;",
    "behind2",
    "new Promise<number>((r) => r(1)) + 1",
    speak("en"),
    "const n: number = 'text';",
  ],

  // The library.
  "the library's own errors and texts": [
    "import { AddLayer, Relu, Affine, spiral, multiLayerNet, nj, gradientCheck, lesson, check, fails, compare, show, graph } from 'backprop';",
    "new Affine(nj.zeros([2, 3]), nj.zeros([4]))",
    "spiral({ noise: -1 })",
    "new Relu().backward(nj.zeros([2]))",
    "gradientCheck(new Relu(), [nj.array([[1, -2, 3]])])",
    "fails(() => new AddLayer().backward('x' as any))",
    "lesson('05', 'en');\nclass Wrong { forward(x: number, y: number) { return x + y; } backward(d: number) { return [d, d]; } }\ncheck('05-2', Wrong);",
    "const g = graph();\ng.mul(g.input('x', 3), g.input('y', 4), 'out');\ng.forward();\ng.backward(1);\nshow(g);",
    "const net = multiLayerNet([2, 3, 2], { seed: 1 });\nnet",
    "lesson('05', 'ko');\ncheck('05-2', Wrong);",
    "check('99-9', 1);",
    "lesson('05', 'en');",
    strict(false),
  ],
  numjs: [
    "const nj2 = require('numjs');\nnj2.array([[1, 2], [3, 4]]).tolist()",
    "nj2.arange(6).reshape(2, 3).sum()",
  ],

  // Questions.
  completion: [
    "const letters = ['a']; class Box { width = 1; /** How high. */ height = 2; area() { return 2; } }\nconst box = new Box();",
    complete("letters.ma"),
    complete("box."),
    complete("Math.ma"),
    complete("new Bo"),
    complete("import { Mul } from 'backprop'; Mul"),
    complete("const x = lett"),
    complete("'text'.pad"),
    complete("한글 = box.he"),
  ],
  inspection: [
    "/** Doubles.\n * @param x - What is doubled.\n * @returns Twice x.\n * @example\n * twice(2) // 4\n */\nfunction twice(x: number): number { return 2 * x; }",
    inspect("twice"),
    inspect("twice(", 6),
    inspect("letters.map", 10),
    inspect("Math.max", 6),
    inspect("nothingThere", 3),
    inspect("import { MulLayer } from 'backprop';\nMulLayer", 44),
    inspect("import { Affine } from 'backprop';\nnew Affine(", 46),
    inspect("display({})", 3),
    inspect("const text = 'x'.padStart(3)", 22),
    inspect("JSON.parse", 7),
  ],
  "whether a cell is complete": [
    ...[
      "1 + 1",
      "if (true) {",
      "for (const x of [1])",
      "function f() {\n  return 1;",
      "const = ",
      "`open",
      "'open",
      "/* open",
      "[1,\n  2,",
      "class A {\n  x = 1;\n}",
      "else",
    ].map(isComplete),
  ],
  diagnostics: [
    "const known = 1;",
    diagnose("known + 1"),
    diagnose("const k: string = known;"),
    diagnose("known = 2;\nunknown + 1"),
    diagnose("const = 3"),
    diagnose("import { area } from './shapes';\narea('x', 1)"),
    diagnose("import { text } from './wrong';"),
    "known",
  ],
  "history and open comms": [
    {
      ask: "history_request",
      content: { hist_access_type: "tail", n: 3, output: true, raw: true },
    },
    { ask: "history_request", content: { hist_access_type: "search", pattern: "*known*", n: 5 } },
    { ask: "comm_info_request", content: {} },
  ],

  // Shown things.
  "display of all kinds": [
    'display({ "text/html": "<b>bold</b>", "text/plain": "bold" });\ndisplay("text");\ndisplay({ a: 1 });\ndisplay([1, 2]);',
    'display({ "image/png": Uint8Array.of(137, 80, 78, 71), "application/json": { a: [1] } });',
    'display({ "text/html": undefined, "text/plain": "x" });\ndisplay({ plain: "object" }, { raw: true });',
    "display({ 'application/json': { n: 10n } });",
    "display({ 'text/plain': 'x' }, { update: true });",
    "display({ 'text/plain': 'x' }, { displayId: 5 as any });",
    'display({ [Symbol.for("Jupyter.display")]: async () => ({ "text/plain": "async" }) });\nconsole.log("before it");',
    'display({ "text/plain": "with" }, { metadata: { isolated: true } });',
  ],
  "displays that change": [
    'const place = display("0 %");\nfor (let i = 1; i <= 3; i++) place.update(`${i} %`);\nplace',
    'place.update({ "text/html": "<i>later</i>" });',
    'display("named", { displayId: "mine" });\ndisplay("again", { displayId: "mine", update: true });',
    "clearOutput();\nconsole.log('a');\nclearOutput(true);\nconsole.log('b');",
    "await place.shown;\n'shown'",
  ],
  "what grows below a cell": [
    'const show = (globalThis as any)[Symbol.for("tslab.display")];\nshow({ "text/plain": "1" }, { displayId: "grow", atCellEnd: () => ({ "text/plain": "whole" }) });\nshow({ "text/plain": "2" }, { displayId: "grow", update: true, atCellEnd: () => ({ "text/plain": "whole" }) });',
    'show({ "text/plain": "1" }, { displayId: "grow2", atCellEnd: () => ({ "text/plain": "whole 2" }) });\nthrow new Error("cut");',
    'show({ "text/plain": "1" }, { displayId: "grow3", atCellEnd: () => { throw new Error("no end"); } });',
  ],
  "live charts and progress of the library": [
    "import { progress } from 'backprop';\nlet sum = 0;\nfor (const x of progress([1, 2, 3], 'adding')) sum += x;\nsum",
  ],
  "tslab's own functions": [
    'import { display as tslab, newDisplay } from "tslab";\ntslab.html("<b>x</b>");\ntslab.text("t");\ntslab.markdown("# h");\ntslab.latex("x");\ntslab.svg("<svg></svg>");\ntslab.javascript("1");\ntslab.png(Uint8Array.of(1, 2));\ntslab.jpeg(Uint8Array.of(3));\ntslab.gif(Uint8Array.of(4));\ntslab.pdf(Uint8Array.of(5));\ntslab.raw("application/json", "[1]");',
    'const spot = newDisplay();\nspot.text("one");\nspot.html("<i>two</i>");',
    'spot.text("three");',
    'const loadedTslab = require("tslab");\nObject.keys(loadedTslab.versions)',
    'tslab.nothing("x")',
  ],

  // Output that comes later.
  "output that comes later, from timers": [
    "setTimeout(() => console.log('from the first'), 20);\nconsole.log('now');",
    "await new Promise((resolve) => setTimeout(resolve, 60));\nconsole.log('second');",
    "const ticks: number[] = [];\nconst id = setInterval(() => { ticks.push(ticks.length); console.log('tick', ticks.length); if (ticks.length === 3) clearInterval(id); }, 5);\nawait new Promise((resolve) => setTimeout(resolve, 80));\nticks",
  ],
  "the order of streams, displays and results": [
    'console.log(1);\ndisplay("two");\nconsole.error(3);\nawait null;\nconsole.log(4);\ndisplay("five");\n6',
    "console.log('a');\nPromise.resolve().then(() => console.log('c'));\nqueueMicrotask(() => console.log('d'));\nconsole.log('b');\nawait new Promise((r) => setTimeout(r, 5));\nconsole.log('e');",
  ],
  "silent cells and expressions": [
    { code: "console.log('seen');\n5", options: { silent: true } },
    { code: "throw new Error('silent');", options: { silent: true } },
    {
      code: "const base = 4;",
      options: { user_expressions: { twice: "2 * base", bad: "nope", worse: "null.x" } },
    },
    { code: "not stored", options: { store_history: false } },
    "   ",
    "// only a comment",
    "type OnlyType = number;",
  ],
  "globals of both": [
    "[typeof URL, typeof TextEncoder, typeof structuredClone, typeof performance.now(), typeof crypto.randomUUID, typeof AbortController, typeof atob]",
    "new URL('https://example.org/a?b=1').searchParams.get('b')",
    "new TextDecoder().decode(new TextEncoder().encode('한글'))",
    "structuredClone({ a: new Map([[1, new Date(0)]]) })",
    "btoa('abc') + atob('YWJj')",
    "[typeof setTimeout(() => {}, 0) !== 'undefined', typeof clearTimeout]",
  ],

  // Modules.
  "files beside the notebook": [
    "import { area, Square, made } from './shapes';\n[area(2, 3), new Square(2).area, made]",
    "area(-1, 2);",
    "import { count, increase } from './counter.mjs';",
    "import counter from './counter.mts';\nimport { count, increase } from './counter.mts';\nincrease();\nincrease();\n[counter, count]",
    "const { twice: double, path } = require('./old.cjs');\n[double(4), path]",
    "import old from './old.cjs';\nold.twice(5)",
    "import { late } from './late.mts';\nlate",
    "(await import('./shapes')).made.length",
    "import data from './data.json';\ndata.rows",
    "import { text } from './wrong';",
    "import { text } from './unreadable';",
    "import { nothing } from './shapes';",
    "import './missing';",
    "await import('./missing' as string)",
    "area('x', 2);",
    "import.meta.url.endsWith('/cell.js')",
  ],
  "a file that a cell makes": [
    '/** @module made */\nexport const made2 = "made";\nexport function thrice(x: number) {\n  return 3 * x;\n}',
    'import { made2, thrice } from "./made";\n[made2, thrice(4)]',
    "/** @module bad */\nexport const x: string = 1;",
    "/** @browser */\ndocument.title",
  ],
  "declare, namespaces, decorators, enums and JSX-free syntax": [
    "declare const fromOutside: number;",
    "(globalThis as any).fromOutside = 5; fromOutside",
    "namespace Geometry { export const pi = 3; export function area(r: number) { return pi * r * r; } }\nGeometry.area(2)",
    "enum Colour { Red = 1, Green = Red * 2 }\nColour[2]",
    "const enum Fast { A = 7 }\nFast.A",
    "function log2(target: any, key: string) {}\nclass Decorated { @log2 x = 1; }\nnew Decorated().x",
    "label: for (const x of [1, 2]) { for (const y of [1]) { if (x === 1) continue label; console.log(x, y); } }",
    "const { a: [first, ...rest], b = 5 } = { a: [1, 2, 3] } as { a: number[]; b?: number };\n[first, rest, b]",
    "using2();\nfunction using2() { return 1; }",
    "let x1 = 1, y1 = 2;\n[x1, y1] = [y1, x1];\n[x1, y1]",
    "abstract class Shape { abstract area(): number; }\nclass Sq extends Shape { area() { return 4; } }\nnew Sq().area() satisfies number",
  ],

  // Comms.
  comms: [
    'comms.register("echo", (comm: any, { data }: any) => { comm.send({ opened: data }); comm.onMessage(({ data, buffers }: any) => comm.send({ back: data, sizes: buffers.map((b: Uint8Array) => b.length) }, { buffers: [Uint8Array.of(1, 2)], metadata: { m: 1 } })); comm.onClose(() => console.log("closed")); });',
    { ask: "comm_open", content: { comm_id: "one", target_name: "echo", data: { hello: 1 } } },
    { ask: "comm_info_request", content: {} },
    { ask: "comm_msg", content: { comm_id: "one", data: { x: [1] } } },
    { ask: "comm_close", content: { comm_id: "one", data: {} } },
    { ask: "comm_open", content: { comm_id: "two", target_name: "nobody", data: {} } },
    {
      ask: "comm_open",
      content: { comm_id: "three", target_name: "jupyter.widget.control", data: {} },
    },
    { ask: "comm_msg", content: { comm_id: "three", data: { method: "request_states" } } },
    "comms.register('bad', 5 as any);",
    'comms.register("throws", () => { throw new Error("in a handler"); });',
    { ask: "comm_open", content: { comm_id: "four", target_name: "throws", data: {} } },
    { ask: "comm_info_request", content: { target_name: "jupyter.widget.control" } },
  ],

  // Input.
  "a front end that takes no input": ["prompt('name?')"],
};

/** Programs of which the two homes tell otherwise, since there is another truth to tell; a part of each telling. */
export const OTHERWISE: Record<string, { cell: string; node: string; page: string }> = {
  "no script can look into a promise": {
    cell: "Promise.resolve(1)",
    node: "Promise { 1 }",
    page: "Promise { <pending> }",
  },
  "nor into an iterator": {
    cell: "new Map([[1, 2]]).entries()",
    node: "[Map Entries] { [ 1, 2 ] }",
    page: "[Map Iterator] {  }",
  },
  "Node calls timers as methods of an object": {
    cell: "setTimeout(() => { throw new Error('in a timer'); }, 1);\nawait new Promise((resolve) => setTimeout(resolve, 30));",
    node: "at Timeout.<anonymous> (cell [",
    page: "at cell [",
  },
  "which is what it gives for one": {
    cell: "typeof setTimeout(() => {}, 1)",
    node: "'object'",
    page: "'number'",
  },
  "a page has no process": {
    cell: "process.pid > 0",
    node: "true",
    page: "Hint: process belongs to Node.js, which a page does not have. With npm start, cells run in Node.js.",
  },
  "nor Node's modules by import": {
    cell: "import { join } from 'node:path';\njoin('a', 'b').length",
    node: '"text/plain":"3"',
    page: "Hint: node:path belongs to Node.js, which a page does not have.",
  },
  "nor by require": {
    cell: "typeof require('fs')",
    node: "'object'",
    page: "require: expected a module that a page has (backprop, numjs, tslab) or a file beside the notebook, but got fs. With npm start,",
  },
  "nor by import()": {
    cell: "typeof (await import('fs' as string))",
    node: "'object'",
    page: "require: expected a module that a page has (backprop, numjs, tslab) or a file beside the notebook, but got fs.",
  },
  "nor what is installed": {
    cell: "import { diffLines } from 'diff';\ntypeof diffLines",
    node: "'function'",
    page: "Hint: A page has backprop, numjs, tslab to import, and files beside the notebook; diff is none of them.",
  },
  "cells of neither have a document": {
    cell: "document.title",
    node: "Hint: Cells run in Node.js, not in the page, so there is no document.",
    page: "Hint: document is out of a cell's reach here: in a page, cells compute and show;",
  },
  "a page's cells have no network": {
    cell: "typeof fetch",
    node: "'function'",
    page: "Hint: fetch is out of a cell's reach here",
  },
  "Node's types leave WebAssembly out": {
    cell: "WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
    node: "Cannot find name 'WebAssembly'.",
    page: "true",
  },
};
