import { shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { home } from "../home/here";
import { fileTrouble } from "../text/file-trouble";
import { words } from "../text/texts";

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
  const file = home.files.base(path);
  let bytes: Uint8Array;
  try {
    bytes = home.files.read(path);
  } catch (error) {
    return fail(who, words("expected.readableFile", { file }), fileTrouble(error as Error));
  }
  const head = 4 + 4 * shape.length;
  const magic = Uint8Array.of(0, 0, UNSIGNED_BYTE, shape.length);
  if (bytes.length < head || magic.some((byte, i) => bytes[i] !== byte)) {
    const expected = words("expected.fileBegins", { file, bytes: hex(magic) });
    const got = hex(bytes.subarray(0, 4));
    fail(who, expected, bytes.length < 4 ? words("got.bytesThenEnd", { bytes: got }) : got);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = shape.map((_, axis) => view.getUint32(4 + 4 * axis));
  if (found.some((length, axis) => length !== shape[axis])) {
    const expected = words("expected.fileHolds", { file, shape: shapeText(shape) });
    fail(who, expected, shapeText(found));
  }
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== head + size) {
    const got = words("got.byteCount", { count: bytes.length - head });
    fail(who, words("expected.fileBytes", { file, size }), got);
  }
  return { shape: found, data: new Uint8Array(bytes.buffer, bytes.byteOffset + head, size) };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
