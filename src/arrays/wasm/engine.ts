import { home } from "../../home/here";
import { words } from "../../text/texts";
import { fail } from "../fail";
import type { FloatData } from "../flat";
import type { FloatType } from "../numjs-types";
import { FMA, SIMD } from "./binary";

/** The part of WebAssembly used here; its types come only with those of a browser. */
interface WebAssemblyApi {
  validate(code: Uint8Array): boolean;
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
  Memory: new (size: { initial: number }) => WasmMemory;
}

/** The memory of a WebAssembly instance. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** @throws when there is no more memory */
  grow(pages: number): number;
}

/** WebAssembly, which Node's types leave out. */
export const WebAssembly = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;

/**
 * What multiplies large matrices: WebAssembly with fused multiply-add, plain WebAssembly SIMD, or
 * JavaScript. All give the same results within rounding.
 */
export type EngineName = "fma" | "simd" | "javascript";

/** The functions of the compiled module, for float32 and float64; all sizes in numbers, all steps in bytes. */
export interface Kernels extends Record<`${Kernel}${32 | 64}`, (...numbers: number[]) => number> {
  scratchSize(rows: number, columns: number, size: number): number;
}
type Kernel =
  | "product"
  | "finite"
  | "addBias"
  | "addScaled"
  | "relu"
  | "reluBackward"
  | "columnSums"
  | "softmax"
  | "sigmoid";

/** A compiled module and its memory. Arrays are copied in and out: none that a learner holds lies in it. */
export interface Engine {
  readonly name: EngineName;
  readonly kernels: Kernels;
  readonly memory: WasmMemory;
  /** All of the memory, as it is now, as numbers of a type. */
  numbers(type: FloatType): FloatData;
}

const NAMES: readonly EngineName[] = ["fma", "simd", "javascript"];
const BINARIES = { fma: FMA, simd: SIMD } as const;

/** Nothing stands for JavaScript. */
let current: Engine | undefined;
let chosen = false;

/**
 * The fastest engine that runs here, compiled at the first call; undefined is JavaScript. The
 * environment variable BACKPROP_ENGINE asks for another.
 */
export function engine(): Engine | undefined {
  if (!chosen) useEngine(home.setting("BACKPROP_ENGINE") || undefined);
  return current;
}

/**
 * Chooses the engine from now on.
 *
 * @param name without one, the fastest that runs here
 * @returns the one chosen
 * @throws when there is no such engine, or this Node cannot run it
 *
 * @example
 * useEngine("javascript"); // javascript
 * useEngine() === useEngine(engines()[0]); // true
 */
export function useEngine(name: string = engines()[0]): EngineName {
  const found = NAMES.find((known) => known === name);
  if (found === undefined) {
    return fail(
      "useEngine",
      words("expected.oneOf", { known: NAMES.join(", ") }),
      JSON.stringify(name),
    );
  }
  current = found === "javascript" ? undefined : start(found);
  chosen = true;
  return found;
}

/**
 * The engines that run here, the fastest first. Node 20 has fused multiply-add behind the flag
 * `--experimental-wasm-relaxed-simd`, with which our kernel starts.
 *
 * @example
 * engines().at(-1); // javascript
 */
export function engines(): EngineName[] {
  return NAMES.filter(
    (name) => name === "javascript" || WebAssembly.validate(home.fromBase64(BINARIES[name])),
  );
}

function start(name: "fma" | "simd"): Engine {
  const code = home.fromBase64(BINARIES[name]);
  if (!WebAssembly.validate(code)) {
    fail("useEngine", words("expected.engine"), JSON.stringify(name));
  }
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  let float32 = new Float32Array(memory.buffer);
  let float64 = new Float64Array(memory.buffer);
  const numbers = (type: FloatType) => {
    if (float32.buffer !== memory.buffer) {
      float32 = new Float32Array(memory.buffer);
      float64 = new Float64Array(memory.buffer);
    }
    return type === "float32" ? float32 : float64;
  };
  return { name, memory, kernels: instance.exports as unknown as Kernels, numbers };
}
