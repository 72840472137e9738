import type { Context } from "hono";
import type { Json } from "../wire/message";
import { ApiError } from "./api-error";
import { LARGEST_FILE } from "./contents/model";

/** The part of a request's path behind a prefix, decoded segment by segment. */
export function pathAfter(c: Context, prefix: string): string {
  const { pathname } = new URL(c.req.url);
  const segments = pathname.slice(prefix.length).split("/");
  try {
    // What decodes to a "/" stays one segment, which is then refused.
    return segments
      .map((segment) => decodeURIComponent(segment).replaceAll("/", "\\"))
      .filter((segment) => segment !== "")
      .join("/");
  } catch {
    throw new ApiError(400, `expected a path in UTF-8, but got ${JSON.stringify(pathname)}.`);
  }
}

/** The largest body that is read: JSON writes some characters of a file as two or more. */
const LARGEST_BODY = 1.5 * LARGEST_FILE;

/** The JSON object in a request's body; an empty body is an empty one. @throws ApiError 400, 413 */
export async function jsonBody(c: Context): Promise<Json> {
  const text = await bodyText(c);
  if (text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ApiError(400, `expected JSON, but got: ${(error as Error).message}.`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new ApiError(
    400,
    `expected a JSON object, but got ${JSON.stringify(value).slice(0, 100)}.`,
  );
}

/** Reads a body, and no more of it than is let in. */
async function bodyText(c: Context): Promise<string> {
  const tooLarge = () =>
    new ApiError(
      413,
      `expected a request of at most ${LARGEST_BODY / 1024 ** 2} MB, but got more.`,
    );
  if (Number(c.req.header("Content-Length") ?? 0) > LARGEST_BODY) throw tooLarge();
  const { body } = c.req.raw;
  if (!body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
