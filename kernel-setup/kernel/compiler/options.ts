import type ts from "typescript";
import type { CompilerHome, Files } from "./home";
import { above } from "./paths";
import type { Strictness } from "./strictness";

/** Every folder upwards that has those types, the nearest first. */
function typeRootsAbove(types: string | undefined, folder: string, files: Files): string[] {
  const roots: string[] = [];
  if (types === undefined) return roots;
  for (let at = folder; ; at = above(at)) {
    const root = `${at}/node_modules/@types`;
    if (files.isFile(`${root}/${types}/package.json`)) roots.push(root);
    if (at === "") return roots;
  }
}

/**
 * What cells are checked and compiled with.
 *
 * @param folder - The notebook's folder.
 * @param packageFolder - Where the kernel belongs to; its types of the place serve any other folder.
 * @param hasAllTypes - Whether all types that the place has are loaded.
 * @param strictness - How strictly they are checked.
 */
export function compilerOptions(
  { typescript, files, allTypes }: Pick<CompilerHome, "typescript" | "files" | "allTypes">,
  folder: string,
  packageFolder: string,
  hasAllTypes: boolean,
  strictness: Strictness,
): ts.CompilerOptions {
  const roots = [
    ...typeRootsAbove(allTypes, folder, files),
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
    types: hasAllTypes && allTypes !== undefined ? [allTypes, "tslab-cells"] : ["tslab-cells"],
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
