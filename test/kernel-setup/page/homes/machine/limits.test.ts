import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { KernelSocket, SocketWire } from "../../../../support/kernel-socket";
import { notebookText } from "../../../../support/kernels";
import { needs } from "../../../../support/needs";

interface Server {
  port: number;
  token: string;
  notebooks: string;
}

/** What a system's limits cost: one request, and never the server with everybody's kernels. */
describe("a server at the system's limits", function () {
  this.timeout(120_000);
  let child: ChildProcess;
  let server: Server;
  let stderr = "";

  before(function () {
    needs(this, "sh", "signals");
  });
  afterEach(async () => {
    const ended = once(child, "exit");
    child.stdin?.end();
    await ended;
  });

  /** Starts a server in a shell that has set limits. */
  async function start(limits: string): Promise<void> {
    const program = join(__dirname, "..", "..", "..", "..", "support", "limited-server.js");
    child = spawn("sh", ["-c", `${limits}; exec "$@"`, "sh", process.execPath, program], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    stderr = "";
    child.stderr?.on("data", (data) => {
      stderr += data;
    });
    server = JSON.parse(String((await once(child.stdout as NodeJS.EventEmitter, "data"))[0]));
  }

  async function ask(method: string, path: string, body?: unknown) {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method,
      headers: { authorization: `token ${server.token}`, connection: "close" },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? {} : JSON.parse(text) };
  }
  const lines = {
    connect: (path: string, protocol?: string) => SocketWire.open(server, path, protocol),
  };
  const openKernel = async () => {
    const { status, body } = await ask("POST", "/api/kernels", {});
    expect(status).to.equal(201);
    return { id: body.id, socket: await KernelSocket.open(lines, body.id) };
  };

  it("without files to open starts no kernel more, says so, and lives on with those it has", async () => {
    await start("ulimit -n 112");
    const living: KernelSocket[] = [];
    const refused: { id: string; socket: KernelSocket; evalue: string }[] = [];
    while (refused.length < 2) {
      const { id, socket } = await openKernel();
      const reply = await socket.reply(socket.execute("stdout alive"));
      if (reply.status === "ok") living.push(socket);
      else refused.push({ id, socket, evalue: String(reply.evalue) });
    }
    for (const { evalue } of refused) {
      expect(evalue).to.match(/^The kernel "fake" could not be started: too many files are open/);
    }
    expect(living.length).to.be.above(0);
    for (const socket of living) {
      expect(await socket.reply(socket.execute("stdout still"))).to.include({ status: "ok" });
    }
    const draft = { type: "file", format: "text", content: "my work" };
    expect((await ask("PUT", "/api/contents/work.txt", draft)).status).to.equal(201);
    expect((await ask("GET", "/api/contents/work.txt")).body.content).to.equal("my work");
    const restarted = await ask("POST", `/api/kernels/${refused[0].id}/restart`);
    expect([restarted.status, restarted.body.message]).to.deep.equal([500, refused[0].evalue]);
    // With one less there is room again.
    const [first] = (await ask("GET", "/api/kernels")).body;
    expect((await ask("DELETE", `/api/kernels/${first.id}`)).status).to.equal(204);
    for (let tries = 0; tries < 20; tries++) {
      if ((await ask("POST", `/api/kernels/${refused[0].id}/restart`)).status === 200) break;
      await sleep(200);
    }
    const { socket } = refused[0];
    expect(await socket.reply(socket.execute("stdout now"))).to.include({ status: "ok" });
    expect([child.exitCode, stderr]).to.deep.equal([null, ""]);
  });

  it("takes no connection more than it may, and takes some again when others have gone", async () => {
    await start("ulimit -n 112");
    const { socket } = await openKernel();
    await socket.reply(socket.execute("stdout alive"));
    const idle: KernelSocket[] = [];
    const tries = Array.from({ length: 150 }, async () => {
      const { id } = (await ask("GET", "/api/kernels")).body[0];
      idle.push(await KernelSocket.open(lines, id));
    });
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "rejected")).to.not.deep.equal([]);
    for (const each of idle) each.socket.terminate();
    await sleep(500);
    expect(await socket.reply(socket.execute("stdout still"))).to.include({ status: "ok" });
    expect((await ask("GET", "/api/contents/lesson.ipynb")).status).to.equal(200);
    expect(child.exitCode).to.equal(null);
  });

  it("keeps the old file, and no half one, when the new one is more than may be written", async () => {
    // In blocks of 512 bytes; the signal that comes besides is not listened to.
    await start("trap '' XFSZ; ulimit -f 64");
    const before = readFileSync(join(server.notebooks, "lesson.ipynb"), "utf8");
    const content = JSON.parse(notebookText([`stdout ${"a".repeat(100_000)}`]));
    const { status, body } = await ask("PUT", "/api/contents/lesson.ipynb", {
      type: "notebook",
      content,
    });
    expect(status).to.equal(413);
    expect(body.message).to.equal(
      '"lesson.ipynb" could not be saved: it is larger than a file may be here.',
    );
    expect(readdirSync(server.notebooks)).to.deep.equal(["lesson.ipynb"]);
    expect(readFileSync(join(server.notebooks, "lesson.ipynb"), "utf8")).to.equal(before);
    expect(stderr).to.equal("");
  });
});
