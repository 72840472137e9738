import { type Context, Hono } from "hono";
import { ApiError } from "../api-error";
import type { Checkpoints } from "../contents/checkpoints";
import { type Folder, notThere } from "../contents/folder";
import type { Model, Reader } from "../contents/model";
import type { Writer } from "../contents/writer";
import type { Events } from "../events";
import type { Files } from "../home";
import { jsonBody, pathAfter } from "../request";

/** What reads, writes and tells of files. */
export interface Contents {
  files: Files;
  folder: Folder;
  reader: Reader;
  writer: Writer;
  checkpoints: Checkpoints;
  events: Events;
}

/** What follows a file's path when its checkpoints are meant, or trust in it. */
const CHECKPOINTS = /^(.*)\/checkpoints(?:\/([^/]+))?$/s;
const TRUST = /^(.*)\/trust$/s;

/** The hash in a header that names the state of a file. */
const matchOf = (c: Context) => c.req.header("If-Match")?.replace(/^"(.*)"$/, "$1");

/** The routes of /api/contents: files, folders, notebooks, their checkpoints, and trust in them. */
export function contentsRoutes(contents: Contents): Hono {
  const { files, folder, reader, writer, checkpoints, events } = contents;
  const app = new Hono();

  const answer = (c: Context, model: Model, status: 200 | 201 = 200) => {
    if (model.hash !== null) {
      if (model.content !== null || status === 201) writer.saw(model.path, model.hash);
      c.header("ETag", `"${model.hash}"`);
    }
    c.header("Last-Modified", new Date(model.last_modified).toUTCString());
    return c.json(model, status);
  };
  const bare = (path: string) => reader.read(path, { content: false });
  const existing = (path: string) => {
    const file = folder.file(path);
    if (files.stat(file)?.kind !== "file") throw notThere(path);
    return file;
  };
  /** The file, and more, that a path names with what follows it; in a folder it is a path like any other. */
  const about = (path: string, form: RegExp): [of?: string, id?: string] => {
    const [, of, id] = form.exec(path) ?? [];
    if (of === undefined || files.stat(folder.file(of))?.kind === "folder") return [];
    return [of, id];
  };

  app.get("*", (c) => {
    const path = pathAfter(c, "/api/contents");
    const [of, id] = about(path, CHECKPOINTS);
    if (of !== undefined && id === undefined) return c.json(checkpoints.list(existing(of)));
    const { content = "1", type, format } = c.req.query();
    return answer(c, reader.read(path, { content: content !== "0", type, format }));
  });

  app.put("*", async (c) => {
    const path = pathAfter(c, "/api/contents");
    const draft = await jsonBody(c);
    if (draft.chunk !== undefined) {
      throw new ApiError(400, "expected a file in one piece, but got a part of one.");
    }
    const isNew = c.req.header("If-None-Match") === "*";
    const isCreated = writer.save(path, draft, { match: matchOf(c), isNew });
    const model = bare(path);
    events.emit({ action: "save", path: model.path });
    return answer(c, model, isCreated ? 201 : 200);
  });

  app.post("*", async (c) => {
    const path = pathAfter(c, "/api/contents");
    const [trusted] = about(path, TRUST);
    if (trusted !== undefined) {
      writer.trust(trusted, { match: matchOf(c) });
      return c.body(null, 201);
    }
    const [of, id] = about(path, CHECKPOINTS);
    if (of !== undefined) {
      if (id === undefined) return c.json(checkpoints.make(existing(of)), 201);
      checkpoints.restore(existing(of), id);
      events.emit({ action: "save", path: folder.normal(of) });
      return c.body(null, 204);
    }
    const { copy_from: from, type, ext } = await jsonBody(c);
    const made =
      typeof from === "string" ? writer.copy(from, path) : writer.create(path, { type, ext });
    events.emit({ action: typeof from === "string" ? "copy" : "create", path: made });
    return answer(c, bare(made), 201);
  });

  app.patch("*", async (c) => {
    const path = pathAfter(c, "/api/contents");
    const { path: to } = await jsonBody(c);
    if (typeof to !== "string" || to === "") {
      throw new ApiError(400, `expected a new path, but got ${JSON.stringify(to)}.`);
    }
    writer.rename(path, to);
    const model = bare(to);
    events.emit({ action: "rename", path: model.path, source_path: folder.normal(path) });
    return answer(c, model);
  });

  app.delete("*", (c) => {
    const path = pathAfter(c, "/api/contents");
    const [of, id] = about(path, CHECKPOINTS);
    if (of !== undefined && id !== undefined) checkpoints.delete(existing(of), id);
    else {
      writer.delete(path);
      events.emit({ action: "delete", path: folder.normal(path) });
    }
    return c.body(null, 204);
  });

  return app;
}
