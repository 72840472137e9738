import { expect } from "chai";
import { Cells } from "./cells";

/** Cells, and the value of the last one. */
type Case = [title: string, cells: string[], value: unknown];

const CASES: Case[] = [
  ["the last expression", ["const a = 20; a * 2 + 2"], 42],
  ["a text alone", ["'text'"], "text"],
  ["an assignment", ["let b = 1;", "b = 2"], 2],
  ["redeclared const with another type", ["const x = 1;", "const x = 'b';", "x.length"], 1],
  ["redeclared let", ["let l = 1;", "let l = [2];", "l[0]"], 2],
  ["a redeclared class", ["class A { a = 1 }", "class A { b = 2 }", "new A().b"], 2],
  [
    "a redeclared function",
    ["function f() { return 1 }", "function f() { return 'f' }", "f()"],
    "f",
  ],
  ["a type of an earlier cell", ["type T = { t: number }", "const t: T = { t: 3 }; t.t"], 3],
  ["an interface", ["interface I { i: number }", "const i: I = { i: 4 }; i.i"], 4],
  ["a redeclared type", ["type R = string", "type R = number", "const r: R = 5; r"], 5],
  ["generics", ["function id<T>(x: T): T { return x }", "id<number>(6)"], 6],
  ["enums", ["enum E { A, B = 5, C }", "[E.C, E[5]]"], [6, "B"]],
  ["namespaces", ["namespace N { export const n = 7; }", "N.n"], 7],
  [
    "namespaces that name themselves",
    ["namespace M { export const m = 1; export const g = () => M.m; }\nM.g()"],
    1,
  ],
  [
    "private members across cells",
    [
      "class P { #p = 8; private q = 1; get() { return this.#p } }\nlet p = new P();",
      "p = new P(); p.get()",
    ],
    8,
  ],
  [
    "abstract and derived classes",
    [
      "abstract class S { abstract s(): number }",
      "class D extends S { s() { return 9 } }\nconst d: S = new D(); d.s()",
    ],
    9,
  ],
  [
    "destructuring",
    [
      "const { a, b: [c, d = 4], ...rest } = { a: 1, b: [2] as number[], e: 5 };",
      "[a, c, d, rest]",
    ],
    [1, 2, 4, { e: 5 }],
  ],
  [
    "array patterns with gaps",
    ["const [m, , n = 3, ...o] = [1, 2, undefined, 4];", "[m, n, o]"],
    [1, 3, [4]],
  ],
  ["computed names in patterns", ["const key = 'k'; const { [key]: v } = { k: 1 };", "v"], 1],
  ["hoisted functions", ["const h = g(); function g() { return 10 }\nh"], 10],
  [
    "overloads",
    [
      "function o(a: string): string; function o(a: number): number; function o(a: any) { return a }",
      "o(11)",
    ],
    11,
  ],
  ["top-level await", ["const w = await Promise.resolve(12);", "w"], 12],
  [
    "imports for later cells",
    ["import * as path from 'path'; import { sep as s } from 'path';", "path.sep === s"],
    true,
  ],
  [
    "an import that only later cells use",
    ["import { basename } from 'path';", "basename('/a/b')"],
    "b",
  ],
  ["side-effect imports", ["import 'path';"], undefined],
  [
    "type-only imports",
    ["import type { Stats } from 'fs'; let st: Stats | undefined;", "typeof st"],
    "undefined",
  ],
  ["const enums", ["const enum C { Z = 13 }", "C.Z"], 13],
  [
    "async functions and generators",
    ["async function af() { return 1 } function* gf() { yield 2 }", "[await af(), ...gf()]"],
    [1, 2],
  ],
  ["inner names that hide cells' names", ["let n = 1; ((n: number) => n * 2)(21)"], 42],
  [
    "labels, property names and strings as they are",
    ["let v = 1; v: for (;;) { break v }\n({ v: 2 }).v"],
    2,
  ],
  [
    "legacy decorators",
    ["function dec(t: Function) { (t as any).seen = true }\n@dec class DC {}\n(DC as any).seen"],
    true,
  ],
  [
    "any values pushed into an array of an earlier cell",
    ["const list = [];", "list.push(1); list"],
    [1],
  ],
  ["a variable without a type", ["let u;", "u = 3; u"], 3],
  ["shorthand properties", ["let sh = 1;", "({ sh })"], { sh: 1 }],
  ["await with brackets", ["await (Promise.resolve(1))"], 1],
  ["await of a list", ["await [2]"], [2]],
  ["for await", ["let sum = 0; for await (const x of [1, 2]) sum += x;\nsum"], 3],
  ["using", ["let open = 1; using r = { [Symbol.dispose]() { open = 0 } };", "open"], 0],
  [
    "using, and what is declared after it",
    [
      "using top = { v: 1, [Symbol.dispose]() { this.v = 0 } }; const before = top.v; class After { n = before }\nconst named = () => 2;",
      "[top.v, before, new After().n, named.name]",
    ],
    [0, 1, 1, "named"],
  ],
  [
    "await using",
    ["let o2 = 1; await using r2 = { async [Symbol.asyncDispose]() { o2 = 0 } };", "o2"],
    0,
  ],
  ["import = require", ["import fs = require('fs');", "typeof fs.statSync"], "function"],
  [
    "aliases of namespaces",
    ["namespace O { export namespace I { export const i = 1 } }\nimport J = O.I;", "J.i"],
    1,
  ],
  ["dynamic import", ["(await import('node:path')).sep"], require("node:path").sep],
  ["import.meta", ["typeof import.meta.url"], "string"],
  [
    "exports",
    [
      "export const e = 1; export { e as f }; export default function df() { return 2 }",
      "[e, df()]",
    ],
    [1, 2],
  ],
  [
    "var in blocks and loops",
    ["if (true) { var y = 1 } for (var k = 0; k < 3; k++) {} for (var [q] of [[5]]) {}", "[y, k]"],
    [1, 3],
  ],
  ["var declared twice", ["var w = 1; var w = w + 1;", "w"], 2],
  [
    "names of functions",
    ["const fn = () => 1; const K = class {};", "[fn.name, K.name]"],
    ["fn", "K"],
  ],
  [
    "functions called without this",
    ["function self(this: unknown) { return this }", "self() === undefined"],
    true,
  ],
  [
    "tagged templates",
    [
      "const tag = (s: TemplateStringsArray, ...v: number[]) => s.raw.join('|') + v;",
      "tag`a$" + "{1}b`",
    ],
    "a|b1",
  ],
  [
    "optional calls",
    ["const maybe = undefined as (() => number) | undefined;", "maybe?.() ?? 'none'"],
    "none",
  ],
  [
    "a local named as the compiled code's own",
    ["let n2 = 1; ((cells: number) => cells + n2)(1)"],
    2,
  ],
  ["a cell's variable named as the compiled code's own", ["const cells = 3;", "cells"], 3],
  ["an evolving array within its cell", ["const ev = []; ev.push(1); ev[0].toFixed()"], "1"],
  [
    "functions in patterns, with their names",
    [
      "const { g = () => 1, h = g } = {} as { g?: () => number; h?: () => number };",
      "[g.name, h()]",
    ],
    ["g", 1],
  ],
  [
    "patterns in the heads of loops",
    [
      "for (var { a: p1, b: p2 = p1 } = { a: 1 } as { a: number; b?: number }; p1 < 3; p1++); for (var [e1] of [[4]]) e1++; for (var e2 in { k: 1 });",
      "[p1, p2, e1, e2]",
    ],
    [3, 1, 5, "k"],
  ],
  ["satisfies", ["const cfg = { a: 1 } satisfies Record<string, number>; cfg.a"], 1],
  [
    "changes of globals",
    [
      "declare global { interface Array<T> { second(): T } }\nArray.prototype.second = function () { return this[1] };",
      "[3, 4].second()",
    ],
    4,
  ],
  ["anonymous functions as results", ["(() => 5)()"], 5],
  [
    "a function-local class as a result",
    [
      "function make() { class L { private x = 1; y() { return this.x } } return new L() }",
      "make().y()",
    ],
    1,
  ],
];

describe("compiler: the language", function () {
  this.timeout(60_000);
  let cells: Cells;
  before(() => {
    cells = new Cells();
  });

  for (const [title, codes, value] of CASES) {
    it(`runs ${title}`, async () => {
      expect(await cells.run(...codes)).to.deep.equal(value);
    });
  }
});
