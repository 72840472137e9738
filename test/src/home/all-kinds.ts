import { NdArray, nj } from "../../../src/arrays/nj";
import { Graph } from "../../../src/graph/graph";
import { Relu } from "../../../src/layers/relu";

/** How the library asks for texts of values, and the forms beside. */
export const WAYS = {
  plain: {},
  brief: { depth: 0, breakLength: Number.POSITIVE_INFINITY },
  line: {
    breakLength: Number.POSITIVE_INFINITY,
    compact: true,
    customInspect: false,
    depth: 1,
    maxArrayLength: 6,
    maxStringLength: 80,
  },
  bare: { customInspect: false, showProxy: true },
  deep: { depth: null, breakLength: 40 },
} as const;

class Empty {}
class Point {
  x = 1;
  y = -0;
  #hidden = 3;
  get hidden() {
    return this.#hidden;
  }
  static origin = new Point();
}
class Longer extends Point {
  label = "a 'b' \"c\" `d`";
}
class Tagged {
  get [Symbol.toStringTag]() {
    return "Own";
  }
}
class MyMap extends Map<unknown, unknown> {}
class MyList extends Array<unknown> {}
class MyError extends Error {
  override name = "MyError";
  code = 7;
}
class Custom {
  [Symbol.for("nodejs.util.inspect.custom")](depth: number, options: { depth: number }) {
    return `Custom<${depth}, ${typeof options}>`;
  }
}
class CustomObject {
  [Symbol.for("nodejs.util.inspect.custom")]() {
    return { inner: [1, 2, { three: "3" }] };
  }
}

/** A promise without what async_hooks, if anything watches them, write into it. */
function bare<T extends Promise<unknown>>(promise: T): T {
  for (const symbol of Object.getOwnPropertySymbols(promise))
    Reflect.deleteProperty(promise, symbol);
  return promise;
}

const stackless = <T extends Error>(error: T, stack?: string): T =>
  Object.assign(error, { stack: stack ?? `${error.name}: ${error.message}` });

function circular() {
  const a: Record<string, unknown> = { name: "a" };
  const b = { a, list: [a] };
  a.b = b;
  a.self = a;
  return a;
}

function holes() {
  const list: unknown[] = [1, 2, 3, 4];
  delete list[1];
  delete list[2];
  return list;
}

const accessors = () =>
  Object.defineProperties(
    {},
    {
      both: { get: () => 1, set() {}, enumerable: true },
      get: { get: () => 1, enumerable: true },
      set: { set() {}, enumerable: true },
      hidden: { value: 1, enumerable: false },
    },
  );

const tree = (depth: number): unknown =>
  depth === 0 ? "leaf" : { deeper: tree(depth - 1), n: depth };
const nest = (depth: number): unknown => (depth === 0 ? 0 : [nest(depth - 1), depth]);
const words = (count: number) =>
  Array.from({ length: count }, (_, i) => "word".repeat((i % 4) + 1) + i);

const numbers = [
  ...Array.from({ length: 12 }, (_, i) => (i - 6) / 7),
  ...Array.from({ length: 12 }, (_, i) => 10 ** (2 * i - 8)),
  ...[0, -0, 1, -1, 1.5, 0.1 + 0.2, 1e21, 1e-7, 123456789, Number.NaN, Number.MAX_VALUE],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MIN_VALUE, 2 ** 53, -1e-300, 255],
];

const strings = [
  ...[
    "",
    "a",
    "it's",
    'say "so"',
    "`tick`",
    'it\'s "so"',
    'it\'s "so" `here`',
    "a\nb",
    "\t\r\b\f\v",
  ],
  ...[
    "\\",
    "\u0000\u001b\u007f\u0080\u009f",
    "한국어 텍스트",
    "😀",
    "\ud800",
    "a\udc00b",
    "é",
    "e\u0301",
  ],
  ...[
    "x".repeat(70),
    "x ".repeat(60),
    "x".repeat(200),
    `${"line\n".repeat(30)}end`,
    "'".repeat(90),
  ],
  ...[
    "'\n'",
    "a\u2028b",
    "<b>&amp;</b>",
    "{a}",
    "$",
    "%s %d",
    "\\n",
    "'\\'",
    "\r\n",
    "-0",
    "null",
    "x".repeat(10_050),
  ],
];

