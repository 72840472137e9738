import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import ts from "typescript";
import type { Json } from "../../../kernel-setup/jupyter/messages/message";
import { contentsOf, RawKernel, resultText } from "../../support/raw-kernel";

const REQUEST = "backprop_diagnostics_request";

/** One entry of a reply, as the kernel's README describes it. */
interface Shown extends Json {
  ename: string;
  code: number;
  message: string;
  explanations: string[];
  hint: string | null;
  file: string | null;
  start: number;
  end: number;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

/** Cells that need nothing of others, with errors of many kinds. */
const CELLS = [
  "const n: number = 'x';",
  "const a = [1, 2];\n  a.mpa((x) => x + 1);\nnowhere + 1;",
  "class P {\n  x: string = 1;\n  y(): number {}\n}\nnew P().z;\n",
  "// 😀 한글\nlet 값: number = '😀'; 값.nope",
  "function f(a: string, b?: number) {}\nf(1);\nf();\nf('', 2, 3);",
  "type T = { a: { b: number } };\nconst t: T = { a: { b: 's' } };\nconst u: T = { a: {} };",
  "const g: (a: string) => void = (a: number) => {};",
  "import { nothing } from 'node:fs';\nnothing;",
  "import { x } from './no-such-file';",
  "process.nope; Buffer.from(1, 2, 3);",
  "const fine = 1;\nfine;",
  "",
];

const DECLARATIONS = new Map<string, ts.SourceFile | undefined>();

/** Declarations, which are the same for all cells, parsed once. */
function once(path: string, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!DECLARATIONS.has(path)) DECLARATIONS.set(path, read());
  return DECLARATIONS.get(path);
}

/** What TypeScript itself, started anew, says of a text: start, end and number of each error. */
function errorsOfTypeScript(text: string): string[] {
  const file = `${process.cwd()}/alone.ts`;
  const options: ts.CompilerOptions = {
    // As the project's own tsconfig.json says, in whose folder the kernel runs.
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? text : readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === file
      ? ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ES2022 })
      : once(path, () => getSourceFile(path, ...rest));
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    .map(({ start = 0, length = 0, code }) => `${start} ${start + length} ${code}`)
    .sort();
}

