import { readFileSync, statSync } from "node:fs";
import type ts from "typescript";
import type { TypeScript } from "./typescript";

interface Known {
  file: ts.SourceFile;
  /** Changes when the file does; undefined for files that do not change while the kernel runs. */
  version: string | undefined;
}

function versionOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.mtimeMs} ${stat.size}`;
}

/** The files that programs are made of, each parsed once. */
export class SourceFiles {
  readonly #typescript: TypeScript;
  readonly #folder: string;
  readonly #known = new Map<string, Known>();
  readonly #virtual = new Map<string, string>();

  /** @param folder - The notebook's folder. */
  constructor(typescript: TypeScript, folder: string) {
    this.#typescript = typescript;
    this.#folder = folder;
  }

  /** Sets the text of a file that is nowhere on disk. */
  setVirtual(path: string, text: string): void {
    this.#virtual.set(path, text);
    this.#known.delete(path);
  }

  exists(path: string): boolean {
    return this.#virtual.has(path) || this.#typescript.sys.fileExists(path);
  }

  read(path: string): string | undefined {
    return this.#virtual.get(path) ?? this.#typescript.sys.readFile(path);
  }

  get(
    path: string,
    options: ts.ScriptTarget | ts.CreateSourceFileOptions,
  ): ts.SourceFile | undefined {
    const known = this.#known.get(path);
    if (known !== undefined) return known.file;
    const virtual = this.#virtual.get(path);
    const version = virtual === undefined && this.#isOwn(path) ? versionOf(path) : undefined;
    const text = virtual ?? readText(path);
    if (text === undefined) return undefined;
    const settings = typeof options === "object" ? options : { languageVersion: options };
    const { ParseNone, ParseAll } = this.#typescript.JSDocParsingMode;
    const file = this.#typescript.createSourceFile(path, text, {
      ...settings,
      // Comments of declarations are read when somebody asks for them.
      jsDocParsingMode: path.endsWith(".d.ts") ? ParseNone : ParseAll,
    });
    this.#known.set(path, { file, version });
    return file;
  }

  /** Forgets what has changed on disk; says whether anything had. */
  refresh(): boolean {
    let changed = false;
    for (const [path, { version }] of this.#known) {
      if (version === undefined || versionOf(path) === version) continue;
      this.#known.delete(path);
      changed = true;
    }
    return changed;
  }

  /** Whether a file may change while the kernel runs: built libraries do not. */
  #isOwn(path: string): boolean {
    if (path.includes("/node_modules/")) return false;
    return !path.endsWith(".d.ts") || path.startsWith(`${this.#folder}/`);
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch {
    return undefined;
  }
}
