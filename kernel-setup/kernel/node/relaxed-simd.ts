import { setFlagsFromString } from "node:v8";

const FLAG = "experimental-wasm-relaxed-simd";

/** The V8 of Node 20: older ones do not know the flag under this name, newer ones need none. */
const NEEDED = process.versions.v8.startsWith("11.3.");

let allowed = false;

/**
 * Lets WebAssembly use relaxed SIMD, in workers too. Done once the kernel is loaded, and not on
 * Node's command line: with a changed flag Node would refuse the compiled code that it brings along
 * for its own modules, and a kernelspec with a flag would fail on a later Node.
 */
export function allowRelaxedSimd(): void {
  allowed = NEEDED;
  if (allowed) setFlagsFromString(`--${FLAG}`);
}

/** Does something under the flags of the start, as compiled code must be made that is kept for the next one. */
export function withFlagsOfStart<T>(work: () => T): T {
  if (!allowed) return work();
  setFlagsFromString(`--no-${FLAG}`);
  try {
    return work();
  } finally {
    allowRelaxedSimd();
  }
}
