import type ts from "typescript";
import type { Files } from "./home";
import type { TypeScript } from "./typescript";

interface Known {
  file: ts.SourceFile;
  /** Changes when the file does; undefined for files that do not change while the kernel runs. */
  version: string | undefined;
}

/** Clocks of file systems may stand still so long, in milliseconds. */
const CLOCK_MILLISECONDS = 2000;

/** Stands for a file's content, as long as that can be told without reading it. */
function versionOf(stat: ReturnType<Files["stat"]>): string {
  if (stat === undefined) return "none";
  // Written just now, it may be written again without a later time.
  const isSettled = Date.now() - stat.modified > CLOCK_MILLISECONDS;
  return isSettled ? `${stat.modified} ${stat.size}` : "unknown";
}

/** The files that programs are made of, each parsed once. */
export class SourceFiles {
  readonly #typescript: TypeScript;
  readonly #files: Files;
  readonly #folder: string;
  readonly #known = new Map<string, Known>();
  readonly #virtual = new Map<string, string>();

  /** @param folder - The notebook's folder. */
  constructor({ typescript, files }: { typescript: TypeScript; files: Files }, folder: string) {
    this.#typescript = typescript;
    this.#files = files;
    this.#folder = folder;
  }

  /** Sets the text of a file that is nowhere on disk. */
  setVirtual(path: string, text: string): void {
    this.#virtual.set(path, text);
    this.#known.delete(path);
  }

  removeVirtual(path: string): void {
    this.#virtual.delete(path);
    this.#known.delete(path);
  }

  /** The text that programs know of a file. */
  known(path: string): string | undefined {
    return this.#known.get(path)?.file.text;
  }

  exists(path: string): boolean {
    return this.#virtual.has(path) || this.#files.isFile(path);
  }

  read(path: string): string | undefined {
    return this.#virtual.get(path) ?? this.#files.read(path);
  }

  get(
    path: string,
    options: ts.ScriptTarget | ts.CreateSourceFileOptions,
  ): ts.SourceFile | undefined {
    const known = this.#known.get(path);
    if (known !== undefined) return known.file;
    const virtual = this.#virtual.get(path);
    const version =
      virtual === undefined && this.#isOwn(path) ? versionOf(this.#files.stat(path)) : undefined;
    const text = virtual ?? this.#files.read(path);
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

  /** Forgets files whose content has changed on disk; tells which, and what texts they had. */
  refresh(): Map<string, string> {
    const changed = new Map<string, string>();
    for (const [path, known] of this.#known) {
      if (known.version === undefined) continue;
      const version = versionOf(this.#files.stat(path));
      if (version === known.version && version !== "unknown") continue;
      known.version = version;
      if (this.#files.read(path) === known.file.text) continue;
      this.#known.delete(path);
      changed.set(path, known.file.text);
    }
    return changed;
  }

  /** Whether a file may change while the kernel runs: built libraries do not. */
  #isOwn(path: string): boolean {
    if (path.includes("/node_modules/")) return false;
    return !path.endsWith(".d.ts") || path.startsWith(`${this.#folder}/`);
  }
}
