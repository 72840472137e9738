import { dirname } from "node:path";
import type ts from "@tslab/typescript-for-tslab";
import { loadTypeScript as loadCurrent } from "../compiler/typescript";
import { provideModule } from "./module-paths";

/** TypeScript as far as tslab's older one and ours agree. */
export type TypeScript = typeof ts;

/** Whether cells go through tslab's converter and its TypeScript, in place of ours. */
export const USES_TSLAB = process.env.TSLAB_CONVERTER === "tslab";

const NAME = "@tslab/typescript-for-tslab";

function find(file: string): string {
  return require.resolve(file, { paths: [dirname(require.resolve("tslab/package.json"))] });
}

function findTslabs(): string {
  return find(NAME);
}

/** The file of the TypeScript that checks cells; its messages in other languages lie beside it. */
export function findTypeScript(): string {
  return USES_TSLAB ? findTslabs() : require.resolve("typescript");
}

/** Versions of tslab and of the TypeScript that checks cells; loads neither. */
export function engineVersions(): { tslab: string; typescript: string } {
  const version = (file: string) => (require(file) as { version: string }).version;
  return {
    tslab: version("tslab/package.json"),
    typescript: version(
      USES_TSLAB ? find(`${NAME}/package.json`) : require.resolve("typescript/package.json"),
    ),
  };
}

let original: TypeScript | undefined;

/** Loads the TypeScript that checks cells, unchanged. */
export function loadTypeScript(): TypeScript {
  original ??= (USES_TSLAB ? require(findTslabs()) : loadCurrent()) as TypeScript;
  return original;
}

/** Lets tslab's executor, which needs little of TypeScript, take ours: it need not load its own. */
export function shareWithTslab(): void {
  provideModule(findTslabs(), loadTypeScript());
}

/**
 * Lets tslab see other functions in place of some of TypeScript's. TypeScript's own exports cannot
 * be assigned to, so tslab is given a copy of them; call this before tslab's converter is loaded.
 */
export function replaceForTslab(functions: Partial<TypeScript>): void {
  const copy = { ...loadTypeScript(), ...functions };
  const cached = require.cache[findTslabs()];
  if (cached === undefined) throw new Error("replaceForTslab: expected TypeScript to be loaded");
  cached.exports = copy;
}
