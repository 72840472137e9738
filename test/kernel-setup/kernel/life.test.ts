import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { ownKernel } from "../../support/kernels";
import { makeConnection, RawKernel, resultText, streamText } from "../../support/raw-kernel";

const MAIN = join(__dirname, "..", "..", "..", "kernel-setup", "kernel", "main.js");

/** Whether a process runs; an orphan that has ended may wait a while for whoever adopted it. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch (error) {
    // Without /proc the signal alone tells.
    const { code, path } = error as NodeJS.ErrnoException;
    return code === "ENOENT" && path !== undefined && process.platform !== "linux";
  }
}

/** Expects processes to end, and ends them if they do not. */
async function expectEnd(pids: number[]): Promise<void> {
  const end = Date.now() + 30_000;
  while (pids.some(isAlive) && Date.now() < end) await sleep(50);
  const survivors = pids.filter(isAlive);
  for (const pid of survivors) process.kill(pid, "SIGKILL");
  expect(survivors).to.deep.equal([]);
}

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

  it("ends, with the shell that watches it, when the program that started it is killed", async function () {
    if (process.platform === "win32") this.skip();
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
    const client = join(__dirname, "..", "..", "..", "kernel-setup", "client", "start-kernel.js");
    const parent = spawn(
      process.execPath,
      ["-e", code, "--", client, JSON.stringify(ownKernel())],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const [, ...pids] = String((await once(parent.stdout, "data"))[0]).match(/(\d+),(\d+)/) ?? [];
    expect(pids.map(Number).map(isAlive)).to.deep.equal([true, true]);
    parent.kill("SIGKILL");
    await expectEnd(pids.map(Number));
  });

  it("ends, with the shell that watches it, when the program that starts it is killed meanwhile", async function () {
    if (process.platform !== "linux") this.skip();
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
