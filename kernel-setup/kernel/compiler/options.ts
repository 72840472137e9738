import type ts from "typescript";
import type { Files } from "./home";
import { above } from "./paths";
import type { Strictness } from "./strictness";
import type { TypeScript } from "./typescript";

/** Every folder upwards that has types of Node, the nearest first. */
function typeRootsAbove(folder: string, files: Files): string[] {
  const roots: string[] = [];
  for (let at = folder; ; at = above(at)) {
    const root = `${at}/node_modules/@types`;
    if (files.isFile(`${root}/node/package.json`)) roots.push(root);
    if (at === "") return roots;
  }
}

/**
 * What cells are checked and compiled with.
 *
 * @param folder - The notebook's folder.
 * @param packageFolder - Where the kernel belongs to; its types of Node serve any other folder.
 * @param withNode - Whether all types of Node are loaded.
 * @param strictness - How strictly they are checked.
 */
export function compilerOptions(
  { typescript, files }: { typescript: TypeScript; files: Files },
  folder: string,
  packageFolder: string,
  withNode: boolean,
  strictness: Strictness,
): ts.CompilerOptions {
  const roots = [
    ...typeRootsAbove(folder, files),
    `${packageFolder}/node_modules/@types`,
    // The kernel's own globals: display, prompt and the like.
    `${packageFolder}/kernel-setup/kernel/globals`,
  ];
  return {
    ...strictness,
    target: typescript.ScriptTarget.ES2022,
    // Imports are compiled by ours; with any other kind TypeScript would want to do it, too.
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    moduleDetection: typescript.ModuleDetectionKind.Force,
    // The branches of a package's exports that Node takes, so that types and code come from the same.
    customConditions: ["node", "module-sync", "node-addons"],
    lib: ["lib.es2023.d.ts"],
    // All of @types would be loaded otherwise: slower, and globals of test runners leak into cells.
    types: withNode ? ["node", "tslab-cells"] : ["tslab-cells"],
    typeRoots: roots,
    esModuleInterop: true,
    resolveJsonModule: true,
    allowJs: true,
    allowImportingTsExtensions: true,
    jsx: typescript.JsxEmit.React,
    experimentalDecorators: true,
    // Later cells may use the object of a const enum.
    preserveConstEnums: true,
    skipLibCheck: true,
    sourceMap: true,
    removeComments: true,
    newLine: typescript.NewLineKind.LineFeed,
  };
}
