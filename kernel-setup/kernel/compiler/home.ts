import type { Looks } from "./looks";
import type { ModuleHome } from "./module-home";
import type { TypeScript } from "./typescript";

/** Files and folders, under whole paths with "/" on every system; none of this throws. */
export interface Files {
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** The names of the folders in a folder. */
  folders(path: string): string[];
  read(path: string): string | undefined;
  /** When a file was changed last, in milliseconds, and its length in bytes. */
  stat(path: string): { modified: number; size: number } | undefined;
  /** The path without symbolic links in it. */
  real(path: string): string;
  readonly areCaseSensitive: boolean;
}

/** All that the compiler asks of the place in which it runs. */
export interface CompilerHome {
  readonly typescript: TypeScript;
  /** The folder of TypeScript's own declarations, `lib.es5.d.ts` and the others. */
  readonly libraries: string;
  readonly files: Files;
  /** Declarations of the globals that cells find there; of those that almost every cell uses, where there is more. */
  readonly globals: string;
  /** The package in a folder `@types` that declares all the place has, and is read when a cell asks for it. */
  readonly allTypes?: string;
  readonly modules: ModuleHome;
  /** At what compiled loops look, where nothing can stop them from outside. */
  readonly looks?: Looks;
  /** Whether a value is an error of the language itself, whatever it says of itself. */
  isNativeError(value: unknown): value is Error;
}
