import { dirname } from "node:path";
import type ts from "@tslab/typescript-for-tslab";

/** The TypeScript that tslab works with. */
export type TypeScript = typeof ts;

const NAME = "@tslab/typescript-for-tslab";

function find(file: string): string {
  return require.resolve(file, { paths: [dirname(require.resolve("tslab/package.json"))] });
}

function findTypeScript(): string {
  return find(NAME);
}

/** Versions of tslab and of the TypeScript it works with; loads neither. */
export function engineVersions(): { tslab: string; typescript: string } {
  const [tslab, typescript] = ["tslab", NAME].map(
    (name) => (require(find(`${name}/package.json`)) as { version: string }).version,
  );
  return { tslab, typescript };
}

let original: TypeScript | undefined;

/** Loads tslab's TypeScript, unchanged. */
export function loadTypeScript(): TypeScript {
  original ??= require(findTypeScript()) as TypeScript;
  return original;
}

/**
 * Lets tslab see other functions in place of some of TypeScript's. TypeScript's own exports cannot
 * be assigned to, so tslab is given a copy of them; call this before tslab's converter is loaded.
 */
export function replaceForTslab(functions: Partial<TypeScript>): void {
  const copy = { ...loadTypeScript(), ...functions };
  const cached = require.cache[findTypeScript()];
  if (cached === undefined) throw new Error("replaceForTslab: expected TypeScript to be loaded");
  cached.exports = copy;
}
