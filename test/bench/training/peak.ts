import type { FloatType } from "../../../src/arrays/numjs-types";
import { engine, WebAssembly } from "../../../src/arrays/wasm/engine";
import { FMA, SIMD } from "./binary";

interface Peak {
  OPERATIONS: { value: number };
  peak32(rounds: number, a: number, b: number): number;
  peak64(rounds: number, a: number, b: number): number;
}

const ROUNDS = 100_000;

/** GFLOP/s of one core here with vectors of 128 bits, fused or not as the engine in use does it. */
export function measurePeak(type: FloatType): number {
  const code = Buffer.from(engine()?.name === "fma" ? FMA : SIMD, "base64");
  const env = { memory: new WebAssembly.Memory({ initial: 1 }) };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env });
  const { OPERATIONS, peak32, peak64 } = exports as Peak;
  const [run, lanes] = type === "float32" ? [peak32, 4] : [peak64, 2];
  let best = Infinity;
  for (let i = 0; i < 200; i++) {
    const start = performance.now();
    run(ROUNDS, 0.5, 1e-9);
    best = Math.min(best, performance.now() - start);
  }
  return (ROUNDS * OPERATIONS.value * lanes) / best / 1e6;
}
