import type { Context } from "hono";
import { depthOf, REQUEST_LEVELS } from "../../jupyter/messages/json-depth";
import type { Json } from "../../jupyter/messages/message";
import { ApiError } from "./api-error";
import { joined } from "./bytes";
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

/**
 * The most that all bodies together may hold, from their beginning to their answer: each is there as
 * bytes, as text, and as what is made of it, which takes several times as much.
 */
const MOST_HELD = LARGEST_BODY + 64 * 1024 ** 2;

/** What this process holds of bodies, and each request's part of it, in bytes. */
let held = 0;
const parts = new WeakMap<Context, number>();

/** Takes room for a body before it comes. @throws ApiError 503 when others have taken it. */
function hold(c: Context, bytes: number): void {
  const part = parts.get(c) ?? 0;
  if (bytes <= part) return;
  if (held + bytes - part > MOST_HELD) {
    throw new ApiError(
      503,
      "expected less at once, but got several large requests: this one can be sent again in a moment.",
    );
  }
  held += bytes - part;
  parts.set(c, bytes);
}

/** Gives back the room of a request's body, once it is answered. */
export function releaseBody(c: Context): void {
  held -= parts.get(c) ?? 0;
  parts.delete(c);
}

/** The JSON object in a request's body; an empty body is an empty one. @throws ApiError 400, 413, 503 */
export async function jsonBody(c: Context): Promise<Json> {
  const bytes = await bodyBytes(c);
  const levels = depthOf(bytes);
  if (levels > REQUEST_LEVELS) {
    throw new ApiError(
      400,
      `expected at most ${REQUEST_LEVELS} levels of lists and objects in each other, but got ${levels}.`,
    );
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ApiError(400, "expected text in UTF-8, but got other bytes.");
  }
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

/** Reads a body, and no more of it than is let in. @throws ApiError 413, 503 */
export async function bodyBytes(c: Context): Promise<Uint8Array> {
  const tooLarge = () =>
    new ApiError(
      413,
      `expected a request of at most ${LARGEST_BODY / 1024 ** 2} MB, but got more.`,
    );
  const announced = Number(c.req.header("Content-Length") ?? 0);
  if (announced > LARGEST_BODY) throw tooLarge();
  hold(c, announced);
  let size = 0;
  const take = (length: number) => {
    size += length;
    if (size > LARGEST_BODY) throw tooLarge();
    hold(c, size);
  };
  // Firefox has no such property; where it is null there is no body.
  const body = c.req.raw.body as ReadableStream<Uint8Array> | null | undefined;
  if (body === undefined) {
    const whole = new Uint8Array(await c.req.raw.arrayBuffer());
    take(whole.length);
    return whole;
  }
  if (body === null) return new Uint8Array();
  // Not "for await": WebKit cannot loop over a stream.
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(chunks);
      take(value.length);
      chunks.push(value);
    }
  } catch (error) {
    // Nobody reads the rest.
    reader.cancel().catch(() => {});
    throw error;
  }
}
