import { Hono } from "hono";
import type { Kernels } from "../kernels/kernels";
import { jsonBody, pathAfter } from "../request";
import type { Settings } from "../settings";

/** The version of Jupyter Server whose API this is a part of. */
const API_VERSION = "2.15.0";

/** What the server says of itself and of its user, and what the page keeps between visits. */
export function aboutRoutes(kernels: Kernels, settings: Settings): Hono {
  const app = new Hono();
  const started = new Date().toISOString();
  app.get("/api", (c) => c.json({ version: API_VERSION }));
  app.get("/api/status", (c) => {
    const models = kernels.all.map(({ model }) => model);
    return c.json({
      started,
      last_activity:
        models
          .map((model) => model.last_activity)
          .sort()
          .at(-1) ?? started,
      kernels: models.length,
      connections: models.reduce((sum, { connections }) => sum + connections, 0),
    });
  });
  app.get("/api/me", (c) => {
    const name = "learner";
    const identity = { username: name, name, display_name: name, initials: "L" };
    return c.json({ identity: { ...identity, avatar_url: null, color: null }, permissions: {} });
  });
  // JupyterLab asks below /lab, Jupyter's older pages below /api/config.
  for (const prefix of ["/api/settings", "/lab/api/settings"]) {
    app.get(`${prefix}/*`, (c) => c.json(settings.read(pathAfter(c, prefix))));
    app.put(`${prefix}/*`, async (c) => {
      settings.write(pathAfter(c, prefix), (await jsonBody(c)).raw);
      return c.body(null, 204);
    });
  }
  app.get("/api/config/:section", (c) =>
    c.json(settings.read(`config/${c.req.param("section")}`).settings),
  );
  app.patch("/api/config/:section", async (c) => {
    const id = `config/${c.req.param("section")}`;
    const merged = { ...settings.read(id).settings, ...(await jsonBody(c)) };
    settings.write(id, JSON.stringify(merged));
    return c.json(merged);
  });
  return app;
}
