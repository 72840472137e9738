import { utf8 } from "../../server/bytes";
import type { FileStat, Files, Kind, OpenFile, Writing } from "../../server/home";
import { inFolder, nameOf, parentOf } from "../../server/paths";

/** As long as on most machines, in bytes, so that work can move there. */
const LONGEST = 255;

/** A file as it is kept: nothing of it changes, a writing puts another one in its place. */
export interface KeptFile {
  readonly kind: "file";
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly created: Date;
  readonly modified: Date;
  readonly version: string;
}

/** A folder as it is kept: what lies in it is kept by its own path. */
export interface KeptFolder {
  readonly kind: "folder";
  readonly created: Date;
  readonly version: string;
}

/** What is kept under one path. */
export type Kept = KeptFile | KeptFolder;

type File = KeptFile;

interface Folder extends KeptFolder {
  entries: Map<string, File | Folder>;
}

/** What these files refuse, with the code that a machine's file system has for it. */
class FileError extends Error {
  override name = "FileError";
  readonly code: string;

  constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    this.code = code;
  }
}

/**
 * The files of a page: a tree in its memory, without links and without anything that is no file and no
 * folder. Who keeps it beyond the page hears of each change.
 */
export class MemoryFiles implements Files {
  #versions = 0;
  #root: Folder = this.#newFolder();
  readonly #changed: (path: string) => void;

  /** @param changed Gets the path of what is another now, or gone, with all that lies below it. */
  constructor(changed: (path: string) => void = () => {}) {
    this.#changed = changed;
  }

  stat(path: string): FileStat | undefined {
    const found = this.#entryIfThere(path);
    if (found?.kind === "file") {
      const { kind, bytes, created, modified, version } = found;
      return { kind, size: bytes.length, created, modified, version };
    }
    if (!found) return undefined;
    const { kind, created, version } = found;
    return { kind, size: 0, created, modified: created, version };
  }

  kindOf(path: string): Kind | undefined {
    return this.#entryIfThere(path)?.kind;
  }

  isWritable(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  real(path: string): string {
    this.#entry(path);
    return path;
  }

  isBelow(path: string, folder: string): boolean {
    return path !== folder && path.startsWith(inFolder(folder, ""));
  }

  takes(): boolean {
    return true;
  }

  fits(name: string): boolean {
    return utf8(name).length <= LONGEST;
  }

  list(folder: string): string[] {
    return [...this.#folder(folder).entries.keys()];
  }

  read(path: string): Uint8Array {
    return this.#file(path).bytes.slice();
  }

  open(path: string): OpenFile {
    // A later writing brings other bytes, and leaves these.
    const { bytes, modified } = this.#file(path);
    return { size: bytes.length, modified, content: () => bytes, close() {} };
  }

  write(path: string, bytes: Uint8Array, { isNew = false }: Writing = {}): void {
    const folder = this.#folderFor(path);
    const there = folder.entries.get(nameOf(path));
    if (there && isNew) throw new FileError("EEXIST", path);
    if (there?.kind === "folder") throw new FileError("EISDIR", path);
    this.#put(folder, path, {
      kind: "file",
      bytes: new Uint8Array(bytes),
      created: there?.created ?? new Date(),
      // Another one for each content: pages ask by it whether theirs is the newest.
      modified: new Date(Math.max(Date.now(), (there?.modified.getTime() ?? 0) + 1)),
      version: this.#newVersion(),
    });
  }

