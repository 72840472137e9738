import { home } from "../home/here";
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
 * @throws Error of the file system, when it cannot be written
 *
 * @example
 * const net = multiLayerNet([2, 3, 2]);
 * saveParameters(net, "no-such-folder/net.safetensors"); // throws no such file or directory
 */
export function saveParameters(net: Network, path: string): void {
  expectParameters("saveParameters", net);
  expectPath("saveParameters", path);
  home.files.write(path, encodeParameters(net.parameters));
}
