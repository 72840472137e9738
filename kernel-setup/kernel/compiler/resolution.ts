import type ts from "typescript";
import { isInstalled } from "./paths";
import type { TypeScript } from "./typescript";

/** Where an import was found, or where it was looked for. */
export type Resolved = ts.ResolvedModuleWithFailedLookupLocations;

const NOWHERE = { resolvedModule: undefined } as Resolved;

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
export class ModuleResolver {
  readonly #typescript: TypeScript;
  readonly #host: ts.ModuleResolutionHost;
  readonly #fallbackFile: string;
  /** Libraries do not change while the kernel runs; the imports of a cell may be installed meanwhile. */
  readonly libraries: ts.ModuleResolutionCache;
  readonly #folder: string;
  readonly #isBuiltin: (name: string) => boolean;

  constructor(
    { typescript, isBuiltin }: { typescript: TypeScript; isBuiltin(name: string): boolean },
    host: ts.ModuleResolutionHost,
    folder: string,
    packageFolder: string,
  ) {
    this.#typescript = typescript;
    this.#isBuiltin = isBuiltin;
    this.#host = host;
    this.#fallbackFile = `${packageFolder}/__cell__.ts`;
    this.libraries = typescript.createModuleResolutionCache(folder, (name) => name);
    this.#folder = `${folder}/`;
  }

  /** @param mode - How the file imports it, where that is not as an ES module. */
  resolve(
    name: string,
    containingFile: string,
    options: ts.CompilerOptions,
    mode?: ts.ResolutionMode,
  ): Resolved {
    // Node's types declare these modules themselves: looking for packages would find none, slowly.
    if (containingFile.includes("/node_modules/@types/node/") && this.#isBuiltin(name))
      return NOWHERE;
    const resolve = (file: string) =>
      this.#typescript.resolveModuleName(
        name,
        file,
        options,
        this.#host,
        this.#isLibrary(file) ? this.libraries : undefined,
        undefined,
        mode,
      );
    const resolved = resolve(containingFile);
    if (resolved.resolvedModule !== undefined || !isBare(name)) return resolved;
    const again = resolve(this.#fallbackFile);
    return again.resolvedModule !== undefined && isUsable(again.resolvedModule) ? again : resolved;
  }

  /** The file that runs when an ES module imports a name: the same branch as that of the types. */
  resolveCode(
    name: string,
    containingFile: string,
    options: ts.CompilerOptions,
  ): string | undefined {
    const { ModuleKind, ModuleResolutionKind } = this.#typescript;
    const resolve = (file: string) =>
      this.#typescript.resolveModuleName(
        name,
        file,
        {
          ...options,
          module: ModuleKind.NodeNext,
          moduleResolution: ModuleResolutionKind.NodeNext,
          // TypeScript's own way to find code in place of declarations.
          ...{ noDtsResolution: true },
        },
        this.#host,
        undefined,
        undefined,
        ModuleKind.ESNext,
      ).resolvedModule?.resolvedFileName;
    const found =
      resolve(containingFile) ?? (isBare(name) ? resolve(this.#fallbackFile) : undefined);
    return found === undefined ? undefined : this.#built(found);
  }

  /** Packages may have their TypeScript beside their code; it is the code that runs. */
  #built(path: string): string {
    if (!isInstalled(path)) return path;
    const code = path.replace(/\.([cm]?)tsx?$/, ".$1js");
    return code !== path && this.#host.fileExists(code) ? code : path;
  }

  /** Whether a file belongs to something built, as a linked package does that lies anywhere. */
  #isLibrary(file: string): boolean {
    if (file.includes("/node_modules/")) return true;
    return /\.d\.[cm]?ts$/.test(file) && !file.startsWith(this.#folder);
  }
}
