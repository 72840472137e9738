import { createRequire } from "node:module";
import { expect } from "chai";
import { ownKernel } from "../../../../support/kernels";
import { committedLessons, readNotebook } from "../../../../support/lessons";
import { needs } from "../../../../support/needs";
import { TestServer } from "../../../../support/notebook-server";
import { inProject } from "../../../../support/project";

/** The small part of @jupyterlab/services that is used here; its own types come only with CI's install. */
interface Services {
  ServerConnection: { makeSettings(settings: object): object };
  ServiceManager: new (options: { serverSettings: object }) => Manager;
}
interface Manager {
  ready: Promise<void>;
  contents: {
    get(path: string): Promise<{ content: { cells: Cell[] } }>;
    save(path: string, model: object): Promise<{ hash?: string }>;
    createCheckpoint(path: string): Promise<{ id: string }>;
  };
  sessions: { startNew(options: object): Promise<Session> };
  kernelspecs: { specs: { default: string } };
  dispose(): void;
}
interface Session {
  kernel: {
    requestExecute(content: { code: string }): { onIOPub: unknown; done: Promise<Reply> };
    requestComplete(content: object): Promise<{ content: { matches: string[] } }>;
    restart(): Promise<void>;
    info: Promise<{ language_info: { name: string } }>;
  };
  shutdown(): Promise<void>;
}
interface Reply {
  content: { status: string; evalue?: string };
}
interface Cell {
  cell_type: string;
  source: string;
  metadata: object;
}

describe("Jupyter's own client of the server, @jupyterlab/services", function () {
  this.timeout(120_000);
  let server: TestServer;
  let manager: Manager;
  before(async function () {
    needs(this, "jupyterlab-packages");
    const lesson = committedLessons().find(({ file }) => file.startsWith("05"));
    const parent = inProject(".jupyter");
    server = await TestServer.start(
      { "lesson.ipynb": readNotebook(String(lesson?.path)) },
      { kernel: ownKernel(), parent },
    );
    const load = createRequire(inProject("kernel-setup/page/package.json"));
    const { ServerConnection, ServiceManager } = load("@jupyterlab/services") as Services;
    const serverSettings = ServerConnection.makeSettings({
      baseUrl: server.origin,
      wsUrl: server.origin.replace("http", "ws"),
      token: server.running.token,
    });
    manager = new ServiceManager({ serverSettings });
    await manager.ready;
  });
  after(async () => {
    manager?.dispose();
    await server?.stop();
  });

  it("reads a lesson, runs all of it, restarts, and saves", async () => {
    expect(manager.kernelspecs.specs.default).to.equal("tslab");
    const path = "lesson.ipynb";
    const { content } = await manager.contents.get(path);
    const session = await manager.sessions.startNew({
      path,
      name: path,
      type: "notebook",
      kernel: { name: "tslab" },
    });
    expect((await session.kernel.info).language_info.name).to.equal("typescript");
    const cells = content.cells.filter(({ cell_type }) => cell_type === "code");
    expect(cells.length).to.be.greaterThan(5);
    for (const { source } of cells) {
      const reply = await session.kernel.requestExecute({ code: source }).done;
      expect(reply.content.status, `${source}\n${reply.content.evalue}`).to.equal("ok");
    }
    const code = "const word = 'a'; word.toUpp";
    const { matches } = (await session.kernel.requestComplete({ code, cursor_pos: code.length }))
      .content;
    expect(matches).to.include("toUpperCase");
    await session.kernel.restart();
    const gone = await session.kernel.requestExecute({ code: "MulLayer" }).done;
    expect(gone.content.status).to.equal("error");
    await session.shutdown();
    await manager.contents.createCheckpoint(path);
    await manager.contents.save(path, { type: "notebook", format: "json", content });
    // What the lesson was saved with has been made here meanwhile, letter by letter: its trust may change.
    const saved = (await manager.contents.get(path)).content.cells;
    expect(saved.map(withoutTrust)).to.deep.equal(content.cells.map(withoutTrust));
  });
});

const withoutTrust = (cell: Cell) => ({ ...cell, metadata: { ...cell.metadata, trusted: null } });
