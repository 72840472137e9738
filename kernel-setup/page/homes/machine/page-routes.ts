import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Context, Hono } from "hono";
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../../../src/text/languages";
import { words } from "../../../text/texts";
import { ApiError } from "../../server/api-error";
import { Folder } from "../../server/contents/folder";
import { jsonBody, pathAfter } from "../../server/request";
import { sendFile } from "../../server/send-file";
import { machineFiles } from "./files";
import { type Guard, isFromElsewhere } from "./guard";
import { visitorOf } from "./visitor";

/** What the page is told by the server. */
export interface PageOptions {
  /** The folder of the built page. */
  folder: string;
  /** Settings the page starts with, such as its language. */
  config: Record<string, unknown>;
}

/** The fonts of formulas, as their package brings them. */
const FONTS = join(dirname(require.resolve("katex/package.json")), "dist", "fonts");

const FOR_EVER = { "Cache-Control": "private, max-age=31536000, immutable" };

/**
 * What one gets who follows a link of another page that has no key: pressing the link here is the user's
 * own wish. What the address has behind its "#", a heading or a notebook, goes along; with a "?" before
 * it, since else it would be a place in this very page.
 */
const fromElsewhere = (
  path: string,
) => `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words("page.title")[DEFAULT_LANGUAGE]}</title><style>body { font: 1rem/1.6 system-ui; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
${LANGUAGES.map(
  (lang, i) =>
    `<p lang="${lang}">${words("page.fromElsewhere")[lang]} <a${i === 0 ? ' id="continue"' : ""} href="${path}">${words("page.openNotebooks")[lang]}</a></p>`,
).join("\n")}
<script>for (const link of document.links) link.href += "?" + location.hash;</script>`;

/** Whether a path is one of the page's own. */
export const isPage = (path: string) => path === "/" || path.startsWith("/notebooks/");

/**
 * The page itself, at "/", its files under /static, and what it asks for under /api/page.
 *
 * The page is the same for everybody and holds no secret: what it needs it asks for, with its key.
 * An address with a key leads through a small page that takes the key out of it.
 */
export function pageRoutes({ folder, config }: PageOptions, guard: Guard): Hono {
  const app = new Hono();
  const sendPage = (c: Context, name: string) => {
    c.header("Cache-Control", "no-store");
    return c.html(readFileSync(join(folder, name), "utf8"));
  };
  for (const route of ["/", "/notebooks/*"]) {
    app.get(route, (c) => {
      const visitor = visitorOf(c);
      if (guard.knowsToken(visitor) || guard.knowsCode(c.req.query("code")))
        return sendPage(c, "enter.html");
      if (!isFromElsewhere(visitor)) return sendPage(c, "index.html");
      c.header("Cache-Control", "no-store");
      // As a URL has it: no quote and no bracket is left in it.
      const { pathname } = new URL(c.req.url);
      return c.html(fromElsewhere(pathname.replaceAll("&", "&amp;")), 403);
    });
  }
  app.get("/api/page", (c) => c.json(config));
  app.post("/api/page/key", async (c) => c.json({ key: guard.redeem((await jsonBody(c)).code) }));
  app.get("/api/page/files/*", (c) =>
    c.json({ key: guard.fileKey(pathAfter(c, "/api/page/files")) }),
  );
  app.get("/static/*", (c) => {
    const path = pathAfter(c, "/static");
    const font = /^fonts\/(.*)$/.exec(path)?.[1];
    const within = new Folder(machineFiles, font === undefined ? folder : FONTS);
    const file = within.file(font ?? path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      throw new ApiError(404, `expected a file of the page, but got ${JSON.stringify(path)}.`);
    }
    // An address that says what the file holds stands for one content for ever.
    return sendFile(c, machineFiles, file, namesContents(c.req.query("v"), file) ? FOR_EVER : {});
  });
  return app;
}

/** Whether this is the beginning of the hash of what a file holds, which the page's build writes into addresses. */
function namesContents(hash: string | undefined, file: string): boolean {
  if (hash === undefined || hash.length < 12) return false;
  return createHash("sha256").update(readFileSync(file)).digest("hex").startsWith(hash);
}
