import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { writeConnectionFile } from "../../../../kernel-setup/jupyter/client/connection";
import type { KernelClient } from "../../../../kernel-setup/jupyter/client/kernel-client";
import { KernelError } from "../../../../kernel-setup/jupyter/client/kernel-error";
import { startKernel } from "../../../../kernel-setup/jupyter/client/start-kernel";
import type { FoundKernelSpec } from "../../../../kernel-setup/jupyter/kernelspecs/spec";
import type { Message } from "../../../../kernel-setup/jupyter/messages/message";
import { fakeKernel } from "../../../support/kernels";
import { needs } from "../../../support/needs";

async function errorOf(spec: FoundKernelSpec, timeout = 10): Promise<Error> {
  try {
    await (await startKernel(spec, { cwd: tmpdir(), timeout })).shutdown();
  } catch (error) {
    return error as Error;
  }
  throw new Error("errorOf: expected the start to fail, but it did not");
}

describe("startKernel", function () {
  this.timeout(30_000);
  let folder: string;
  let clients: KernelClient[];
  const start = async (spec: FoundKernelSpec, timeout = 10) => {
    const client = await startKernel(spec, { cwd: tmpdir(), timeout });
    clients.push(client);
    return client;
  };
  beforeEach(() => {
    clients = [];
    folder = mkdtempSync(join(tmpdir(), "start-kernel-"));
  });
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.shutdown()));
    rmSync(folder, { recursive: true });
  });

  it("waits until the kernel has told what it is", async () => {
    expect((await start(fakeKernel())).info).to.have.nested.property("language_info.name", "fake");
  });

  it("finds a kernel in a folder of any name, also of signs that replacing texts knows", async () => {
    const spec = fakeKernel();
    const main = spec.spec.argv[1];
    spec.folder = join(folder, "it costs $& or $' or $$");
    mkdirSync(spec.folder);
    writeFileSync(join(spec.folder, "kernel.js"), `require(${JSON.stringify(main)});`);
    spec.spec.argv[1] = join("{resource_dir}", "kernel.js");
    expect((await start(spec)).info).to.have.nested.property("language_info.name", "fake");
  });

  it("reports exit code and last words of a kernel that ends at once", async () => {
    const spec = fakeKernel();
    spec.spec.argv = [process.execPath, "-e", "console.error('no such module'); process.exit(9)"];
    const error = await errorOf(spec);
    expect(error).to.be.instanceOf(KernelError);
    expect(error.message).to.equal(
      'The kernel "fake" ended with exit code 9. Its last words:\nno such module',
    );
  });

  it("reports a command that does not exist", async () => {
    const spec = fakeKernel();
    spec.spec.argv = [join(folder, "no-such-node")];
    expect((await errorOf(spec)).message).to.match(
      /^The kernel "fake" could not be started \(spawn .*ENOENT\)/,
    );
  });

  it("tries again when a port was taken, and when the kernel keeps silent", async () => {
    await start(fakeKernel({ FAKE_START: `die-once:${join(folder, "a")}` }));
    await start(fakeKernel({ FAKE_START: `mute-once:${join(folder, "b")}` }), 6);
    expect(existsSync(join(folder, "a")) && existsSync(join(folder, "b"))).to.equal(true);
  });

  it("gives up on a kernel that keeps silent", async () => {
    const error = await errorOf(fakeKernel({ FAKE_START: "mute" }), 1);
    expect(error.message).to.equal('The kernel "fake" did not answer within 0.5 s.');
  });

  it("starts several at once on ports of their own", async () => {
    const kernels = await Promise.all([1, 2, 3].map(() => start(fakeKernel())));
    const ports = kernels.map(({ process: { connection } }) => connection.shell_port);
    expect(new Set(ports).size).to.equal(3);
  });
});

describe("the connection file", () => {
  it("is readable by its user alone and goes with the kernel", async () => {
    const file = await writeConnectionFile("fake");
    expect(JSON.parse(readFileSync(file.path, "utf8"))).to.deep.equal(file.connection);
    if (process.platform !== "win32") expect(statSync(file.path).mode & 0o777).to.equal(0o600);
    file.release();
    expect(existsSync(dirname(file.path))).to.equal(false);
  });
});