const primitives = [undefined, null, true, false, 0n, -12n, 12345678901234567890n];
const symbols = [
  Symbol("a"),
  Symbol(),
  Symbol("with space"),
  Symbol("it's"),
  Symbol.iterator,
  Symbol.for("known"),
  Symbol("a\nb"),
];

const lists = (): unknown[] => [
  [],
  [[]],
  [[[[]]]],
  [[[[[1]]]]],
  [1],
  [1, 2, 3],
  [1, -0, Number.NaN],
  ["a", "it's"],
  [undefined, null],
  holes(),
  new Array(5),
  [...holes(), "end"],
  Array.from({ length: 7 }, (_, i) => i),
  Array.from({ length: 27 }, (_, i) => i * 1000),
  Array.from({ length: 100 }, (_, i) => i),
  Array.from({ length: 101 }, (_, i) => i),
  Array.from({ length: 250 }, (_, i) => i / 7),
  words(6),
  words(7),
  words(40),
  words(120),
  [
    [1, 2],
    [3, 4],
  ],
  [[1, 2, [3, 4, [5, [6]]]], "a"],
  Array.from({ length: 10 }, (_, i) => [i, i * i]),
  Array.from({ length: 8 }, (_, i) => ({ i, square: i * i })),
  Object.assign([1, 2], { extra: "x", "odd key": 1 }),
  Object.assign([], { 5: "five" }),
  MyList.from([1, 2]),
  new MyList(),
  Object.freeze([1]),
  nest(3),
  nest(8),
  ["x".repeat(80), "y"],
  ["a\nb", "c"],
  [() => 1, class {}, Symbol("s")],
  [1n, 2n],
  Array.from({ length: 30 }, (_, i) => (i % 2 ? "한글" : "latin")),
  Object.setPrototypeOf([1, 2], null),
];

const objects = (): unknown[] => [
  {},
  { a: 1 },
  { a: 1, b: "two", c: [3] },
  { "odd key": 1, valid_key: 2, 3: "three", "it's": 4, 한글: 5, "": 6 },
  { [Symbol("s")]: 1, [Symbol.iterator]: 2 },
  { [Symbol()]: { deep: { deeper: { deepest: 1 } } } },
  { a: { b: { c: { d: 1 } } } },
  { a: { b: { c: {} } } },
  { a: { b: { c: [] } } },
  { a: [[[[1]]]] },
  tree(2),
  tree(3),
  tree(6),
  { name: "x".repeat(60), other: "y".repeat(30) },
  { one: "x".repeat(20), two: "y".repeat(20), three: "z".repeat(20), four: 1 },
  { text: "a\nb", more: `${"line\n".repeat(4)}` },
  { undefined: undefined, null: null, NaN: Number.NaN },
  {
    f() {},
    g: () => 1,
    async h() {},

    get j() {
      return 1;
    },
  },
  Object.create(null),
  Object.assign(Object.create(null), { a: 1 }),
  Object.create({ inherited: 1 }),
  Object.create(Point.prototype),
  Object.fromEntries(words(30).map((word, i) => [word, i])),
  { ...Object.fromEntries(words(6).map((word) => [word, [1, 2, 3]])) },
  accessors(),
  circular(),
  { circular: circular(), again: [1] },
  Object.freeze({ a: 1 }),
  { constructor: "own" },
  { toString: () => "own", valueOf: () => 3 },
  { [Symbol.toStringTag]: "Tag" },
  { length: 2, 0: "a", 1: "b" },
  { __proto__: { x: 1 }, y: 2 },
  { ["__proto__"]: 1 },
  { a: -0, b: 1n, c: Symbol("c") },
  { data: [{ y: [1, 2, 3], type: "bar" }], layout: { title: { text: "Loss" } } },
  globalThis.JSON,
  Math,
  Reflect,
  globalThis.Intl,
  Atomics,
];

