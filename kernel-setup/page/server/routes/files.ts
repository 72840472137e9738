import { Hono } from "hono";
import { type Folder, notThere } from "../contents/folder";
import type { Files } from "../home";
import { nameOf } from "../paths";
import { pathAfter } from "../request";
import { sendFile } from "../send-file";

/**
 * The files of the folder as they are, for pictures in texts and for downloads. A page among them is
 * none of ours: it may run, but in a box of its own, without our key.
 */
export function fileRoutes(files: Files, folder: Folder): Hono {
  const app = new Hono();
  app.get("*", (c) => {
    const path = pathAfter(c, "/files");
    const file = folder.file(path);
    if (files.stat(file)?.kind !== "file") throw notThere(path);
    const name = encodeURIComponent(nameOf(path));
    const attachment = c.req.query("download") !== undefined;
    return sendFile(c, files, file, {
      "Content-Security-Policy": "sandbox allow-scripts",
      ...(attachment && { "Content-Disposition": `attachment; filename*=UTF-8''${name}` }),
    });
  });
  return app;
}