describe("the folders of connection files", () => {
  const before = process.env.TMPDIR;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "temporary-"));
    process.env.TMPDIR = folder;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true });
  });

  it("that killed processes have left go with the next start, and no others", async () => {
    const { pid: gone } = spawnSync(process.execPath, ["-e", ""]);
    const old = new Date(Date.now() - 3_600_000);
    const make = (name: string, isOld = true) => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "connection.json"), "{}");
      if (isOld) utimesSync(join(folder, name), old, old);
    };
    make(`kernel-connection-${gone}-abcdef`);
    const others = [
      `kernel-connection-${process.pid}-abcdef`,
      `kernel-connection-${gone}-abcdef-of-others`,
      `other-${gone}-abcdef`,
    ];
    for (const name of others) make(name);
    // Another container's, perhaps: there that process may be alive.
    make(`kernel-connection-${gone}-fresh0`, false);
    const file = await writeConnectionFile("fake");
    file.release();
    expect(readdirSync(folder).sort()).to.deep.equal(
      [...others, `kernel-connection-${gone}-fresh0`].sort(),
    );
  });

  it("are left by no start that fails", async () => {
    const spec = fakeKernel();
    spec.spec.argv = [process.execPath, "-e", "a\u0000b"];
    expect((await errorOf(spec)).message).to.match(/^The kernel "fake" could not be started: /);
    expect(readdirSync(folder)).to.deep.equal([]);
  });
});

describe("KernelClient", function () {
  this.timeout(30_000);
  let client: KernelClient;
  let texts: string[];
  const onMessage = ({ header, content }: Message) => {
    if (header.msg_type === "stream") texts.push(String(content.text));
  };
  const start = async (mode: "message" | "signal" = "message") => {
    const found = fakeKernel();
    found.spec.interrupt_mode = mode;
    texts = [];
    client = await startKernel(found, { cwd: tmpdir() });
  };
  afterEach(() => client.shutdown());

  it("hands over every message of a burst, in order", async () => {
    await start();
    await client.execute(Array.from({ length: 3000 }, (_, i) => `stdout ${i}`).join("\n"), {
      onMessage,
    });
    expect(texts).to.deep.equal(Array.from({ length: 3000 }, (_, i) => `${i}\n`));
  });

  it("gives ename, evalue and traceback of a failing cell", async () => {
    await start();
    const { status, content } = await client.execute("error no");
    expect(status).to.equal("error");
    expect(content).to.deep.include({ ename: "FakeError", evalue: "no" });
  });

  it("says that an output is nested too deep to be taken in", async () => {
    await start();
    expect((await client.execute("deep 2000\nstdout on", { onMessage })).status).to.equal("ok");
    expect(texts[0]).to.match(/^What the kernel sent here \(display_data\) was left out: /);
    expect(texts[1]).to.equal("on\n");
  });

  it("answers a cell's question", async () => {
    await start();
    const onInput = async (prompt: string) => `you asked "${prompt}"`;
    await client.execute("ask your name?", { onMessage, onInput });
    expect(texts).to.deep.equal(['you asked "your name?"']);
  });

  for (const mode of ["message", "signal"] as const) {
    it(`interrupts a running cell by ${mode} and keeps the kernel`, async function () {
      if (mode === "signal") needs(this, "signals");
      await start(mode);
      const running = client.execute("hang");
      setTimeout(() => void client.interrupt(), 100);
      expect((await running).content.evalue).to.equal("interrupted");
      expect((await client.execute("stdout on", { onMessage })).status).to.equal("ok");
    });
  }

  it("rejects what is running, and whatever is asked later, when the kernel dies", async () => {
    await start();
    for (const code of ["die 4", "stdout more"]) {
      const error = await client.execute(code).catch((reason) => reason);
      expect(error).to.be.instanceOf(KernelError);
      expect(error.message).to.include("exit code 4");
    }
  });
});
