import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { freePort } from "../../../kernel-setup/commands/parts/free-port";
import { needs } from "../../support/needs";
import {
  notebook,
  removeTemporary,
  temporaryClone,
  temporaryFolder,
  writeFiles,
} from "./parts/temporary";

describe("npm start", () => {
  let clone: string;
  let child: ChildProcess | undefined;
  before(() => {
    clone = temporaryClone();
  });
  afterEach(() => child?.kill("SIGKILL"));
  after(removeTemporary);

  // The compiled command finds the clone by its own place. No Jupyter and no Python on the PATH.
  const script = () =>
    `require(${JSON.stringify(join(clone, "dist/kernel-setup/commands/start.js"))})
      .main(process.argv.slice(1)).then((code) => { process.exitCode = code; })`;
  const env = { ...process.env, LANG: "C", PATH: "/nowhere" };
  const run = (args: string[]) =>
    spawnSync(process.execPath, ["-e", script(), "--", ...args], { encoding: "utf8", env });

  /** The ids of the processes that a process has started. */
  const children = (parent?: number) =>
    spawnSync("/bin/ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
      .stdout.trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter(([, of]) => of === parent)
      .map(([pid]) => pid as number);
  const isAlive = (pid: number) => spawnSync("/bin/ps", ["-p", String(pid)]).status === 0;

  const start = (...args: string[]) => startIn(env, "--no-browser", ...args);

  /** Starts it, and gives its address once cells can run. */
  async function startIn(env: NodeJS.ProcessEnv, ...args: string[]) {
    const process_ = spawn(process.execPath, ["-e", script(), "--", ...args], { env });
    child = process_;
    let said = "";
    for (const stream of [process_.stdout, process_.stderr])
      stream?.on("data", (text) => {
        said += text;
      });
    const ended = once(process_, "exit");
    while (!/Ready to run cells/.test(said) && process_.exitCode === null) await sleep(50);
    const [url = ""] = /http:\/\/127\.0\.0\.1:\d+\/\S*token=\w+/.exec(said) ?? [said];
    const address = new URL(url);
    const token = address.searchParams.get("token");
    const ask = async (path: string, init: RequestInit = {}) => {
      const headers = { authorization: `token ${token}` };
      const answer = await fetch(`${address.origin}/${path}`, { ...init, headers });
      expect(answer.ok, `${path}: ${answer.status}`).to.equal(true);
      return answer;
    };
    return { said, address, ask, ended, process: process_ };
  }

  it("opens the lessons with nothing but Node, has a kernel ready, and Ctrl-C leaves no process behind", async function () {
    needs(this, "ps", "signals");
    const port = await freePort(28_888);
    const started = await start("--lang", "ko", "--port", String(port));
    const { said, address, ask, ended } = started;
    expect(address.port, said).to.equal(String(port));
    expect(address.pathname).to.equal("/notebooks/ko/05-simple-layers.ipynb");
    expect(said).to.match(/Ready to run cells, \d+\.\d s after the start\./);
    const page = await (await fetch(address)).text();
    const script = /src="(\/static\/enter\.js\?v=\w+)"/.exec(page)?.[1] ?? "";
    expect((await ask(script.slice(1))).headers.get("content-type")).to.match(/^text\/javascript/);
    const config = await (await ask("api/page")).json();
    expect(config).to.have.property("language", "ko");
    expect(config).to.have.nested.property("lessons.ko[0].path", "ko/05-simple-layers.ipynb");
    expect(await (await ask("kernelspecs/tslab/plotly.min.js")).text()).to.contain("plotly.js");
    // The kernel that was made ready is the first document's.
    const body = JSON.stringify({ path: "ko/05-simple-layers.ipynb", type: "notebook" });
    const session = await (await ask("api/sessions", { method: "POST", body })).json();
    expect((session as { kernel: object }).kernel).to.include({ execution_state: "idle" });
    const kernels = children(started.process.pid);
    expect(kernels).to.have.length(1);
    started.process.kill("SIGINT");
    started.process.kill("SIGINT"); // npm passes the terminal's signal on, so it comes twice
    expect(await ended).to.deep.equal([0, null]);
    for (let i = 0; i < 50 && kernels.some(isAlive); i++) await sleep(100);
    expect(kernels.filter(isAlive)).to.deep.equal([]);
  });

  it("opens the browser without a key among the arguments that all users of the machine can read", async function () {
    needs(this, "file modes", "sh", "signals");
    if (process.platform !== "linux") this.skip();
    const bin = temporaryFolder();
    const told = join(bin, "told");
    writeFiles(bin, { "xdg-open": `#!/bin/sh\nprintf '%s\\n' "$@" > "${told}"\n` });
    chmodSync(join(bin, "xdg-open"), 0o755);
    const left = () =>
      readdirSync(join(clone, ".jupyter")).filter((name) => name.startsWith("open-"));
    for (const isUsed of [true, false]) {
      const started = await startIn({ ...env, PATH: bin });
      const token = String(started.address.searchParams.get("token"));
      while (!existsSync(told)) await sleep(50);
      const argument = readFileSync(told, "utf8").trim();
      rmSync(told);
      expect(argument).to.match(/^file:\/\/\S+\.html$/);
      const file = fileURLToPath(argument);
      expect(statSync(file).mode & 0o777).to.equal(0o600);
      expect(statSync(dirname(file)).mode & 0o777).to.equal(0o700);
      const text = readFileSync(file, "utf8");
      expect(text).to.not.contain(token);
      const address = /url=(http:[^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
      expect(new URL(address).pathname).to.equal(started.address.pathname);
      const body = JSON.stringify({ code: new URL(address).searchParams.get("code") });
      const redeem = () =>
        fetch(`${started.address.origin}/api/page/key`, { method: "POST", body });
      if (isUsed) {
        expect(await (await redeem()).json()).to.deep.equal({ key: token });
        expect(left(), "removed after use").to.deep.equal([]);
        expect((await redeem()).status).to.equal(403);
      }
      started.process.kill("SIGINT");
      expect(await started.ended).to.deep.equal([0, null]);
      expect(left(), "removed at the end").to.deep.equal([]);
    }
  });

  it("opens another folder's notebooks", async function () {
    needs(this, "signals");
    const own = temporaryFolder();
    writeFiles(own, { "mine.ipynb": notebook(["1 + 1"]) });
    const { ask, said, process: process_, ended } = await start("--notebooks", own);
    expect(said).to.contain(`The notebooks in ${own} are open at`);
    const { content } = (await (await ask("api/contents/")).json()) as {
      content: { name: string }[];
    };
    expect(content.map(({ name }) => name)).to.deep.equal(["mine.ipynb"]);
    process_.kill("SIGTERM");
    expect(await ended).to.deep.equal([0, null]);
  });

  it("refuses what it does not know", () => {
    for (const [args, words] of [
      [["--langauge", "ko"], 'but got "--langauge" "ko"'],
      [["--lang", "de"], 'expected --lang en or ko, but got "de"'],
      [["--port", "0"], 'expected --port to be a number from 1 to 65535, but got "0"'],
      [["--notebooks", "/nowhere"], 'expected --notebooks to be a folder, but got "/nowhere"'],
    ] as const) {
      const { status, stderr } = run([...args]);
      expect(status, stderr).to.equal(2);
      expect(stderr)
        .to.match(/^npm start: expected/)
        .and.contain(words);
    }
  });

  it("refuses a port in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const { status, stderr } = run(["--port", String(port)]);
    server.close();
    expect(status).to.equal(2);
    expect(stderr).to.equal(
      `npm start: expected --port to be free, but got ${port}, which is in use.\n`,
    );
  });

  it("explains itself", () => {
    const { status, stdout } = run(["--help"]);
    expect(status).to.equal(0);
    for (const option of ["--lang", "--port", "--no-browser", "--notebooks"])
      expect(stdout).to.contain(option);
  });
});
