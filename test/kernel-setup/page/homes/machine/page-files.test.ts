import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { TestServer } from "../../../../support/notebook-server";
import { inProject } from "../../../../support/project";

const BUILT = inProject("kernel-setup", "page", "built");

describe("the files of the page", () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start();
    cpSync(BUILT, join(server.folder, "page"), { recursive: true });
  });
  after(() => server.stop());

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}${path}`, { headers });
  const keptFor = async (path: string) => (await ask(path)).headers.get("cache-control");
  const FOR_EVER = "private, max-age=31536000, immutable";

  /** What a built file asks for, as the addresses in it have it. */
  const asked = (file: string, address: RegExp) =>
    [...readFileSync(join(BUILT, file), "utf8").matchAll(address)].map(([, path]) => path);

  it("are few, of names that stay, and each is asked for by an address that a browser may keep", async () => {
    const files = ["index.html", "enter.html"].flatMap((page) =>
      asked(page, /(?:src|href)="(\/static\/[^"]+)"/g),
    );
    expect(files.map((path) => path.replace(/\?v=\w{12}$/, "")).sort()).to.deep.equal(
      ["dark.css", "enter.js", "light.css", "page.css", "page.js"].map((name) => `/static/${name}`),
    );
    for (const path of files) expect(await keptFor(path), path).to.equal(FOR_EVER);
  });

  it("bring the fonts of formulas from their package, the same as the page was built with", async () => {
    const fonts = asked("page.css", /url\((fonts\/[^)]+)\)/g);
    expect(fonts).to.have.length.of.at.least(10);
    for (const font of fonts) {
      const answer = await ask(`/static/${font}`);
      expect([font, answer.status]).to.deep.equal([font, 200]);
      expect(answer.headers.get("content-type")).to.equal("font/woff2");
      expect(answer.headers.get("cache-control"), font).to.equal(FOR_EVER);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.toString("latin1", 0, 4), font).to.equal("wOF2");
    }
  });

  it("are fetched anew when they have changed, and not again when they have not", async () => {
    const [page = ""] = asked("index.html", /src="(\/static\/page\.js[^"]+)"/g);
    writeFileSync(join(server.folder, "page", "page.js"), "changed");
    // An older page that is still open, or an older address after a step back.
    const answer = await ask(page);
    expect(await answer.text()).to.equal("changed");
    expect(answer.headers.get("cache-control")).to.equal("no-cache");
    const tag = answer.headers.get("etag") ?? "";
    expect((await ask(page, { "if-none-match": tag })).status).to.equal(304);
    for (const query of ["", "?v=", "?v=c", "?v=d67e2e94"])
      expect(await keptFor(`/static/page.js${query}`), query).to.equal("no-cache");
  });

  it("that are not there are said not to be, fonts too", async () => {
    for (const path of ["nothing.js", "fonts/nothing.woff2", "fonts/", "fonts"]) {
      const answer = await ask(`/static/${path}`);
      expect([path, answer.status]).to.deep.equal([path, 404]);
    }
  });
});
