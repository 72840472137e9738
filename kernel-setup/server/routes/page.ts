import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import { ApiError } from "../api-error";
import { Folder } from "../contents/folder";
import type { Guard } from "../guard";
import { pathAfter } from "../request";
import { sendFile } from "../send-file";
import { visitorOf } from "../visitor";

/** What the page is told by the server. */
export interface PageOptions {
  /** The folder of the built page. */
  folder: string;
  /** Settings the page starts with, such as its language. */
  config: Record<string, unknown>;
}

const FORBIDDEN = `<!doctype html><meta charset="utf-8"><title>Notebooks</title>
<p>These notebooks open only from the address that <code>npm start</code> has printed: it holds a key.
Copy the whole of it from the terminal.</p>
<p lang="ko">이 노트북은 <code>npm start</code>가 출력한 주소로만 열립니다. 주소에 열쇠가 들어 있으니,
터미널에서 주소 전체를 복사해 주세요.</p>`;

/** The page itself, at "/", and its files under /static. */
export function pageRoutes({ folder, config }: PageOptions, guard: Guard): Hono {
  const app = new Hono();
  const data = JSON.stringify({ baseUrl: "/", appUrl: "", ...config }).replaceAll("<", "\\u003c");

  const page = (html: string) =>
    html.replace(
      "</head>",
      () => `<script id="jupyter-config-data" type="application/json">${data}</script></head>`,
    );
  for (const route of ["/", "/notebooks/*"]) {
    app.get(route, (c) => {
      const visitor = visitorOf(c);
      try {
        guard.checkSecret(visitor);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return c.html(FORBIDDEN, 403);
      }
      if (guard.knowsToken(visitor)) c.header("Set-Cookie", guard.cookieFor(visitor.headers));
      c.header("Cache-Control", "no-store");
      return c.html(page(readFileSync(join(folder, "index.html"), "utf8")));
    });
  }
  app.get("/static/*", (c) => {
    const path = pathAfter(c, "/static");
    const file = new Folder(folder).file(path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      throw new ApiError(404, `expected a file of the page, but got ${JSON.stringify(path)}.`);
    }
    // A name with a hash in it stands for one content for ever.
    const isHashed = /-[A-Z0-9]{8}\.\w+$/.test(path);
    return sendFile(
      c,
      file,
      isHashed ? { "Cache-Control": "private, max-age=31536000, immutable" } : {},
    );
  });
  return app;
}
