import type { Context } from "hono";
import { mediaType } from "./contents/media-type";
import type { Files } from "./home";

/**
 * Sends a file, with an answer of 304 where the page has it already.
 *
 * @throws Error from the home's files, before anything is sent.
 */
export function sendFile(
  c: Context,
  files: Files,
  file: string,
  headers: Record<string, string> = {},
): Response {
  const opened = files.open(file);
  const { size, modified } = opened;
  const tag = `"${size.toString(36)}-${modified.getTime().toString(36)}"`;
  const all = { "Cache-Control": "no-cache", ETag: tag, ...headers };
  const whole = { ...all, "Content-Type": mediaType(file), "Content-Length": String(size) };
  const isKnown = c.req.header("If-None-Match") === tag;
  if (isKnown || c.req.method === "HEAD") {
    opened.close();
    return isKnown ? c.body(null, 304, all) : c.body(null, 200, whole);
  }
  return c.body(opened.content(), 200, whole);
}