const classes = (): unknown[] => [
  new Empty(),
  new Point(),
  new Longer(),
  new Tagged(),
  Empty,
  Point,
  Longer,
  MyMap,
  class {},
  class extends Point {},
  class Extended extends Array {},
  Object.assign(class Static {}, { field: 1 }),
  [new Point(), new Longer()],
  { point: new Point() },
  new (class extends Longer {})(),
  new Custom(),
  { custom: new Custom(), list: [new Custom()] },
  { a: { b: { c: new Custom() } } },
  new CustomObject(),
  [new CustomObject()],
  { a: { b: { c: { d: new CustomObject() } } } },
  new (class Foo {
    bar = new Map([[1, { a: 1 }]]);
  })(),
];

const functions = (): unknown[] => [
  () => 1,
  function named() {},
  () => {},
  async () => 1,
  async function waits() {},
  function* steps() {},
  async function* both() {},
  Object.assign(function withFields() {}, { a: 1, b: [2] }),
  Object.assign(() => {}, { deep: { deeper: { deepest: { end: 1 } } } }),
  Math.max,
  Array.prototype.map,
  Object.setPrototypeOf(() => {}, null),
  Object.defineProperty(() => {}, "name", { value: "renamed" }),
  Object.defineProperty(() => {}, "name", { value: "" }),
  Object.defineProperty(() => {}, "name", { value: 3 }),
  Function,
  Array,
  Map,
  Promise,
  Symbol,
  (() => {}).bind(null),
  new Function("a", "return a"),
];

const collections = (): unknown[] => [
  new Map(),
  new Map([["a", 1]]),
  new Map<unknown, unknown>([
    [{ k: 1 }, [1, 2]],
    ["b", new Map([[1, 2]])],
  ]),
  new Map(words(12).map((word, i) => [word, i])),
  new Map(Array.from({ length: 120 }, (_, i) => [i, i])),
  new Map([["deep", { a: { b: { c: 1 } } }]]),
  new MyMap([["a", 1]]),
  Object.assign(new Map([[1, 2]]), { extra: true }),
  (() => {
    const map = new Map<string, unknown>();
    map.set("self", map);
    return map;
  })(),
  new Set(),
  new Set([1, "a", [2]]),
  new Set(words(30)),
  new Set(Array.from({ length: 120 }, (_, i) => i)),
  new Set([new Set([new Set([new Set([1])])])]),
  (() => {
    const set = new Set<unknown>();
    set.add(set);
    return set;
  })(),
  { map: new Map([[1, 2]]), set: new Set([1]) },
  new WeakMap(),
  new WeakSet(),
  new WeakRef({ a: 1 }),
  [1, 2][Symbol.iterator](),
  "text"[Symbol.iterator](),
  (function* steps() {
    yield 1;
  })(),
];

const typed = (): unknown[] => [
  ...[
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
  ].flatMap((Kind) => [new Kind(), new Kind([1, 2, 3])]),
  new Float32Array([0.1, -0, 1e10]),
  new Float64Array([0.1, -0, Number.NaN, 1 / 3]),
  new Float64Array(10),
  Float64Array.from({ length: 105 }, (_, i) => i / 3),
  new BigInt64Array([1n, -2n]),
  new BigUint64Array(2),
  new ArrayBuffer(4),
  new Uint8Array([1, 2, 255]).buffer,
  new ArrayBuffer(60),
  new SharedArrayBuffer(3),
  new DataView(new ArrayBuffer(3), 1),
  { values: new Float32Array([1, 2]) },
  [[new Float64Array([1])]],
  Object.assign(new Uint8Array([1]), { extra: 1 }),
  new (class Own extends Float64Array {})([1, 2]),
];

