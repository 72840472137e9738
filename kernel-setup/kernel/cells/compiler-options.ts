import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type ts from "@tslab/typescript-for-tslab";
import { strictnessOf } from "../compiler/strictness";
import type { TypeScript as CurrentTypeScript } from "../compiler/typescript";
import { loadTypeScript } from "./typescript";

/** Every folder upwards that has types of Node, the nearest first. */
function typeRootsAbove(folder: string): string[] {
  const roots: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const root = join(at, "node_modules", "@types");
    if (existsSync(join(root, "node", "package.json"))) roots.push(root);
    if (dirname(at) === at) return roots;
  }
}

/**
 * What cells are checked with, over tslab's own options.
 *
 * @param folder - The notebook's folder.
 * @param packageFolder - Where the kernel belongs to; its types of Node serve any other folder.
 */
export function cellCompilerOptions(folder: string, packageFolder: string): ts.CompilerOptions {
  const typescript = loadTypeScript();
  const { ModuleResolutionKind } = typescript;
  const roots = [
    ...typeRootsAbove(folder),
    join(packageFolder, "node_modules", "@types"),
    // The kernel's own globals: display, prompt and the like.
    join(packageFolder, "kernel-setup", "kernel", "globals"),
  ];
  return {
    ...(strictnessOf(typescript as unknown as CurrentTypeScript, folder) as ts.CompilerOptions),
    // tslab keeps "use strict" out of its output, which contradicts this part of strict.
    alwaysStrict: false,
    moduleResolution: ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    // All of @types would be loaded otherwise: slower, and globals of test runners leak into cells.
    types: ["node", "tslab-cells"],
    typeRoots: roots.map((root) => root.replace(/\\/g, "/")),
    // A switch of tslab's TypeScript. Cells are modules, where await at the top is allowed; switched
    // off, `await (x)` would be read as a call of a function named await.
    ...{ disableTopLevelAwait: false },
    sourceMap: true,
  };
}
