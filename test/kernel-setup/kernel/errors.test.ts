import { expect } from "chai";
import type { Json } from "../../../kernel-setup/wire/message";
import { contentsOf, RawKernel, resultText } from "../../support/raw-kernel";

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
    expect(lines[3]).to.match(/^2:40 - Type 'string' is not assignable/);
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
      "SyntaxError: 2:10 - '}' expected. (TS1005)\n  2 | let v = {\n    |          ^",
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
});
