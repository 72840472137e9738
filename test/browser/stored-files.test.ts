import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { buildSync } from "esbuild";
import { CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { hostFolder } from "../support/static-host";

const ENTRY = `
  export { StoredFiles } from "./stored-files";
  export { IndexedStore } from "./web/indexed-store";
`;
const EMPTY =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><script src="files.js"></script>';

/** What the tests' scripts call: files of a site, what they hold, and what is asked of IndexedDB itself. */
const HELP = `
  const { StoredFiles, IndexedStore } = stored;
  const site = new URL("./", location.href);
  const opened = (folders = ["/work"]) => StoredFiles.open(new IndexedStore(site), folders);
  const bytes = (text) => new TextEncoder().encode(text);
  const text = (files, path) => new TextDecoder().decode(files.read(path));
  const write = (one, path, content) => one.run(() => one.files.write(path, bytes(content)));
  const all = (one) => one.run(() => Object.fromEntries([...one.files.entries()].map(([path, entry]) =>
    [path, entry.kind === "file" ? text(one.files, path) : entry.kind])));
  const codeOf = (promise) => promise.then(() => "done", (error) => error.code ?? String(error));
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = async (version) => asked(indexedDB.open(site.pathname + "notebooks", version));
  const put = async (value, key) => {
    const open = await database();
    await asked(open.transaction("files", "readwrite").objectStore("files").put(value, key));
    open.close();
  };
`;

describe("files that are kept in IndexedDB", function () {
  this.timeout(120_000);
  let folder: string;
  let server: Server | undefined;
  let browser: Browser;
  let url: string;
  let page: Page;
  let errors: string[];

  before(async function () {
    needs(this, "chromium", "playwright-core");
    folder = mkdtempSync(join(tmpdir(), "stored-files-"));
    const { outputFiles } = buildSync({
      stdin: {
        contents: ENTRY,
        resolveDir: inProject("kernel-setup/page/homes/browser"),
        loader: "ts",
      },
      bundle: true,
      write: false,
      format: "iife",
      globalName: "stored",
    });
    writeFileSync(join(folder, "files.js"), outputFiles[0]?.contents ?? "");
    writeFileSync(join(folder, "page.html"), EMPTY);
    ({ url, server } = await hostFolder(folder));
    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });
  after(async () => {
    await browser?.close();
    server?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
    errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${url}page.html`);
  });
  afterEach(async () => {
    await page.close();
    expect(errors).to.deep.equal([]);
  });

  const run = <T>(code: string, where = page) =>
    where.evaluate<T>(`(async () => { ${HELP} ${code} })()`);

  it("are there after a reload, with their folders and times, and what was removed is not", async () => {
    const before = await run(`
      const one = await opened();
      await one.run(() => {
        one.files.makeFolders("/work/en/deep");
        one.files.write("/work/en/a.ipynb", bytes("first"));
        one.files.write("/work/en/deep/가.txt", bytes("깊이"));
        one.files.write("/work/gone", bytes("gone"));
      });
      await write(one, "/work/en/a.ipynb", "second");
      await one.run(() => one.files.remove("/work/gone"));
      await one.run(() => one.files.move("/work/en/deep", "/work/moved"));
      const { created, modified } = one.files.stat("/work/en/a.ipynb");
      return [await all(one), created.toISOString(), modified.toISOString()];
    `);
    await page.reload();
    const after = await run<[object, string, string]>(`
      const one = await opened();
      const { created, modified } = one.files.stat("/work/en/a.ipynb");
      return [await all(one), created.toISOString(), modified.toISOString()];
    `);
    expect(after).to.deep.equal(before);
    expect(after[0]).to.deep.equal({
      "/work": "folder",
      "/work/en": "folder",
      "/work/en/a.ipynb": "second",
      "/work/moved": "folder",
      "/work/moved/가.txt": "깊이",
    });
  });

  it("are kept before anybody hears that it is done", async () => {
    const seen = await run(`
      const one = await opened();
      const answer = await one.run(() => {
        one.files.write("/work/a", bytes("kept"));
        return "done";
      });
      const open = await database();
      const entry = await asked(open.transaction("files").objectStore("files").get("/work/a"));
      open.close();
      return [answer, new TextDecoder().decode(entry.bytes)];
    `);
    expect(seen).to.deep.equal(["done", "kept"]);
  });

  it("of two sites at one address are apart", async () => {
    writeFileSync(join(folder, "other.html"), EMPTY);
    const seen = await run(`
      const one = await opened();
      await write(one, "/work/a", "here");
      const other = await StoredFiles.open(new IndexedStore(new URL("./other/", site)), []);
      return [await all(one), await all(other), (await indexedDB.databases()).map(({ name }) => name)];
    `);
    expect(seen).to.deep.equal([
      { "/work": "folder", "/work/a": "here" },
      {},
      ["/somebody/lessons/notebooks", "/somebody/lessons/other/notebooks"],
    ]);
  });

  it("are what two tabs have written: each builds on what the other has left", async () => {
    const seen = await run(`
      const [one, two] = await Promise.all([opened(), opened()]);
      await write(one, "/work/a", "1");
      const look = (tab) => tab.run(() => tab.files.kindOf("/work/a") && text(tab.files, "/work/a"));
      const first = await look(two);
      // A hundred additions by both at once: each reads, and writes one more.
      const add = (tab) => tab.run(() => {
        tab.files.write("/work/a", bytes(String(Number(text(tab.files, "/work/a")) + 1)));
      });
      await Promise.all(Array.from({ length: 100 }, (_, i) => add(i % 2 ? one : two)));
      const sums = [await look(one), await look(two)];
      await one.run(() => one.files.move("/work/a", "/work/b"));
      const renamed = await two.run(() => two.files.list("/work"));
      await two.run(() => two.files.remove("/work/b"));
      return [first, sums, renamed, await look(one), await all(one)];
    `);
    expect(seen).to.deep.equal(["1", ["101", "101"], ["b"], undefined, { "/work": "folder" }]);
  });

  it("are as they were when there is no room; later savings work, with what was not tried again", async () => {
    const { origin } = new URL(url);
    const session = await page.context().newCDPSession(page);
    const quota = async (quotaSize?: number) =>
      session.send("Storage.overrideQuotaForOrigin", { origin, ...(quotaSize && { quotaSize }) });
    // Before the first writing: Chromium remembers for a while how much room there was.
    await quota(300_000);
    await run(`
      window.one = await opened();
      await write(one, "/work/small", "kept");
    `);
    const full = await run(`
      const large = new Uint8Array(3_000_000).map((_, i) => (i * 48271 % 2147483647) & 255);
      const code = await codeOf(one.run(() => {
        one.files.write("/work/small", bytes("changed"));
        one.files.write("/work/large", large);
        one.files.makeFolders("/work/folder");
      }));
      const again = await StoredFiles.open(new IndexedStore(site), ["/work"]);
      return [code, await all(one), await all(again)];
    `);
    const before = { "/work": "folder", "/work/small": "kept" };
    expect(full).to.deep.equal(["ENOSPC", before, before]);
    await quota();
    const later = await run(`
      await write(one, "/work/small", "changed");
      const again = await StoredFiles.open(new IndexedStore(site), ["/work"]);
      return [await all(one), await all(again)];
    `);
    const after = { "/work": "folder", "/work/small": "changed" };
    expect(later).to.deep.equal([after, after]);
  });

  it("do not stumble over what others have put there", async () => {
    const seen = await run(`
      const one = await opened();
      await write(one, "/work/a", "ours");
      const entry = { kind: "file", bytes: bytes("foreign"), created: 1, modified: 1, revision: 1 };
      for (const [key, value] of [
        ["/work/null", null], ["/work/text", "text"], ["/work/kind", { ...entry, kind: "link" }],
        ["/work/bytes", { ...entry, bytes: "text" }], ["/work/time", { ...entry, modified: 1e300 }],
        ["/work/date", { ...entry, created: "yesterday" }], ["/work/revision", { ...entry, revision: "x" }],
        ["/work/../up", entry], ["//double", entry], ["no path", entry], ["/", entry], [7, entry],
        // A file where a folder has to be, and one below a file.
        ["/work", entry], ["/work/a/below", entry], ["/work/good/deep", entry],
        ["state", { store: 1, revision: -1.5 }],
      ]) await put(value, key);
      const again = await opened();
      const first = await all(again);
      // The files go on, beside all that.
      await write(again, "/work/text", "now ours");
      return [first, await all(await opened())];
    `);
    const expected = {
      "/work": "folder",
      "/work/a": "ours",
      "/work/good": "folder",
      "/work/good/deep": "foreign",
    };
    expect(seen).to.deep.equal([expected, { ...expected, "/work/text": "now ours" }]);
  });

  it("get a place in a database of their name that is another's, also while that one is open", async () => {
    const seen = await run(`
      const request = indexedDB.open(site.pathname + "notebooks", 5);
      request.onupgradeneeded = () => request.result.createObjectStore("other");
      const other = await asked(request);
      other.onversionchange = () => other.close();
      const one = await opened();
      await write(one, "/work/a", "ours");
      const open = await database();
      const names = [...open.objectStoreNames];
      open.close();
      return [names, await all(await opened())];
    `);
    expect(seen).to.deep.equal([["files", "other"], { "/work": "folder", "/work/a": "ours" }]);
  });

  it("go on where a site's data have been cleared under them", async () => {
    const seen = await run(`
      const [one, two] = await Promise.all([opened(), opened()]);
      await write(one, "/work/a", "cleared");
      await asked(indexedDB.deleteDatabase(site.pathname + "notebooks"));
      await write(two, "/work/b", "new");
      return [await all(one), await all(two)];
    `);
    expect(seen).to.deep.equal(Array(2).fill({ "/work": "folder", "/work/b": "new" }));
  });

  it("last as long as the page where nothing is kept", async () => {
    const seen = await run(`
      const one = await StoredFiles.open(undefined, ["/work/en"]);
      await write(one, "/work/en/a", "here");
      const failed = await codeOf(one.run(() => {
        one.files.write("/work/en/a", bytes("half"));
        throw Object.assign(new Error(), { code: "EOTHER" });
      }));
      return [one.isKept, failed, await all(one), await indexedDB.databases()];
    `);
    const there = { "/work": "folder", "/work/en": "folder", "/work/en/a": "here" };
    expect(seen).to.deep.equal([false, "EOTHER", there, []]);
  });
});
