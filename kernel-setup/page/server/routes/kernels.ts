import { Hono } from "hono";
import type { Folder } from "../contents/folder";
import type { Kernels } from "../kernels/kernels";
import type { Sessions } from "../kernels/sessions";
import { jsonBody } from "../request";

/** The folder in which the kernel of a document works: the document's own. */
export function folderOf(folder: Folder, path: string): string {
  const parent = path.split("/").slice(0, -1).join("/");
  return folder.file(parent);
}

/** The routes of /api/kernels. */
export function kernelRoutes(kernels: Kernels, folder: Folder): Hono {
  const app = new Hono();
  app.get("/", (c) => c.json(kernels.all.map(({ model }) => model)));
  app.post("/", async (c) => {
    const { name, path } = await jsonBody(c);
    const cwd = folderOf(folder, typeof path === "string" ? path : "");
    return c.json(kernels.start(name, cwd).model, 201);
  });
  app.get("/:id", (c) => c.json(kernels.get(c.req.param("id")).model));
  app.delete("/:id", async (c) => {
    await kernels.shutdown(c.req.param("id"));
    return c.body(null, 204);
  });
  app.post("/:id/interrupt", async (c) => {
    await kernels.get(c.req.param("id")).interrupt();
    return c.body(null, 204);
  });
  app.post("/:id/restart", async (c) => {
    const kernel = kernels.get(c.req.param("id"));
    await kernel.restart();
    return c.json(kernel.model);
  });
  return app;
}

/** The routes of /api/sessions. */
export function sessionRoutes(sessions: Sessions): Hono {
  const app = new Hono();
  app.get("/", (c) => c.json(sessions.all));
  app.post("/", async (c) => c.json(sessions.open(await jsonBody(c)), 201));
  app.get("/:id", (c) => c.json(sessions.get(c.req.param("id"))));
  app.patch("/:id", async (c) =>
    c.json(await sessions.change(c.req.param("id"), await jsonBody(c))),
  );
  app.delete("/:id", async (c) => {
    await sessions.close(c.req.param("id"));
    return c.body(null, 204);
  });
  return app;
}
