import type { Json } from "../../wire/message";
import { asText, displayMethod, toMimeBundle } from "./mime";

/** A cell's value as a MIME bundle, and what went wrong on the way there. */
export interface Result {
  data: Json;
  /** What the value's own display method threw. */
  failure?: unknown;
}

/** Makes the MIME bundle of a value: its own, sync or async, or else its text. */
export async function toResult(value: unknown): Promise<Result> {
  try {
    const method = displayMethod(value);
    if (method !== undefined) return { data: toMimeBundle(await method()) };
  } catch (failure) {
    return { data: { "text/plain": asText(value) }, failure };
  }
  return { data: { "text/plain": asText(value) } };
}
