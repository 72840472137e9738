import { inspect } from "node:util";
import type { Json } from "../../wire/message";

const DISPLAY = Symbol.for("Jupyter.display");

/** What a value asks to be shown as, or undefined when it does not ask. */
export function displayMethod(value: unknown): (() => unknown) | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return undefined;
  const method = (value as Record<symbol, unknown>)[DISPLAY];
  return typeof method === "function" ? () => method.call(value) : undefined;
}

/** A value as text, without colours; never throws. */
export function asText(value: unknown): string {
  try {
    return inspect(value);
  } catch (error) {
    return `[a value that cannot be shown: ${describe(error)}]`;
  }
}

function describe(error: unknown): string {
  try {
    return String(error);
  } catch {
    return "its own inspection fails";
  }
}

/**
 * Checks a MIME bundle and makes it ready to send: bytes become base64.
 *
 * @throws TypeError when it is no object of MIME types, or holds what JSON cannot carry.
 */
export function toMimeBundle(value: unknown): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(
      `display: expected an object with MIME types as keys, but got ${asText(value)}`,
    );
  }
  const bundle: Json = {};
  for (const [type, data] of Object.entries(value)) {
    if (!type.includes("/")) {
      throw new TypeError(`display: expected a MIME type like "text/html", but got "${type}"`);
    }
    if (data === undefined) continue;
    bundle[type] = data instanceof Uint8Array ? Buffer.from(data).toString("base64") : data;
  }
  // What JSON cannot carry (BigInt, circles) is to fail here, where the cell can be told.
  return JSON.parse(JSON.stringify(bundle)) as Json;
}
