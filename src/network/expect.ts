import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { NdArray } from "../arrays/nj";
import type { Words } from "../text/language";
import { words } from "../text/texts";

/** Says what came in the place of an object; of its class, that `new` is missing. */
export const instead = (value: unknown): Words =>
  typeof value === "function" ? words("got.class") : describe(value);

/** Ends a call that was not given a net, as far as it is used. */
export function expectNet(who: string, net: unknown, used: "forward" | "loss"): void {
  if (typeof (net as Record<string, unknown> | undefined)?.[used] === "function") return;
  fail(who, words("expected.net"), instead(net));
}

/** Ends a call that was not given something with parameters, such as a net. */
export function expectParameters(who: string, net: unknown): void {
  if (net instanceof Object && "parameters" in net) return;
  fail(who, words("expected.net"), instead(net));
}

/** Ends a call whose samples do not come in batches, such as a bare pair of x and t. */
export function expectSamples(who: string, name: string, samples: unknown): void {
  const { length, batch } = (samples ?? {}) as Record<string, unknown>;
  if (typeof length === "number" && typeof batch === "function") return;
  fail(who, words("expected.dataset", { name }), describe(samples));
}

/** Ends a call unless this is an object of arrays by name. */
export function expectNamedArrays(who: string, name: string, arrays: unknown): void {
  if (typeof arrays !== "object" || arrays === null) {
    fail(who, words("expected.namedArrays", { name }), describe(arrays));
  }
  for (const [key, array] of Object.entries(arrays)) {
    if (array === undefined || array instanceof NdArray) continue;
    fail(who, words("expected.ndArray", { name: `${name}.${key}` }), describe(array));
  }
}

/** Ends a call whose path is no text, or an empty one. */
export function expectPath(who: string, path: unknown): void {
  if (typeof path !== "string") fail(who, words("expected.text", { name: "path" }), describe(path));
  if (path === "") fail(who, words("expected.fileName", { name: "path" }), describe(path));
}
