import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { FoundKernelSpec } from "../../jupyter/kernelspecs/spec";
import { ApiError } from "./api-error";
import type { Kernels } from "./kernels/kernels";
import type { Sessions } from "./kernels/sessions";
import { refusalOf } from "./refusal";
import { releaseBody } from "./request";
import { aboutRoutes } from "./routes/about";
import { type Contents, contentsRoutes } from "./routes/contents";
import { fileRoutes } from "./routes/files";
import { kernelRoutes, sessionRoutes } from "./routes/kernels";
import { kernelspecRoutes, resourceRoutes } from "./routes/kernelspecs";
import { type FindLesson, workRoutes } from "./routes/work";
import type { Settings } from "./settings";
import type { LearnerWork } from "./work/learner-work";

/** What the routes are about. */
export interface Parts {
  contents: Contents;
  kernels: Kernels;
  sessions: Sessions;
  specs: FoundKernelSpec[];
  settings: Settings;
  /** Where there is a learner's work; and how lessons are found. */
  work?: LearnerWork;
  lessonOf?: FindLesson;
}

/** What a home adds: who is let in, where others than its own page may ask, and to what besides. */
export interface Entrance {
  guard?: MiddlewareHandler;
  routes: Hono;
}

/** All routes, those of a home among them, behind its guard where it has one. */
export function makeApp(parts: Parts, entrance?: Entrance): Hono {
  const { contents, kernels, sessions, specs, settings, work, lessonOf } = parts;
  const { files, folder } = contents;
  const app = new Hono();

  if (entrance?.guard) app.use("*", entrance.guard);
  app.use("*", async (c, next) => {
    try {
      await next();
    } finally {
      releaseBody(c);
    }
  });
  app.route("/api/contents", contentsRoutes(contents));
  app.route("/api/kernels", kernelRoutes(kernels, folder));
  app.route("/api/sessions", sessionRoutes(sessions));
  app.route("/api/kernelspecs", kernelspecRoutes(files, specs));
  app.route("/kernelspecs", resourceRoutes(files, specs));
  if (work) app.route("/api/work", workRoutes(work, contents.events, lessonOf));
  app.route("/files", fileRoutes(files, folder));
  app.route("/", aboutRoutes(kernels, settings));
  if (entrance) app.route("/", entrance.routes);

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
  const { status, body, headers } = refusalOf(error, whatOf(c.req));
  return c.json(body, status, headers);
}

/** What cannot be done with the file that a request is about, as the beginning of a sentence. */
export function whatOf({ url, method }: Pick<Request, "url" | "method">): string | undefined {
  const [, path] = /^\/(?:api\/contents|files)\/(.+)$/.exec(decoded(new URL(url).pathname)) ?? [];
  if (path === undefined) return undefined;
  return `${JSON.stringify(path)} could not be ${DONE[method] ?? "changed"}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
