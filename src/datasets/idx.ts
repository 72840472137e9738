import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";

/** What an IDX file of bytes holds. */
export interface IdxFile {
  shape: number[];
  data: Uint8Array;
}

/** Third byte of an IDX file's magic number: numbers from 0 to 255. */
const UNSIGNED_BYTE = 0x08;

/**
 * Reads an IDX file of bytes, the form in which MNIST is published: two zero bytes, one that tells
 * the type, one that tells the number of axes, the length of each axis (4 bytes, the highest first),
 * then the numbers row after row. Source: LeCun, Cortes, Burges, "The MNIST database", 1998.
 *
 * @param path the file
 * @param shape what the file should hold
 * @throws when the file cannot be read, is not an IDX file of bytes, or holds another shape or size
 *
 * @example
 * readIdx("missing-idx1-ubyte", [10]); // throws readIdx: expected to read missing-idx1-ubyte
 */
export function readIdx(path: string, shape: readonly number[]): IdxFile {
  const who = "readIdx";
  const name = basename(path);
  let file: Uint8Array;
  try {
    file = readFileSync(path);
  } catch (error) {
    return fail(who, `to read ${name}`, (error as Error).message);
  }
  const head = 4 + 4 * shape.length;
  const magic = Uint8Array.of(0, 0, UNSIGNED_BYTE, shape.length);
  if (file.length < head || magic.some((byte, i) => file[i] !== byte)) {
    const got = hex(file.subarray(0, 4));
    fail(who, `${name} to begin with ${hex(magic)}`, file.length < 4 ? `${got} and its end` : got);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const found = shape.map((_, axis) => view.getUint32(4 + 4 * axis));
  if (found.some((length, axis) => length !== shape[axis])) {
    fail(who, `${name} to hold ${shapeText(shape)}`, shapeText(found));
  }
  const size = shape.reduce((product, length) => product * length, 1);
  if (file.length !== head + size) {
    fail(who, `${name} to hold ${size} bytes after its head`, `${file.length - head}`);
  }
  return { shape: found, data: new Uint8Array(file.buffer, file.byteOffset + head, size) };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
