import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { inspect, types } from "node:util";
import { createContext, runInContext } from "node:vm";
import { expect } from "chai";
import { build } from "esbuild";
import type { Json } from "../../../kernel-setup/jupyter/messages/message";
import type { CellThread } from "../../../kernel-setup/kernel/cells/cell-thread";
import type { Home, MessageForm, Output, Signals } from "../../../kernel-setup/kernel/cells/home";
import { type CellRequest, DIAGNOSTICS_REQUEST } from "../../../kernel-setup/kernel/cells/messages";
import type { CellCompiler } from "../../../kernel-setup/kernel/compiler/compiler";
import type { CompilerHome, Files } from "../../../kernel-setup/kernel/compiler/home";
import type { TypeScript } from "../../../kernel-setup/kernel/compiler/typescript";
import { nodeModuleHome } from "../../../kernel-setup/kernel/node/module-home";
import { inProject } from "../../support/project";

const ENTRY = `
export { CellThread } from "./kernel-setup/kernel/cells/cell-thread";
export { useHome } from "./kernel-setup/kernel/cells/home";
export { CellCompiler } from "./kernel-setup/kernel/compiler/compiler";
`;

interface Bundle {
  CellThread: typeof CellThread;
  CellCompiler: typeof CellCompiler;
  useHome(home: Home): void;
}

/** Cells and compiler in one script, as a page would load them. */
async function bundle(): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: ENTRY, resolveDir: inProject(), loader: "ts" },
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "cellsAndCompiler",
    logLevel: "silent",
  });
  expect(warnings).to.deep.equal([]);
  return outputFiles[0].text;
}

/** Where folders of the project are seen in place of memory. */
const SEEN = [
  ["/lib/", inProject("node_modules/typescript/lib")],
  ["/site/kernel-setup/kernel/globals/", inProject("kernel-setup/kernel/globals")],
] as const;

function filesInMemory(own: Record<string, string>): Files {
  const known = new Map(Object.entries(own));
  const real = (path: string) => {
    const seen = SEEN.find(([folder]) => path.startsWith(folder));
    return seen && `${seen[1]}/${path.slice(seen[0].length)}`;
  };
  const read = (path: string) => {
    const place = real(path);
    if (place === undefined) return known.get(path);
    return /\.[a-z]+$/.test(place) && existsSync(place) ? readFileSync(place, "utf8") : undefined;
  };
  return {
    read,
    isFile: (path) => read(path) !== undefined,
    isFolder: (path) =>
      [...known.keys(), ...SEEN.map(([folder]) => folder)].some((file) =>
        `${file}/`.startsWith(`${path}/`),
      ) ||
      (real(path) !== undefined && existsSync(real(path) as string)),
    folders: () => [],
    stat: (path) => {
      const text = read(path);
      return text === undefined ? undefined : { modified: 1, size: text.length };
    },
    real: (path) => path,
    areCaseSensitive: true,
  };
}

const nothing = (name: string): never => {
  throw new Error(`Cannot find module '${name}'`);
};

