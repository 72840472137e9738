import type { CompilerHome } from "../compiler/home";
import type { Looks } from "../compiler/looks";
import type { TypeScript } from "../compiler/typescript";
import { isNativeError } from "./kinds";
import type { MemoryFiles } from "./memory-files";
import { type Packages, pageModuleHome } from "./module-home";

/** Where the pack's files lie among those that are handed in: as in a clone. */
export const PACK = "/pack";

/** What the checker is told of a page. */
const GLOBALS = `${PACK}/kernel-setup/kernel/globals/page-cells/index.d.cts`;

interface Parts {
  typescript: TypeScript;
  files: MemoryFiles;
  packages: Packages;
  looks: Looks;
}

/** What the compiler asks for, in a page's worker. */
export function pageCompilerHome({ typescript, files, packages, looks }: Parts): CompilerHome {
  return {
    typescript,
    libraries: `${PACK}/node_modules/typescript/lib`,
    files,
    looks,
    globals: files.read(GLOBALS) ?? "",
    modules: pageModuleHome(packages, typescript),
    isNativeError,
  };
}
