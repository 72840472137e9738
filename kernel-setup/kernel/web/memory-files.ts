import type { Files } from "../compiler/home";
import { above } from "../compiler/paths";
import type { FileChanges } from "./messages";

interface File {
  text: string;
  /** Another one with each change. */
  version: number;
}

/** Files as the compiler asks for them, all of them handed in. */
export class MemoryFiles implements Files {
  readonly areCaseSensitive = true;
  readonly #files = new Map<string, File>();
  /** How many files and folders lie in each folder. */
  readonly #folders = new Map<string, Set<string>>();
  #version = 0;

  /** Takes files in, and those away that are gone. */
  change(changes: FileChanges): void {
    for (const [path, content] of Object.entries(changes)) {
      if (content === undefined) this.#remove(path);
      else this.#put(path, typeof content === "string" ? content : decoder.decode(content));
    }
  }

  #put(path: string, text: string): void {
    if (this.#files.get(path)?.text === text) return;
    this.#files.set(path, { text, version: ++this.#version });
    this.#enter(path);
  }

  #enter(path: string): void {
    const folder = above(path);
    if (folder === path) return;
    const names = this.#folders.get(folder);
    if (names !== undefined) {
      names.add(path);
      return;
    }
    this.#folders.set(folder, new Set([path]));
    this.#enter(folder);
  }

  #remove(path: string): void {
    if (!this.#files.delete(path)) return;
    let gone = path;
    for (let folder = above(path); folder !== gone; folder = above(gone)) {
      const names = this.#folders.get(folder);
      names?.delete(gone);
      if (names === undefined || names.size > 0) return;
      this.#folders.delete(folder);
      gone = folder;
    }
  }

  readonly isFile = (path: string): boolean => this.#files.has(path);
  readonly isFolder = (path: string): boolean => this.#folders.has(path);
  readonly folders = (path: string): string[] =>
    [...(this.#folders.get(path) ?? [])]
      .filter((one) => this.#folders.has(one))
      .map((one) => one.slice(path.length + 1));
  readonly read = (path: string): string | undefined => this.#files.get(path)?.text;
  readonly stat = (path: string): ReturnType<Files["stat"]> => {
    const file = this.#files.get(path);
    // Versions stand in for times: they are long past, and no two of them are the same.
    return file && { modified: file.version, size: file.text.length };
  };
  readonly real = (path: string): string => path;
}

const decoder = new TextDecoder();
