import type { FloatData } from "../flat";
import type { FloatType } from "../numjs-types";
import { type Engine, engine, type WasmMemory } from "./engine";

const PAGE = 65_536;
/** More than this is not asked for: JavaScript does what needs more. */
const LIMIT = 2 ** 30;
/** Kernels read and write whole vectors and up to four of them behind an array. */
const MARGIN = 64;

/**
 * The memory of an engine during one operation: places for its operands, one behind the other. Nothing
 * outlives the operation, so one that is interrupted leaves nothing behind.
 */
export class Workspace {
  readonly #engine: Engine;
  readonly #numbers: FloatData;
  readonly size: 4 | 8;
  #end = MARGIN;

  private constructor(engine: Engine, type: FloatType) {
    this.#engine = engine;
    this.size = type === "float32" ? 4 : 8;
    this.#numbers = engine.numbers(type);
  }

  /**
   * @param lengths of the arrays that the operation needs, in numbers
   * @param more bytes that it needs besides
   * @returns nothing when there is no engine but JavaScript, or not so much memory
   */
  static open(type: FloatType, lengths: readonly number[], more = 0): Workspace | undefined {
    const found = engine();
    if (found === undefined) return undefined;
    const size = type === "float32" ? 4 : 8;
    let bytes = MARGIN + more;
    for (const length of lengths) bytes += length * size + 2 * MARGIN;
    return reserve(found.memory, bytes) ? new Workspace(found, type) : undefined;
  }

  get kernels(): Engine["kernels"] {
    return this.#engine.kernels;
  }

  /** A place for so many numbers: its address. */
  place(length: number): number {
    const address = this.#end;
    this.#end += Math.ceil((length * this.size) / MARGIN) * MARGIN + MARGIN;
    return address;
  }

  /** Copies numbers in. */
  put(values: ArrayLike<number>): number {
    const address = this.place(values.length);
    this.#numbers.set(values, address / this.size);
    return address;
  }

  /** Copies numbers out, into a new array or into the one given. */
  take(address: number, length: number, into?: FloatData): FloatData {
    const from = address / this.size;
    if (into === undefined) return this.#numbers.slice(from, from + length);
    into.set(this.#numbers.subarray(from, from + length));
    return into;
  }

  /** A place for so many float64 numbers, whatever the operands are. */
  placeDoubles(length: number): number {
    return this.place((length * 8) / this.size);
  }

  takeDoubles(address: number, length: number): Float64Array {
    const all = this.#engine.numbers("float64") as Float64Array;
    return all.slice(address / 8, address / 8 + length);
  }
}

function reserve(memory: WasmMemory, bytes: number): boolean {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return true;
  if (bytes > LIMIT) return false;
  try {
    memory.grow(Math.ceil(missing / PAGE));
    return true;
  } catch {
    return false; // the machine has no more
  }
}
