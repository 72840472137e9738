/** A program of several files, as tsc and Node take it; everything to compare is printed. */
export interface ModuleProgram {
  title: string;
  /** Files beside the program, by name; a package.json with `"type": "module"` is there in any case. */
  files?: Record<string, string>;
  /** What is run: as a cell, as a file that a cell imports, and by Node. */
  main: string;
  /** What it prints as a cell, where that differs: a cell's imports are lines of it like all others. */
  asCell?: string;
}

const pkg = (fields: object): string => JSON.stringify(fields);

/** A package in the program's node_modules. */
function installed(name: string, fields: object, files: Record<string, string>) {
  const folder = `node_modules/${name}`;
  return Object.fromEntries([
    [`${folder}/package.json`, pkg({ name, version: "1.0.0", ...fields })],
    ...Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]),
  ]);
}

export const MODULE_PROGRAMS: ModuleProgram[] = [
  {
    title: "an imported let that changes",
    files: { "state.ts": "export let n = 0;\nexport const inc = () => ++n;" },
    main: 'import { n, inc } from "./state.js";\ninc();\ninc();\nconsole.log(n);\nconst read = () => n;\ninc();\nconsole.log(read(), { n });',
  },
  {
    title: "an imported let that changes between files, over a re-export under another name",
    files: {
      "state.ts": "export let count = 1;\nexport function double() {\n  count *= 2;\n}",
      "middle.ts": 'export { count as total, double } from "./state.js";',
      "user.ts":
        'import { total, double } from "./middle.js";\nexport const use = () => {\n  double();\n  return total;\n};',
    },
    main: 'import { use } from "./user.js";\nimport * as middle from "./middle.js";\nconsole.log(use(), use(), middle.total);',
  },
  {
    title: "a default export that is a snapshot, and one that is a name",
    files: {
      "snapshot.ts":
        "let value = 1;\nexport default value;\nexport const set = () => {\n  value = 2;\n};",
      "named.ts":
        "let value = 1;\nexport { value as default };\nexport const set = () => {\n  value = 2;\n};",
    },
    main: 'import snapshot, { set } from "./snapshot.js";\nimport named, { set as setNamed } from "./named.js";\nset();\nsetNamed();\nconsole.log(snapshot, named);',
  },
  {
    title: "functions of files that import each other",
    files: {
      "even.ts":
        'import { odd } from "./odd.js";\nexport function even(n: number): boolean {\n  return n === 0 || odd(n - 1);\n}\nconsole.log("even");',
      "odd.ts":
        'import { even } from "./even.js";\nexport function odd(n: number): boolean {\n  return n > 0 && even(n - 1);\n}\nconsole.log("odd", even(0));',
    },
    main: 'import { even } from "./even.js";\nconsole.log(even(10), even(7));',
  },
  {
    title: "a const that is not there yet in a cycle",
    files: {
      "a.ts": 'import "./b.js";\nexport const late = 1;\nexport class Late {}',
      "b.ts":
        'import { late, Late } from "./a.js";\nfor (const read of [() => late, () => Late]) {\n  try {\n    console.log(read());\n  } catch (error) {\n    console.log(String(error));\n  }\n}\nexport const after = () => [late, typeof Late];',
    },
    main: 'import "./a.js";\nimport { after } from "./b.js";\nconsole.log(after());',
  },
  {
    title: "classes of a cycle, one of which extends the other",
    files: {
      "base.ts":
        'import { Derived } from "./derived.js";\nexport class Base {\n  static make(): Base {\n    return new Derived();\n  }\n  name = "base";\n}',
      "derived.ts":
        'import { Base } from "./base.js";\nexport class Derived extends Base {\n  name = "derived";\n}',
    },
    main: 'import { Derived } from "./derived.js";\nimport { Base } from "./base.js";\nconsole.log(Base.make().name, new Derived() instanceof Base);',
  },
  {
    title: "await at the top",
    files: {
      "waits.ts":
        'console.log("begun");\nexport const v = await new Promise<number>((done) => setTimeout(() => done(5), 10));\nconsole.log("ended");',
    },
    main: 'import { v } from "./waits.js";\nconsole.log(v);',
  },
  {
    title: "files that await do not hold up those beside them",
    files: {
      "slow.ts":
        'console.log("slow 1");\nawait new Promise((done) => setTimeout(done, 10));\nconsole.log("slow 2");\nexport {};',
      "quick.ts": 'console.log("quick");\nexport {};',
      "after.ts": 'import "./slow.js";\nconsole.log("after slow");\nexport {};',
    },
    main: 'import "./slow.js";\nimport "./after.js";\nimport "./quick.js";\nconsole.log("main");',
    asCell: "slow 1\nslow 2\nafter slow\nquick\nmain\n",
  },
  {
    title: "a file that awaits, imported in two ways, and for await",
    files: {
      "base.ts":
        'export const all: number[] = [];\nfor await (const n of [Promise.resolve(1), 2]) all.push(n);\nconsole.log("base");',
      "left.ts":
        'import { all } from "./base.js";\nexport const left = all.length;\nconsole.log("left");',
      "right.ts":
        'import { all } from "./base.js";\nexport const right = all[1];\nconsole.log("right");',
    },
    main: 'import { left } from "./left.js";\nimport { right } from "./right.js";\nconsole.log(left, right);',
  },
  {
    title: "files that await and import each other",
    files: {
      "a.ts":
        'import { b } from "./b.js";\nexport const a = await Promise.resolve("a");\nexport const both = () => a + b;\nconsole.log("a");',
      "b.ts":
        'import { both } from "./a.js";\nexport const b = await Promise.resolve("b");\nexport const again = () => both();\nconsole.log("b");',
    },
    main: 'import { both } from "./a.js";\nimport { again } from "./b.js";\nconsole.log(both(), again());',
  },
  {
    title: "an await that is rejected",
    files: {
      "fails.ts": 'await Promise.reject(new RangeError("no"));\nexport const never = 1;',
      "user.ts": 'import { never } from "./fails.js";\nconsole.log("never", never);\nexport {};',
    },
    main: 'for (const name of ["fails", "user"]) {\n  try {\n    await import("./" + name + ".js");\n  } catch (error) {\n    console.log(String(error));\n  }\n}',
  },
  {
    title: "import.meta",
    files: {
      "lib/meta.ts":
        'import { basename } from "node:path";\nimport { fileURLToPath } from "node:url";\nconst { url, dirname, filename } = import.meta;\nconsole.log(basename(dirname!), basename(filename!).split(".")[0], fileURLToPath(url) === filename);\nconsole.log(import.meta.resolve("./x.js") === new URL("x.js", url).href, import.meta.resolve("node:fs"), import.meta.resolve("fs"));\nconsole.log(Object.getPrototypeOf(import.meta));\nexport {};',
    },
    main: 'import "./lib/meta.js";\nconsole.log(typeof import.meta.url, import.meta.resolve("node:path"));',
  },
  {
    title: "names of what has none",
    files: {
      "f.ts": "export default function () {}",
      "arrow.ts": "export default () => {};",
      "c.ts": "export default class {\n  static n = 1;\n}",
      "named.ts": "export default class Named {}",
      "wrapped.ts": "export default (function () {});",
      "value.ts": "export default [1, 2].map((n) => n + 1);",
    },
    main: 'import f from "./f.js";\nimport arrow from "./arrow.js";\nimport C from "./c.js";\nimport Named from "./named.js";\nimport wrapped from "./wrapped.js";\nimport value from "./value.js";\nconsole.log(f.name, arrow.name, C.name, C.n, Named.name, wrapped.name, value);',
  },
  {
    title: "all names of other files, and what goes before them",
    files: {
      "one.ts": 'export const a = "one a";\nexport const b = "one b";\nexport default "one";',
      "two.ts": 'export const c = "two c";\nexport type T = string;',
      "all.ts":
        'export * from "./one.js";\nexport * from "./two.js";\nexport * as two from "./two.js";\nexport const b = "own b";\nexport { default as first } from "./one.js";',
    },
    main: 'import * as all from "./all.js";\nconsole.log(Object.keys(all), all.b, all.two.c, all.first);\nconsole.log("default" in all, Object.prototype.toString.call(all));',
  },
  {
    title: "all names of files that import each other",
    files: {
      "a.ts": 'export * from "./b.js";\nexport const a = 1;',
      "b.ts":
        'export * from "./a.js";\nexport const b = 2;\nexport function fromB() {\n  return "b";\n}',
    },
    main: 'import * as a from "./a.js";\nimport * as b from "./b.js";\nconsole.log(Object.keys(a), Object.keys(b), a.fromB(), b.a);',
  },
  {
    title: "a module as it is shown and as it refuses to be changed",
    files: {
      "m.ts": "export const x = 1;\nexport let y = [2];\nexport function f() {}\nexport class K {}",
    },
    main: 'import * as m from "./m.js";\nconsole.log(m);\ntry {\n  (m as any).x = 2;\n} catch (error) {\n  console.log((error as Error).name);\n}\ntry {\n  (m as any).z = 2;\n} catch (error) {\n  console.log((error as Error).name);\n}\nconsole.log(m.x, Object.isExtensible(m), Object.getPrototypeOf(m));',
  },
  {
    title: "import() gives the same module, after what stands behind it",
    files: { "m.ts": 'console.log("evaluated");\nexport const o = {};' },
    main: 'const later = import("./m.js");\nconsole.log("before");\nconst m = await later;\nimport * as all from "./n.js";\nconsole.log((await import("./m.js")) === m, m.o === (await import("./m.js")).o, Object.keys(m));\nconsole.log(typeof all);',
  },
  {
    title: "imports are evaluated before the file, in their order, re-exports too",
    files: {
      "main-file.ts":
        'console.log("file 1");\nimport "./b.js";\nexport * from "./c.js";\nimport { a } from "./a.js";\nconsole.log("file 2", a);\nexport { d } from "./d.js";',
      "a.ts": 'console.log("a");\nexport const a = 1;',
      "b.ts": 'console.log("b");\nexport {};',
      "c.ts": 'console.log("c");\nexport const c = 1;',
      "d.ts": 'console.log("d");\nexport const d = 1;',
    },
    main: 'import "./main-file.js";\nconsole.log("end");',
  },
  {
    title: "mere types are imported by nobody",
    files: {
      "types.ts": 'console.log("types evaluated");\nexport interface T {\n  n: number;\n}',
      "middle.ts":
        'import { T } from "./types.js";\nexport { T };\nexport type { T as U } from "./types.js";\nexport const one: T = { n: 1 };',
    },
    main: 'import { one, T, type U } from "./middle.js";\nconst t: T = one;\nconst u: U = t;\nconsole.log(u.n);',
  },
  {
    title: "names that hide imported ones",
    files: {
      "m.ts": 'export const a = "imported";\nexport const f = (x: unknown) => "f(" + x + ")";',
      "user.ts":
        'import { a, f } from "./m.js";\nconst inner = (a: string) => a;\n{\n  const a = "block";\n  console.log(a, f(a));\n}\na: for (const x of [1]) {\n  console.log(x, a);\n  continue a;\n}\nconst o = { a, f, b: { a: 1 } };\nconsole.log(inner("parameter"), o.a, o.b.a, o.f(2), ((f) => f)(3));\nclass K {\n  a = a;\n  static f = f(a);\n  f() {\n    return f(this.a);\n  }\n}\nconsole.log(new K().a, K.f, new K().f());\nconst { a: b = a, ["a"]: c = f(1) } = {} as any;\nconsole.log(b, c, typeof a, `a`);\ntry {\n  throw 1;\n} catch (a) {\n  console.log(a);\n}\nexport { a as again, f };',
    },
    main: 'import { again, f } from "./user.js";\nconsole.log(again, f(again));',
  },
  {
    title: "imported functions have no this",
    files: {
      "m.ts":
        'export function self(this: unknown, ..._: unknown[]) {\n  return this === undefined ? "none" : "some";\n}\nexport default self;',
      "user.ts":
        'import d, { self } from "./m.js";\nimport * as m from "./m.js";\nconsole.log(self(), self`x`, d(), d`x`, m.self(), self?.(), (self)());\nexport {};',
    },
    main: 'import d, { self } from "./m.js";\nimport "./user.js";\nconsole.log(self(), self`x`, d(), d?.());',
  },
  {
    title: "there is no this at the top, and no require",
    files: {
      "top.ts":
        "console.log(typeof this, typeof (globalThis as any).require);\nexport const f = function (this: unknown) {\n  return typeof this;\n};",
      "own.mts":
        'console.log(eval("typeof require"), eval("typeof module"), eval("typeof __filename"));\nexport {};',
    },
    main: 'import { f } from "./top.js";\nimport "./own.mjs";\nconsole.log(f());',
  },
  {
    title: "all that can be declared and exported",
    files: {
      "m.ts":
        'export const { a, b: [c, d = 4], ...rest } = { a: 1, b: [2] as number[], e: 5 };\nexport var v = 1, w = v + 1;\nexport let later: number;\nlater = 3;\nexport enum E {\n  A,\n  B = 5,\n}\nexport const enum Fast {\n  One = 1,\n}\nexport namespace N {\n  export const n = 7;\n}\nexport abstract class S {\n  static #count = 0;\n  static {\n    S.#count = 9;\n  }\n  static get count() {\n    return S.#count;\n  }\n}\nexport async function* g() {\n  yield 1;\n}\nexport function over(x: string): string;\nexport function over(x: number): number;\nexport function over(x: unknown) {\n  return x;\n}\nconst local = 8;\nexport { local as "a name", local as other };',
    },
    main: 'import { a, c, d, rest, v, w, later, E, Fast, N, S, g, over, "a name" as named, other } from "./m.js";\nconsole.log(a, c, d, rest, v, w, later, E.B, E[0], Fast.One, N.n, S.count, over(2), named, other);\nfor await (const x of g()) console.log(x);',
  },
  {
    title: "values that a file changes in every way",
    files: {
      "m.ts":
        "export let x = 1;\nexport let y = 2;\nexport var z = 3;\nexport let list: number[] = [];\nexport function change() {\n  x++;\n  --y;\n  z **= 2;\n  [x, y] = [y, x];\n  ({ x: z } = { x: 10 });\n  for (list of [[1], [2]]);\n}",
    },
    main: 'import * as m from "./m.js";\nimport { x, y, z, list, change } from "./m.js";\nchange();\nconsole.log(x, y, z, list, m.x, m.y, m.z);',
  },
  {
    title: "CommonJS files and ES modules",
    files: {
      "common.cts":
        'export const name = "common";\nexport function twice(n: number) {\n  return 2 * n;\n}\nconsole.log(typeof require, typeof __filename, typeof module);',
      "whole.cts": "class Whole {\n  n = 3;\n}\nexport = Whole;",
      "es.mts":
        'import { name, twice } from "./common.cjs";\nimport Whole from "./whole.cjs";\nexport const all = [name, twice(2), new Whole().n];',
    },
    main: 'import { all } from "./es.mjs";\nimport { twice } from "./common.cjs";\nimport Whole from "./whole.cjs";\nconsole.log(all, twice(4), new Whole() instanceof Whole);',
  },
  {
    title: "import and export of CommonJS by =",
    files: {
      "whole.cts": "class Whole {\n  n = 3;\n}\nexport = Whole;",
      "uses.cts":
        'import Whole = require("./whole.cjs");\nimport path = require("node:path");\nexport const n = new Whole().n + path.basename("a/b");',
      "es.ts":
        'import Whole = require("./whole.cjs");\nimport dual = require("dual-by-equals");\nimport { n } from "./uses.cjs";\nconst b: "require" = dual.branch;\nexport const all = [new Whole().n, n, b];',
      ...installed(
        "dual-by-equals",
        {
          exports: {
            import: { types: "./i.d.mts", default: "./i.mjs" },
            require: { types: "./i.d.cts", default: "./i.cjs" },
          },
        },
        {
          "i.mjs": 'export const branch = "import";',
          "i.d.mts": 'export declare const branch: "import";',
          "i.cjs": 'exports.branch = "require";',
          "i.d.cts": 'export declare const branch: "require";',
        },
      ),
    },
    main: 'import { all } from "./es.js";\nimport Whole = require("./whole.cjs");\nconsole.log(all, new Whole().n);',
  },
  {
    title: "a folder of CommonJS below one of ES modules",
    files: {
      "old/package.json": pkg({ type: "commonjs" }),
      "old/index.ts":
        'import { helper } from "./helper.js";\nexport const old = helper() + typeof require;\nexport const path = __filename.split(/[\\\\/]/).pop()!.split(".")[0];',
      "old/helper.ts": 'export const helper = () => "helped ";',
    },
    main: 'import { old, path } from "./old/index.js";\nconsole.log(old, path);',
  },
  {
    title: "JSON",
    files: { "data.json": '{ "list": [1, 2], "name": "data" }' },
    main: 'import data from "./data.json" with { type: "json" };\nconst again = await import("./data.json", { with: { type: "json" } });\nconsole.log(data.list, again.default === data);',
  },
  {
    title: "one instance of an ES package, however it is imported",
    files: {
      ...installed(
        "es-package",
        { type: "module", exports: { ".": { import: "./i.js" } } },
        {
          "i.js":
            'console.log("es-package");\nexport class K {}\nexport default new K();\nexport let n = 0;\nexport const inc = () => ++n;',
          "i.d.ts":
            "export declare class K {}\ndeclare const _default: K;\nexport default _default;\nexport declare let n: number;\nexport declare const inc: () => number;",
        },
      ),
      "user.ts":
        'import made, { K, n, inc } from "es-package";\ninc();\nexport const user = [made, K, () => n] as const;',
    },
    main: 'import { user } from "./user.js";\nimport made, { K, n, inc } from "es-package";\nconst dynamic = await import("es-package");\ninc();\nconsole.log(made === user[0], K === user[1], dynamic.K === K, dynamic.default instanceof K, n, user[2](), dynamic.n);',
  },
  {
    title: "a package that awaits at its top",
    files: {
      ...installed(
        "awaiting",
        { type: "module", exports: "./i.js", types: "./i.d.ts" },
        {
          "i.js": 'export const v = await Promise.resolve("awaited");',
          "i.d.ts": "export declare const v: string;",
        },
      ),
      "user.ts": 'import { v } from "awaiting";\nexport const user = "user " + v;',
    },
    main: 'import { v } from "awaiting";\nimport { user } from "./user.js";\nconsole.log(v, user);',
  },
  {
    title: "the branch of a package for imports, and that for require",
    files: {
      ...installed(
        "dual",
        {
          exports: {
            ".": {
              import: { types: "./i.d.mts", default: "./i.mjs" },
              require: { types: "./i.d.cts", default: "./i.cjs" },
            },
            "./node": {
              node: { types: "./only.d.mts", default: "./only.mjs" },
              default: "./nothing.js",
            },
            "./deep/*": { types: "./d/*.d.mts", default: "./d/*.mjs" },
          },
        },
        {
          "i.mjs": 'export const branch = "import";',
          "i.d.mts": 'export declare const branch: "import";',
          "i.cjs": 'exports.branch = "require";',
          "i.d.cts": 'export declare const branch: "require";',
          "only.mjs": 'export const where = "node";',
          "only.d.mts": 'export declare const where: "node";',
          "d/x.mjs": "export const x = 1;",
          "d/x.d.mts": "export declare const x: number;",
        },
      ),
      "old.cts": 'import { branch } from "dual";\nexport const old: string = branch;',
    },
    main: 'import { branch } from "dual";\nimport { where } from "dual/node";\nimport { x } from "dual/deep/x";\nimport { old } from "./old.cjs";\nconst b: "import" = branch;\nconsole.log(b, where, x, old, (await import("dual")).branch);',
  },
  {
    title: "a CommonJS package, by its names and as a whole",
    files: {
      ...installed(
        "cjs-package",
        { main: "i.js", types: "i.d.ts" },
        {
          "i.js": "module.exports = { half: (x) => x / 2, name: 'cjs' };",
          "i.d.ts":
            "declare const whole: { half(x: number): number; name: string };\nexport = whole;",
        },
      ),
      "user.ts": 'import whole from "cjs-package";\nexport const user = whole;',
    },
    main: 'import whole from "cjs-package";\nimport { user } from "./user.js";\nconsole.log(whole.half(3), user === whole, (await import("cjs-package")).default === whole);',
  },
  {
    title: "names of a package's own, and its own name",
    files: {
      "package.json": pkg({
        name: "self-named",
        type: "module",
        imports: { "#lib/*": "./lib/*.js", "#dependency": "inner" },
        exports: { "./x": "./lib/x.js" },
      }),
      "lib/x.ts": 'console.log("x evaluated");\nexport const x = {};',
      "user.ts":
        'import { x } from "#lib/x";\nimport { x as again } from "self-named/x";\nexport { x as beside } from "./lib/x.js";\nexport { x, again };',
      ...installed(
        "inner",
        { type: "module", exports: "./i.js" },
        {
          "i.js": 'export const inner = "inner";',
          "i.d.ts": "export declare const inner: string;",
        },
      ),
      "dependency.ts": 'export { inner } from "#dependency";',
    },
    main: 'import { x, again, beside } from "./user.js";\nimport { inner } from "./dependency.js";\nconsole.log(x === again, x === beside, inner);',
  },
  {
    title: "files of JavaScript",
    files: {
      "plain.js":
        'import { extname } from "node:path";\nexport function f() {\n  return 1;\n}\nexport const swap = () => {\n  f = () => 2;\n};\nexport default extname("a.txt");',
      "plain.d.ts":
        "export function f(): number;\nexport const swap: () => void;\ndeclare const e: string;\nexport default e;",
    },
    main: 'import e, { f, swap } from "./plain.js";\nconst before = f();\nswap();\nconsole.log(e, before, (await import("./plain.js")).f());',
  },
  {
    title: "using, decorators and parameter properties in a module",
    files: {
      "m.ts":
        'import { log } from "./log.js";\nusing first = { name: "first", [Symbol.dispose]: () => log("disposed") };\nexport const name = first.name;\nexport class P {\n  constructor(\n    public x: number,\n    readonly log = name,\n  ) {}\n}\nlog(new P(1).log);',
      "log.ts": "export const log = (text: string) => console.log(text);",
    },
    main: 'import { name, P } from "./m.js";\nconsole.log(name, new P(3).x);',
  },
];
