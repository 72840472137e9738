import { shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { allFinite } from "../arrays/finite";
import { sameShape } from "../arrays/map";
import { home } from "../home/here";
import { fileTrouble } from "../text/file-trouble";
import { words } from "../text/texts";
import { expectParameters, expectPath } from "./expect";
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
  expectParameters(who, net);
  expectPath(who, path);
  const file = home.files.base(path);
  let bytes: Uint8Array;
  try {
    bytes = home.files.read(path);
  } catch (error) {
    fail(who, words("expected.readableFile", { file: path }), fileTrouble(error as Error));
  }
  const saved = decodeParameters(who, bytes);
  const { parameters } = net;
  const [names, got] = [parameters, saved].map((arrays) => Object.keys(arrays).sort().join(", "));
  if (names !== got) {
    const expected = words("expected.fileParameters", { names, file });
    fail(who, expected, got || { sentence: words("instead.none") });
  }
  const pairs = Object.entries(parameters).map(([name, parameter]) => {
    const loaded = saved[name];
    if (!sameShape(loaded.shape, parameter.shape)) {
      const expected = words("expected.shape", { name, shape: shapeText(parameter.shape) });
      fail(who, expected, shapeText(loaded.shape));
    }
    if (loaded.dtype !== parameter.dtype) {
      fail(who, words("expected.dtypeOfNet", { name, dtype: parameter.dtype }), loaded.dtype);
    }
    if (!allFinite(loaded)) fail(who, words("expected.finite", { name }), words("got.notFinite"));
    return [parameter, loaded] as const;
  });
  for (const [i, [parameter, loaded]] of pairs.entries()) {
    const other = pairs.findIndex(([earlier]) => earlier === parameter);
    if (pairs[other][1].equal(loaded)) continue;
    const [first, second] = [other, i].map((place) => Object.keys(parameters)[place]);
    fail(who, words("expected.equalTwins", { first, second, file }), words("got.otherValues"));
  }
  for (const [parameter, loaded] of pairs) parameter.assign(loaded, false);
}
