import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { descendants } from "../../support/descendants";
import { needs } from "../../support/needs";
import { expectEnd, isAlive } from "../../support/processes";
import {
  notebook,
  removeTemporary,
  temporaryClone,
  temporaryFolder,
  writeFiles,
} from "./parts/temporary";

describe("a command that is told to end", function () {
  this.timeout(180_000);
  let clone: string;
  let children: ChildProcess[] = [];
  before(function () {
    needs(this, "ps", "sh", "signals");
    clone = temporaryClone();
  });
  afterEach(() => {
    for (const { pid } of children.splice(0))
      for (const each of pid === undefined ? [] : [pid, ...descendants(pid)])
        if (isAlive(each)) process.kill(each, "SIGKILL");
    children = [];
  });
  after(removeTemporary);

  /** Starts a command, and gives its processes once it has said something. */
  async function start(command: string, args: string[], ready: RegExp) {
    const env: NodeJS.ProcessEnv = { ...process.env, LANG: "C" };
    // The npm that runs the tests is not the one that is to be watched.
    for (const name of Object.keys(env)) if (/^npm_|^INIT_CWD$/.test(name)) delete env[name];
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    children.push(child);
    const ended = once(child, "exit");
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (text) => {
        said += text;
      });
    while (!ready.test(said) && child.exitCode === null) await sleep(50);
    expect(said).to.match(ready);
    return { child, ended, said: () => said, all: descendants(child.pid as number) };
  }
  const script = () => join(clone, "kernel-setup", "commands", "boot", "run.mjs");
  const npm = (name: string, ...args: string[]) => ["--prefix", clone, "run", name, "--", ...args];
  const READY = /Ready to run cells/;

  it("ends with the npm that runs it, which leaves at SIGTERM without telling", async () => {
    const { child, all } = await start("npm", npm("start", "--no-browser"), READY);
    // npm's shell, the server, the kernel's shell, the kernel
    expect(all.length).to.be.at.least(3);
    child.kill("SIGTERM");
    await expectEnd(all);
  });

  for (const signal of ["SIGTERM", "SIGHUP"] as const) {
    it(`ends in order, with its kernels and their shells, at ${signal}`, async () => {
      const { child, ended, all, said } = await start(
        process.execPath,
        [script(), "start", "--no-browser"],
        READY,
      );
      expect(all.length).to.be.at.least(2);
      child.kill(signal);
      expect(await ended).to.deep.equal([0, null]);
      await expectEnd(all);
      expect(said()).to.match(/The page and its kernels have ended\.\n$/);
    });
  }

  it("runs on when the shell is gone that has left it in the background", async () => {
    const command = `"${process.execPath}" "${script()}" start --no-browser & echo "pid $!"; while [ ! -e "${clone}/go" ]; do sleep 0.1; done`;
    const { ended, said } = await start("sh", ["-c", command], READY);
    const [, server] = /^pid (\d+)$/m.exec(said()) ?? [];
    writeFiles(clone, { go: "" });
    await ended;
    await sleep(1500); // three looks
    const alive = isAlive(Number(server));
    const all = [Number(server), ...descendants(Number(server))];
    if (alive) process.kill(Number(server), "SIGTERM");
    expect(alive).to.equal(true);
    await expectEnd(all);
  });

  it("leaves a notebook as it was that npm was executing", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "endless.ipynb");
    writeFiles(folder, { "endless.ipynb": notebook(["for (;;);"]) });
    const before = readFileSync(file, "utf8");
    const { child, all } = await start("npm", npm("execute", file, "--write"), /^running /m);
    child.kill("SIGTERM");
    await expectEnd(all);
    expect(readFileSync(file, "utf8")).to.equal(before);
    expect(readdirSync(folder)).to.deep.equal(["endless.ipynb"]);
  });
});
