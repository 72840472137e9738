import { expect } from "chai";
import { V1 } from "../../../../kernel-setup/page/server/kernels/frames";
import type { HomeServer } from "../../../support/home-server";
import { inEveryHome } from "../../../support/homes";
import { KernelSocket } from "../../../support/kernel-socket";
import { fakeKernel, notebookText } from "../../../support/kernels";

interface Session {
  id: string;
  path: string;
  kernel: { id: string; name: string; execution_state: string; connections: number };
}

inEveryHome("the server's kernels", (start) => {
  let server: HomeServer;
  const open: KernelSocket[] = [];
  beforeEach(async () => {
    server = await start({ "en/lesson.ipynb": notebookText(["stdout a"]) });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((socket) => socket.close()));
    await server.stop();
  });

  const session = async (path = "en/lesson.ipynb") => {
    const wanted = { path, name: "", type: "notebook", kernel: { name: "fake" } };
    return (await server.json<Session>("POST", "/api/sessions", wanted)).body;
  };
  const connect = async (kernel: string, options?: { protocol?: string; session?: string }) => {
    const socket = await KernelSocket.open(server, kernel, options);
    open.push(socket);
    return socket;
  };
  const model = async (id: string) =>
    (await server.json<Session["kernel"]>("GET", `/api/kernels/${id}`)).body;

  for (const protocol of [undefined, V1]) {
    it(`runs a cell and answers its question over ${protocol ?? "the default protocol"}`, async () => {
      const { kernel } = await session();
      const socket = await connect(kernel.id, { protocol });
      expect(socket.wire.protocol).to.equal(protocol ?? "");
      const info = socket.send("kernel_info_request", {});
      expect((await socket.reply(info)).status).to.equal("ok");
      const id = socket.execute("cwd\nask name?");
      const asked = await socket.first(({ channel }) => channel === "stdin");
      expect(asked.message.content.prompt).to.equal("name?");
      socket.send("input_reply", { status: "ok", value: "Ada" }, "stdin");
      expect((await socket.reply(id)).status).to.equal("ok");
      await socket.idle(id);
      const [cwd, name] = socket.outputs(id, "stream").map(({ text }) => text);
      expect(server.startedIn(cwd)).to.equal(`${server.notebooks}/en`);
      expect(name).to.equal("Ada");
    });
  }

  it("gives one document one kernel in all its tabs, also when they come at once", async () => {
    const both = await Promise.all([session(), session()]);
    expect(both[0].id).to.equal(both[1].id);
    const [a, b] = await Promise.all([connect(both[0].kernel.id), connect(both[0].kernel.id)]);
    const id = a.execute("stdout once");
    await a.reply(id);
    await a.idle(id);
    await b.idle(id);
    expect(b.outputs(id, "stream")).to.deep.equal([{ name: "stdout", text: "once\n" }]);
    // A reply is for who asked.
    expect(b.got.some(({ channel }) => channel === "shell")).to.equal(false);
  });

  it("interrupts a cell", async () => {
    const { kernel } = await session();
    const socket = await connect(kernel.id);
    const id = socket.execute("stdout before\nhang");
    await socket.first(({ message }) => message.header.msg_type === "stream");
    const { status } = await server.json("POST", `/api/kernels/${kernel.id}/interrupt`);
    expect(status).to.equal(204);
    expect(await socket.reply(id)).to.include({ status: "error", evalue: "interrupted" });
  });

  it("restarts a kernel under its id, and lets messages wait until it is there", async () => {
    const { kernel } = await session();
    const socket = await connect(kernel.id);
    const pid = async () => {
      const id = socket.execute("pid");
      await socket.reply(id);
      await socket.idle(id);
      return socket.outputs(id, "stream")[0].text;
    };
    const before = await pid();
    const hanging = socket.execute("hang");
    const restarted = server.json("POST", `/api/kernels/${kernel.id}/restart`);
    expect(await socket.reply(hanging)).to.include({ status: "aborted" });
    const after = pid();
    expect((await restarted).status).to.equal(200);
    expect(await after).to.not.equal(before);
  });

  it("tells the cell and all pages that a kernel has died, with its last words, and restarts it", async () => {
    const { kernel } = await session();
    const socket = await connect(kernel.id);
    const other = await connect(kernel.id);
    const id = socket.execute("last-words all is lost\nsleep 50\ndie 3");
    const reply = await socket.reply(id);
    expect(reply).to.include({ status: "error", ename: "KernelDied" });
    expect(reply.evalue).to.match(/ended with exit code 3.*all is lost/s);
    await socket.idle(id);
    expect(socket.outputs(id, "error")).to.have.length(1);
    expect(socket.outputs(id, "execute_input")).to.have.length(1);
    expect(reply.execution_count).to.equal(1);
    await socket.status("dead");
    await other.status("dead");
    expect(await model(kernel.id)).to.include({ execution_state: "dead", connections: 2 });
    const refused = await server.json("POST", `/api/kernels/${kernel.id}/interrupt`);
    expect(refused.status).to.equal(409);
    expect((await server.json("POST", `/api/kernels/${kernel.id}/restart`)).status).to.equal(200);
    const again = socket.execute("stdout alive");
    expect(await socket.reply(again)).to.include({ status: "ok" });
  });

  it("tells cells why their kernel cannot start, those that wait and those that come later", async () => {
    const broken = fakeKernel({ FAKE_START: "die" });
    const other = await start({}, { kernel: broken });
    try {
      const { body } = await other.json<{ id: string }>("POST", "/api/kernels", {});
      const socket = await KernelSocket.open(other, body.id);
      const early = socket.execute("stdout early");
      const asked = socket.send("kernel_info_request", {});
      await socket.status("dead");
      const late = socket.execute("stdout late");
      for (const id of [early, late]) {
        const reply = await socket.reply(id);
        expect(reply).to.include({ status: "error", ename: "KernelDied" });
        expect(reply.evalue).to.match(/^The kernel "fake" ended with exit code 7.*EADDRINUSE/s);
        await socket.idle(id);
        const errors = socket.outputs(id, "error");
        expect(errors.map(({ evalue }) => evalue)).to.deep.equal([reply.evalue]);
        // A page shows what comes after this.
        expect(socket.outputs(id, "execute_input")).to.have.length(1);
      }
      expect(await socket.reply(asked)).to.include({ status: "error" });
      const { evalue } = await socket.reply(early);
      // A page that comes later learns of it too.
      const shown = await other.json("GET", `/api/kernels/${body.id}`);
      expect(shown.body).to.include({ execution_state: "dead", reason: evalue });
      const second = await KernelSocket.open(other, body.id);
      expect((await second.status("dead")).message.content).to.include({ reason: evalue });
      // A restart that fails says so as well, and to whoever has asked meanwhile.
      const restarted = other.json("POST", `/api/kernels/${body.id}/restart`);
      const meanwhile = socket.execute("stdout meanwhile");
      expect(await socket.reply(meanwhile)).to.include({ status: "error", ename: "KernelDied" });
      const refused = await restarted;
      expect([refused.status, refused.body.message]).to.deep.equal([500, evalue]);
      Object.assign(broken.spec, { env: {} });
      expect((await other.json("POST", `/api/kernels/${body.id}/restart`)).status).to.equal(200);
      expect(await socket.reply(socket.execute("stdout on"))).to.include({ status: "ok" });
    } finally {
      await other.stop();
    }
  });

  it("says in the cell that the temporary folder or the kernel's own is gone", async () => {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = "/no/such/folder";
    try {
      const { kernel } = await session("en/nowhere.ipynb");
      const socket = await connect(kernel.id);
      const reply = await socket.reply(socket.execute("stdout a"));
      expect(reply.evalue).to.match(
        /^The kernel "fake" could not be started: its connection file .*TMPDIR.*is not there/,
      );
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  });

  it("keeps what a kernel says while a page's connection is broken", async () => {
    const { kernel } = await session();
    const first = await connect(kernel.id);
    const id = first.execute("sleep 300\nstdout later");
    await first.first(({ message }) => message.content.execution_state === "busy");
    first.wire.terminate();
    for (;;) if ((await model(kernel.id)).execution_state === "idle") break;
    const second = await connect(kernel.id, { session: first.session });
    expect(await second.reply(id)).to.include({ status: "ok" });
    expect(second.outputs(id, "stream")).to.deep.equal([{ name: "stdout", text: "later\n" }]);
  });

  it("ends a kernel with its session, and all with the server", async () => {
    const one = await session();
    const two = await session("en/other.ipynb");
    const socket = await connect(one.kernel.id);
    const id = socket.execute("pid");
    await socket.reply(id);
    await socket.idle(id);
    const pid = Number(socket.outputs(id, "stream")[0].text);
    expect((await server.json("DELETE", `/api/sessions/${one.id}`)).status).to.equal(204);
    expect(() => process.kill(pid, 0)).to.throw(/ESRCH/);
    const left = await server.json<Session[]>("GET", "/api/sessions");
    expect(left.body.map((each) => each.id)).to.deep.equal([two.id]);
    await server.end();
    expect(server.kernels.all).to.deep.equal([]);
  });

  it("changes a session's path and kernel", async () => {
    const { id, kernel } = await session();
    const moved = await server.json<Session>("PATCH", `/api/sessions/${id}`, { path: "b.ipynb" });
    expect(moved.body.path).to.equal("b.ipynb");
    const other = await server.json<Session>("PATCH", `/api/sessions/${id}`, {
      kernel: { name: "fake" },
    });
    expect(other.body.kernel.id).to.not.equal(kernel.id);
    expect((await server.json("GET", `/api/kernels/${kernel.id}`)).status).to.equal(404);
  });

  it("lists its kernels with the files beside them", async () => {
    const { body } = await server.json<{ default: string; kernelspecs: object }>(
      "GET",
      "/api/kernelspecs",
    );
    expect(body.default).to.equal("fake");
    expect((await server.json("GET", "/kernelspecs/fake/kernel.json")).status).to.equal(404);
    expect((await server.ask("/kernelspecs/fake/kernels.js")).status).to.equal(200);
  });
});
