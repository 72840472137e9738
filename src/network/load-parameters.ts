import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { allFinite } from "../arrays/finite";
import { sameShape } from "../arrays/map";
import type { Network } from "./network";
import { decodeParameters } from "./parameter-file";

/**
 * Reads parameters that `saveParameters` wrote and puts them into a net of the same form. All of them
 * are looked at before the first number changes: what does not fit leaves the net as it is.
 *
 * Introduced in lesson 11.
 *
 * @throws when the file cannot be read, is damaged or foreign, or has other names, shapes or number
 *   types than the net, or other numbers for two names of one array: the message says which
 *
 * @example
 * const net = multiLayerNet([2, 3, 2]);
 * loadParameters(net, "missing.safetensors"); // throws loadParameters: expected to read missing.safetensors
 */
export function loadParameters(net: Network, path: string): void {
  const who = "loadParameters";
  const name = basename(path);
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (error) {
    fail(who, `to read ${name}`, (error as Error).message);
  }
  const saved = decodeParameters(who, file);
  const { parameters } = net;
  const [expected, got] = [parameters, saved].map((arrays) =>
    Object.keys(arrays).sort().join(", "),
  );
  if (expected !== got) fail(who, `parameters ${expected} in ${name}`, got || "none");
  const pairs = Object.entries(parameters).map(([name, parameter]) => {
    const loaded = saved[name];
    if (!sameShape(loaded.shape, parameter.shape)) {
      fail(who, `${name} of shape ${shapeText(parameter.shape)}`, shapeText(loaded.shape));
    }
    if (loaded.dtype !== parameter.dtype) {
      fail(who, `${name} in ${parameter.dtype}, as the net has it`, loaded.dtype);
    }
    if (!allFinite(loaded)) fail(who, `${name} to be finite`, "NaN or Infinity");
    return [parameter, loaded] as const;
  });
  for (const [i, [parameter, loaded]] of pairs.entries()) {
    const other = pairs.findIndex(([earlier]) => earlier === parameter);
    if (pairs[other][1].equal(loaded)) continue;
    const [first, second] = [other, i].map((place) => Object.keys(parameters)[place]);
    fail(who, `${first} and ${second}, one array in the net, to be equal in ${name}`, "others");
  }
  for (const [parameter, loaded] of pairs) parameter.assign(loaded, false);
}
