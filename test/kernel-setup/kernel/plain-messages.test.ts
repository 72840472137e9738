import { runInNewContext } from "node:vm";
import { expect } from "chai";
import type { Json } from "../../../kernel-setup/jupyter/messages/message";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

/** Code that fails where a name is used, which is declared before it. */
const FAILING: [declared: string, used: string][] = [
  ["const a: any = {};", "a.b()"],
  ["const a: any = {};", "a.b.c()"],
  ["const a: any = {};", "a['b c']()"],
  ["const a: any = {}, key = 'k';", "a[key]()"],
  ["let f: any = 5;", "f()"],
  ["let f: any = 5;", "f?.()"],
  ["let f: any = 5;", "f`x`"],
  ["let f: any = 5;", "new f()"],
  ["let f: any = 5;", "new f.g()"],
  ["let f: any = 5;", "for (const q of f) {}"],
  ["let f: any = 5;", "for (var q of f) {}"],
  ["let f: any = 5;", "[...f]"],
  ["let f: any = 5;", "Math.max(...f)"],
  ["let f: any = 5;", "class A extends f {}"],
  ["let f: any = 5;", "({}) instanceof f"],
  ["let f: any = () => 1;", "f()()"],
  ["let f: any;", "const { g } = f;"],
  ["let f: any;", "const { g: { h } } = f;"],
  ["let f: any;", "let { ...rest } = f;"],
  ["let f: any = {};", "const { g: { h } } = f;"],
  ["let f: any;", "f.g"],
  ["let f: any;", "f.g = 1"],
  ["const cells: any = {};", "cells.own()"],
  ["const own: any = {}, cells = 3;", "own.cells()"],
  ["const $값: any = {};", "$값.이름()"],
  ["class K { static s: any = 5 }", "K.s()"],
];

/** What Node itself says of the same, as plain JavaScript in one function. */
function saidByNode(declared: string, used: string): string {
  const plain = `${declared}\n${used}`.replace(/: any/g, "");
  return runInNewContext(
    `(() => { "use strict"; try { ${plain} } catch (e) { return e.name + ": " + e.message } })()`,
  ) as string;
}

