import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Json } from "../../../kernel-setup/jupyter/messages/message";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

/** A traceback as one text without colours. */
function text({ traceback }: Json): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
  return (traceback as string[]).join("\n").replace(/\u001b\[\d+m/g, "");
}

describe("kernel: cells that fail or are stopped", function () {
  this.timeout(120_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  async function value(code: string): Promise<string | undefined> {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status, `${code}\n${reply.traceback}`).to.equal("ok");
    return resultText(messages);
  }

  async function failure(code: string, ename = "Error"): Promise<Json> {
    const { reply } = await kernel.run(code);
    expect(reply.ename, `${code}\n${reply.traceback}`).to.equal(ename);
    return reply;
  }

  /** Runs a cell that goes on for ever, and stops it. */
  async function stopped(code: string): Promise<void> {
    const id = await kernel.sendCell(code);
    await kernel.printed(id, "begun\n");
    await sleep(50);
    await kernel.request("interrupt_request", {}, "control");
    expect((await kernel.answer(id)).reply.ename).to.equal("Interrupted");
  }

  const LOOPS: [string, string][] = [
    ["a loop", "while (true) net.w[0]++;"],
    [
      "a loop that awaits",
      "while (true) { net.w[0]++; await new Promise((r) => setTimeout(r, 2)); }",
    ],
    ["a loop after an await", "await null; while (true) net.w[0]++;"],
    ["an await", "net.w[0]++; await new Promise(() => {});"],
    ["a loop in a function", "function train() { for (;;) net.w[0]++; }\ntrain();"],
  ];
  for (const [name, loop] of LOOPS) {
    it(`leave what they trained when they are stopped in ${name}`, async () => {
      await stopped(`const net = { w: [0] };\nconsole.log("begun");\n${loop}`);
      expect(await value("net.w[0] > 0")).to.equal("true");
      expect((await failure("net.w.toFixed()", "TypeScriptError")).evalue).to.contain("number[]");
    });
  }

  it("leave everything that they declared before an error, with its type", async () => {
    await failure(
      "import { sep } from 'node:path'; import * as os from 'node:os';\n" +
        "const c = 1; let l: string; l = 'l'; var v = [2];\n" +
        "const { a, b: [d = 3], ...rest } = { a: 'a', b: [] as number[], e: 5 };\n" +
        "class K { #own = 4; get() { return this.#own } }\n" +
        "enum E { One = 1 }\nnamespace N { export const n = 6 }\n" +
        "interface I { i: number } type T = 'only';\n" +
        "const arrow = () => c;\nfor (var i = 0; ; i++) if (i === 7) throw new Error('late');\n" +
        "function hoisted() { return 8 }",
    );
    expect(
      await value(
        "const t: T = 'only'; const o: I = { i: 9 };\n" +
          "[sep.length, os.EOL, c, l.length, v[0], a.length, d.toFixed(), rest.e, new K().get(), E.One, N.n, arrow(), i, hoisted(), t, o.i].join()",
      ),
    ).to.equal("'1,\\n,1,1,2,1,3,5,4,1,6,1,7,8,only,9'");
    expect((await failure("hoisted().length", "TypeScriptError")).evalue).to.contain("'number'");
  });

  it("leave it after a rejected await too, for which the types are found out anew", async () => {
    await failure(
      "const first = [1]; function shape() { return { later, first } }\n" +
        "await Promise.reject(new Error('no'));\nconst later = 'text';",
    );
    // An import makes TypeScript find out all types once more.
    expect(await value("import { EOL } from 'node:os';\nfirst[0].toFixed() + EOL.length")).to.equal(
      "'11'",
    );
    const wrong = await failure("shape().later.toFixed()", "TypeScriptError");
    expect(wrong.evalue).to.contain("type 'string'");
  });

  it("say which cell has to be run again for a name that was not reached", async () => {
    const { execution_count: count } = await failure(
      "interface LostShape { n: number }\nthrow new Error('early');\n" +
        "const lost = { n: 1 }; class Lost {} enum LostKind { A } import { sep as lostSep } from 'node:path';\n" +
        "const LostShape = 5; var lostOld = 1; const { n: lostPart } = lost;",
    );
    for (const name of [
      "lost",
      "Lost",
      "LostKind",
      "lostSep",
      "lostOld",
      "lostPart",
      "LostShape",
    ]) {
      const error = await failure(`console.log(${name})`, "TypeScriptError");
      expect(text(error), name).to.contain(
        `Hint: ${name} was not reached: cell [${count}], which declares it, stopped before that line. Run that cell again.`,
      );
    }
    const error = await failure("const x = { lost }; const n: Lost = lost;", "TypeScriptError");
    expect(text(error).match(/lost was not reached/g)?.length).to.equal(1);
    expect(text(error)).to.contain("Lost was not reached");
    expect(await value("const s: LostShape = { n: 3 }; s.n")).to.equal("3");
    // Once it is there, it is there.
    expect(await value("const lost = 'again'; lost.length")).to.equal("5");
    expect(text(await failure("losst", "TypeScriptError"))).to.not.contain("reached");
  });

  it("refuse names that were not reached to their own functions as well", async () => {
    await value("const net = 'an older one';");
    const { execution_count: count } = await failure(
      "function size() { return net.length + wide.length }\nconst wide = [1];\nthrow new Error('x');\nconst net = [1, 2];",
    );
    const error = await failure("size()", "ReferenceError");
    expect(error.evalue).to.equal(
      `net was not reached: cell [${count}], which declares it, stopped before that line. Run that cell again.`,
    );
    expect(text(error)).to.match(/\n {2}1 \| function size/);
    expect(await value("net.toUpperCase()")).to.equal("'AN OLDER ONE'");
  });

  it("give a name its new value and type, or leave it both old ones", async () => {
    const kinds: [string, string, string, string, string][] = [
      // Each: the old declaration, the new one, an expression of the old type, its value, one of the new type.
      ["const n = 5;", "const n = 'text';", "n.toFixed(1)", "'5.0'", "n.length"],
      ["let n = 5;", "let n: string[] = [];", "n.toFixed(1)", "'5.0'", "n.concat()"],
      ["var n = 5;", "var n = 'text';", "n.toFixed(1)", "'5.0'", "n.length"],
      ["class n { old = 1 }", "class n { fresh = 2 }", "new n().old", "1", "new n().fresh"],
      ["enum n { Old }", "enum n { Fresh }", "n.Old", "0", "n.Fresh"],
      [
        "namespace n { export const old = 1 }",
        "namespace n { export const fresh = 1 }",
        "n.old",
        "1",
        "n.fresh",
      ],
      ["const n = 5;", "import * as n from 'node:path';", "n.toFixed(1)", "'5.0'", "n.sep"],
      ["const n = 5;", "const { n } = { n: 'text' };", "n.toFixed(1)", "'5.0'", "n.length"],
      ["const n = 5;", "var [n] = ['text'];", "n.toFixed(1)", "'5.0'", "n.length"],
      ["export const n = 5;", "export const n = 'text';", "n.toFixed(1)", "'5.0'", "n.length"],
    ];
    for (const [older, newer, asOld, oldValue, asNew] of kinds) {
      await value(`${older}\nfunction readOld() { return n }`);
      await failure(`throw new Error('before');\n${newer}`);
      expect(await value(asOld), `${newer} not reached`).to.equal(oldValue);
      await failure(asNew, "TypeScriptError");
      expect(await value("typeof readOld()")).to.equal(await value("typeof n"));
      await failure(`${newer}\nthrow new Error('after');`);
      await value(asNew);
      await failure(asOld, "TypeScriptError");
      // Two failing ones in a row.
      await failure(`throw new Error('before');\n${older}`);
      await value(asNew);
      await failure(`${older}\nthrow new Error('after');`);
      expect(await value(asOld), `${newer} undone`).to.equal(oldValue);
    }
  });

  it("take functions as they are from the cell's start, and values that fail on their way not at all", async () => {
    await value("function f() { return 'old' }\nconst a = 1, b = 2; let c = 3;");
    await failure("throw new Error('x');\nfunction f() { return 4 }");
    expect(await value("f().toFixed(1)")).to.equal("'4.0'");
    await failure("const { a, b } = { a: 'new', get b(): string { throw new Error('b') } };");
    expect(await value("[a.toFixed(), b.toFixed()].join()")).to.equal("'1,2'");
    await failure("const a = ((): string => { throw new Error('a') })(), b = 'new';");
    expect(await value("[a.toFixed(), b.toFixed()].join()")).to.equal("'1,2'");
    await failure("let c: string;\nthrow new Error('c');");
    expect(await value("c = 'given later'; c.length")).to.equal("11");
  });

  it("bring the types of a cell that has begun, while values keep those they were made with", async () => {
    await value("type Unit = { old: number }; const unit: Unit = { old: 1 };");
    await failure(
      "type Unit = { fresh: string };\nthrow new Error('x');\nconst unit: Unit = { fresh: '' };",
    );
    expect(
      await value("const u: Unit = { fresh: 'f' }; [unit.old.toFixed(), u.fresh.length].join()"),
    ).to.equal("'1,1'");
    await failure("const wrong: Unit = unit;", "TypeScriptError");
  });

  it("keep what is declared apart from what goes on in the background", async () => {
    await value(
      "const net = 'old'; let go: (() => void) | undefined; var late = 1; let seen = '';",
    );
    await stopped(
      "var early = 1; let steps = 0; console.log('begun');\n" +
        "const net = await new Promise<number[]>((r) => { go = () => r([1, 2]) });\n" +
        "var late: number = await Promise.resolve(5); seen = [net.length, ++late, ++steps].join(' ');",
    );
    expect(await value("[net.toUpperCase(), late, early, steps].join()")).to.equal("'OLD,1,1,0'");
    // It goes on with variables of its own, and shares those that it had reached.
    expect(await value("go?.(); await new Promise((r) => setTimeout(r, 50)); seen")).to.equal(
      "'2 6 1'",
    );
    expect(await value("[net.toUpperCase(), late, steps].join()")).to.equal("'OLD,1,1'");
  });

  it("heed what a later cell sets, as the background does that is to be stopped", async () => {
    await stopped(
      "let stop = false, rounds = 0; console.log('begun');\n" +
        "while (!stop) { rounds++; await new Promise((r) => setTimeout(r, 1)); }\nconst end = rounds;",
    );
    await value("stop = true; await new Promise((r) => setTimeout(r, 50));");
    const before = await value("rounds");
    await sleep(50);
    expect(await value("rounds")).to.equal(before);
    await failure("end", "TypeScriptError");
  });

  it("know nothing of a cell that was not run", async () => {
    await failure(
      "const typed: number = 'wrong'; const neverRun = 1; type T = 1;",
      "TypeScriptError",
    );
    expect(text(await failure("neverRun", "TypeScriptError"))).to.contain(
      "Nothing is called neverRun so far",
    );
  });

  it("complete and inspect what was reached, and nothing else", async () => {
    await failure("const reachedName = 1;\nthrow new Error('x');\nconst reachedNot = 2;");
    const { reply } = await kernel.request("complete_request", { code: "reached", cursor_pos: 7 });
    expect(reply.matches).to.deep.equal(["reachedName"]);
    const info = await kernel.request("inspect_request", { code: "reachedName", cursor_pos: 3 });
    expect(JSON.stringify(info.reply.data)).to.contain("const reachedName: 1");
  });

  it("see all of a cell that ran to its end, whatever it left out on its way", async () => {
    expect(
      await value("if (Math.random() > 2) { var never = 1; }\nfor (var none of [] as number[]);"),
    ).to.equal(undefined);
    expect(await value("[typeof never, typeof none].join()")).to.equal("'undefined,undefined'");
    await value("void Promise.reject(new Error('floating')).catch(() => 0); const whole = 1;");
    await failure("void Promise.reject(new Error('floating')); const floating = 2;");
    expect(await value("whole + floating")).to.equal("3");
  });

  it("keep exported names for all later cells", async () => {
    await value("export const e = 1; export class EC { n = 2 } export type ET = 3;");
    await value("const between = 1;");
    await value("between");
    const { messages } = await kernel.run("const et: ET = 3;\nconsole.log(e + new EC().n + et)");
    expect(streamText(messages)).to.equal("6\n");
    expect(contentsOf(messages, "error")).to.deep.equal([]);
  });
});
