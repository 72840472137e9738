// Kept before cells could put others in their place.
// biome-ignore lint/security/noGlobalEval: to run what the reader writes is what a kernel is for.
const evaluate = globalThis.eval;
const { Blob, URL } = globalThis;
const { importScripts } = globalThis as unknown as { importScripts?(address: string): void };

/** A script whose lines stacks name by an address that nobody knows. */
export interface Known {
  name: string;
  /** Lines that stand before its own. */
  linesBefore: number;
}

const byAddress = new Map<string, Known>();

/** What stands behind an address in a stack, where that is one of these scripts. */
export const nameOfScript = (address: string): Known | undefined => byAddress.get(address);

/** Where a script that has an address leaves its value. */
const VALUE = Symbol.for("backprop.scriptValue");

/** Whether stacks name lines of a text that is evaluated; in WebKit they do not. */
const namesEvaluated = (() => {
  const stack: unknown = evaluate("new Error().stack\n//# sourceURL=probe-1.ts");
  return String(stack).includes("probe-1.ts");
})();

/** Runs a script in the scope of all, under a name that stack traces show. @returns its value */
export function runNamed(code: string, name: string): unknown {
  if (!namesEvaluated && importScripts !== undefined) return runAddressed(code, name);
  return evaluate(`${code}\n//# sourceURL=${encodeURI(name)}`);
}

/** Runs a script from an address of its own. */
function runAddressed(code: string, name: string): unknown {
  const script = `globalThis[Symbol.for(${JSON.stringify(VALUE.description)})] =\n${code}`;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  byAddress.set(address, { name, linesBefore: 1 });
  try {
    importScripts?.(address);
  } finally {
    URL.revokeObjectURL(address);
  }
  const scope = globalThis as { [VALUE]?: unknown };
  const value = scope[VALUE];
  delete scope[VALUE];
  return value;
}
