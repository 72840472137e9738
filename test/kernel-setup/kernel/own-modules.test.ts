import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { needs } from "../../support/needs";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

describe("kernel: files beside the notebook", function () {
  this.timeout(60_000);
  let folder: string;
  let kernel: RawKernel;

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  /** Runs a cell that is expected to succeed: its value as text, and what it printed. */
  async function run(code: string): Promise<{ value: string | undefined; printed: string }> {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status, `${code}\n${reply.evalue}`).to.equal("ok");
    return { value: resultText(messages), printed: streamText(messages).trim() };
  }

  async function resultOf(code: string): Promise<string | undefined> {
    return (await run(code)).value;
  }

  async function failure(code: string): Promise<{ ename: string; text: string }> {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status, code).to.equal("error");
    const [error] = contentsOf(messages, "error");
    const text = `${reply.evalue}\n${(error.traceback as string[]).join("\n")}`;
    return { ename: String(reply.ename), text };
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "kernel-own-modules-"));
    kernel = await RawKernel.start({ cwd: folder });
  });
  after(async () => {
    await kernel.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are evaluated once, whatever imports them how often", async () => {
    write(
      "cls.ts",
      'export class C {}\nexport const cache = new Map<string, number>();\nconsole.log("evaluated");',
    );
    const first = await run(
      'import { C, cache } from "./cls";\nconst c = new C(); cache.set("a", 1); 0',
    );
    expect(first.printed).to.equal("evaluated");
    const again = await run('import { C, cache } from "./cls";\n[c instanceof C, cache.size]');
    expect(again).to.deep.equal({ value: "[ true, 1 ]", printed: "" });
    const star = await run('import * as cls from "./cls.js";\ncls.cache === cache && cls.C === C');
    expect(star).to.deep.equal({ value: "true", printed: "" });
  });

  it("are the same for import, import() and require in cells", async () => {
    write("same.ts", 'export const made = { n: 1 };\nconsole.log("same evaluated");');
    const { printed } = await run("const dynamic = await import('./same'); 0");
    expect(printed).to.equal("same evaluated");
    const all = await run(
      "import { made } from './same';\nconst name = 'same';\n" +
        "[dynamic.made, require('./same').made, require('./same.ts').made, (await import('./' + name)).made].map((x) => x === made)",
    );
    expect(all).to.deep.equal({ value: "[ true, true, true, true ]", printed: "" });
  });

  it("are the same by their address, whatever query it has", async () => {
    write(
      "address/with space.ts",
      'export const made = {};\nexport const url = import.meta.url;\nconsole.log("address evaluated");',
    );
    write("address/built.js", 'exports.built = "built";');
    write("address/built.d.ts", "export declare const built: string;");
    write("address/user.js", "export const load = (name) => import(name);");
    const { value, printed } = await run(`
import { made, url } from './address/with space';
import { load } from './address/user.js';
import { pathToFileURL } from "node:url";
const address = pathToFileURL("address/with space.ts").href;
const all = [address, address + "?v=2", url, new URL("./with space.ts", url), "./address/with space.ts?v=3#x"];
const loaded = await Promise.all([...all.map((each) => import(each as string)), load(address), load("./with space.ts?4")]);
[url === address, ...loaded.map((each) => each.made === made)].join()`);
    expect(value).to.equal(`'${Array(8).fill(true).join()}'`);
    expect(printed).to.equal("address evaluated");
    const built =
      '(await import(pathToFileURL("address/built.js").href + "?1")).built + (await import("./address/built.js?2" as string)).built';
    expect(await resultOf(built)).to.equal("'builtbuilt'");
    const { text } = await failure('await import(pathToFileURL("address/none.ts").href)');
    expect(text).to.contain("Cannot find module");
    write("address/with space.ts", "export const made = 2;");
    expect(await resultOf("(await import(address)).made")).to.equal("2");
  });

  it("of every kind are evaluated once and anew when they have changed", async () => {
    for (const kind of ["ts", "tsx", "mts", "cts", "js", "mjs", "cjs"]) {
      const name = kind.endsWith("x") ? `kind-${kind}` : `kind-${kind}.${kind.replace("ts", "js")}`;
      const code = (n: number) =>
        kind === "cjs" ? `exports.made = { n: ${n} };` : `export const made = { n: ${n} };`;
      write(`kind-${kind}.${kind}`, code(1));
      const cell = (variable: string) =>
        `import { made as ${variable} } from './${name}';\n${variable}.n`;
      expect(await resultOf(cell("one")), kind).to.equal("1");
      expect(await resultOf(`${cell("two")}; one === two`), kind).to.equal("true");
      write(`kind-${kind}.${kind}`, code(2));
      expect(await resultOf(cell("three")), kind).to.equal("2");
    }
    write("kind.json", '{ "n": 1 }');
    await run("import jsonOne from './kind.json';");
    expect(
      await resultOf("import jsonTwo from './kind.json';\n[jsonOne === jsonTwo, jsonTwo.n]"),
    ).to.equal("[ true, 1 ]");
    write("kind.json", '{ "n": 22 }');
    expect(
      await resultOf("import jsonTwo from './kind.json';\n[jsonTwo.n, require('./kind.json').n]"),
    ).to.equal("[ 22, 22 ]");
  });

  it("are one module for all that import them, over re-exports too", async () => {
    write("diamond/base.ts", 'export class Base {}\nconsole.log("base");');
    write("diamond/left.ts", 'export { Base as Left } from "./base";\nconsole.log("left");');
    write(
      "diamond/right.ts",
      'import { Base } from "../diamond/base.js";\nexport const right = new Base();\nconsole.log("right");',
    );
    write("diamond/index.ts", 'export * from "./left";\nexport * from "./right";');
    const { value, printed } = await run(
      "import { Left, right } from './diamond';\nimport { Base } from './diamond/base';\n[right instanceof Left, Left === Base]",
    );
    expect(value).to.equal("[ true, true ]");
    expect(printed.split("\n")).to.deep.equal(["left", "right", "base"].toSorted(order(printed)));
    const later = await run("import { right as r2 } from './diamond/right';\nr2 === right");
    expect(later).to.deep.equal({ value: "true", printed: "" });
  });

  /** Base comes when the first of the two asks for it, whichever that is. */
  function order(printed: string): (a: string, b: string) => number {
    expect(printed.split("\n")).to.have.members(["base", "left", "right"]);
    return (a, b) => printed.indexOf(a) - printed.indexOf(b);
  }

  it("are not evaluated again when they are only touched or written the same", async () => {
    const text = 'export const stamp = {};\nconsole.log("touched evaluated");';
    write("touched.ts", text);
    await run("import { stamp } from './touched';\nconst before = stamp;");
    utimesSync(join(folder, "touched.ts"), new Date(), new Date(Date.now() + 5000));
    const touched = await run("import { stamp } from './touched';\nstamp === before");
    expect(touched).to.deep.equal({ value: "true", printed: "" });
    write("touched.ts", text);
    const same = await run("import { stamp } from './touched';\nstamp === before");
    expect(same).to.deep.equal({ value: "true", printed: "" });
  });

  it("are read anew when as many characters were written at once", async () => {
    for (let n = 0; n < 5; n++) {
      write("quick.ts", `export const quick = ${n};`);
      expect(await resultOf("import { quick } from './quick';\nquick")).to.equal(String(n));
    }
  });

  it("are evaluated anew, with new types, when what they import has changed", async () => {
    write("chain/unit.ts", 'export class Unit { size = 1 }\nexport const kind = "first";');
    write(
      "chain/box.ts",
      'import { Unit } from "./unit";\nexport const box = { unit: new Unit() };',
    );
    write("chain/apart.ts", 'export const apart = {};\nconsole.log("apart evaluated");');
    await run(
      "import { box } from './chain/box'; import { apart } from './chain/apart';\nconst [firstBox, firstApart] = [box, apart];",
    );
    write("chain/unit.ts", 'export class Unit { size = "wide" }\nexport const kind = "second";');
    const { value, printed } = await run(
      "import { box } from './chain/box'; import { apart } from './chain/apart'; import { Unit } from './chain/unit';\n" +
        "const size: string = box.unit.size;\n[size, box.unit instanceof Unit, (box as unknown) === firstBox, apart === firstApart]",
    );
    expect(value).to.equal("[ 'wide', true, false, true ]");
    expect(printed).to.equal("");
  });

  it("as they were stay what earlier cells have, in value and type", async () => {
    write("shape.ts", 'export class Shape { private n = 1; area() { return "old" } }');
    await run("import { Shape } from './shape';\nconst old = new Shape(); const Old = Shape;");
    write("shape.ts", "export class Shape { private n = 1; volume() { return 8 } }");
    // The names of the earlier cell stand for the class as it was.
    expect(await resultOf("import './same';\nnew Shape().area() + old.area()")).to.equal(
      "'oldold'",
    );
    expect((await failure("import './same';\nold.volume()")).ename).to.equal("TypeScriptError");
    const both =
      "import { Shape } from './shape';\n[new Shape().volume(), old.area(), old instanceof Shape, old instanceof Old]";
    expect(await resultOf(both)).to.equal("[ 8, 'old', false, true ]");
    expect((await failure("old.volume()")).ename).to.equal("TypeScriptError");
    expect((await failure("new Shape().area()")).ename).to.equal("TypeScriptError");
    const mixed = await failure("const wrong: Shape = old;");
    expect(mixed.text).to.contain("Property 'volume' is missing in type");
    expect(mixed.text).to.contain('import("./shape (version 1)").Shape');
    expect(mixed.text).not.to.contain(folder);
    // And once more: each cell keeps its own.
    write("shape.ts", "export class Shape { private n = 1; third() { return 3 } }");
    expect(
      await resultOf(
        "const second = new Shape();\nimport { Shape as Third } from './shape';\n[old.area(), second.volume(), new Third().third()]",
      ),
    ).to.equal("[ 'old', 8, 3 ]");
  });

  it("are looked for again by those that missed them, though these are unchanged", async () => {
    await failure("noSuchName");
    write("lost/a.ts", 'import { c } from "./c";\nexport const a = "a" + c;');
    const cell = "import { a } from './lost/a';\na";
    expect((await failure(cell)).text).to.contain("./c");
    write("lost/c.ts", 'export const c = "c";');
    expect(await resultOf(cell)).to.equal("'ac'");
    rmSync(join(folder, "lost/c.ts"));
    expect((await failure(cell)).text).to.contain("./c");
    write("lost/c.ts", 'export const c = "again";');
    expect(await resultOf(cell)).to.equal("'aagain'");

    write("lost/d.ts", 'import data from "./data.json";\nexport const d: number = data.d;');
    expect((await failure("import { d } from './lost/d';")).text).to.contain("./data.json");
    write("lost/data.json", '{ "d": 3 }');
    expect(await resultOf("import { d } from './lost/d';\nd")).to.equal("3");

    write("lost/p.ts", 'import { p } from "come-late";\nexport const twice: string = p + p;');
    expect((await failure("import { twice } from './lost/p';")).text).to.contain("come-late");
    const place = "lost/node_modules/come-late";
    write(`${place}/package.json`, '{ "name": "come-late", "types": "i.d.ts", "main": "i.js" }');
    write(`${place}/i.d.ts`, "export declare const p: string;");
    write(`${place}/i.js`, 'exports.p = "p";');
    expect(await resultOf("import { twice } from './lost/p';\ntwice")).to.equal("'pp'");
  });

  it("are looked for again when only a front end has asked what is wrong", async () => {
    write("asked/a.ts", 'import { c } from "./c";\nexport const a = c;');
    const code = "import { a } from './asked/a';\na";
    const ask = () => kernel.request("backprop_diagnostics_request", { code }, "control");
    const before = (await ask()).reply.diagnostics as unknown[];
    expect(before).to.have.length(1);
    write("asked/c.ts", "export const c = 4;");
    expect((await ask()).reply.diagnostics).to.deep.equal([]);
    expect(await resultOf(code)).to.equal("4");
  });

  it("have the types of what runs when another file takes the place of one", async () => {
    write("moved/u.ts", 'import { k } from "./m";\nexport const r = k;');
    write("moved/m.js", "export const k = 1;");
    await run("import { r } from './moved/u';\nconst first: number = r;");
    write("moved/m.ts", 'export const k = "text";');
    const wrong = await failure("import { r } from './moved/u';\nconst second: number = r;");
    expect(wrong.text).to.contain("Type 'string' is not assignable to type 'number'");
    expect(await resultOf("import { r as late } from './moved/u';\nlate")).to.equal("'text'");
    // What cells have from before stays, and is what it was when the place is as it was.
    expect(await resultOf("r.toFixed(1)")).to.equal("'1.0'");
    rmSync(join(folder, "moved/m.ts"));
    expect(await resultOf("import { r } from './moved/u';\nr.toFixed(2)")).to.equal("'1.00'");

    write("moved/b.ts", 'import { C } from "./c";\nexport const make = () => new C();');
    write("moved/c/index.ts", "export class C { private inFolder = true }");
    await run("import { make } from './moved/b';\nlet made = make();");
    write("moved/c.ts", "export class C { private inFile = true; size = 1 }");
    const other = await failure("import { make } from './moved/b';\nmade = make();");
    expect(other.text).to.contain("Property 'inFolder' is missing");
    expect(await resultOf("import { make } from './moved/b';\n[made, make().size]")).to.equal(
      "[ C { inFolder: true }, 1 ]",
    );
  });

  it("with a type error are refused, and what is loaded stays", async () => {
    write("refused.ts", "export class R { private n = 1; get() { return this.n } }");
    await run("import { R } from './refused';\nlet r = new R();");
    write("refused.ts", "export class R { private n: number = 'x'; get() { return this.n } }");
    const { text } = await failure("import { R } from './refused';\nr = new R();");
    expect(text).to.contain("refused.ts:1:26");
    expect(await resultOf("r.get()")).to.equal("1");
    // Put right again as it was, it is the very same class, for TypeScript too.
    write("refused.ts", "export class R { private n = 1; get() { return this.n } }");
    expect(
      await resultOf(
        "import { R } from './refused';\nconst was = r; r = new R(); was instanceof R",
      ),
    ).to.equal("true");
  });

  it("that threw are tried again, with what they import kept", async () => {
    write("fails/dependency.ts", 'export const d = {};\nconsole.log("dependency evaluated");');
    write(
      "fails/index.ts",
      'import { d } from "./dependency";\nconst g = globalThis as unknown as { ready?: boolean };\nif (!g.ready) throw new Error("not ready");\nexport const ok = d;',
    );
    const error = await failure("import { ok } from './fails';");
    expect(error.text).to.contain("not ready");
    await failure("import { ok } from './fails';");
    const again = await run(
      "(globalThis as any).ready = true;\nimport { ok } from './fails'; import { d } from './fails/dependency';\nok === d",
    );
    expect(again.value).to.equal("true");
    expect(again.printed).to.equal("");
  });

  it("may import each other", async () => {
    write(
      "ring/even.ts",
      'import { odd } from "./odd";\nexport const even = (n: number): boolean => n === 0 || odd(n - 1);',
    );
    write(
      "ring/odd.ts",
      'import { even } from "./even";\nexport const odd = (n: number): boolean => n > 0 && even(n - 1);',
    );
    expect(await resultOf("import { even } from './ring/even';\n[even(10), even(7)]")).to.equal(
      "[ true, false ]",
    );
    write(
      "ring/odd.ts",
      'import { even } from "./even";\nexport const odd = (n: number): boolean => n === -1 || n > 0 && even(n - 1);',
    );
    expect(
      await resultOf(
        "import { even } from './ring/even'; import { odd } from './ring/odd';\n[even(10), odd(-1)]",
      ),
    ).to.equal("[ true, true ]");
  });

  it("that import each other are all tried again when one of them threw", async () => {
    write(
      "torn/a.ts",
      'import "./b";\nexport const a = { n: 1 };\nif (!("torn" in globalThis)) throw new Error("torn");',
    );
    write("torn/b.ts", 'import { a } from "./a";\nexport const readA = () => a?.n;');
    await failure("import './torn/a';");
    expect(
      await resultOf(
        "(globalThis as any).torn = 1;\nimport './torn/a'; import { readA } from './torn/b';\nreadA()",
      ),
    ).to.equal("1");
  });

  it("cut off by an interrupt are evaluated from the beginning", async () => {
    write(
      "endless.ts",
      'export const begun = 1;\nconsole.log("begun");\nwhile (!("go" in globalThis));\nexport const ended = 2;',
    );
    const id = await kernel.sendCell("import { ended } from './endless';\nended");
    await kernel.printed(id, "begun");
    await kernel.request("interrupt_request", {}, "control");
    expect((await kernel.answer(id)).reply.status).to.equal("error");
    expect(
      await resultOf("(globalThis as any).go = 1;\nimport { ended } from './endless';\nended"),
    ).to.equal("2");
  });

  it("print where the importing cell stands, once", async () => {
    write(
      "prints.ts",
      'console.log("from the file");\nsetTimeout(() => console.log("later"), 50);\nexport {};',
    );
    const id = await kernel.sendCell("import './prints';\nconsole.log('from the cell');");
    await kernel.printed(id, "later");
    const { messages } = await kernel.answer(id);
    expect(streamText(messages).split("\n").slice(0, 2)).to.deep.equal([
      "from the file",
      "from the cell",
    ]);
    expect((await run("import './prints'; 1")).printed).to.equal("");
  });

  it("name their own lines in errors", async () => {
    write(
      "lib/err.ts",
      "interface Unused {\n  n: number;\n}\n\nexport function thrower(n: number): never {\n  throw new RangeError(String(n));\n}",
    );
    const { text } = await failure("import { thrower } from './lib/err';\n\nthrower(1);");
    expect(text).to.contain("at thrower (lib/err.ts:6:9)");
    expect(text).to.contain("  6 |   throw new RangeError");
    expect(text).to.match(/cell \[\d+\]:3:1/);
    expect(text).not.to.contain(folder);
  });

  it("that wait for ever can be stopped, and are evaluated from the beginning then", async () => {
    write(
      "hangs.ts",
      'console.log("begun");\nawait new Promise<void>((done) => { if ("released" in globalThis) done(); });\nexport const hung = 1;',
    );
    write("waits-for-it.ts", 'export { hung } from "./hangs";');
    const id = await kernel.sendCell("import { hung } from './waits-for-it';\nhung");
    await kernel.printed(id, "begun");
    await kernel.request("interrupt_request", {}, "control");
    expect((await kernel.answer(id)).reply.ename).to.equal("Interrupted");
    const again = await run(
      "(globalThis as any).released = 1;\nimport { hung } from './waits-for-it';\nhung",
    );
    expect(again).to.deep.equal({ value: "1", printed: "begun" });
  });

  it("that loop after an await are cut off", async () => {
    write("loops.ts", 'await null;\nconsole.log("looping");\nwhile (true);\nexport {};');
    const id = await kernel.sendCell("import './loops';");
    await kernel.printed(id, "looping");
    await kernel.request("interrupt_request", {}, "control");
    expect((await kernel.answer(id)).reply.ename).to.equal("Interrupted");
    expect(await resultOf("1 + 1")).to.equal("2");
  });

  it("that await are no modules for require, until they are evaluated", async () => {
    write("awaiting.ts", "export const v = await Promise.resolve({});");
    const { text } = await failure("require('./awaiting')");
    expect(text).to.contain("require() cannot be used on an ESM graph with top-level await");
    expect(text).to.contain("awaiting.ts").and.not.to.contain(folder);
    expect(
      await resultOf("import { v } from './awaiting';\nrequire('./awaiting').v === v"),
    ).to.equal("true");
    write("awaiting.ts", "export const v = await Promise.resolve(2);");
    expect(await resultOf("import { v } from './awaiting';\nv + 1")).to.equal("3");
  });

  it("that await and throw are tried again", async () => {
    write(
      "tries.ts",
      'await null;\nif (!("tried" in globalThis)) throw new Error("not yet");\nexport const tried = 1;',
    );
    write("tries-user.ts", 'import { tried } from "./tries";\nexport const user = tried + 1;');
    const { text } = await failure("import { user } from './tries-user';");
    expect(text).to.contain("not yet").and.to.contain("tries.ts:2:37");
    expect(
      await resultOf("(globalThis as any).tried = 1;\nimport { user } from './tries-user';\nuser"),
    ).to.equal("2");
  });

  it("change what cells have imported, until a cell declares the name", async () => {
    write("state.ts", "export let n = 0;\nexport const inc = () => ++n;");
    expect(await resultOf("import { n, inc } from './state';\ninc();\ninc();\nn")).to.equal("2");
    expect(await resultOf("const read = () => n;\ninc();\n[n, read()]")).to.equal("[ 3, 3 ]");
    expect(await resultOf("let n = 10;\ninc();\nn += 1;\n[n, read()]")).to.equal("[ 11, 11 ]");
    expect(await resultOf("import { n as again } from './state';\nagain")).to.equal("4");
    // As a file's own variable, also when its new version comes.
    write("state.ts", "export let n = 100;\nexport const inc = () => ++n;");
    expect(await resultOf("import { n, inc } from './state';\ninc();\n[n, again]")).to.equal(
      "[ 101, 4 ]",
    );
  });

  it("may be those of a linked package, and are named by it", async function () {
    needs(this, "symbolic links");
    const linked = mkdtempSync(join(tmpdir(), "kernel-linked-"));
    try {
      mkdirSync(join(linked, "src"));
      const description = { name: "@work/shapes", main: "src/index.ts", types: "src/index.ts" };
      writeFileSync(join(linked, "package.json"), JSON.stringify(description));
      const index = (side: number) =>
        `import { square } from "./square";\nexport const area: number = square(${side});\nexport function fails(): never {\n  throw new Error("linked");\n}`;
      writeFileSync(join(linked, "src", "index.ts"), index(3));
      writeFileSync(
        join(linked, "src", "square.ts"),
        "export const square = (n: number) => n * n;",
      );
      mkdirSync(join(folder, "node_modules", "@work"), { recursive: true });
      symlinkSync(linked, join(folder, "node_modules", "@work", "shapes"), "junction");
      const cell = "import { area, fails } from '@work/shapes';\n";
      expect(await resultOf(`${cell}area`)).to.equal("9");
      expect(
        await resultOf(
          "[require('@work/shapes').fails, (await import('@work/shapes')).fails].map((f) => f === fails)",
        ),
      ).to.equal("[ true, true ]");
      const { text } = await failure("fails();");
      expect(text).to.contain("at fails (@work/shapes/src/index.ts:4:9)");
      expect(text).not.to.contain(linked);
      writeFileSync(join(linked, "src", "index.ts"), index(5));
      expect(await resultOf(`${cell}area`)).to.equal("25");
      expect((await failure(`${cell}area.length`)).ename).to.equal("TypeScriptError");
    } finally {
      rmSync(linked, { recursive: true, force: true });
    }
  });

  it("name their own lines after an await, too", async () => {
    write(
      "late.ts",
      "interface Unused {\n  n: number;\n}\nexport async function late(): Promise<never> {\n  await null;\n  throw new RangeError('late');\n}",
    );
    const { text } = await failure("import { late } from './late';\nawait late();");
    expect(text).to.contain("at late (late.ts:6:9)");
    expect(text).to.contain("at async cell [");
    expect(text).not.to.contain(folder);
  });

  it("that cannot be read are named", async () => {
    write("unread.js", "export const v = 1 +;");
    expect((await failure("require('./unread')")).text).to.contain("unread.js:1:21: ");
    write("half.json", "{");
    expect((await failure("require('./half.json')")).text).to.contain("half.json: ");
  });

  it("that cannot be read are not run as they may be meant, whoever asks for them", async () => {
    for (const kind of ["ts", "tsx", "mts", "cts", "js", "mjs", "cjs"]) {
      const name = `meant-${kind}.${kind}`;
      const isCommonJs = kind.startsWith("c");
      const code = (lr: string) =>
        `globalThis.meant = "run";\n${isCommonJs ? "exports.lr" : "export const lr"} = ${lr};\n`;
      for (const cell of [`require('./${name}').lr`, `(await import('./' + '${name}')).lr`]) {
        await run("(globalThis as any).meant = 'not run';");
        write(name, code("0.1 * (2 + 3"));
        const { ename, text } = await failure(cell);
        expect(ename, name).to.equal("SyntaxError");
        expect(text).to.match(new RegExp(`meant-${kind}\\.${kind}:2:\\d+: '\\)' expected`));
        expect(await resultOf("(globalThis as any).meant")).to.equal("'not run'");
        write(name, code("0.1 * (2 + 3)"));
        expect(await resultOf(cell), name).to.equal("0.5");
      }
    }
    write("typed.js", "exports.n = (1: number);");
    expect((await failure("require('./typed')")).text).to.contain("typed.js:1:");
  });

  it("are not run either when what they import cannot be read", async () => {
    write("whole.js", 'import "./before.js";\nimport { a } from "./part.js";\nexport { a };');
    write("before.js", 'console.log("before");\nexport {};');
    write("part.js", "export const a = [1;");
    const { reply, messages } = await kernel.run("require('./whole')");
    expect([reply.ename, String(reply.evalue)]).to.deep.equal([
      "SyntaxError",
      "part.js:1:20: ',' expected.",
    ]);
    expect(streamText(messages)).to.equal("");
    write("part.js", "export const a = [1];");
    expect(await run("require('./whole').a")).to.deep.equal({ value: "[ 1 ]", printed: "before" });
  });

  it("written in a cell of their own are evaluated once, and anew when they are written anew", async () => {
    await run(
      '/** @module written */\nexport class W { n = 1 }\nconsole.log("written evaluated");',
    );
    expect((await run("import { W } from './written';\nconst w = new W();")).printed).to.equal(
      "written evaluated",
    );
    expect(await run("import { W } from './written';\nw instanceof W")).to.deep.equal({
      value: "true",
      printed: "",
    });
    await run('/** @module written */\nexport class W { text = "new" }');
    expect(await resultOf("import { W } from './written';\n[w.n, new W().text]")).to.equal(
      "[ 1, 'new' ]",
    );
  });
});
