import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { writeKernelSpec } from "../../../kernel-setup/jupyter/kernelspecs/kernelspec";
import { parseNotebook } from "../../../kernel-setup/jupyter/notebook-files/notebook";
import { fakeKernel, hasOwnKernel, notebookText, ROOT, textOf } from "../../support/kernels";
import { needs } from "../../support/needs";
import { expectEnd, isAlive, pidsIn } from "../../support/processes";

const COMMAND = join(ROOT, "dist", "kernel-setup", "commands", "execute.js");
const CALL = `require(${JSON.stringify(COMMAND)}).main(process.argv.slice(1)).then((code) => { process.exitCode = code; })`;
const PYTHON = "/usr/bin/python3";
const hasNbformat = spawnSync(PYTHON, ["-c", "import nbformat"]).status === 0;

describe("npm run execute", function () {
  this.timeout(60_000);
  let folder: string;
  const file = (name: string) => join(folder, name);
  const put = (name: string, ...cells: Parameters<typeof notebookText>[0]) =>
    writeFileSync(file(name), notebookText(cells));
  const read = (name: string) => parseNotebook(readFileSync(file(name), "utf8"), name);

  function start(args: string[], more: NodeJS.ProcessEnv = {}) {
    const path = { JUPYTER_PATH: join(folder, "jupyter"), BACKPROP_HOME: undefined };
    const env: NodeJS.ProcessEnv = { ...process.env, ...path, ...more };
    const child = spawn(process.execPath, ["-e", CALL, "--", ...args], { cwd: folder, env });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => {
      stdout += data;
    });
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>(
      (resolve) => {
        child.on("close", (code) => resolve({ code, stdout, stderr }));
      },
    );
    return { child, ended };
  }
  const execute = (...args: string[]) => start(args).ended;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "execute-"));
    writeKernelSpec(join(folder, "jupyter", "kernels", "fake"), fakeKernel().spec);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("says what it can do", async () => {
    const { code, stdout } = await execute("--help");
    expect(code).to.equal(0);
    for (const word of ["--write", "--timeout", "--jobs", "--kernel", "Exit code"]) {
      expect(stdout).to.include(word);
    }
  });

  it("can be called by its file, from any folder", () => {
    const bin = join(ROOT, "kernel-setup", "commands", "boot", "execute.mjs");
    put("a.ipynb", "stdout a");
    const env = { ...process.env, JUPYTER_PATH: join(folder, "jupyter") };
    const { status, stdout } = spawnSync(process.execPath, [bin, "a.ipynb"], { cwd: folder, env });
    expect(String(stdout)).to.include("ok      a.ipynb");
    expect(status).to.equal(0);
  });

  for (const [args, message] of [
    [[], "expected at least one notebook file, but got none"],
    [["a.ipynb", "--loud"], "--loud"],
    [
      ["a.ipynb", "--timeout", "soon"],
      '--timeout: expected a number from 0 to 2000000, but got "soon"',
    ],
    [["a.ipynb", "--jobs", "1.5"], '--jobs: expected a whole number, but got "1.5"'],
    [["a.ipynb", "--jobs", "0"], "--jobs: expected a number from 1"],
  ] as [string[], string][]) {
    it(`ends with 2 for "${args.join(" ")}"`, async () => {
      const { code, stderr } = await execute(...args);
      expect(code).to.equal(2);
      expect(stderr).to.include(message);
    });
  }

  it("only checks without --write, with plain lines where there is no terminal", async () => {
    put("a.ipynb", "stdout a");
    const before = readFileSync(file("a.ipynb"), "utf8");
    const { code, stdout, stderr } = await execute("a.ipynb");
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout).to.match(/^running a\.ipynb\nok {6}a\.ipynb \(1 cell, \d+ s\)\n$/);
    expect(readFileSync(file("a.ipynb"), "utf8")).to.equal(before);
  });

  it("writes outputs with --write, through links, keeping permissions and ids, leaving no drafts", async function () {
    needs(this, "symbolic links");
    put("a.ipynb", { source: "stdout a\nstdout b", id: "keep-me" });
    symlinkSync(file("a.ipynb"), file("link.ipynb"));
    const { mode } = statSync(file("a.ipynb"));
    expect((await execute("link.ipynb", "a.ipynb", "--write")).code).to.equal(0);
    expect(textOf(read("a.ipynb"), 0)).to.equal("a\nb\n");
    expect(read("a.ipynb").cells[0]).to.include({ id: "keep-me", execution_count: 1 });
    expect(statSync(file("a.ipynb")).mode).to.equal(mode);
    expect(readdirSync(folder).sort()).to.deep.equal(["a.ipynb", "jupyter", "link.ipynb"]);
  });

  it("tells kernels of the home that is named, else that nothing is to be kept", async () => {
    put("a.ipynb", "env BACKPROP_HOME");
    const home = async (args: string[], more?: NodeJS.ProcessEnv) => {
      expect((await start(["a.ipynb", "--write", ...args], more).ended).code).to.equal(0);
      return textOf(read("a.ipynb"), 0);
    };
    expect(await home([])).to.equal("");
    expect(await home([], { BACKPROP_HOME: "/of/the/environment" })).to.equal(
      "/of/the/environment",
    );
    expect(await home(["--home", "ada"], { BACKPROP_HOME: "/x" })).to.equal(file("ada"));
  });

  it("writes the same bytes at each run", async () => {
    put("a.ipynb", "stdout a", "display x picture", "result 3");
    await execute("a.ipynb", "--write");
    const once = readFileSync(file("a.ipynb"), "utf8");
    await execute("a.ipynb", "--write");
    expect(readFileSync(file("a.ipynb"), "utf8")).to.equal(once);
  });

  it("writes what Python's nbformat holds for valid", async function () {
    if (!hasNbformat) this.skip();
    put("a.ipynb", "stdout a", "display x picture", "result 3", {
      source: "error meant",
      tags: ["raises-exception"],
    });
    expect((await execute("a.ipynb", "--write")).code).to.equal(0);
    const check =
      "import pathlib, sys, nbformat; t = pathlib.Path(sys.argv[1]).read_text('utf8'); n = nbformat.reads(t, 4); nbformat.validate(n);" +
      "assert nbformat.writes(n) + '\\n' == t, 'nbformat writes it otherwise'";
    const python = spawnSync(PYTHON, ["-W", "error", "-c", check, file("a.ipynb")]);
    expect(String(python.stderr)).to.equal("");
    expect(python.status).to.equal(0);
  });

  it("ends with 1 when a cell fails, says where, and keeps the file", async () => {
    put("bad.ipynb", "stdout a", { source: "error too bad", id: "oops" });
    const before = readFileSync(file("bad.ipynb"), "utf8");
    const { code, stderr } = await execute("bad.ipynb", "--write");
    expect(code).to.equal(1);
    expect(stderr).to.include(
      "FAILED  bad.ipynb: Cell 2 (id oops), line 2 failed with FakeError: too bad\n    FakeError\n",
    );
    expect(readFileSync(file("bad.ipynb"), "utf8")).to.equal(before);
  });

  it("ends with 1 for undeclared stderr and for a floating rejection", async () => {
    put("a.ipynb", "stderr careful");
    put("b.ipynb", "late-error floating", "sleep 100");
    expect((await execute("a.ipynb")).stderr).to.include(
      'wrote to stderr without the tag "stderr": careful',
    );
    const { code, stderr } = await execute("b.ipynb");
    expect(code).to.equal(1);
    expect(stderr).to.include(
      "left an error behind that nothing awaited or caught: FakeError: floating",
    );
  });

  it("ends with 3 for what is no notebook, not there, or names no kernel there is", async () => {
    writeFileSync(file("half.ipynb"), notebookText(["stdout a"]).slice(0, 50));
    writeFileSync(file("other.ipynb"), notebookText(["1"], "no-such-kernel"));
    for (const [name, message] of [
      ["half.ipynb", "half.ipynb is not a valid notebook: expected JSON"],
      ["none.ipynb", "expected a readable file, but it is not there"],
      ["other.ipynb", 'expected a kernel named "no-such-kernel", but got only'],
    ]) {
      const { code, stderr } = await execute(name);
      expect(code).to.equal(3);
      expect(stderr).to.include(message);
    }
  });

  it("runs the others beside files that are broken in any way, each of which ends with 3 and a sentence", async () => {
    const whole = notebookText(["stdout a", { source: "stdout b", tags: ["x"] }]);
    const broken = brokenNotebooks(whole);
    expect(broken.length).to.be.above(100);
    const names = broken.map((bytes, i) => {
      writeFileSync(file(`broken-${i}.ipynb`), bytes);
      return `broken-${i}.ipynb`;
    });
    for (const name of ["../../a", "__proto__", "constructor", "a\u0000b", ""]) {
      names.push(`kernel-${names.length}.ipynb`);
      writeFileSync(file(names.at(-1) as string), notebookText(["stdout a"], name));
    }
    mkdirSync(file("folder.ipynb"));
    names.push("folder.ipynb", "long".repeat(100));
    if (process.platform !== "win32") {
      spawnSync("mkfifo", [file("pipe.ipynb")]);
      symlinkSync("circle.ipynb", file("circle.ipynb"));
      names.push("pipe.ipynb", "circle.ipynb");
    }
    for (const name of ["first.ipynb", "last.ipynb"]) put(name, "stdout fine");
    const before = names.slice(0, broken.length).map((name) => readFileSync(file(name)));
    const all = ["first.ipynb", ...names, "last.ipynb"];
    const { code, stdout, stderr } = await execute(...all, "--write");
    expect(stderr).to.not.match(/^ +at /m);
    const failed = stderr.split("\n").filter((line) => line.startsWith("FAILED"));
    expect(failed.length).to.equal(names.length);
    for (const [i, line] of failed.entries())
      expect(line).to.match(/: .*expected .*, but /, names[i]);
    expect(stdout)
      .to.match(/^ok {6}first\.ipynb/m)
      .and.match(/^ok {6}last\.ipynb/m);
    expect(stdout).to.contain(`: 2 ok, ${names.length} failed or not run.`);
    expect(code).to.equal(3);
    const after = names.slice(0, broken.length).map((name) => readFileSync(file(name)));
    expect(after.every((bytes, i) => bytes.equals(before[i]))).to.equal(true);
  });

  it("ends with 4 when the kernel dies, and with 5 when a limit runs out", async () => {
    put("dies.ipynb", "last-words farewell\ndie 3");
    put("hangs.ipynb", "hang");
    const died = await execute("dies.ipynb");
    expect(died.code).to.equal(4);
    expect(died.stderr).to.include("ended with exit code 3").and.include("farewell");
    const cell = await execute("hangs.ipynb", "--timeout", "0.5");
    expect(cell.code).to.equal(5);
    expect(cell.stderr).to.include("Cell 1 (id c1) did not end in time: A cell may take 0.5 s.");
    expect((await execute("hangs.ipynb", "--notebook-timeout", "1")).code).to.equal(5);
  });

  it("ends with 6 and keeps the newer file when it was saved while it ran", async () => {
    put("a.ipynb", "sleep 1500");
    const { child, ended } = start(["a.ipynb", "--write"]);
    child.stdout.once("data", () => put("a.ipynb", "stdout newer"));
    const { code, stderr } = await ended;
    expect(code).to.equal(6);
    expect(stderr).to.include("was changed while it ran");
    expect(read("a.ipynb").cells[0].source).to.equal("stdout newer");
  });

  it("runs the others when one fails, and gives the code of the first that failed", async () => {
    for (const name of ["a", "c"]) put(`${name}.ipynb`, "stdout fine");
    put("b.ipynb", "die 1");
    put("d.ipynb", "error bad");
    const names = ["a", "b", "c", "d"].map((name) => `${name}.ipynb`);
    const { code, stdout } = await execute(...names, "--jobs", "2", "--write");
    expect(code).to.equal(4);
    expect(stdout).to.include("4 notebooks: 2 ok, 2 failed or not run.");
    expect(textOf(read("c.ipynb"), 0)).to.equal("fine\n");
  });

  it("ends all with --fail-fast, with the code of the failure", async () => {
    put("a.ipynb", "hang");
    put("b.ipynb", "error bad");
    expect((await execute("a.ipynb", "b.ipynb", "--fail-fast", "--jobs", "2")).code).to.equal(1);
    const early = await execute("a.ipynb", "none.ipynb", "--fail-fast");
    expect(early.code).to.equal(3);
  });

  it("finds the files of a pattern that no shell has put in, as npm's on Windows does not", async () => {
    put("b.ipynb", "stdout b");
    put("a.ipynb", "stdout a");
    put(".hidden.ipynb", "die 4");
    const { code, stdout } = await execute("*.ipynb", "--jobs", "1");
    expect([code, stdout.match(/^ok +\S+/gm)]).to.deep.equal([
      0,
      ["ok      a.ipynb", "ok      b.ipynb"],
    ]);
    const none = await execute("c*.ipynb");
    expect(none.code).to.equal(3);
    expect(none.stderr).to.contain("c*.ipynb");
  });

  it("takes another kernel with --kernel", async () => {
    writeFileSync(file("other.ipynb"), notebookText(["stdout a"], "no-such-kernel"));
    expect((await execute("other.ipynb", "--kernel", "fake")).code).to.equal(0);
  });

  it("ends its kernels when it is interrupted", async function () {
    needs(this, "signals");
    put("a.ipynb", "env HOME\nhang");
    const started = join(folder, "pid");
    const spec = fakeKernel({ FAKE_START: `well:${started}`, FAKE_STUBBORN: "1" }).spec;
    writeKernelSpec(join(folder, "jupyter", "kernels", "fake"), spec);
    const { child, ended } = start(["a.ipynb", "--write"]);
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGINT"), 1000));
    expect((await ended).code).to.equal(130);
    const pid = Number(readFileSync(started, "utf8"));
    expect(() => process.kill(pid, 0)).to.throw("ESRCH");
  });

  it("ends when its notebooks have ended, whoever still holds what they printed to", async function () {
    if (!hasOwnKernel) this.skip();
    needs(this, "groups of processes");
    const cells = [
      `import { spawn } from "node:child_process";
       import { writeFileSync } from "node:fs";
       import { createServer } from "node:net";
       const start = (detached: boolean) => spawn("sleep", ["777"], { stdio: "inherit", detached }).pid;
       writeFileSync("pids", [start(false), start(true)].join(" "));
       setInterval(() => {}, 1000);
       createServer().listen(0);`,
    ];
    writeFileSync(file("leaves.ipynb"), notebookText(cells, "tslab"));
    const bin = join(ROOT, "kernel-setup", "commands", "boot", "execute.mjs");
    const { status, signal, stdout } = spawnSync(process.execPath, [bin, "leaves.ipynb"], {
      cwd: folder,
      timeout: 50_000,
      encoding: "utf8",
    });
    const [child, own] = pidsIn(readFileSync(file("pids"), "utf8"));
    expect(isAlive(own)).to.equal(true);
    process.kill(own, "SIGKILL");
    expect([status, signal]).to.deep.equal([0, null]);
    expect(stdout).to.match(/ok {6}leaves\.ipynb \(1 cell, \d+ s\)\n$/);
    await expectEnd([child]);
  });

  it("runs a notebook of a foreign folder with its own package on the clone's kernel", async function () {
    if (!hasOwnKernel) this.skip();
    const own = join(folder, "node_modules", "their-package");
    mkdirSync(own, { recursive: true });
    writeFileSync(
      join(own, "package.json"),
      '{"name":"their-package","main":"a.js","types":"a.d.ts"}',
    );
    writeFileSync(join(own, "a.js"), "exports.triple = (x) => 3 * x;");
    writeFileSync(join(own, "a.d.ts"), "export declare function triple(x: number): number;");
    const cells = ['import { triple } from "their-package";', "console.log(triple(14))"];
    writeFileSync(file("theirs.ipynb"), notebookText(cells, "tslab"));
    const { code, stderr } = await execute("theirs.ipynb", "--write");
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(textOf(read("theirs.ipynb"), 1)).to.equal("42\n");
  });
});

