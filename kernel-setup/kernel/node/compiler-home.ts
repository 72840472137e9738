import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { types } from "node:util";
import type { CompilerHome, Files } from "../compiler/home";
import type { TypeScript } from "../compiler/typescript";
import { GLOBALS } from "./few-globals";
import { loadTypeScript } from "./load-typescript";
import { nodeModuleHome } from "./module-home";

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch {
    return undefined;
  }
}

/** Files as TypeScript itself reads them on Node. */
function filesOf({ sys }: TypeScript): Files {
  return {
    isFile: (path) => sys.fileExists(path),
    isFolder: (path) => sys.directoryExists(path),
    folders: (path) => sys.getDirectories(path),
    read: readText,
    stat(path) {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat && { modified: stat.mtimeMs, size: stat.size };
    },
    real: (path) => sys.realpath?.(path) ?? path,
    areCaseSensitive: sys.useCaseSensitiveFileNames,
  };
}

/** What the compiler asks for, on Node. */
export function nodeCompilerHome(): CompilerHome {
  const typescript = loadTypeScript();
  return {
    typescript,
    libraries: dirname(typescript.getDefaultLibFilePath({})).replace(/\\/g, "/"),
    files: filesOf(typescript),
    globals: GLOBALS,
    allTypes: "node",
    modules: nodeModuleHome,
    isNativeError: types.isNativeError,
  };
}