/** Cells in a place that has the language itself, a clock, and nothing of Node. */
async function startElsewhere(own: Record<string, string>) {
  const context = createContext({ setTimeout, clearTimeout, TextEncoder, console });
  const evaluate = (code: string, filename: string) => runInContext(code, context, { filename });
  const source = readFileSync(inProject("node_modules/typescript/lib/typescript.js"), "utf8");
  const typescript = evaluate(
    `(function () { var module = { exports: {} }; ${source}\nreturn module.exports; })()`,
    "typescript.js",
  ) as TypeScript;
  evaluate(await bundle(), "bundle.js");
  const { CellThread, CellCompiler, useHome } = evaluate("cellsAndCompiler", "entry.js") as Bundle;
  const waiting = new Map<number, (answer: { reply: Json; shown: Json[] }) => void>();
  const shown = new Map<number, Json[]>();
  const output: Output = {
    message(cell, message) {
      const all = shown.get(cell) ?? [];
      if (message.type === "publish") shown.set(cell, [...all, message.content]);
      if (message.type === "done") waiting.get(cell)?.({ reply: message.content, shown: all });
    },
    stderr: (cell, text) =>
      output.message(cell, { type: "publish", msgType: "", content: { text } }),
    recover: () => {},
  };
  let phase: ReturnType<Signals["enter"]> = 0;
  const signals: Signals = {
    enter(next) {
      const before = phase;
      phase = next;
      return before;
    },
    isInterrupted: false,
    calm: () => {},
    speak: () => {},
  };
  const forms = (typescript as unknown as { Diagnostics: Record<string, MessageForm> }).Diagnostics;
  useHome({
    inspect: (value, depth) => inspect(value, { depth }),
    isProxy: types.isProxy,
    isMap: types.isMap,
    isSet: types.isSet,
    isNativeError: types.isNativeError,
    base64: (bytes) => Buffer.from(bytes).toString("base64"),
    newId: randomUUID,
    frames: (stack) => stack.split("\n").filter((line) => /^\s+at /.test(line)),
    isMachinery: () => false,
    withShortPath: (frame) => frame,
    withPackageNames: (message) => message,
    later: (callback) => void setImmediate(callback),
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    messageForms: () => Object.values(forms),
    translations: () => ({}),
  });
  const home: CompilerHome = {
    typescript,
    libraries: "/lib",
    files: filesInMemory(own),
    globals: "declare const console: { log(...values: unknown[]): void };",
    modules: {
      isBuiltin: () => false,
      hasOwn: () => false,
      require: nothing,
      import: async (name) => nothing(name),
      requireOf: () => nothing,
      createModule: () => ({ exports: {}, loaded: false, require: nothing }),
      run: (code, filename) =>
        runInContext(code, context, { filename, lineOffset: -1 }) as () => unknown,
      countsFirstLine: false,
      readMap: nodeModuleHome.readMap,
      native: (path) => path,
      urlOf: (path, beside = path) => new URL(beside, `page:${path}`).href,
      pathOf: (address) => decodeURIComponent(new URL(address).pathname),
      folderOf: (path) => path.slice(0, path.lastIndexOf("/")),
      digest: (text) => createHash("sha256").update(text).digest("hex"),
      onRequire: () => {},
    },
    isNativeError: types.isNativeError,
  };
  const cells = new CellThread({
    compiler: new CellCompiler(home, "/site/notebooks", "/site"),
    output,
    signals,
    run: evaluate,
    readMap: nodeModuleHome.readMap,
    require: nothing,
    ask: (_, { prompt }) => ({ value: `answer to ${prompt}` }),
  });
  let count = 0;
  const ask = (msgType: CellRequest["msgType"], content: Json) =>
    new Promise<{ reply: Json; shown: Json[] }>((resolve) => {
      const cell = ++count;
      waiting.set(cell, resolve);
      const common = { metadata: {}, buffers: [], count: cell };
      cells.receive({ type: "request", cell, msgType, content, ...common });
    });
  return { ask, cells, context };
}

const SHAPES = `
export const made: string[] = [];
export function area(width: number, height: number): number {
  made.push("area");
  if (width < 0) throw new RangeError("too narrow");
  return width * height;
}
`;

