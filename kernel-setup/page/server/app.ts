import { type Context, Hono } from "hono";
import type { FoundKernelSpec } from "../../jupyter/kernelspecs/spec";
import { ApiError } from "./api-error";
import type { Guard } from "./guard";
import type { Kernels } from "./kernels/kernels";
import type { Sessions } from "./kernels/sessions";
import { refusalOf } from "./refusal";
import { pathAfter, releaseBody } from "./request";
import { aboutRoutes } from "./routes/about";
import { type Contents, contentsRoutes } from "./routes/contents";
import { fileRoutes } from "./routes/files";
import { kernelRoutes, sessionRoutes } from "./routes/kernels";
import { kernelspecRoutes, resourceRoutes } from "./routes/kernelspecs";
import { isPage, type PageOptions, pageRoutes } from "./routes/page";
import { securityHeaders } from "./security";
import type { Settings } from "./settings";
import { visitorOf } from "./visitor";

/** What the routes are about. */
export interface Parts {
  guard: Guard;
  contents: Contents;
  kernels: Kernels;
  sessions: Sessions;
  specs: FoundKernelSpec[];
  settings: Settings;
  page: PageOptions;
}

/** What holds no secret, and is asked for before there is a key, or by scripts and styles without headers. */
const PUBLIC = /^\/(?:$|(?:notebooks|static|kernelspecs)\/|api\/page\/key$)/;

/** All routes behind one guard. */
export function makeApp(parts: Parts): Hono {
  const { guard, contents, kernels, sessions, specs, settings, page } = parts;
  const app = new Hono();

  app.use("*", async (c, next) => {
    const visitor = visitorOf(c);
    const { host = "" } = visitor.headers;
    const headers = securityHeaders(guard.isOwnHost(host) ? host : undefined);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    guard.checkHost(visitor);
    const { pathname } = new URL(c.req.url);
    // A link on another page may lead to this one; that is as far as it gets without the key.
    if (!isPage(pathname)) guard.checkPlace(visitor);
    if (pathname.startsWith("/files/")) {
      guard.checkFile(visitor, pathAfter(c, "/files"), c.req.query("key"));
    } else if (!PUBLIC.test(pathname)) guard.checkSecret(visitor);
    try {
      await next();
    } finally {
      releaseBody(c);
    }
  });
  app.route("/api/contents", contentsRoutes(contents));
  app.route("/api/kernels", kernelRoutes(kernels, contents.folder));
  app.route("/api/sessions", sessionRoutes(sessions));
  app.route("/api/kernelspecs", kernelspecRoutes(specs));
  app.route("/kernelspecs", resourceRoutes(specs));
  app.route("/files", fileRoutes(contents.folder));
  app.route("/", aboutRoutes(kernels, settings));
  app.route("/", pageRoutes(page, guard));

  app.notFound((c) => refuse(c, new ApiError(404, `There is nothing at ${c.req.path}.`)));
  app.onError((error, c) => refuse(c, error));
  return app;
}

/** What cannot be done with a path of contents, by the request's method. */
const DONE: Record<string, string> = {
  GET: "read",
  HEAD: "read",
  PUT: "saved",
  POST: "made",
  PATCH: "renamed",
  DELETE: "deleted",
};

function refuse(c: Context, error: Error): Response {
  const { status, body, headers } = refusalOf(error, whatOf(c));
  return c.json(body, status, headers);
}

function whatOf(c: Context): string | undefined {
  const [, path] =
    /^\/(?:api\/contents|files)\/(.+)$/.exec(decoded(new URL(c.req.url).pathname)) ?? [];
  if (path === undefined) return undefined;
  return `${JSON.stringify(path)} could not be ${DONE[c.req.method] ?? "changed"}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
