import { fail } from "../arrays/fail";
import { home } from "../home/here";
import { writingTrouble } from "../text/file-trouble";
import { words } from "../text/texts";
import { expectParameters, expectPath } from "./expect";
import type { Network } from "./network";
import { encodeParameters } from "./parameter-file";

/**
 * Writes a net's parameters to a file, whole or not at all: until it is complete, the old file, if
 * there was one, stays. The layers themselves are not in it: `loadParameters` puts the numbers into
 * a net of the same form.
 *
 * Introduced in lesson 11.
 *
 * The file is in the format safetensors, version 1 of this library's metadata (see
 * parameter-file.ts), which NumPy and others read with its package.
 *
 * @param path where to; its folder has to be there
 * @throws when it cannot be written: the message says why
 *
 * @example
 * const net = multiLayerNet([2, 3, 2]);
 * saveParameters(net, "no-such-folder/net.safetensors"); // throws saveParameters: expected to write no-such-folder/net.safetensors, but got no such folder
 */
export function saveParameters(net: Network, path: string): void {
  const who = "saveParameters";
  expectParameters(who, net);
  expectPath(who, path);
  const bytes = encodeParameters(net.parameters);
  try {
    home.files.write(path, bytes);
  } catch (error) {
    fail(who, words("expected.writableFile", { file: path }), writingTrouble(error as Error));
  }
}
