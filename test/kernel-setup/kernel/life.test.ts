import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ownKernel } from "../../support/kernels";
import { needs } from "../../support/needs";
import { expectEnd, isAlive, LEAVE_CHILDREN, pidsIn } from "../../support/processes";
import { makeConnection, RawKernel, resultText, streamText } from "../../support/raw-kernel";

const MAIN = join(__dirname, "..", "..", "..", "kernel-setup", "kernel", "main.js");

describe("kernel: its life", function () {
  this.timeout(60_000);
  let kernel: RawKernel | undefined;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kernel-life-"));
  });
  afterEach(async () => {
    await kernel?.stop();
    kernel = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  for (const restart of [false, true]) {
    it(`replies to a shutdown with restart=${restart}, then ends with code 0`, async () => {
      kernel = await RawKernel.start();
      await kernel.run("1");
      const ended = once(kernel.process, "exit");
      const { reply } = await kernel.request("shutdown_request", { restart }, "control");
      expect(reply).to.deep.equal({ status: "ok", restart });
      expect((await ended)[0]).to.equal(0);
    });
  }

  it("ends on shutdown even while a cell loops", async () => {
    kernel = await RawKernel.start();
    await kernel.printed(await kernel.sendCell("console.log('begun');\nwhile (true) {}"), "begun");
    const ended = once(kernel.process, "exit");
    const { reply } = await kernel.request("shutdown_request", { restart: false }, "control");
    expect(reply.status).to.equal("ok");
    await ended;
  });

  it("ends soon after the process that started it was killed, also in a loop", async () => {
    const startKernel =
      "const { spawn } = require('child_process');\n" +
      "spawn(process.execPath, process.argv.slice(1), { stdio: 'ignore' });\n" +
      "setInterval(() => {}, 1000);";
    for (const code of ["1", "for (;;);"]) {
      kernel = await RawKernel.start({ command: (file) => ["-e", startKernel, "--", MAIN, file] });
      const { messages } = await kernel.run("process.pid");
      const id = await kernel.sendCell(`console.log("begun");\n${code}`);
      await kernel.printed(id, "begun");
      kernel.process.kill("SIGKILL");
      await expectEnd([Number(resultText(messages))]);
      await kernel.stop();
    }
  });

  it("delivers what a cell printed before it ended the process", async () => {
    kernel = await RawKernel.start();
    await kernel.run("1");
    const ended = once(kernel.process, "exit");
    const id = await kernel.sendCell("console.log('last words'); process.exit(3);");
    expect((await ended)[0]).to.equal(3);
    const running = kernel;
    await kernel.until(() => streamText(running.messagesOf(id)) === "last words\n");
  });

  it("keeps ZeroMQ's library to its end where a thread's end would unload it, as on Windows and Macs", async function () {
    needs(this, "/proc");
    const preload = join(folder, "system.cjs");
    for (const [system, expected] of [
      ["darwin", "true"],
      ["linux", "false"],
    ]) {
      // For the kernel's start alone: ZeroMQ itself must be this system's.
      const get = `() => (new Error().stack.split("\\n")[2].includes("start.js") ? "${system}" : "linux")`;
      writeFileSync(preload, `Object.defineProperty(process, "platform", { get: ${get} });`);
      kernel = await RawKernel.start({ command: (file) => ["--require", preload, MAIN, file] });
      const { messages } = await kernel.run(
        `Object.keys(require("node:module")._cache).some((file: string) => file.includes("zeromq"))`,
      );
      expect(resultText(messages), system).to.equal(expected);
      await kernel.stop();
    }
  });

  const KILLED: [what: string, kill: (parent: number, kernel: number) => void][] = [
    ["is killed", (parent) => process.kill(parent, "SIGKILL")],
    [
      "and it are killed",
      (parent, kernel) => {
        for (const pid of [parent, kernel]) process.kill(pid, "SIGKILL");
      },
    ],
  ];
  for (const [what, kill] of KILLED)
    it(`ends, with the shell that watches it, when the program that started it ${what}, and leaves no file`, async function () {
      needs(this, "sh");
      const code =
        "const { startKernel } = require(process.argv[1]);\n" +
        "const spec = JSON.parse(process.argv[2]);\n" +
        "(async () => {\n" +
        "  const client = await startKernel(spec, { cwd: process.cwd() });\n" +
        "  const onMessage = ({ header, content }) =>\n" +
        "    header.msg_type === 'execute_result' && console.log(content.data['text/plain']);\n" +
        "  await client.execute('[process.ppid, process.pid].join()', { onMessage });\n" +
        "  await client.execute('for (;;);');\n" +
        "})();";
      const client = join(
        __dirname,
        "..",
        "..",
        "..",
        "kernel-setup",
        "jupyter",
        "client",
        "start-kernel.js",
      );
      const parent = spawn(
        process.execPath,
        ["-e", code, "--", client, JSON.stringify(ownKernel())],
        { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, TMPDIR: folder } },
      );
      const [, ...pids] = String((await once(parent.stdout, "data"))[0]).match(/(\d+),(\d+)/) ?? [];
      expect(pids.map(Number).map(isAlive)).to.deep.equal([true, true]);
      const kept = () =>
        readdirSync(folder).filter((name) => name.startsWith("kernel-connection-"));
      expect(kept()).to.have.length(1);
      kill(Number(parent.pid), Number(pids[1]));
      await expectEnd(pids.map(Number));
      expect(kept(), "the folder of the connection file").to.deep.equal([]);
    });

  it("ends, with the shell that watches it, when the program that starts it is killed meanwhile", async function () {
    needs(this, "/proc", "sh");
    const file = join(folder, "connection.json");
    writeFileSync(file, JSON.stringify(await makeConnection()));
    const argv = ownKernel().spec.argv.map((arg) => arg.replace("{connection_file}", file));
    const startKernel =
      "const { spawn } = require('child_process');\n" +
      "const [program, ...args] = process.argv.slice(1);\n" +
      "console.log(spawn(program, args, { stdio: 'ignore' }).pid);\n" +
      "setInterval(() => {}, 1000);";
    const parent = spawn(process.execPath, ["-e", startKernel, "--", ...argv], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const shell = Number(String((await once(parent.stdout, "data"))[0]));
    let kernels = "";
    while (kernels === "") kernels = readFileSync(`/proc/${shell}/task/${shell}/children`, "utf8");
    parent.kill("SIGKILL");
    await expectEnd([shell, ...kernels.trim().split(" ").map(Number)]);
  });

  describe("what its cells have started and left", () => {
    before(function () {
      needs(this, "groups of processes", "signals", "sh");
    });

    /** Starts the kernel as Jupyter does, at the head of a group of processes. */
    async function startInGroup(): Promise<{ running: RawKernel; left: number[] }> {
      const [program, ...args] = ownKernel().spec.argv;
      const command = (file: string) => args.map((arg) => arg.replace("{connection_file}", file));
      const running = await RawKernel.start({ program, command, detached: true });
      kernel = running;
      const { messages } = await running.run(LEAVE_CHILDREN);
      const left = pidsIn(streamText(messages));
      expect(left.map(isAlive)).to.deep.equal(left.map(() => true));
      return { running, left };
    }

    it("ends with it in good order", async () => {
      const { running, left } = await startInGroup();
      const ended = once(running.process, "exit");
      await running.request("shutdown_request", { restart: false }, "control");
      expect(await ended).to.deep.equal([0, null]);
      await expectEnd(left);
    });

    it("ends when a cell ends it, and the cell is told", async () => {
      const { running, left } = await startInGroup();
      const ended = once(running.process, "exit");
      const { reply } = await running.run("process.exit(3)");
      expect(reply.ename).to.equal("KernelDied");
      expect(await ended).to.deep.equal([3, null]);
      await expectEnd(left);
    });

    it("ends when it is killed, and the cell is told", async () => {
      const { running, left } = await startInGroup();
      const ended = once(running.process, "exit");
      setTimeout(() => process.kill(left[0], "SIGKILL"), 1000);
      const { reply } = await running.run("for (;;);");
      expect(reply.evalue).to.match(/^The kernel was killed \(SIGKILL\)/);
      expect(await ended).to.deep.equal([137, null]);
      await expectEnd(left);
    });

    it("ends when the shell that watches it is killed", async () => {
      const { running, left } = await startInGroup();
      running.process.kill("SIGKILL");
      await expectEnd(left);
    });

    it("lives on where the kernel is in a group of others, who are left alone", async () => {
      const [program, ...args] = ownKernel().spec.argv;
      const command = (file: string) => args.map((arg) => arg.replace("{connection_file}", file));
      kernel = await RawKernel.start({ program, command });
      const { messages } = await kernel.run(LEAVE_CHILDREN);
      const [own, ...left] = pidsIn(streamText(messages));
      const ended = once(kernel.process, "exit");
      await kernel.request("shutdown_request", { restart: false }, "control");
      await ended;
      await expectEnd([own]);
      expect(left.filter(isAlive)).to.deep.equal(left);
      for (const pid of left) process.kill(pid, "SIGKILL");
    });
  });

  it("says in one line why it cannot start", async () => {
    const file = join(folder, "bad.json");
    writeFileSync(file, "not JSON");
    const child = spawn(process.execPath, [MAIN, file], { stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const [code] = await once(child, "exit");
    expect(code).to.equal(1);
    expect(stderr).to.contain("expected a JSON file at");
  });

  it("ends by itself when a port is taken", async () => {
    kernel = await RawKernel.start();
    const file = join(folder, "taken.json");
    writeFileSync(file, JSON.stringify(kernel.connection));
    const child = spawn(process.execPath, [MAIN, file], { stdio: ["ignore", "ignore", "pipe"] });
    const [code] = await once(child, "exit");
    expect(code).to.equal(1);
  });
});
