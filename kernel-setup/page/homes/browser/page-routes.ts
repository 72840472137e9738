import { Hono } from "hono";
import { pathAfter } from "../../server/request";
import type { Lessons } from "./lessons";

const COPIES = "/api/page/copies";

/**
 * What the page asks of its home, at the same addresses as on a machine; and of the copies of lessons,
 * of which npm start speaks in the terminal.
 *
 * @param config What the page starts with.
 */
export function pageRoutes(config: Record<string, unknown>, lessons: Lessons): Hono {
  const app = new Hono();
  app.get("/api/page", (c) => c.json(config));
  app.get(COPIES, (c) => c.json(lessons.states));
  app.get(`${COPIES}/*`, (c) => c.json({ state: lessons.state(pathAfter(c, COPIES)) }));
  app.post(`${COPIES}/*`, async (c) => {
    const path = pathAfter(c, COPIES);
    return c.json({ kept: lessons.reset(path, await lessons.fetch(path)) });
  });
  return app;
}

/**
 * Does for a request what is not to be waited for among the files: it asks the site.
 *
 * @throws ApiError where the site does not give a lesson that is asked for
 */
export async function fetchFor({ url, method }: Request, lessons: Lessons): Promise<void> {
  const { pathname } = new URL(url);
  const [, contents] = /^\/api\/contents\/(.+)$/.exec(pathname) ?? [];
  const [, copy] = new RegExp(`^${COPIES}/(.+)$`).exec(pathname) ?? [];
  const [, hash] = /^\/api\/work\/lessons\/(.+)$/.exec(pathname) ?? [];
  if (hash !== undefined) await lessons.find(decoded(hash));
  if (contents !== undefined && method === "GET") await lessons.prepare(decoded(contents));
  if (copy !== undefined && method === "GET") await lessons.prepare(decoded(copy));
  if (copy !== undefined && method === "POST") await lessons.fetch(decoded(copy));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