const dates = (): unknown[] => [
  new Date(0),
  new Date(Date.UTC(2024, 1, 29, 12, 30, 15, 7)),
  new Date(Number.NaN),
  Object.assign(new Date(0), { extra: 1 }),
  new (class Day extends Date {})(0),
  [new Date(0)],
  /a/,
  /it's "so"\/[/]/giu,
  Object.assign(/b/, { extra: 1 }),
  new (class Own extends RegExp {})("c", "g"),
  { re: /x/m },
  new Error("x").constructor,
  Object("text"),
  Object(3),
  Object(-0),
  Object(true),
  Object(1n),
  Object(Symbol("s")),
  Object.assign(Object("text"), { extra: 1 }),
  bare(new Promise(() => {})),
  bare(new (class Later extends Promise<number> {})(() => {})),
];

const errors = (): unknown[] => [
  stackless(new Error("simple")),
  stackless(new Error("")),
  stackless(new TypeError("a type")),
  stackless(new MyError("own")),
  stackless(new Error("two\nlines")),
  stackless(new Error("fields"), "Error: fields"),
  Object.assign(stackless(new Error("extra")), { code: "E", list: [1, { a: 1 }] }),
  stackless(new Error("outer", { cause: stackless(new Error("inner")) })),
  stackless(new Error("outer", { cause: "a text" })),
  stackless(new AggregateError([stackless(new Error("one")), 2], "several")),
  [stackless(new RangeError("in a list"))],
  { error: stackless(new Error("in an object")) },
  { a: { b: { c: stackless(new Error("deep")) } } },
  stackless(new Error("with stack"), "Error: with stack\n    at work (/some/file.js:1:2)"),
  [stackless(new Error("with stack"), "Error: with stack\n    at work (/some/file.js:1:2)")],
  stackless(new Error("no stack"), ""),
  Object.assign(stackless(new Error("renamed")), { name: "Renamed" }),
];

const own = (): unknown[] => {
  const g = new Graph();
  g.mul(g.input("x", 3), g.input("y", 4), "out");
  return [
    nj.array(
      [
        [1, 2],
        [3, 4],
      ],
      "float64",
    ),
    nj.zeros([2, 3]),
    nj.zeros([20, 30]),
    nj.arange(10).reshape(2, 5).T,
    new NdArray(new Float32Array([0.1, 0.2]), [2]),
    { x: nj.zeros([2]), list: [nj.ones([1, 2])] },
    [nj.zeros([1])],
    g,
    g.nodes,
    [g.nodes[0]],
    { node: g.nodes[2] },
    new Relu(),
    [new Relu(), new Relu()],
  ];
};

/** Values of every kind, made anew: all that a page can look into as Node does. */
export const allKinds = (): Record<string, unknown[]> => ({
  numbers,
  strings,
  primitives,
  symbols,
  lists: lists(),
  objects: objects(),
  classes: classes(),
  functions: functions(),
  collections: collections(),
  "typed arrays": typed(),
  "dates, patterns, promises": dates(),
  errors: errors(),
  "the library's own": own(),
});

/** What no script can look into as Node does, and its text in a page. */
export const unseen = (): [value: unknown, inPage: string][] => [
  [bare(Promise.resolve(3)), "Promise { <pending> }"],
  [bare(Promise.resolve({ a: [1] })), "Promise { <pending> }"],
  [new Map([[1, 2]]).entries(), "[Map Iterator] {  }"],
  [new Map([[1, 2]]).keys(), "[Map Iterator] {  }"],
  [new Set([1, 2]).values(), "[Set Iterator] {  }"],
  [new Set([1, 2]).entries(), "[Set Iterator] {  }"],
  [{ *i() {} }, "{ i: [Function: i] GeneratorFunction }"],
  [Object.setPrototypeOf(new Point(), null), "[Object: null prototype] { x: 1, y: -0 }"],
];

/** Stand-ins: Node shows with `showProxy` that they are, and a page what they stand for. */
export const proxies = (): [value: unknown, inPage: string][] => [
  [new Proxy({ a: 1 }, {}), "{ a: 1 }"],
  [new Proxy([1, 2], {}), "[ 1, 2 ]"],
  [{ inside: new Proxy({ b: [2] }, {}) }, "{ inside: { b: [ 2 ] } }"],
  [new Proxy(function named() {}, {}), "[Function: named]"],
  [new Proxy(new Point(), {}), "Point { x: 1, y: -0 }"],
];
