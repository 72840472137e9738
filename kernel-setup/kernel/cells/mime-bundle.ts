import { depthOf, MESSAGE_LEVELS } from "../../jupyter/messages/json-depth";
import type { Json } from "../../jupyter/messages/message";
import { asText } from "./as-text";
import { home } from "./home";

/** Of a bundle: the message that it travels in has a few more. */
const MOST_LEVELS = MESSAGE_LEVELS - 10;

const DISPLAY = Symbol.for("Jupyter.display");

/** What a value asks to be shown as, or undefined when it does not ask. */
export function displayMethod(value: unknown): (() => unknown) | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return undefined;
  // A Proxy may answer any name with a function, also one that nobody can know.
  if (!(DISPLAY in value) || (home().isProxy(value) && Symbol() in value)) return undefined;
  const method = (value as Record<symbol, unknown>)[DISPLAY];
  return typeof method === "function" ? () => method.call(value) : undefined;
}

const MIME_TYPE = /^(?:application|audio|font|image|model|multipart|text|video)\/[^\s/]+$/;

/** Whether a value is a plain object that has MIME types as keys, and nothing else. */
export function isMimeBundle(value: unknown): value is Json {
  if (typeof value !== "object" || value === null || home().isProxy(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => MIME_TYPE.test(key));
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
    bundle[type] = data instanceof Uint8Array ? home().base64(data) : data;
  }
  // What JSON cannot carry (BigInt, circles) is to fail here, where the cell can be told; and so is
  // what nobody takes in.
  const json = JSON.stringify(bundle);
  if (Object.values(bundle).some((data) => typeof data === "object")) {
    const levels = depthOf(new TextEncoder().encode(json));
    if (levels > MOST_LEVELS) {
      throw new TypeError(
        `display: expected at most ${MOST_LEVELS} levels of lists and objects in each other, but got ${levels}`,
      );
    }
  }
  return JSON.parse(json) as Json;
}

/** A value as a MIME bundle, and what went wrong on the way there. */
export interface Result {
  data: Json;
  /** What the value's own display method threw. */
  failure?: { thrown: unknown };
}

/** Makes the MIME bundle of a value: its own, or else its text. A promise only where its own is one. */
export function toResult(value: unknown): Result | Promise<Result> {
  const failed = (thrown: unknown): Result => ({
    data: { "text/plain": asText(value) },
    failure: { thrown },
  });
  try {
    const bundle = displayMethod(value)?.();
    if (bundle === undefined) return { data: { "text/plain": asText(value) } };
    if (!isThenable(bundle)) return { data: toMimeBundle(bundle) };
    return Promise.resolve(bundle)
      .then((own) => ({ data: toMimeBundle(own) }))
      .catch(failed);
  } catch (thrown) {
    return failed(thrown);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null)?.then === "function";
}