describe("cells and compiler where there is no Node", function () {
  this.timeout(120_000);
  let elsewhere: Awaited<ReturnType<typeof startElsewhere>>;
  before(async () => {
    elsewhere = await startElsewhere({
      "/site/package.json": '{ "name": "site" }',
      "/site/notebooks/shapes.ts": SHAPES,
      "/site/notebooks/tsconfig.json": '{ "compilerOptions": { "strict": true } }',
    });
  });

  const run = (code: string) =>
    elsewhere.ask("execute_request", { code, silent: false, allow_stdin: true });

  /** The text of the value of a cell that succeeds. */
  async function value(code: string): Promise<unknown> {
    const { reply, shown } = await run(code);
    expect(reply.status, JSON.stringify(reply)).to.equal("ok");
    const data = shown.at(-1)?.data as Json | undefined;
    return data?.["text/plain"];
  }

  it("have nothing of Node around them", () => {
    for (const name of ["process", "require", "Buffer", "module", "setImmediate"])
      expect(elsewhere.context[name], name).to.equal(undefined);
  });

  it("run, and know what earlier cells declare", async () => {
    const net =
      "const xs = [1, 2, 3].map((x) => x * 2);\nclass Net { w = xs; sum() { return this.w.reduce((a, b) => a + b, 0); } }\nnew Net().sum()";
    expect(await value(net)).to.equal("12");
    expect(await value("const late = await Promise.resolve(20);\nlate + xs.length")).to.equal("23");
  });

  it("are checked, as strictly as the folder says", async () => {
    const { reply } = await run("const loose = (x) => x;\nconst wrong: string = late;");
    expect(reply.ename).to.equal("TypeScriptError");
    expect((reply.traceback as string[]).join("\n"))
      .to.contain("1:16 - Parameter 'x' implicitly has an 'any' type. (TS7006)")
      .and.contain("2:7 - Type 'number' is not assignable to type 'string'. (TS2322)");
  });

  it("import files beside the notebook", async () => {
    expect(await value('import { area, made } from "./shapes";\n[area(2, 3), made]')).to.equal(
      "[ 6, [ 'area' ] ]",
    );
    expect(await value('(await import("./shapes")).made.length')).to.equal("1");
  });

  it("name the lines of cells and files that fail", async () => {
    const { reply } = await run("function go(): number {\n  return area(-1, 2);\n}\ngo();");
    expect(reply).to.deep.include({ ename: "RangeError", evalue: "too narrow" });
    expect((reply.traceback as string[]).join("\n"))
      .to.contain("at area (shapes.ts:5:24)")
      .and.match(/at go \(cell \[\d+\]:2:10\)/);
  });

  it("are completed, inspected and diagnosed", async () => {
    const { reply } = await elsewhere.ask("complete_request", { code: "xs.redu", cursor_pos: 7 });
    expect(reply.matches).to.include.members(["reduce", "reduceRight"]);
    const inspected = await elsewhere.ask("inspect_request", { code: "xs", cursor_pos: 1 });
    expect((inspected.reply.data as Json)["text/plain"]).to.contain("const xs: number[]");
    const { reply: found } = await elsewhere.ask(DIAGNOSTICS_REQUEST, { code: "xs.nope" });
    expect(found.diagnostics).to.have.length(1);
    const { reply: unfinished } = await elsewhere.ask("is_complete_request", { code: "if (1) {" });
    expect(unfinished).to.deep.equal({ status: "incomplete", indent: "  " });
  });

  it("show, ask, speak Korean where they are told to, and are stopped", async () => {
    const { shown } = await run('display({ "text/html": "<b>x</b>" });\nundefined');
    expect(shown[0].data).to.deep.equal({ "text/html": "<b>x</b>" });
    const rich = await run(
      'display({ "application/json": { a: [1] }, "image/png": Uint8Array.of(1, 2) });\nundefined',
    );
    expect(rich.shown[0].data).to.deep.equal({
      "application/json": { a: [1] },
      "image/png": "AQI=",
    });
    expect(await value('prompt("name?")')).to.equal("'answer to name?'");
    const pending = run("const begun = 1;\nawait new Promise(() => {});\nconst after = 2;");
    await new Promise((resolve) => setTimeout(resolve, 50));
    elsewhere.cells.interrupt();
    expect((await pending).reply.ename).to.equal("Interrupted");
    expect(await value("begun")).to.equal("1");
    await run('(globalThis as any)[Symbol.for("tslab.language")]("ko");');
    const { reply } = await run("after");
    expect((reply.traceback as string[]).join("\n")).to.match(/[가-힣]/);
  });
});
