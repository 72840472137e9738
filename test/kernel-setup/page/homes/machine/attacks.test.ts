import { once } from "node:events";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { WebSocket } from "ws";
import { V1 } from "../../../../../kernel-setup/page/server/kernels/frames";
import { KernelSocket } from "../../../../support/kernel-socket";
import { notebookText } from "../../../../support/kernels";
import { needs } from "../../../../support/needs";
import { TestServer } from "../../../../support/notebook-server";

interface Answer {
  status: number;
  body: string;
  headers: NodeJS.Dict<string | string[]>;
}

describe("attacks on the server", () => {
  let server: TestServer;
  let kernel: string;
  before(async function () {
    needs(this, "symbolic links");
    server = await TestServer.start({ "lesson.ipynb": notebookText(["stdout a"]) });
    writeFileSync(join(server.folder, "outside.txt"), "a secret");
    mkdirSync(join(server.folder, "outside"));
    writeFileSync(join(server.folder, "outside", "a.txt"), "a secret");
    symlinkSync(join(server.folder, "outside.txt"), join(server.notebooks, "link.txt"));
    symlinkSync(join(server.folder, "outside"), join(server.notebooks, "links"));
    symlinkSync(join(server.folder, "not-there.txt"), join(server.notebooks, "dangling.txt"));
    kernel = (await server.json<{ id: string }>("POST", "/api/kernels", {})).body.id;
  });
  after(() => server?.stop());

  /** The server lives on, and still works for its own page. */
  afterEach(async () => {
    expect((await server.json("GET", "/api/contents/lesson.ipynb")).status).to.equal(200);
  });

  /** Asks as no browser would: with any path, Host and Origin, byte for byte. */
  const raw = (path: string, headers: NodeJS.Dict<string> = {}, method = "GET", body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const { port } = server.running;
      const asked = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
        let text = "";
        answer.on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, body: text, headers: answer.headers }),
        );
      });
      asked.on("error", reject);
      asked.end(body);
    });
  const auth = () => ({ authorization: `token ${server.running.token}` });
  const host = () => `127.0.0.1:${server.running.port}`;

  it("without a token, or with a wrong one, gets 403 everywhere", async () => {
    const paths = [
      "/api/contents/lesson.ipynb",
      "/api/sessions",
      "/api/kernels",
      "/api/kernelspecs",
      "/api/settings/a",
      "/api/work?made=2026-11-29T10:00:00Z",
      "/api/work/lessons/a",
      "/files/lesson.ipynb",
      "/api/page",
      "/api/page/files/lesson.ipynb",
      "/api/nothing",
    ];
    for (const path of paths) {
      for (const headers of [
        {},
        { authorization: "token wrong" },
        { authorization: `Basic ${server.running.token}` },
        { cookie: `token=${server.running.token}` },
        { "sec-websocket-protocol": "notebooks.token.wrong" },
      ]) {
        const { status, body } = await raw(path, headers);
        expect(status, path).to.equal(403);
        expect(body).to.not.contain(server.running.token);
      }
      expect((await raw(`${path}?token=`)).status, path).to.equal(403);
    }
    for (const path of ["/api/kernels", "/api/contents/lesson.ipynb/trust"])
      expect((await raw(path, {}, "POST", "{}")).status, path).to.equal(403);
  });

  it("from a foreign page gets 403, also with the token", async () => {
    const own = { ...auth(), origin: `http://${host()}` };
    expect((await raw("/api/kernels", own)).status).to.equal(200);
    for (const foreign of [
      "https://evil.example",
      "null",
      "http://127.0.0.1:1",
      "http://localhost",
    ]) {
      const headers = { ...auth(), origin: foreign };
      expect((await raw("/api/kernels", headers, "POST", "{}")).status).to.equal(403);
    }
    for (const site of ["cross-site", "same-site"]) {
      const headers = { ...auth(), "sec-fetch-site": site };
      expect((await raw("/api/kernels", headers)).status).to.equal(403);
    }
    const answer = await raw("/api/kernels", auth());
    expect(answer.headers).to.not.have.property("access-control-allow-origin");
  });

  it("under another name of this machine gets 403", async () => {
    for (const name of ["evil.example", `evil.example:${server.running.port}`, "127.0.0.1.evil"])
      for (const path of ["/api/kernels", "/", "/notebooks/lesson.ipynb"])
        expect((await raw(path, { ...auth(), host: name })).status, name).to.equal(403);
    const local = `localhost:${server.running.port}`;
    expect((await raw("/api/kernels", { ...auth(), host: local })).status).to.equal(200);
  });

  it("out of the folder gets no file, however the path is written", async () => {
    const paths: [string, number][] = [
      ["../outside.txt", 404],
      ["%2e%2e/outside.txt", 404],
      ["..%2foutside.txt", 400],
      ["..%5coutside.txt", 400],
      ["a/..%2f..%2foutside.txt", 400],
      ["%2e%2e%2foutside.txt", 400],
      ["%00", 400],
      ["lesson.ipynb%00.txt", 400],
      ["%ff", 400],
      ["..;/outside.txt", 404],
      ["/etc/passwd", 404],
      ["C:%5cwindows", 400],
      [".ipynb_checkpoints", 404],
    ];
    for (const prefix of ["/api/contents/", "/files/", "/static/", "/static/fonts/"]) {
      for (const [path, status] of paths) {
        const answer = await raw(`${prefix}${path}`, auth());
        expect(answer.status, `${prefix}${path}`).to.be.oneOf([status, 404]);
        expect(answer.body).to.not.contain("a secret");
      }
    }
    for (const [path, status] of paths) {
      const answer = await raw(`/api/contents/${path}`, auth());
      expect(answer.status, path).to.equal(status);
    }
    expect((await raw("/kernelspecs/fake/..%2f..%2fpackage.json", auth())).status).to.equal(404);
  });

  it("through a link gets 403, for reading, writing and renaming", async () => {
    for (const path of ["link.txt", "links/a.txt", "links/new.txt", "dangling.txt"]) {
      for (const prefix of ["/api/contents/", "/files/"])
        expect((await raw(`${prefix}${path}`, auth())).status, path).to.equal(403);
      const draft = { type: "file", format: "text", content: "changed" };
      expect((await server.json("PUT", `/api/contents/${path}`, draft)).status).to.equal(403);
      expect((await server.json("DELETE", `/api/contents/${path}`)).status).to.equal(403);
      const moved = await server.json("PATCH", "/api/contents/lesson.ipynb", { path });
      expect(moved.status).to.equal(403);
    }
    const kernelOutside = await server.json("POST", "/api/sessions", {
      path: "links/a.ipynb",
      type: "notebook",
    });
    expect(kernelOutside.status).to.equal(403);
    const { body } = await server.json("GET", "/api/contents/");
    expect(JSON.stringify(body)).to.not.contain("link");
  });

  it("with a huge body gets 413, before it is read", async () => {
    const socket = connect(server.running.port, "127.0.0.1");
    socket.write(
      `PUT /api/contents/a.txt HTTP/1.1\r\nHost: ${host()}\r\nAuthorization: token ${server.running.token}\r\nContent-Length: 99999999999\r\n\r\n{`,
    );
    const [answer] = await once(socket, "data");
    expect(String(answer)).to.match(/^HTTP\/1\.1 413/);
    socket.destroy();
    const headers = { ...auth(), "x-long": "a".repeat(20_000) };
    expect((await raw("/api/kernels", headers)).status).to.equal(431);
  });

  it("with broken JSON gets 400 and a sentence", async () => {
    for (const body of ["{", "[]", "3", '"a"', "null", "\u0000"]) {
      for (const [method, path] of [
        ["PUT", "/api/contents/a.txt"],
        ["POST", "/api/sessions"],
        ["PATCH", "/api/contents/lesson.ipynb"],
        ["POST", "/api/kernels"],
      ]) {
        const answer = await raw(path, auth(), method, body);
        expect(answer.status, `${method} ${path} ${body}`).to.equal(400);
        expect(JSON.parse(answer.body).message).to.match(/^expected /);
      }
    }
    const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    expect((await raw("/api/sessions", auth(), "POST", deep)).status).to.be.oneOf([400, 413]);
    expect(
      (await raw("/api/sessions", auth(), "POST", '{"path":"a","kernel":{"name":"rm"}}')).status,
    ).to.equal(400);
  });

  it("by a websocket without token, of a foreign page or to nowhere is refused", async () => {
    const open = async (path: string, headers: Record<string, string>) => {
      const socket = new WebSocket(`ws://${host()}${path}`, { headers });
      socket.on("error", () => {});
      const [, answer] = await Promise.race([
        once(socket, "unexpected-response"),
        once(socket, "open").then(() => [undefined, { statusCode: 101 }]),
      ]);
      socket.terminate();
      return answer.statusCode;
    };
    const channels = `/api/kernels/${kernel}/channels`;
    expect(await open(channels, auth())).to.equal(101);
    for (const path of [channels, "/api/events/subscribe"]) {
      expect(await open(path, {})).to.equal(403);
      expect(await open(`${path}?token=wrong`, {})).to.equal(403);
      expect(await open(path, { ...auth(), origin: "https://evil.example" })).to.equal(403);
      expect(await open(path, { ...auth(), host: "evil.example" })).to.equal(403);
    }
    expect(await open("/api/kernels/none/channels", auth())).to.equal(404);
    expect(await open("/api/terminals/websocket/1", auth())).to.equal(404);
  });

  it("by bad websocket frames closes that connection only", async () => {
    const good = await KernelSocket.open(server, kernel);
    const number = (n: bigint) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(n);
      return bytes;
    };
    const frames: [string | undefined, string | Buffer][] = [
      [undefined, "not JSON"],
      [undefined, "[]"],
      [undefined, JSON.stringify({ channel: "iopub", header: {} })],
      [undefined, JSON.stringify({ channel: "shell", header: { msg_id: 1 } })],
      [undefined, JSON.stringify({ channel: "shell" })],
      [undefined, Buffer.from([0xff, 0xff, 0xff, 0xff])],
      [undefined, Buffer.alloc(0)],
      [V1, "text"],
      [V1, Buffer.alloc(3)],
      [V1, number(2n ** 63n)],
      [V1, Buffer.concat([6n, 9n ** 19n, 1n, 2n, 3n, 4n, 5n].map(number))],
      [V1, Buffer.concat([6n, 56n, 57n, 58n, 59n, 60n, 61n].map(number))],
    ];
    for (const [protocol, frame] of frames) {
      const bad = await KernelSocket.open(server, kernel, { protocol });
      const closed = once(bad.socket, "close");
      bad.socket.send(frame);
      expect((await closed)[0], String(frame)).to.equal(1007);
    }
    const huge = await KernelSocket.open(server, kernel);
    const closed = once(huge.socket, "close");
    huge.socket.on("error", () => {});
    huge.socket.send(Buffer.alloc(65 * 1024 * 1024));
    expect((await closed)[0]).to.equal(1009);
    const stray = connect(server.running.port, "127.0.0.1");
    stray.write(
      `GET /api/kernels/${kernel}/channels HTTP/1.1\r\nHost: ${host()}\r\nAuthorization: token ${server.running.token}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    await once(stray, "data");
    stray.write(Buffer.from("this is no frame at all"));
    await once(stray, "close");
    const id = good.execute("stdout still here");
    expect(await good.reply(id)).to.include({ status: "ok" });
    await good.close();
  });
});
