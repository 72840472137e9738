import { closeSync, createReadStream, fstatSync } from "node:fs";
import { Readable } from "node:stream";
import type { Context } from "hono";
import { openFile } from "../../jupyter/notebook-files/read-file-whole";
import { mediaType } from "./contents/media-type";

/**
 * Sends a file of this machine, with an answer of 304 where the page has it already.
 *
 * @throws Error from the file system, before anything is sent.
 */
export function sendFile(c: Context, file: string, headers: Record<string, string> = {}): Response {
  const descriptor = openFile(file);
  const { size, mtimeMs } = fstatSync(descriptor);
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const all = { "Cache-Control": "no-cache", ETag: tag, ...headers };
  const whole = { ...all, "Content-Type": mediaType(file), "Content-Length": String(size) };
  const isKnown = c.req.header("If-None-Match") === tag;
  if (isKnown || c.req.method === "HEAD") {
    closeSync(descriptor);
    return isKnown ? c.body(null, 304, all) : c.body(null, 200, whole);
  }
  // To the size that is announced, should it grow meanwhile.
  const stream = createReadStream(file, { fd: descriptor, start: 0, end: Math.max(0, size - 1) });
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, whole);
}
