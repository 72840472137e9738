import type { Json } from "../../jupyter/messages/message";
import { asText } from "./as-text";
import { displayMethod, toMimeBundle } from "./mime";

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
