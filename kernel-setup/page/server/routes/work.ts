import { Hono } from "hono";
import { ApiError } from "../api-error";
import { toBase64 } from "../bytes";
import type { Events } from "../events";
import { bodyBytes, pathAfter } from "../request";
import type { LearnerWork } from "../work/learner-work";
import { packWork, unpackWork } from "../work/work-file";

/** A lesson as it is before its first run. */
export interface FoundLesson {
  /** In the folder of notebooks, as in "en/05-simple-layers.ipynb". */
  path: string;
  /** Of its notebook. */
  text: string;
}

/** Finds a lesson by the hash that its copies keep. */
export type FindLesson = (
  hash: string,
) => FoundLesson | undefined | Promise<FoundLesson | undefined>;

/**
 * The routes of /api/work: all of a learner's work out and in as one file, and the lessons that links to
 * notebooks build on.
 */
export function workRoutes(work: LearnerWork, events: Events, lessonOf?: FindLesson): Hono {
  const app = new Hono();

  app.get("/", async (c) => {
    const collected = work.collect(c.req.query("made") ?? "");
    const file = await packWork(collected.work);
    return c.json({
      content: toBase64(file),
      format: "base64",
      notebooks: collected.work.notebooks.length,
      leftOut: collected.leftOut,
    });
  });

  app.post("/", async (c) => {
    const report = await work.takeIn(await unpackWork(await bodyBytes(c)));
    for (const one of report.notebooks) {
      if (one.came === "taken") events.emit({ action: "save", path: one.path });
      if (one.came === "beside") events.emit({ action: "create", path: one.as });
    }
    return c.json(report);
  });

  app.get("/lessons/:hash", async (c) => {
    const lesson = await lessonOf?.(pathAfter(c, "/api/work/lessons"));
    if (lesson === undefined) {
      throw new ApiError(404, "expected the hash of a lesson of this edition, but got another.");
    }
    return c.json(lesson);
  });

  return app;
}