  copy(from: string, to: string): void {
    this.write(to, this.#file(from).bytes, { isNew: true });
  }

  move(from: string, to: string): void {
    const entry = this.#entry(from);
    if (this.#find(to)) throw new FileError("EEXIST", to);
    if (this.isBelow(to, from)) throw new FileError("EINVAL", to);
    const target = this.#folderFor(to);
    this.#remove(from);
    this.#put(target, to, entry);
  }

  replace(draft: string, target: string): void {
    const file = this.#file(draft);
    const folder = this.#folderFor(target);
    if (this.#find(target)?.kind === "folder") throw new FileError("EISDIR", target);
    if (draft === target) return;
    this.#remove(draft);
    this.#put(folder, target, file);
  }

  makeFolder(path: string): void {
    if (this.#find(path)) throw new FileError("EEXIST", path);
    this.#put(this.#folderFor(path), path, this.#newFolder());
  }

  makeFolders(path: string): void {
    const there = this.#find(path);
    if (there?.kind === "folder") return;
    if (there) throw new FileError("EEXIST", path);
    this.makeFolders(parentOf(path));
    this.makeFolder(path);
  }

  remove(path: string): void {
    if (this.#entry(path).kind === "folder") throw new FileError("EISDIR", path);
    this.#remove(path);
  }

  removeFolder(path: string): void {
    if (this.#folder(path).entries.size > 0) throw new FileError("ENOTEMPTY", path);
    this.#remove(path);
  }

  removeAll(path: string): void {
    if (this.#entryIfThere(path)) this.#remove(path);
  }

  /** All that is at a path and below it, each folder before what lies in it. */
  *entries(path = "/"): Generator<[path: string, entry: Kept]> {
    const found = this.#find(path);
    if (found?.kind === "file") yield [path, found];
    if (found?.kind !== "folder") return;
    const { kind, created, version, entries } = found;
    if (path !== "/") yield [path, { kind, created, version }];
    for (const name of entries.keys()) yield* this.entries(inFolder(path, name));
  }

  /**
   * Takes these in the place of all that was there; nobody is told. Folders that are missing on the way
   * are made. What can have no place, such as a file below a file, is left out.
   */
  fill(entries: Iterable<readonly [path: string, entry: Kept]>): void {
    this.#root = this.#newFolder();
    // By name: a folder comes before what lies in it.
    for (const [path, entry] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const folder = this.#wayTo(parentOf(path));
      if (!folder || folder.entries.has(nameOf(path))) continue;
      folder.entries.set(
        nameOf(path),
        entry.kind === "file" ? entry : { ...entry, entries: new Map() },
      );
    }
  }

  /** The folder of a path, made where it is missing; nothing where a file stands on the way. */
  #wayTo(path: string): Folder | undefined {
    const found = this.#find(path);
    if (found) return found.kind === "folder" ? found : undefined;
    const above = this.#wayTo(parentOf(path));
    if (!above || above.entries.has(nameOf(path))) return undefined;
    const made = this.#newFolder();
    above.entries.set(nameOf(path), made);
    return made;
  }

  #find(path: string): File | Folder | undefined {
    let found: File | Folder | undefined = this.#root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      if (found?.kind !== "folder") return undefined;
      found = found.entries.get(name);
    }
    return found;
  }

  /** @throws FileError ENOENT; ENOTDIR where a file stands on the way, ENAMETOOLONG. */
  #entry(path: string): File | Folder {
    const found = this.#find(path);
    if (found) return found;
    for (let above = path; above !== "/"; ) {
      above = parentOf(above);
      if (this.#find(above)?.kind === "file") throw new FileError("ENOTDIR", path);
    }
    throw new FileError(this.fits(nameOf(path)) ? "ENOENT" : "ENAMETOOLONG", path);
  }

  /** @throws FileError ENOTDIR, ENAMETOOLONG */
  #entryIfThere(path: string): File | Folder | undefined {
    try {
      return this.#entry(path);
    } catch (error) {
      if ((error as FileError).code === "ENOENT") return undefined;
      throw error;
    }
  }

  #file(path: string): File {
    const entry = this.#entry(path);
    if (entry.kind === "file") return entry;
    throw new FileError("EISDIR", path);
  }

  #folder(path: string): Folder {
    const entry = this.#entry(path);
    if (entry.kind === "folder") return entry;
    throw new FileError("ENOTDIR", path);
  }

  /** The folder that gets something of this name. */
  #folderFor(path: string): Folder {
    const folder = this.#folder(parentOf(path));
    if (!this.fits(nameOf(path))) throw new FileError("ENAMETOOLONG", path);
    return folder;
  }

  #put(folder: Folder, path: string, entry: File | Folder): void {
    folder.entries.set(nameOf(path), entry);
    this.#changed(path);
  }

  #remove(path: string): void {
    this.#folder(parentOf(path)).entries.delete(nameOf(path));
    this.#changed(path);
  }

  #newFolder(): Folder {
    return {
      kind: "folder",
      entries: new Map(),
      created: new Date(),
      version: this.#newVersion(),
    };
  }

  #newVersion(): string {
    this.#versions++;
    return String(this.#versions);
  }
}