/** What nbformat's schema lets stand at some places of a notebook, of the values that are put there below. */
const ALLOWED: [place: RegExp, values: string[]][] = [
  [/^cells$/, ["[]"]],
  [/metadata$/, ["{}"]],
  [/source$/, ['"text"', "[]"]],
  [/outputs$/, ["[]"]],
  [/execution_count$/, ["null", "7"]],
  [/id$/, ['"text"']],
  [/tags$/, ["[]"]],
  [/kernelspec\.(?:name|display_name)$/, ['"text"']],
  [/tags\.0$/, ['"text"']],
];

/** Notebooks that are broken in one place each, and in all the ways that files and formats break. */
function brokenNotebooks(whole: string): Buffer[] {
  const broken: Buffer[] = [];
  const put = (text: string) => void broken.push(Buffer.from(text));
  // Cut off, and with a byte that is not UTF-8.
  for (let i = 0; i < 12; i++) {
    const at = Math.floor((whole.length * i) / 12);
    put(whole.slice(0, at));
    const bytes = Buffer.from(whole);
    bytes[at] = 0xff;
    broken.push(bytes);
  }
  const places = (value: unknown, path: string[] = []): string[][] =>
    typeof value !== "object" || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [
          [...path, key],
          ...places(inner, [...path, key]),
        ]);
  const deep = `${"[".repeat(6000)}${"]".repeat(6000)}`;
  for (const path of places(JSON.parse(whole))) {
    const name = path.join(".");
    for (const value of ["null", "7", '"text"', "[]", "{}", deep]) {
      const isAllowed = ALLOWED.some(
        ([place, values]) => place.test(name) && values.includes(value),
      );
      if (!isAllowed) put(replaced(whole, path, value));
    }
  }
  for (const field of ["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf"]) {
    put(whole.replace(/^\{/, `{"${field}":{},`));
    put(whole.replace('{"cell_type"', `{"${field}":{},"cell_type"`));
  }
  put(whole.replace('"cell_type":"code"', '"cell_type":"constructor"'));
  put(`\ufeff${whole}`);
  put(whole.replace(/\}$/, "} x"));
  broken.push(Buffer.from(whole, "utf16le"), Buffer.alloc(100));
  return broken;
}

/** A JSON text with another value at a place. */
function replaced(whole: string, path: string[], value: string): string {
  const parsed: unknown = JSON.parse(whole);
  let parent = parsed as Record<string, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  parent[path.at(-1) as string] = "<here>";
  return JSON.stringify(parsed).replace('"<here>"', () => value);
}
