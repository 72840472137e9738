import { extensionOf, inFolder, parentOf } from "../../server/paths";
import { unitedText } from "../../server/work/united-scorecard";
import type { StoredFiles } from "./stored-files";

/** Files by their whole paths, as kernels are handed them and hand them out; nothing where one is gone. */
export type FileChanges = Readonly<Record<string, string | Uint8Array | undefined>>;

/** What cells may import; all else is for the library alone. */
const CODE = /\.(?:[cm]?[jt]s|[jt]sx|json)$/;

/**
 * What kernels see of a page's files: all but notebooks. A kernel has copies of them in its worker; what
 * it writes there is kept here, and what changes here is told to all kernels.
 */
export class KernelFiles {
  readonly #stored: StoredFiles;
  readonly #folder: string;
  readonly #scorecard: string;
  readonly #listeners = new Set<(changes: FileChanges) => void>();

  /**
   * @param folder What they see lies below it.
   * @param scorecard The file that tells which exercises have passed: no kernel takes one of them back.
   */
  constructor(stored: StoredFiles, folder: string, scorecard: string) {
    this.#stored = stored;
    this.#folder = folder;
    this.#scorecard = scorecard;
    stored.onKept = (changes) => {
      const seen = changes.filter(([path]) => this.#isSeen(path));
      if (seen.length === 0) return;
      const contents = seen.map(([path, entry]) => [
        path,
        entry?.kind === "file" ? entry.bytes.slice() : undefined,
      ]);
      for (const listener of this.#listeners) listener(Object.fromEntries(contents));
    };
  }

  /** What the library finds there. */
  get all(): FileChanges {
    const entries = [...this.#stored.files.entries(this.#folder)];
    return Object.fromEntries(
      entries.flatMap(([path, entry]) =>
        entry.kind === "file" && this.#isSeen(path) ? [[path, entry.bytes.slice()]] : [],
      ),
    );
  }

  /** Of some of them, those that cells may import. */
  codeOf(changes: FileChanges): FileChanges {
    return Object.fromEntries(Object.entries(changes).filter(([path]) => CODE.test(path)));
  }

  /** @returns how to stop listening */
  listen(listener: (changes: FileChanges) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Keeps what a kernel has written or removed. What is not to lie below the folder is not kept.
   *
   * @throws Error with the code ENOSPC or EIO where it cannot be kept
   */
  keep(changes: FileChanges): Promise<void> {
    return this.#stored.run(() => {
      for (const [path, content] of Object.entries(changes))
        if (this.#isSeen(path)) this.#write(path, content);
    });
  }

  #write(path: string, content: string | Uint8Array | undefined): void {
    const { files } = this.#stored;
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const here = files.stat(path)?.kind === "file" ? files.read(path) : undefined;
    const kept = path === this.#scorecard ? unitedText(here, bytes) : bytes;
    if (kept === undefined) {
      if (here) files.remove(path);
      return;
    }
    files.makeFolders(parentOf(path));
    files.write(path, kept);
  }

  #isSeen(path: string): boolean {
    const isBelow = path.startsWith(inFolder(this.#folder, ""));
    return isBelow && extensionOf(path) !== ".ipynb" && !/\/\.{1,2}(?:\/|$)/.test(path);
  }
}