describe("kernel: diagnostics", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  async function ask(code: string, channel: "control" | "shell" = "control"): Promise<Shown[]> {
    const { reply } = await kernel.request(REQUEST, { code }, channel);
    expect(reply.status, JSON.stringify(reply)).to.equal("ok");
    return reply.diagnostics as Shown[];
  }

  it("are told of in kernel_info", async () => {
    const { reply } = await kernel.request("kernel_info_request", {});
    expect(reply.supported_features).to.deep.equal(["backprop diagnostics"]);
  });

  for (const [i, code] of CELLS.entries()) {
    it(`have the places and numbers that TypeScript itself gives: cell ${i + 1}`, async () => {
      const found = (await ask(code)).map(({ start, end, code: number }) =>
        [start, end, number].join(" "),
      );
      expect(found.sort()).to.deep.equal(errorsOfTypeScript(code));
    });
  }

  it("count lines and columns from one, and name what cannot be read", async () => {
    const [error] = await ask("let fine;\nfor (const of) {");
    expect(error).to.deep.include({ ename: "SyntaxError", line: 2, end_line: 2, start: 10 + 13 });
    const text = "const a = 1;\n  const b: string =\n    a +\n    2;";
    const [wrong] = await ask(text);
    expect(wrong).to.deep.include({ ename: "TypeScriptError", code: 2322, file: null });
    const lines = text.split("\n");
    const at = (line: number, column: number) =>
      lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
    expect(at(wrong.line, wrong.column)).to.equal(wrong.start);
    expect(at(wrong.end_line, wrong.end_column)).to.equal(wrong.end);
  });

  it("say what the cell says when it is run, in the reader's language", async () => {
    const cell = "const c = 1;\nc = 2;\nconst o: { a: () => string } = { a: () => 1 };";
    const speak = (language: string) =>
      kernel.run(`(globalThis as any)[Symbol.for("tslab.language")]("${language}");`);
    for (const language of ["ko", "en"]) {
      await speak(language);
      const errors = await ask(cell);
      const { reply } = await kernel.run(cell);
      const shown = (reply.traceback as string[]).join("\n");
      expect(errors).to.have.length(2);
      for (const { message, explanations, hint, line, column, code } of errors) {
        expect(shown).to.contain(`${line}:${column} - ${message} (TS${code})`);
        for (const explanation of explanations) expect(shown).to.contain(explanation);
        if (hint !== null) expect(shown).to.contain(hint);
      }
      expect(errors[0].hint).to.be.a("string");
      expect(/[가-힣]/.test(errors[0].message)).to.equal(language === "ko");
    }
  });

  it("say why a name is missing that a stopped cell would have declared", async () => {
    await kernel.run("throw new Error('early'); const unreached = 1;");
    const [error] = await ask("unreached");
    const { reply } = await kernel.run("unreached");
    expect(error.hint).to.be.a("string");
    expect((reply.traceback as string[]).join("\n")).to.contain(error.hint);
  });

  it("see what earlier cells declare, and leave nothing behind", async () => {
    await kernel.run("const kept = 5;\nclass Kept { a = 1 }");
    expect(await ask("kept.toFixed(1); new Kept().a")).to.deep.equal([]);
    expect(await ask("const kept = 'text', fresh = 1; interface Kept { b: string }")).to.deep.equal(
      [],
    );
    expect(await ask("declare global { interface Array<T> { leaked(): T } }")).to.deep.equal([]);
    expect(await ask("/** @module leak */\nexport const leak = 1;")).to.deep.equal([]);
    expect(resultText((await kernel.run("kept + new Kept().a")).messages)).to.equal("6");
    for (const [cell, code] of [
      ["fresh", 2304],
      ["[1].leaked()", 2339],
      ["import { x } from 'leaked'; x", 2307],
      ["import { leak } from './leak'; leak", 2307],
    ] as const) {
      expect((await ask(cell)).map((error) => error.code)).to.deep.equal([code]);
      expect((await kernel.run(cell)).reply.evalue, cell).to.contain("1:");
    }
    const { reply } = await kernel.request("history_request", {
      hist_access_type: "tail",
      n: 100,
      raw: true,
      output: false,
    });
    expect(JSON.stringify(reply.history)).not.to.contain("@module");
    const before = (await kernel.run("1")).reply.execution_count as number;
    await ask("2");
    expect((await kernel.run("3")).reply.execution_count).to.equal(before + 1);
  });

  it("are framed by busy and idle, and are the same on shell", async () => {
    const { messages } = await kernel.request(REQUEST, { code: "nowhere" }, "control");
    const states = contentsOf(messages, "status").map((content) => content.execution_state);
    expect(states).to.deep.equal(["busy", "idle"]);
    expect(messages).to.have.length(2);
    expect(await ask("nowhere", "shell")).to.deep.equal(await ask("nowhere"));
  });

  it("come while a cell awaits, without what it declares, and change nothing for it", async () => {
    const id = await kernel.sendCell(
      'import { sep } from "node:path";\nconsole.log("begun");\nconst waited = await new Promise<number>((r) => setTimeout(() => r(41), 1500));\nconst after = sep.length + waited;\nafter',
    );
    await kernel.printed(id, "begun");
    expect((await ask("waited + after")).map(({ code }) => code)).to.deep.equal([2304, 2304]);
    expect(await ask('import { join } from "node:path";\njoin("a", "b").length')).to.deep.equal([]);
    expect(await ask("declare global { interface Array<T> { more(): T } }")).to.deep.equal([]);
    expect(kernel.isIdle(id)).to.equal(false);
    const { reply, messages } = await kernel.answer(id);
    expect(reply.status).to.equal("ok");
    expect(resultText(messages)).to.equal("42");
    expect(await ask("waited.toFixed() + after.toFixed() + sep.length")).to.deep.equal([]);
    expect((await ask("sep.nothing")).map(({ code }) => code)).to.deep.equal([2339]);
    expect(resultText((await kernel.run("waited + sep.length")).messages)).to.equal("42");
  });

  it("wait for a cell that blocks, and of several for one cell only the newest is answered", async () => {
    const id = await kernel.sendCell(
      'console.log("begun");\nfor (const end = Date.now() + 1500; Date.now() < end; );\nconst blocked = 1;',
    );
    await kernel.printed(id, "begun");
    const ids: string[] = [];
    for (let n = 0; n < 10; n++) {
      const content = { code: `blocked + nowhere${n}`, cell_id: "a" };
      ids.push(await kernel.send(REQUEST, content, "control"));
    }
    const other = await kernel.send(REQUEST, { code: "elsewhere", cell_id: "b" }, "control");
    const replies: Json[] = [];
    for (const asked of ids.slice(0, -1)) replies.push((await kernel.answer(asked)).reply);
    expect(kernel.isIdle(id), "it still blocks").to.equal(false);
    for (const reply of replies) expect(reply).to.deep.equal({ status: "aborted" });
    const newest = await kernel.answer(ids.at(-1) as string);
    // It sees what the cell has declared.
    const messages = (newest.reply.diagnostics as Shown[]).map(({ message }) => message);
    expect(messages).to.deep.equal(["Cannot find name 'nowhere9'."]);
    expect((await kernel.answer(other)).reply.diagnostics).to.have.length(1);
  });

  it("hold up an interrupt and the next cell for a moment only", async () => {
    const id = await kernel.sendCell('console.log("begun");\nawait new Promise(() => {});');
    await kernel.printed(id, "begun");
    const asked = await kernel.send(REQUEST, { code: CELLS.join("\n") }, "control");
    const stopped = await kernel.request("interrupt_request", {}, "control");
    expect(stopped.reply.status).to.equal("ok");
    expect((await kernel.answer(id)).reply.ename).to.equal("Interrupted");
    expect((await kernel.answer(asked)).reply.status).to.equal("ok");
    expect(resultText((await kernel.run("6 * 7")).messages)).to.equal("42");
  });

  it("neither grow the kernel nor hold up cells, however many are asked for", async () => {
    const lines = Array.from({ length: 58 }, (_, i) => `const v${i} = [${i}].map((x) => x * 2);`);
    const round = async (from: number, to: number) => {
      for (let n = from; n < to; n++) await ask(`${lines.join("\n")}\nv1.nope${n};`);
    };
    // What is in use once garbage is gone, in MB.
    const used = async () => {
      const { messages } = await kernel.run(
        `(() => {
          require("node:v8").setFlagsFromString("--expose-gc");
          require("node:vm").runInNewContext("gc")();
          return process.memoryUsage().heapUsed / 1e6;
        })()`,
      );
      return Number(resultText(messages));
    };
    await round(0, 150);
    await sleep(500);
    const before = await used();
    // All of them together would hold some 100 MB.
    await round(150, 450);
    await sleep(500);
    expect((await used()) - before).to.be.below(60);
    const waiting: string[] = [];
    for (let n = 0; n < 100; n++) {
      const content = { code: `${lines.join("\n")}\nv1.no${n};`, cell_id: `cell ${n}` };
      waiting.push(await kernel.send(REQUEST, content, "control"));
    }
    const start = performance.now();
    await kernel.run("1 + 1");
    const milliseconds = performance.now() - start;
    // It was not behind them, though they came first.
    expect(waiting.filter((id) => kernel.isIdle(id)).length).to.be.below(50);
    expect(milliseconds).to.be.below(3000);
    for (const id of waiting) await kernel.answer(id);
  }).timeout(240_000);
});
