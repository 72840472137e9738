import { expect } from "chai";
import { readNotebook } from "../../../../../kernel-setup/jupyter/notebook-files/notebook-file";
import { KernelSocket } from "../../../../support/kernel-socket";
import { ownKernel } from "../../../../support/kernels";
import { committedLessons } from "../../../../support/lessons";
import { TestServer } from "../../../../support/notebook-server";
import { treeMemory } from "../../../../support/process-memory";
import { inProject } from "../../../../support/project";

const KERNELS = 10;

describe("ten kernels at once", function () {
  this.timeout(300_000);
  let server: TestServer;
  after(() => server?.stop());

  it("run lesson 05 each, and nothing is lost", async () => {
    const lesson = committedLessons().find(({ file }) => file.startsWith("05"));
    const notebook = readNotebook(String(lesson?.path));
    const codes = notebook.cells.filter(({ cell_type }) => cell_type === "code");
    server = await TestServer.start({}, { kernel: ownKernel(), parent: inProject(".jupyter") });
    const runs = Array.from({ length: KERNELS }, async (_, i) => {
      const wanted = { path: `lesson-${i}.ipynb`, type: "notebook", kernel: { name: "tslab" } };
      const { body } = await server.json<{ kernel: { id: string } }>(
        "POST",
        "/api/sessions",
        wanted,
      );
      const socket = await KernelSocket.open(server, body.kernel.id);
      const ids = codes.map(({ source }) => socket.execute(source, { allow_stdin: false }));
      for (const id of ids) expect(await socket.reply(id, 240_000)).to.include({ status: "ok" });
      for (const id of ids) await socket.idle(id);
      // In how many pieces a stream comes is chance; what it says is not.
      return ids.map((id) => ({
        text: socket
          .outputs(id, "stream")
          .map((part) => part.text)
          .join(""),
        shown: ["display_data", "execute_result"].map((type) => socket.outputs(id, type).length),
      }));
    });
    const [first, ...others] = await Promise.all(runs);
    for (const other of others) expect(other).to.deep.equal(first);
    const saved = codes.map((cell) => {
      const outputs = cell.cell_type === "code" ? cell.outputs : [];
      const count = (type: string) => outputs.filter((o) => o.output_type === type).length;
      return {
        text: outputs.map((o) => (o.output_type === "stream" ? o.text : "")).join(""),
        shown: [count("display_data"), count("execute_result")],
      };
    });
    expect(first).to.deep.equal(saved);
    const megabytes = treeMemory(process.pid);
    console.log(
      `      ${KERNELS} kernels and the server: ${Math.round(megabytes)} MB, ${Math.round(megabytes / KERNELS)} MB each`,
    );
  });
});
