import { fail } from "../arrays/fail";
import { flat, floatData } from "../arrays/flat";
import { NdArray } from "../arrays/nj";
import type { FloatType } from "../arrays/numjs-types";
import { home } from "../home/here";
import type { Words } from "../text/languages";
import { words } from "../text/texts";
import type { NamedArrays } from "./layer";

/*
The file is a safetensors file (https://huggingface.co/docs/safetensors), which other programs read:

  8 bytes    the length of the head, a whole number, lowest byte first
  the head   JSON: for each parameter its dtype ("F32" or "F64"), its shape and, in data_offsets,
             where its numbers begin and end; and __metadata__ with format "backprop", version "1"
             and sha256, the checksum of the numbers
  the rest   the numbers, row after row, lowest byte first
*/

const FORMAT = "backprop";
const VERSION = "1";
const DTYPES: Record<FloatType, string> = { float32: "F32", float64: "F64" };
const BYTES: Record<FloatType, 4 | 8> = { float32: 4, float64: 8 };

interface Entry {
  dtype: string;
  shape: number[];
  data_offsets: [number, number];
}

/** The bytes of a parameter file. */
export function encodeParameters(parameters: NamedArrays): Uint8Array {
  const head: Record<string, unknown> = {};
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [name, array] of Object.entries(parameters)) {
    const dtype: FloatType = array.dtype === "float32" ? "float32" : "float64";
    const bytes = new Uint8Array(array.size * BYTES[dtype]);
    const view = viewOf(bytes);
    const values = flat(array);
    for (let i = 0; i < array.size; i++) {
      if (dtype === "float32") view.setFloat32(4 * i, values[i], true);
      else view.setFloat64(8 * i, values[i], true);
    }
    const entry: Entry = {
      dtype: DTYPES[dtype],
      shape: [...array.shape],
      data_offsets: [at, at + bytes.length],
    };
    head[name] = entry;
    parts.push(bytes);
    at += bytes.length;
  }
  head.__metadata__ = { format: FORMAT, version: VERSION, sha256: home.sha256(...parts) };
  const text = new TextEncoder().encode(JSON.stringify(head));
  // Spaces make the numbers begin at a multiple of 8, as safetensors asks.
  const begin = 8 + 8 * Math.ceil(text.length / 8);
  const file = new Uint8Array(begin + at);
  viewOf(file).setBigUint64(0, BigInt(begin - 8), true);
  file.fill(" ".charCodeAt(0), 8, begin);
  file.set(text, 8);
  for (let to = begin, i = 0; i < parts.length; to += parts[i++].length) file.set(parts[i], to);
  return file;
}

/**
 * The parameters in a file's bytes.
 *
 * @throws when the bytes are not a whole parameter file of this library
 */
export function decodeParameters(who: string, file: Uint8Array): NamedArrays {
  const damaged = (got: Words): never => fail(who, words("expected.wholeFile"), got);
  const foreign = (got: Words): never => fail(who, words("expected.savedFile"), got);
  const length = file.length < 8 ? 0 : Number(viewOf(file).getBigUint64(0, true));
  if (length < 2 || file[8] !== "{".charCodeAt(0)) foreign(words("got.otherFile"));
  if (file.length < 8 + length) damaged(words("got.cutFile"));
  let head: Record<string, unknown>;
  try {
    head = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  } catch {
    return damaged(words("got.badHead"));
  }
  const { __metadata__: metadata, ...entries } = head;
  const { format, version, sha256 } = (metadata ?? {}) as Record<string, unknown>;
  if (format !== FORMAT) foreign(words("got.otherProgram"));
  if (version !== VERSION)
    foreign(words("got.otherVersion", { version: String(version), known: VERSION }));
  const numbers = file.subarray(8 + length);
  if (home.sha256(numbers) !== sha256) damaged(words("got.badSum"));
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      name,
      arrayOf(entry as Entry, numbers) ?? damaged(words("got.badEntry", { name })),
    ]),
  );
}

/** The array of one entry, or undefined where the entry makes no sense. */
function arrayOf(entry: Entry, numbers: Uint8Array): NdArray | undefined {
  const dtype = (["float32", "float64"] as const).find((type) => DTYPES[type] === entry?.dtype);
  const { shape, data_offsets: offsets } = entry ?? {};
  if (dtype === undefined || !Array.isArray(shape) || !Array.isArray(offsets)) return undefined;
  if (!shape.every((axis) => Number.isInteger(axis) && axis >= 0)) return undefined;
  const [from, to] = offsets;
  const size = shape.reduce((product, axis) => product * axis, 1);
  const fits = Number.isInteger(from) && from >= 0 && to <= numbers.length;
  if (!fits || to - from !== size * BYTES[dtype]) return undefined;
  const data = floatData(dtype, size);
  const view = viewOf(numbers);
  for (let i = 0; i < size; i++) {
    data[i] =
      dtype === "float32"
        ? view.getFloat32(from + 4 * i, true)
        : view.getFloat64(from + 8 * i, true);
  }
  return new NdArray(data, shape);
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array) =>
  new DataView(buffer, byteOffset, length);
