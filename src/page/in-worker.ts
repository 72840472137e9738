import { loadAll, moveIn } from "../home/browser";
import { memoryFiles } from "../home/browser/memory-files";
import { home } from "../home/here";

/** Contents by whole paths; nothing where a file is gone. */
export type Contents = Readonly<Record<string, string | Uint8Array | undefined>>;

/** What the library is told of a worker in which cells run. */
export interface Surroundings {
  /** The notebook's folder. */
  folder: string;
  /** The files that it finds there. */
  kept: Contents;
  /** What {@link home.setting} tells, by name. */
  settings: Readonly<Record<string, string>>;
  /** Has what it writes kept. */
  keep(changed: Contents): void;
  /** Prints words that are no output of a cell. */
  write(text: string): void;
}

/**
 * Makes the library at home in a worker where the cells of a notebook run: all lessons and languages are
 * loaded beforehand, since a cell calls `check` at once, and what it writes is handed out to be kept.
 *
 * @returns what takes in files that come later, such as a lesson's data
 */
export async function openInWorker({
  folder,
  kept,
  settings,
  keep,
  write,
}: Surroundings): Promise<(files: Contents) => void> {
  const files = memoryFiles();
  // As everywhere: what a cell names without a folder lies beside its notebook.
  const whole = (path: string) => (path.startsWith("/") ? path : files.join(folder, path));
  const take = (contents: Contents) => {
    for (const [path, content] of Object.entries(contents))
      if (content !== undefined) files.write(path, content);
  };
  take(kept);
  moveIn({
    settings,
    // Cells end, and what grows below one is then shown as it stays.
    later: undefined,
    terminal: { write },
    files: {
      ...files,
      folder: () => folder,
      has: (path) => files.has(whole(path)),
      read: (path) => files.read(whole(path)),
      write(path, content) {
        files.write(whole(path), content);
        keep({ [whole(path)]: content });
      },
      move(from, to) {
        files.move(whole(from), whole(to));
        keep({ [whole(from)]: undefined, [whole(to)]: files.read(whole(to)) });
      },
    },
  });
  await loadAll();
  return take;
}
