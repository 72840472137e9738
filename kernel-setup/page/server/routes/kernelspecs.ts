import { Hono } from "hono";
import type { FoundKernelSpec } from "../../../jupyter/kernelspecs/spec";
import { ApiError } from "../api-error";
import type { Files } from "../home";
import { inFolder, stemOf } from "../paths";
import { sendFile } from "../send-file";

/** The files beside kernel.json that pages may ask for. */
const resourcesOf = (files: Files, { folder }: FoundKernelSpec) =>
  files.list(folder).filter((name) => name !== "kernel.json" && !name.startsWith("."));

/** The routes of /api/kernelspecs. */
export function kernelspecRoutes(files: Files, specs: FoundKernelSpec[]): Hono {
  const app = new Hono();
  const model = (found: FoundKernelSpec) => {
    const { name, spec } = found;
    const resources = resourcesOf(files, found).map((file) => [
      stemOf(file),
      `/kernelspecs/${encodeURIComponent(name)}/${encodeURIComponent(file)}`,
    ]);
    return { name, spec, resources: Object.fromEntries(resources) };
  };
  app.get("/", (c) =>
    c.json({
      default: specs[0]?.name,
      kernelspecs: Object.fromEntries(specs.map((found) => [found.name, model(found)])),
    }),
  );
  app.get("/:name", (c) => c.json(model(find(specs, c.req.param("name")))));
  return app;
}

/** The files beside kernel.json, under /kernelspecs: every Jupyter server hands them out. */
export function resourceRoutes(files: Files, specs: FoundKernelSpec[]): Hono {
  const app = new Hono();
  app.get("/:name/:file", (c) => {
    const found = find(specs, c.req.param("name"));
    const file = resourcesOf(files, found).find((name) => name === c.req.param("file"));
    if (file === undefined) {
      throw new ApiError(404, `expected a file of the kernel, but got "${c.req.param("file")}".`);
    }
    return sendFile(c, files, inFolder(found.folder, file));
  });
  return app;
}

function find(specs: FoundKernelSpec[], name: string): FoundKernelSpec {
  const found = specs.find((spec) => spec.name === name);
  if (found) return found;
  throw new ApiError(404, `expected a kernel that there is, but got ${JSON.stringify(name)}.`);
}
