import { createHmac } from "node:crypto";
import { expect } from "chai";
import type { Model } from "../../../../kernel-setup/page/server/contents/model";
import type { HomeServer } from "../../../support/home-server";
import { inEveryHome } from "../../../support/homes";
import { KernelSocket } from "../../../support/kernel-socket";
import { notebookText } from "../../../support/kernels";

interface Cell {
  cell_type: string;
  metadata: Record<string, unknown>;
  outputs?: object[];
}

const LESSON = "/api/contents/lesson.ipynb";
const FOREIGN = "<script>foreign()</script>";

const html = (text: string) => ({
  output_type: "display_data",
  data: { "text/html": text },
  metadata: {},
});
const stream = (text: string) => ({ output_type: "stream", name: "stdout", text });

/** A notebook whose cells show these outputs, and that claims of each that it is trusted. */
function showing(...outputs: object[][]): { cells: Cell[] } {
  const notebook = JSON.parse(notebookText(outputs.map(() => "stdout a")));
  for (const [i, cell] of notebook.cells.entries()) {
    cell.outputs = outputs[i];
    cell.metadata = { trusted: true };
  }
  return notebook;
}

inEveryHome("trust in outputs", (start) => {
  let server: HomeServer;
  beforeEach(async () => {
    server = await start({ "lesson.ipynb": notebookText(["stdout a"]) });
  });
  afterEach(() => server.stop());

  /** Runs a cell, and gives its outputs as a page would save them. */
  async function outputsOf(code: string): Promise<object[]> {
    const { body } = await server.json<{ id: string }>("POST", "/api/kernels", {});
    const socket = await KernelSocket.open(server, body.id);
    try {
      const id = socket.execute(code);
      await socket.idle(id);
      await socket.reply(id);
      return socket
        .outputs(id, "display_data")
        .map(({ data, metadata }) => ({ output_type: "display_data", data, metadata }));
    } finally {
      await socket.close();
    }
  }
  const put = async (content: unknown, path = LESSON) => {
    const draft = { type: "notebook", format: "json", content };
    const { status } = await server.json("PUT", path, draft, { "If-Match": "*" });
    expect(status).to.be.oneOf([200, 201]);
  };
  const cells = async (path = LESSON) =>
    ((await server.json<Model>("GET", path)).body.content as { cells: Cell[] }).cells;
  const marks = async (path?: string) =>
    (await cells(path)).map(({ metadata }) => metadata.trusted ?? false);
  const trust = (path = LESSON, headers = {}) =>
    server.json("POST", `${path}/trust`, undefined, headers);

  it("is for what a kernel of this server has sent, cell by cell, whatever a page says", async () => {
    const [own] = await outputsOf("html <script>own()</script>");
    const notebook = showing([own], [html(FOREIGN)], [own, html(FOREIGN)], []);
    notebook.cells[0].metadata = { trusted: false };
    await put(notebook);
    expect(await marks()).to.deep.equal([true, false, false, true]);
    expect(server.read("lesson.ipynb")).to.not.contain("trusted");
  });

  it("stays when outputs of a cell are cleared, joined or moved, and after a restart", async () => {
    const [first, second] = await outputsOf("html <b>1</b>\nstdout a\nhtml <b>2</b>\nstdout b");
    await put(showing([first, stream("a\n"), second, stream("b\n")]));
    expect(await marks()).to.deep.equal([true]);
    for (const outputs of [[[second]], [[first, second, stream("a\nb\n")]], [[second], [first]]]) {
      await put(showing(...outputs));
      expect(await marks()).to.deep.equal(outputs.map(() => true));
      await server.restart();
      expect(await marks()).to.deep.equal(outputs.map(() => true));
    }
    await put(showing([{ ...html("<b>1</b>"), metadata: { "text/html": { isolated: true } } }]));
    expect(await marks()).to.deep.equal([false]);
  });

  it("stays for what a page saves only with the next server", async () => {
    const [own] = await outputsOf("html <b>late</b>");
    await server.restart();
    await put(showing([own], [html(FOREIGN)]));
    expect(await marks()).to.deep.equal([true, false]);
  });

  it("comes by no other way in", async () => {
    const foreign = JSON.stringify(showing([html(FOREIGN)]));
    server.write("disk.ipynb", foreign);
    await put(foreign, "/api/contents/put.ipynb");
    await put(foreign, "/api/contents/text.ipynb");
    const text = { type: "file", format: "text", content: foreign };
    await server.json("PUT", "/api/contents/text.ipynb", text, { "If-Match": "*" });
    const base64 = {
      type: "file",
      format: "base64",
      content: Buffer.from(foreign).toString("base64"),
    };
    await server.json("PUT", "/api/contents/base64.ipynb", base64);
    server.write("copied.ipynb", foreign);
    server.write("notes.txt", foreign);
    await server.json("PATCH", "/api/contents/notes.txt", { path: "renamed.ipynb" });
    const { body } = await server.json<Model>("POST", "/api/contents/", {
      copy_from: "disk.ipynb",
    });
    server.write("replaced.ipynb", notebookText(["stdout a"]));
    expect(await marks("/api/contents/replaced.ipynb")).to.deep.equal([true]);
    server.move("copied.ipynb", "replaced.ipynb");
    server.write(".ipynb_checkpoints/lesson-checkpoint.ipynb", foreign);
    await server.json("POST", `${LESSON}/checkpoints/checkpoint`);
    const names = ["disk", "put", "text", "base64", "renamed", "replaced", "lesson"];
    for (const path of [...names.map((name) => `${name}.ipynb`), body.path]) {
      const address = `/api/contents/${path}`;
      expect(await marks(address), path).to.deep.equal([false]);
      // Nor by saving what was read, as a page does that runs another cell.
      await put({ ...showing(), cells: await cells(address) }, address);
      expect(await marks(address), path).to.deep.equal([false]);
    }
  });

  it("is no matter of texts and attachments: their marks never reach the page", async () => {
    const notebook = showing([]);
    const marked = { metadata: { trusted: true }, source: "<script>1</script>" };
    const attachments = { "a.svg": { "image/svg+xml": "<svg onload='1'/>" } };
    notebook.cells.push(
      { cell_type: "markdown", id: "m", attachments, ...marked } as unknown as Cell,
      { cell_type: "raw", id: "r", ...marked } as unknown as Cell,
    );
    server.write("lesson.ipynb", JSON.stringify(notebook));
    expect((await cells()).map(({ metadata }) => metadata)).to.deep.equal([
      { trusted: true },
      {},
      {},
    ]);
  });

  it("is the reader's to give, for all outputs that were read, and stays", async () => {
    await put(showing([html(FOREIGN)], [html("<i onclick='1'>x</i>"), stream("a")]));
    const { hash } = (await server.json<Model>("GET", LESSON)).body;
    expect((await trust(LESSON, { "If-Match": '"another"' })).status).to.equal(409);
    expect(await marks()).to.deep.equal([false, false]);
    expect((await trust(LESSON, { "If-Match": `"${hash}"` })).status).to.equal(201);
    expect(await marks()).to.deep.equal([true, true]);
    await server.restart();
    expect(await marks()).to.deep.equal([true, true]);
    await put(showing([html(FOREIGN)], [html("<b>another</b>")]));
    expect(await marks()).to.deep.equal([true, false]);
  });

  it("is given to notebooks alone, and a folder may be called so", async () => {
    server.write("notes.txt", "no notebook");
    server.makeFolder("a/trust");
    expect((await trust("/api/contents/notes.txt")).status).to.equal(400);
    expect((await trust("/api/contents/none.ipynb")).status).to.equal(404);
    const made = await server.json<Model>("POST", "/api/contents/a/trust", { type: "notebook" });
    expect(made.body.path).to.equal("a/trust/Untitled.ipynb");
  });

  it("stays that an earlier edition gave to whole cells, also when one of its outputs goes", async () => {
    const secret = server.kept.read("signature-secret");
    // What that edition signed: the outputs of a cell as JSON, keys sorted, without counts.
    const signed =
      '[{"data":{"text/html":"<b>1</b>"},"metadata":{},"output_type":"display_data"},' +
      '{"data":{"text/html":"<b>2</b>"},"metadata":{},"output_type":"execute_result"}]';
    const signature = createHmac("sha256", Buffer.from(secret, "hex")).update(signed);
    server.kept.write("signatures.json", `${JSON.stringify([signature.digest("base64")])}\n`);
    const outputs = [
      html("<b>1</b>"),
      { ...html("<b>2</b>"), output_type: "execute_result", execution_count: 7 },
    ];
    server.write("lesson.ipynb", JSON.stringify(showing(outputs)));
    server.write("part.ipynb", JSON.stringify(showing([html("<b>3</b>")])));
    expect(await marks("/api/contents/part.ipynb")).to.deep.equal([false]);
    expect(await marks()).to.deep.equal([true]);
    await put(showing(outputs.slice(1)));
    await server.restart();
    expect(await marks()).to.deep.equal([true]);
  });
  it("that another server of this home has seen counts here, and none of it is lost", async () => {
    const other = await server.another();
    try {
      const [own] = await outputsOf("html <b>here</b>");
      await put(showing([own]));
      other.write("a.ipynb", server.bytes("lesson.ipynb"));
      const there = (await other.json<Model>("GET", "/api/contents/a.ipynb")).body;
      expect((there.content as { cells: Cell[] }).cells[0].metadata.trusted).to.equal(true);
      other.write("b.ipynb", JSON.stringify(showing([html(FOREIGN)])));
      await other.json("POST", "/api/contents/b.ipynb/trust");
    } finally {
      await other.stop();
    }
    await put(showing(await outputsOf("html <b>again</b>"), [html(FOREIGN)]));
    await server.restart();
    expect(await marks()).to.deep.equal([true, true]);
  });
});
