import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { buildSync } from "esbuild";
import { notebookText } from "../../../../support/kernels";
import { inProject } from "../../../../support/project";

/** What a page has and plain JavaScript has not, as far as the server asks for it; Node has it by the same names. */
const WEB = [
  "AbortController",
  "Blob",
  "CompressionStream",
  "DOMException",
  "DecompressionStream",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "performance",
  "queueMicrotask",
  "setTimeout",
] as const;

const ENTRY = `
  export { MemoryFiles } from "./homes/browser/memory-files";
  export { PageSocket } from "./homes/browser/page-socket";
  export { pageSecrets } from "./homes/browser/secrets";
  export { openNotebooks } from "./server/notebook-server";
`;

/** What a page would do: saves, asks for what it saved, runs a cell in a kernel of the page, and ends. */
const VISIT = `(async (notebook) => {
  const { MemoryFiles, PageSocket, pageSecrets, openNotebooks } = page;
  const files = new MemoryFiles();
  files.makeFolders("/work");
  files.makeFolders("/site/tslab");
  let started = 0;
  const kernels = {
    async start(found, { cwd }) {
      started++;
      let listener;
      const say = (channel, type, content, { header }) => listener(channel, {
        identities: [], header: { ...header, msg_type: type }, parent_header: header,
        metadata: {}, content, buffers: [],
      });
      return {
        death: undefined,
        ended: new Promise(() => {}),
        listen: (heard) => { listener = heard; },
        async pass(channel, request) {
          say("iopub", "status", { execution_state: "busy" }, request);
          say("iopub", "display_data", { data: { "text/html": "<b>" + cwd + "</b>" }, metadata: {} }, request);
          say(channel, "execute_reply", { status: "ok", execution_count: 1 }, request);
          say("iopub", "status", { execution_state: "idle" }, request);
        },
        interrupt: async () => {},
        shutdown: async () => {},
      };
    },
  };
  const spec = { name: "tslab", folder: "/site/tslab", spec: { argv: ["-"], display_name: "TypeScript", language: "typescript" } };
  const server = openNotebooks({ files, secrets: pageSecrets, kernels }, { notebooks: "/work", kept: "/kept", kernels: [spec], work: { home: "page", pack: "1", scorecard: "/work/scorecard.json" } });
  const ask = async (method, path, body) => {
    const answer = await server.fetch(new Request("http://page.invalid" + path, { method, body: body && JSON.stringify(body) }));
    const text = await answer.text();
    return { status: answer.status, body: text && JSON.parse(text) };
  };
  const seen = {};
  seen.saved = (await ask("PUT", "/api/contents/en.ipynb", { type: "notebook", content: notebook })).status;
  seen.kept = (await ask("POST", "/api/contents/en.ipynb/checkpoints")).status;
  const session = (await ask("POST", "/api/sessions", { path: "en.ipynb", type: "notebook", kernel: { name: "tslab" } })).body;
  const socket = new PageSocket("v1.kernel.websocket.jupyter.org", (line) =>
    server.lineTo(new URL("ws://page.invalid/api/kernels/" + session.kernel.id + "/channels?session_id=me"))(line));
  await new Promise((resolve) => { socket.onopen = resolve; });
  seen.frames = [];
  const idle = new Promise((resolve) => {
    socket.onmessage = ({ data }) => {
      const text = new TextDecoder().decode(data);
      // The server tells of the start besides.
      if (!text.includes('"msg_id":"1"')) return;
      seen.frames.push(/"msg_type":"(\\w+)"/.exec(text)[1]);
      if (text.includes('"idle"')) resolve();
    };
  });
  const parts = ["shell", { msg_id: "1", msg_type: "execute_request", session: "me" }, {}, {}, { code: "1" }]
    .map((part) => new TextEncoder().encode(typeof part === "string" ? part : JSON.stringify(part)));
  const frame = new Uint8Array(56 + parts.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(frame.buffer);
  view.setBigUint64(0, 6n, true);
  let end = 56;
  view.setBigUint64(8, 56n, true);
  parts.forEach((part, i) => { frame.set(part, end); end += part.length; view.setBigUint64(8 * (i + 2), BigInt(end), true); });
  socket.send(frame);
  await idle;
  const shown = { output_type: "display_data", data: { "text/html": "<b>/work</b>" }, metadata: {} };
  const foreign = { ...shown, data: { "text/html": "<script>1</script>" } };
  notebook.cells[0].outputs = [shown];
  notebook.cells[1].outputs = [foreign];
  seen.again = (await ask("PUT", "/api/contents/en.ipynb", { type: "notebook", content: notebook })).status;
  const read = (await ask("GET", "/api/contents/en.ipynb")).body;
  seen.trusted = read.content.cells.map(({ metadata }) => metadata.trusted);
  seen.list = (await ask("GET", "/api/contents/")).body.content.map(({ path }) => path);
  seen.none = (await ask("GET", "/api/contents/none.ipynb")).status;
  seen.file = await (await server.fetch(new Request("http://page.invalid/files/en.ipynb"))).text() !== "";
  const work = (await ask("GET", "/api/work?made=2026-11-29T10:00:00Z")).body;
  const taken = await server.fetch(new Request("http://page.invalid/api/work", {
    method: "POST",
    body: Uint8Array.from(atob(work.content), (sign) => sign.charCodeAt(0)),
  }));
  seen.work = [work.notebooks, (await taken.json()).notebooks];
  seen.started = started;
  await server.stop();
  return JSON.stringify(seen);
})`;

describe("the server in a page", () => {
  it("is bundled for browsers as it is, and works where nothing of Node is", async () => {
    const { outputFiles, warnings } = buildSync({
      stdin: { contents: ENTRY, resolveDir: inProject("kernel-setup", "page"), loader: "ts" },
      bundle: true,
      write: false,
      minify: true,
      format: "iife",
      globalName: "page",
      platform: "browser",
      target: "es2022",
    });
    const text = outputFiles[0]?.text ?? "";
    expect(warnings).to.deep.equal([]);
    // In kB, as it is sent: the API of Jupyter shall not weigh more than a picture. A third are the texts of
    // all languages, which the notebook page has too.
    expect(gzipSync(text).length / 1000).to.be.below(50);
    const web = Object.fromEntries(WEB.map((name) => [name, globalThis[name]]));
    const context = createContext({ ...web });
    expect(runInContext("typeof process + typeof Buffer + typeof require", context)).to.equal(
      "undefined".repeat(3),
    );
    runInContext(text, context);
    const visit = runInContext(VISIT, context) as (notebook: object) => Promise<string>;
    const notebook = JSON.parse(notebookText(["stdout a", "stdout b"]));
    expect(JSON.parse(await visit(notebook))).to.deep.equal({
      saved: 201,
      kept: 201,
      frames: ["status", "display_data", "execute_reply", "status"],
      again: 200,
      trusted: [true, false],
      list: ["en.ipynb"],
      none: 404,
      file: true,
      work: [1, [{ path: "en.ipynb", came: "skipped" }]],
      started: 1,
    });
  });
});
