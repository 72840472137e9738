import { expect } from "chai";
import type { Json } from "../../../kernel-setup/jupyter/messages/message";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

/** A traceback as one text without colours. */
function text(content: Json): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
  return (content.traceback as string[]).join("\n").replace(/\u001b\[\d+m/g, "");
}

describe("kernel: errors", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  async function failure(code: string): Promise<Json> {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status, code).to.equal("error");
    const errors = contentsOf(messages, "error");
    expect(errors.length).to.equal(1);
    for (const key of ["ename", "evalue", "traceback"]) {
      expect(errors[0][key]).to.deep.equal(reply[key]);
    }
    return errors[0];
  }

  it("shows a type error with line, column, message and a caret, and runs nothing", async () => {
    const error = await failure("console.log('no');\nconst wrong: number = 'text';");
    expect(error.ename).to.equal("TypeScriptError");
    expect(error.evalue).to.equal("2:7 - Type 'string' is not assignable to type 'number'.");
    expect(text(error).split("\n")).to.deep.equal([
      "TypeScriptError: 2:7 - Type 'string' is not assignable to type 'number'. (TS2322)",
      "  2 | const wrong: number = 'text';",
      "    |       ^^^^^",
      "  Hint: The value is of type string, but the place that it is meant for takes number.",
    ]);
  });

  it("lists every type error, explanations indented, carets right under wide characters", async () => {
    const error = await failure(
      "const 값 = '한글'; 값.nope;\nconst o: { a: { b: number } } = { a: { b: '' } };",
    );
    const lines = text(error).split("\n");
    expect(error.evalue).to.contain("(and 1 more)");
    expect(lines[1]).to.equal("  1 | const 값 = '한글'; 값.nope;");
    expect(lines[2]).to.equal(`    | ${" ".repeat(22)}^^^^`);
    expect(lines[4]).to.match(/^2:40 - Type 'string' is not assignable/);
  });

  it("is strict about null and implicit any", async () => {
    const strict = await failure("const maybe = [1].find((n) => n > 0);\nmaybe.toFixed();");
    expect(strict.evalue).to.contain("possibly 'undefined'");
    expect((await failure("const id = (x) => x;")).evalue).to.contain("implicitly");
  });

  it("calls unreadable code a SyntaxError and shows nothing else of it", async () => {
    const error = await failure("const a = 1;\nlet v = {");
    expect(error.ename).to.equal("SyntaxError");
    expect(text(error)).to.equal(
      "SyntaxError: 2:10 - '}' expected. (TS1005)\n  2 | let v = {\n    |          ^\n" +
        "  Hint: TypeScript expected } at this place; look also at what stands right before it.",
    );
  });

  it("shows the cells' own TypeScript lines of a runtime error, and the causes", async () => {
    const { reply } = await kernel.run(
      "interface Unused { a: number }\n\nfunction inner(n: number): number {\n" +
        "  if (n === 0) throw new RangeError('too low', { cause: new Error('root') });\n" +
        "  return inner(n - 1);\n}",
    );
    const count = reply.execution_count as number;
    const error = await failure("type T = string;\n\nconst call = () => inner(1);\ncall();");
    expect([error.ename, error.evalue]).to.deep.equal(["RangeError", "too low"]);
    const lines = text(error).split("\n");
    expect(lines.slice(0, 3)).to.deep.equal([
      "RangeError: too low",
      "  4 |   if (n === 0) throw new RangeError('too low', { cause: new Error('root') });",
      "    |                      ^",
    ]);
    expect(lines.slice(3, 7)).to.deep.equal([
      `    at inner (cell [${count}]:4:22)`,
      `    at inner (cell [${count}]:5:10)`,
      `    at call (cell [${count + 1}]:3:20)`,
      `    at cell [${count + 1}]:4:1`,
    ]);
    expect(lines[7]).to.equal("Caused by Error: root");
    expect(text(error)).to.not.match(/tslab|node:|node_modules|evalmachine/);
  });

  it("finds the line after an await", async () => {
    const error = await failure("await null;\ninterface X {}\nnull!['x' as never];");
    expect(error.ename).to.equal("TypeError");
    expect(text(error)).to.match(/cell \[\d+\]:3:/);
  });

  it("shows cells' lines in error.stack too", async () => {
    const { messages } = await kernel.run("type A = 1;\nnew Error('seen').stack");
    expect(resultText(messages)).to.match(/^'Error: seen\\n {4}at cell \[\d+\]:2:1'$/);
  });

  it("tells what was thrown when it is no Error, whatever it is", async () => {
    expect(await failure("throw 'just text'")).to.include({
      ename: "Thrown",
      evalue: "'just text'",
    });
    expect(await failure("throw undefined")).to.include({ evalue: "undefined" });
    expect(await failure("throw null")).to.include({ evalue: "null" });
    const nasty = await failure(
      "throw Object.defineProperty(new Error('kept'), 'cause', { get() { throw 1; } })",
    );
    expect(nasty.evalue).to.equal("kept");
    const loop = await failure("const e = new Error('loop'); e.cause = e; throw e;");
    expect(text(loop)).to.not.contain("Caused by");
  });

  it("shortens a stack overflow", async () => {
    const error = await failure("const deep = (): number => 1 + deep();\ndeep();");
    expect(error.ename).to.equal("RangeError");
    expect(text(error)).to.match(/… and \d+ more/);
  });

  it("fails the cell that leaves a rejected promise floating", async () => {
    const error = await failure("void Promise.reject(new Error('floating'));");
    expect(error.evalue).to.equal("floating");
    const later = await failure(
      "void (async () => { await null; throw new Error('meanwhile'); })();\nawait new Promise((r) => setTimeout(r, 100));",
    );
    expect(later.evalue).to.equal("meanwhile");
    expect((await kernel.run("await Promise.reject(1).catch(() => 2)")).reply.status).to.equal(
      "ok",
    );
  });

  it("sends errors after a cell's end to that cell, and lives on", async () => {
    const timer = await kernel.run("setTimeout(() => { throw new Error('in a timer'); }, 20); 1");
    const promise = await kernel.run(
      "setTimeout(() => { void Promise.reject(new Error('rejected late')); }, 20); 2",
    );
    for (const [{ id }, message] of [
      [timer, "in a timer"],
      [promise, "rejected late"],
    ] as const) {
      await kernel.until(() =>
        contentsOf(kernel.messagesOf(id), "error").some(({ evalue }) => evalue === message),
      );
    }
    expect(resultText((await kernel.run("1 + 1")).messages)).to.equal("2");
  });

  const hints: [string, number, RegExp][] = [
    ["Math.max(1))", 1005, /a bracket too many/],
    ["Math.max(1, 2", 1005, /expected \) at this place/],
    ["const sum = 1; ) + 2", 1128, /a bracket too many/],
    ["const early: number = ;", 1109, /A value is missing/],
    ["nowhere + 1", 2304, /Nothing is called nowhere so far\. Run the cell/],
    ["print('x')", 2304, /console\.log/],
    ["import { a } from 'no-such-package';", 2307, /saved under no-such-package/],
    ["({ a: 1 }).b", 2339, /type { a: number; } has no b/],
    ["Promise.resolve('a').length", 2339, /write await/],
    ["const late: number = Promise.resolve(1);", 2322, /write await/],
    ["Math.abs(Promise.resolve(1))", 2345, /write await/],
    ["Promise.resolve(1) * 2", 2362, /write await/],
    ["2 * Promise.resolve(1)", 2363, /write await/],
    ["Promise.resolve(1) + 1", 2365, /write await/],
    ["Promise.resolve(1) === 1", 2367, /write await/],
    ["for (const n of Promise.resolve([1])) {}", 2488, /write await/],
    ["if (Promise.resolve(true)) {}", 2801, /write await/],
    ["Math.abs('1')", 2345, /type string, but takes number/],
    ["const five = 5; five()", 2349, /this is none/],
    ["function empty(): number {}", 2355, /never returns/],
    ["'a' * 2", 2362, /number on the left/],
    ["2 * 'a'", 2363, /number on the right/],
    ["[1, 2] + [3, 4]", 2365, /take their elements/],
    ["function twin() {}\nfunction twin() {}", 2393, /rename one/],
    ["let once = 1; let once = 2;", 2451, /rename one/],
    ["const [first] = 5;", 2488, /this is none/],
    ["[1].find((n) => n > 1).toFixed()", 2532, /may be missing/],
    ["const found = [1].find((n) => n > 1);\nfound.toFixed()", 18048, /if \(found\)/],
    ["const none = null as number | null;\nnone.toFixed()", 18047, /none may be missing/],
    ["Math.sin()", 2554, /more or fewer/],
    ["class Bare { x: number }", 2564, /Give x a value/],
    ["document.title", 2584, /there is no document/],
    ["const fixed = 1; fixed = 2;", 2588, /let/],
    ["const part: { a: number } = {};", 2741, /Add a to the object/],
    ["[1, 2].reduce((a, b) => a.push(b), [])", 2769, /several ways/],
    ["const lambda = (x) => 1;", 7006, /\(x: number\)/],
    ["import untyped from 'numjs';", 7016, /package numjs has no types/],
    ["try { throw 1; } catch (e) { e.message; }", 18046, /typeof or instanceof/],
  ];
  for (const [code, number, hint] of hints) {
    it(`explains TS${number} in plain words: ${code.replace("\n", " ")}`, async () => {
      const lines = text(await failure(code));
      expect(lines).to.contain(`(TS${number})`);
      expect(lines).to.match(new RegExp(`Hint: .*${hint.source}`));
    });
  }

  it("adds no hint where the message is clear, and none twice", async () => {
    for (const code of [
      "'abc'.lenght",
      "const kept: Promise<string> = Promise.resolve(1);",
      "const f: (a: { b: number }) => void = (a: { b: '' }) => {};",
    ]) {
      expect(text(await failure(code)), code).to.not.contain("Hint");
    }
    for (const code of [
      "here; there; nowhere;",
      "const late = Promise.resolve(1); late * 2; 2 * late; Math.abs(late);",
    ]) {
      const lines = text(await failure(code)).split("\n");
      expect(lines.filter((line) => line.includes("Hint")).length, code).to.equal(1);
    }
  });

  it("names modules by their packages, and their types alone", async () => {
    for (const [code, said] of [
      ['import { relu } from "backprop";', `'"backprop"' has no exported member named 'relu'`],
      ['import * as all from "backprop"; all.nope;', `on type 'typeof import("backprop")'`],
      [
        'import { Relu } from "backprop"; const r: number = new Relu().forward([1]);',
        "Type 'NdArray' is not assignable to type 'number'",
      ],
    ]) {
      const lines = text(await failure(code));
      expect(lines).to.contain(said);
      expect(lines).to.not.match(/dist|\.\.\/|numjs-types/);
    }
  });

  it("keeps what the engine adds of its own out of the errors", async () => {
    const lines = text(await failure("const typed: Missing = {};\nexport const shared = 1;"));
    expect(lines).to.not.match(/private name|3:/);
  });

  it("shortens long lists of errors, long messages and long explanations", async () => {
    const many = text(await failure(Array.from({ length: 40 }, (_, i) => `no${i};`).join("\n")));
    expect(many.match(/Cannot find name/g)?.length).to.equal(10);
    expect(many).to.contain("… and 30 more");
    const keys = Array.from({ length: 200 }, (_, i) => `someLongKey${i}`);
    const wide = text(
      await failure(
        `const o = { ${keys.map((k) => `${k}: '1'`)} };\nMath.abs(o as { ${keys.map((k) => `${k}: string`).join("; ")} });`,
      ),
    );
    expect(
      Math.max(
        ...wide
          .split("\n")
          .filter((line) => !line.includes("|"))
          .map(({ length }) => length),
      ),
    ).to.be.below(600);
    const long = await failure("throw new Error('x'.repeat(1e6));");
    expect(String(long.evalue).length).to.be.below(11_000);
  });

  it("names errors of classes of one's own, and shows what an AggregateError holds", async () => {
    const own = await failure("class ShapeError extends Error {}\nthrow new ShapeError('2 by 3');");
    expect([own.ename, own.evalue]).to.deep.equal(["ShapeError", "2 by 3"]);
    const lines = text(
      await failure(
        "await Promise.any([\n  Promise.reject(new Error('one')),\n  Promise.reject('two'),\n]);",
      ),
    );
    expect(lines).to.match(/^AggregateError: All promises/);
    expect(lines).to.match(/\nError 1 of these is Error: one\n {2}2 \|/);
    expect(lines).to.match(/\nError 2 of these is Thrown: 'two'/);
  });

  it("says how to learn the line of what is no Error", async () => {
    expect(text(await failure("throw { code: 5 };"))).to.match(
      /^Thrown: { code: 5 }\n {2}Hint: .*Error/,
    );
  });

  it("names packages instead of this machine's folders in error.stack", async () => {
    const { messages } = await kernel.run(
      "import { parse } from 'yaml';\ntry { parse('a: [') } catch (e) { console.log((e as Error).stack); }",
    );
    const lines = streamText(messages);
    expect(lines).to.match(/\n {4}at parse \(yaml\/dist\/public-api\.js:\d+:\d+\)\n {4}at cell \[/);
    expect(lines).to.not.contain(process.cwd());
  });

  it("shows a few frames of a package where no cell took part", async () => {
    const { id } = await kernel.run("setTimeout(require('yaml').parse, 10, 'a: [');");
    await kernel.until(() => contentsOf(kernel.messagesOf(id), "error").length > 0);
    const lines = text(contentsOf(kernel.messagesOf(id), "error")[0]).split("\n");
    const frames = lines.filter((line) => line.startsWith("    at "));
    expect(frames.length).to.be.within(1, 3);
    for (const frame of frames) expect(frame).to.match(/yaml\//);
  });
});