describe("kernel: what runtime errors name", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  async function failure(code: string): Promise<Json> {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status, code).to.equal("error");
    expect(contentsOf(messages, "error")[0].evalue).to.equal(reply.evalue);
    expect(JSON.stringify(messages.map(({ content }) => content))).to.not.contain("º");
    return reply;
  }

  for (const [declared, used] of FAILING) {
    it(`is what stands in the cell: ${declared} ${used}`, async () => {
      const said = saidByNode(declared, used);
      const same = await failure(`${declared}\n${used}`);
      expect(`${same.ename}: ${same.evalue}`).to.equal(said);
      await kernel.run(declared);
      const later = await failure(used);
      expect(`${later.ename}: ${later.evalue}`).to.equal(said);
    });
  }

  it("is nothing where a list is taken apart, as Node says it of any property", async () => {
    const said = saidByNode("const o: any = { f: 5 };", "const [g] = o.f;");
    for (const code of ["const [g] = f;", "var [g] = f;", "let g; [g] = f;"]) {
      const error = await failure(`let f: any = 5;\n${code}`);
      expect(`${error.ename}: ${error.evalue}`).to.equal(said);
    }
  });

  it("is plain for imported names too", async () => {
    await kernel.run(
      "import * as path from 'node:path'; import { sep, join as put } from 'node:path'; import fs from 'node:fs';",
    );
    expect((await failure("(path as any).nothing()")).evalue).to.equal(
      "path.nothing is not a function",
    );
    expect((await failure("(sep as any)()")).evalue).to.equal("sep is not a function");
    expect((await failure("new (put as any).x()")).evalue).to.equal("put.x is not a constructor");
    expect((await failure("(fs as any).a.b()")).evalue).to.match(
      /^Cannot read properties of undefined/,
    );
  });

  it("is plain wherever the reader meets it: in catch, in texts of errors, in causes and parts", async () => {
    await kernel.run("const a: any = {}; let f: any = 5;");
    const said = "a.b is not a function";
    const printed = async (code: string) => streamText((await kernel.run(code)).messages);
    expect(await printed("try { a.b() } catch (e) { console.log((e as Error).message) }")).to.equal(
      `${said}\n`,
    );
    expect(
      await printed("try { a.b() } catch ({ message }: any) { let f = message; console.log(f) }"),
    ).to.equal(`${said}\n`);
    expect(await printed("try { a.b() } catch { console.log('caught') }")).to.equal("caught\n");
    expect(
      await printed(
        "const go = () => { try { f() } catch (e) { return String(e) } };\nconsole.log(go())",
      ),
    ).to.equal("TypeError: f is not a function\n");
    expect(
      await printed(
        "Promise.resolve().then(() => a.b()).catch((e) => console.log(e)); await null;\nawait null; await null;",
      ),
    ).to.match(/^TypeError: a\.b is not a function\n {4}at cell \[/);
    expect(
      await printed(
        "await (async () => a.b())().catch((e) => console.log(e.stack.split('\\n')[0]))",
      ),
    ).to.equal(`TypeError: ${said}\n`);
    const lines = async (code: string) => ((await failure(code)).traceback as string[]).join("\n");
    expect(
      await lines("try { a.b() } catch (cause) { throw new Error('outer', { cause }) }"),
    ).to.contain(`: ${said}`);
    expect(await lines("await Promise.any([(async () => a.b())(), (async () => f())()])")).to.match(
      /a\.b is not a function[\s\S]*f is not a function/,
    );
    expect((await failure("void (async () => a.b())();")).evalue).to.equal(said);
    const { id } = await kernel.run("setTimeout(() => a.b(), 1); 1");
    await kernel.until(() => contentsOf(kernel.messagesOf(id), "error").length > 0);
    expect(contentsOf(kernel.messagesOf(id), "error")[0].evalue).to.equal(said);
    expect(
      resultText(
        (
          await kernel.run(
            "try { a.b() } catch (e) { e }\n(() => { try { a.b() } catch (e) { return e } })()",
          )
        ).messages,
      ),
    ).to.contain(`TypeError: ${said}`);
  });

  it("is plain in functions that handle rejections", async () => {
    await kernel.run(
      "const a: any = {}; const all: string[] = []; const fails = async () => a.b();",
    );
    await kernel.run(
      "await fails().catch((e) => all.push(e.message));\n" +
        "await fails().catch(function (e: Error) { all.push(e.message); });\n" +
        "await fails().then(() => 0, async (e: Error) => { all.push(e.message); });\n" +
        "await (fails() as Promise<any> | undefined)?.catch((e) => ({ e })).then(({ e }) => { all.push(e.message) });\n" +
        "await fails().catch(() => all.push('none'));",
    );
    const said = "a.b is not a function";
    expect(resultText((await kernel.run("all.join()")).messages)).to.equal(
      `'${[said, said, said, said, "none"]}'`,
    );
  });

  it("is left alone where the reader wrote it", async () => {
    expect((await failure("throw new Error('cells.a.b is not a function')")).evalue).to.equal(
      "cells.a.b is not a function",
    );
    expect((await failure("((cells: any) => cells.x())({})")).evalue).to.equal(
      "cells.x is not a function",
    );
    expect((await failure("((own: any) => own.x())({})")).evalue).to.equal(
      "own.x is not a function",
    );
  });

  it("has Node's own first line also where it is no error, as console.trace makes one", async () => {
    const { messages } = await kernel.run(
      "const named = { name: 'Named', message: 'text' }; Error.captureStackTrace(named);\n" +
        "const plain = {} as { stack: string }; Error.captureStackTrace(plain);\n" +
        "console.log((named as any).stack.split('\\n')[0] + '|' + plain.stack.split('\\n')[0]); console.trace('tr');",
    );
    expect(streamText(messages)).to.equal("Named: text|Error\n");
    expect(streamText(messages, "stderr")).to.match(/^Trace: tr\n {4}at cell \[\d+\]:3:\d+\n$/);
  });
});
