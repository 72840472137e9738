import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";
import type { Context } from "hono";
import { mediaType } from "./contents/media-type";

/** Sends a file of this machine, with an answer of 304 where the page has it already. */
export function sendFile(c: Context, file: string, headers: Record<string, string> = {}): Response {
  const { size, mtimeMs } = statSync(file);
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const all = { "Cache-Control": "no-cache", ETag: tag, ...headers };
  if (c.req.header("If-None-Match") === tag) return c.body(null, 304, all);
  const stream = Readable.toWeb(createReadStream(file)) as ReadableStream;
  return c.body(stream, 200, {
    ...all,
    "Content-Type": mediaType(file),
    "Content-Length": String(size),
  });
}
