import { join } from "node:path";
import type ts from "@tslab/typescript-for-tslab";
import { loadTypeScript } from "./typescript";

type ResolveLiterals = NonNullable<
  ts.WatchCompilerHost<ts.BuilderProgram>["resolveModuleNameLiterals"]
>;

function isBare(name: string): boolean {
  return !name.startsWith(".") && !name.startsWith("/") && !/^[a-z]:/i.test(name);
}

/** Source code of other folders cannot be compiled into a cell; built packages can be used. */
function isUsable(module: ts.ResolvedModuleFull): boolean {
  return (
    module.isExternalLibraryImport === true || /\.d\.[cm]?ts$|\.json$/.test(module.resolvedFileName)
  );
}

/**
 * Finds what cells import: from the notebook's folder as usual, and where that has no such package,
 * from the one that the kernel belongs to.
 */
export function makeModuleResolver(
  host: ts.ModuleResolutionHost,
  folder: string,
  packageFolder: string,
): ResolveLiterals {
  const typescript = loadTypeScript();
  const fallbackFile = join(packageFolder, "__tslab__.ts").replace(/\\/g, "/");
  let libraries: ts.ModuleResolutionCache | undefined;

  // Libraries do not change while the kernel runs; the imports of a cell may be installed meanwhile.
  function cacheFor(file: string, options: ts.CompilerOptions) {
    if (!file.includes("/node_modules/")) return undefined;
    libraries ??= typescript.createModuleResolutionCache(folder, (name) => name, options);
    return libraries;
  }

  return (literals, containingFile, redirected, options) =>
    literals.map(({ text: name }) => {
      const resolve = (file: string) =>
        typescript.resolveModuleName(
          name,
          file,
          options,
          host,
          cacheFor(file, options),
          redirected,
        );
      const resolved = resolve(containingFile);
      if (resolved.resolvedModule !== undefined || !isBare(name)) return resolved;
      const again = resolve(fallbackFile);
      return again.resolvedModule !== undefined && isUsable(again.resolvedModule)
        ? again
        : resolved;
    });
}
