/** A notebook in small that strict checking would refuse and tslab has always run. */
export interface LooseProgram {
  title: string;
  /** Files beside the notebook, by name. */
  files?: Record<string, string>;
  /** Everything to compare is printed. */
  cells: string[];
}

/** Of the kinds that notebooks for tslab, written by many, are made of. */
export const LOOSE_PROGRAMS: LooseProgram[] = [
  {
    title: "a parameter without a type",
    cells: ["function twice(x) {\n  return 2 * x;\n}", "console.log(twice(4), twice('5'));"],
  },
  {
    title: "an arrow function's parameters without types",
    cells: ["const add = (a, b) => a + b;\nconsole.log(add(1, 2), add('a', 'b'));"],
  },
  {
    title: "a parameter that is taken apart",
    cells: ["const area = ({ w, h }) => w * h;\nconsole.log(area({ w: 2, h: 3 }));"],
  },
  {
    title: "rest parameters",
    cells: ["const sum = (...xs) => xs.reduce((a, b) => a + b, 0);\nconsole.log(sum(1, 2, 3));"],
  },
  {
    title: "parameters of generators and async functions",
    cells: [
      "function* upTo(n) { for (let i = 0; i < n; i++) yield i; }\nasync function later(value) { return value; }",
      "console.log([...upTo(3)], await later('x'));",
    ],
  },
  {
    title: "a method's and a constructor's parameters",
    cells: [
      "class Point { constructor(public x, public y) {} plus(other) { return new Point(this.x + other.x, this.y + other.y); } }",
      "const moved = new Point(1, 2).plus(new Point(3, 4));\nconsole.log(moved.x, moved.y);",
    ],
  },
  {
    title: "a parameter without a type in a file of one's own",
    files: { "plain.ts": "export function shout(text) {\n  return text.toUpperCase();\n}" },
    cells: ["import { shout } from './plain';\nconsole.log(shout('hi'));"],
  },
  {
    title: "null in a file of one's own",
    files: {
      "settings.ts":
        "export const settings = { current: null };\nexport function use(value) {\n  settings.current = value;\n  return settings.current.name;\n}",
    },
    cells: ["import { use } from './settings';\nconsole.log(use({ name: 'dark' }));"],
  },
  {
    title: "a let of null that a callback sets",
    cells: [
      "let found = null;\n[1, 5, 9].forEach((n) => { if (n > 3 && !found) found = { n }; });\nconsole.log(found.n);",
    ],
  },
  {
    title: "a let of null that a later cell sets",
    cells: [
      "let model: { size: number } = null;\nfunction train() { model = { size: 3 }; }",
      "train();",
      "console.log(model.size);",
    ],
  },
  {
    title: "a let of undefined",
    cells: [
      "let timer = undefined;\nconst set = () => { timer = { id: 7 }; };\nset();\nconsole.log(timer.id);",
    ],
  },
  {
    title: "an empty list that a function fills",
    cells: [
      "let list = [];\nfunction push(n) { list.push(n); }\npush(1);\npush('two');\nconsole.log(list.length, list[0], list[1]);",
    ],
  },
  {
    title: "an empty list in an object",
    cells: [
      "const state = { items: [], last: null };\nstate.items.push({ a: 1 });\nstate.last = state.items[0];\nconsole.log(state.last.a);",
    ],
  },
  {
    title: "a list of lists",
    cells: [
      "const grid = [];\nconst fill = () => { for (let i = 0; i < 2; i++) { grid[i] = []; grid[i][0] = i; } };\nfill();\nconsole.log(JSON.stringify(grid));",
    ],
  },
  {
    title: "concat of an empty list",
    cells: ["const all = [].concat([1, 2], 3);\nconsole.log(JSON.stringify(all));"],
  },
  {
    title: "an overload whose implementation has no types",
    cells: [
      "function pick(a: string): string;\nfunction pick(a: number): number;\nfunction pick(a) { return a; }\nconsole.log(pick(1), pick('x'));",
    ],
  },
  {
    title: "a value of shift()",
    cells: [
      "const queue = [3, 4];\nconst next: number = queue.shift();\nconsole.log(next.toFixed(1));",
    ],
  },
  {
    title: "a value of find()",
    cells: [
      "const people = [{ name: 'Ann' }];\nconsole.log(people.find((p) => p.name === 'Ann').name);",
    ],
  },
  {
    title: "a value of a map",
    cells: [
      "const counts = new Map([['a', 1]]);\ncounts.set('a', counts.get('a') + 1);\nconsole.log(counts.get('a').toFixed(0));",
    ],
  },
  {
    title: "a match of a text",
    cells: ["console.log('abc'.match(/b/).index, /c/.exec('abc')[0]);"],
  },
  {
    title: "an object indexed by a string",
    cells: [
      "const prices = { apple: 100, pear: 200 };\nlet total = 0;\nfor (const name of ['apple', 'pear']) total += prices[name];\nconsole.log(total);",
    ],
  },
  {
    title: "an object indexed in for … in",
    cells: [
      "const ages = { ann: 1, bob: 2 };\nfor (const key in ages) console.log(key, ages[key]);",
    ],
  },
  {
    title: "counting in an empty object",
    cells: [
      "const words = ['a', 'b', 'a'];\nconst seen = words.reduce((acc, w) => { acc[w] = (acc[w] || 0) + 1; return acc; }, {});\nconsole.log(JSON.stringify(seen));",
    ],
  },
  {
    title: "a property that the constructor does not set",
    cells: [
      "class Model { weights: number[]; name: string; load() { this.weights = [1]; return this; } }\nconst loaded = new Model().load();\nconsole.log(loaded.weights.length, loaded.name);",
    ],
  },
  {
    title: "a property of null that becomes an object",
    cells: [
      "class Item { next = null; constructor(public value: number) {} }\nconst head = new Item(1);\nhead.next = new Item(2);\nconsole.log(head.next.value);",
    ],
  },
  {
    title: "an optional property",
    cells: [
      "interface Options { size?: { w: number } }\nfunction width(o: Options) { return o.size.w; }\nconsole.log(width({ size: { w: 2 } }));",
    ],
  },
  {
    title: "null and undefined where there is another type",
    cells: [
      "let title: string = null;\nfunction first(list: string[]): string { return list.length ? list[0] : undefined; }\ntitle = first(['t']);\nconsole.log(title, first([]));",
    ],
  },
  {
    title: "a caught error's message",
    cells: ["try { throw new Error('caught'); } catch (e) { console.log(e.message); }"],
  },
  {
    title: "this of a plain function",
    cells: [
      "function describe2() { return this.label; }\nconsole.log(describe2.call({ label: 'L' }));",
    ],
  },
  {
    title: "a handler of a narrower type",
    cells: [
      "class A { a = 1; }\nclass B extends A { b = 2; }\nconst handle: (x: A) => void = (x: B) => console.log(x.b);\nhandle(new B());",
    ],
  },
  {
    title: "call with other types",
    cells: [
      "function plus(a: number, b: number) { return a + b; }\nconsole.log(plus.call(null, '1', 2));",
    ],
  },
  {
    title: "a variable of the environment",
    cells: ["const home: string = process.env.PATH;\nconsole.log(home.length > 0);"],
  },
  {
    title: "a package without types",
    files: {
      "node_modules/untyped/package.json": '{ "name": "untyped", "main": "index.js" }',
      "node_modules/untyped/index.js": "module.exports = { half: (x) => x / 2 };",
    },
    cells: ["import * as untyped from 'untyped';\nconsole.log(untyped.half(3));"],
  },
  {
    title: "a function that forgets to return on one way",
    cells: [
      "function sign(n): number { if (n > 0) return 1; if (n < 0) return -1; }\nconsole.log(sign(-2), sign(0));",
    ],
  },
  {
    title: "a callback's parameter in a timer and a promise",
    cells: [
      "const wait = (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms));",
      "const waited = await wait(1, 'waited');\nconsole.log(waited);",
    ],
  },
];
