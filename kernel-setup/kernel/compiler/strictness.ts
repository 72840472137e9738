import type ts from "typescript";
import type { Files } from "./home";
import { above } from "./paths";
import type { TypeScript } from "./typescript";

/** How strictly cells are checked: tslab's way, as the folder's tsconfig.json says, or by all means. */
export type Strictness = ts.CompilerOptions;

/** The global function, by its symbol, with which a notebook sets how its later cells are checked. */
export const STRICT_SWITCH = "tslab.strict";

/** As tslab has always checked: notebooks that were written for it would be refused otherwise. */
const LOOSE: Strictness = { strict: false, alwaysStrict: false };

const STRICT: Strictness = { strict: true, alwaysStrict: true };

/** The options that `strict` stands for, and itself. */
export function strictOptions(typescript: TypeScript): string[] {
  const flags = typescript.optionDeclarations.filter(({ strictFlag }) => strictFlag === true);
  // TypeScript 6 has it on in any case, where nothing else is said; before, it was one of them.
  return ["strict", "alwaysStrict", ...flags.map(({ name }) => name)];
}

/** What the nearest tsconfig.json says of strictness; what it leaves open is as loose as in tslab. */
export function strictnessOf(
  { typescript, files }: { typescript: TypeScript; files: Files },
  folder: string,
): Strictness {
  const file = typescript.findConfigFile(folder, files.isFile);
  if (file === undefined) return LOOSE;
  const { config } = typescript.readConfigFile(file, files.read);
  const host = {
    fileExists: files.isFile,
    readFile: files.read,
    directoryExists: files.isFolder,
    realpath: files.real,
    useCaseSensitiveFileNames: files.areCaseSensitive,
    // Only the options are asked for: which files are meant is no matter, and slow to find out.
    readDirectory: () => [],
  };
  const { options } = typescript.parseJsonConfigFileContent(config ?? {}, host, above(file));
  const base = options.strict === true ? STRICT : LOOSE;
  const said = strictOptions(typescript).filter((name) => options[name] !== undefined);
  return { ...base, ...Object.fromEntries(said.map((name) => [name, options[name]])) };
}

/**
 * Lets a notebook, or a library that it imports, say how the cells after the running one are checked:
 * `globalThis[Symbol.for("tslab.strict")](true)`.
 */
export function installStrictSwitch(set: (strictness: Strictness) => void): void {
  function setStrict(on: unknown): void {
    if (typeof on !== "boolean") {
      throw new TypeError(
        `Symbol.for("${STRICT_SWITCH}"): expected true (cells are checked strictly) or false (as loosely as in tslab), but got ${typeof on}`,
      );
    }
    set(on ? STRICT : LOOSE);
  }
  Object.defineProperty(globalThis, Symbol.for(STRICT_SWITCH), {
    value: setStrict,
    writable: true,
    configurable: true,
  });
}
