import { parentOf } from "../../server/paths";
import { type Kept, MemoryFiles } from "./memory-files";

/** Something that is another now: what is kept under its path, or that nothing is any more. */
export type Change = readonly [path: string, entry: Kept | undefined];

/** What a store holds that was not known yet. */
export interface News {
  /** Stands for what the store holds: another one after each writing, by whichever tab. */
  state: string;
  /** What has been written since; of a state that is not this store's, all that there is. */
  written: readonly (readonly [path: string, entry: Kept])[];
  /** All paths under which something is kept. */
  paths: ReadonlySet<string>;
}

/** What keeps files beyond the page, for all tabs of a site. */
export interface Store {
  /**
   * What is new.
   *
   * @param state What is known; nothing at the start.
   * @returns nothing when the store still holds that.
   */
  news(state?: string): Promise<News | undefined>;
  /**
   * Writes all of it or nothing, if the store still holds what is known. All is kept when it is over.
   *
   * @returns the new state; nothing when another tab has written since: then nothing was written
   * @throws Error with the code ENOSPC where there is no room, EIO where it cannot be written
   */
  write(state: string, changes: readonly Change[]): Promise<string | undefined>;
}

/**
 * The files of a page, kept beyond it. All are in memory, where the server reads and writes them; what
 * it has changed is written to the store before anybody hears that it is done. Each tab has files of
 * its own: none writes over what another has written before it has taken that over.
 */
export class StoredFiles {
  /** Is called with all that is another now, kept from here or from another tab. */
  onKept: (changes: readonly Change[]) => void = () => {};
  /** What the server works on, within {@link run}. */
  readonly files: MemoryFiles;
  readonly #store: Store | undefined;
  readonly #folders: readonly (readonly [path: string, entry: Kept])[];
  /** What the store holds, as far as is known here. */
  readonly #kept = new Map<string, Kept>();
  #state = "";
  /** What is not written yet: these, and all below. */
  readonly #changed = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(store: Store | undefined, folders: readonly string[]) {
    this.#store = store;
    const folder = { kind: "folder", created: new Date(), version: "0" } as const;
    this.#folders = folders.flatMap(wayTo).map((path) => [path, folder] as const);
    this.files = new MemoryFiles((path) => this.#changed.add(path));
    this.#fill();
  }

  /**
   * Reads all that is kept.
   *
   * @param store Nothing: then all lasts as long as the page.
   * @param folders These are there, whatever is kept.
   * @throws Error where the store cannot be read
   */
  static async open(
    store: Store | undefined,
    folders: readonly string[] = [],
  ): Promise<StoredFiles> {
    const stored = new StoredFiles(store, folders);
    await stored.#refresh();
    return stored;
  }

  /** Whether anything is kept beyond the page. */
  get isKept(): boolean {
    return this.#store !== undefined;
  }

  /**
   * Does something with the files as they are now, in all tabs, and keeps what it has changed. One does
   * so after the other. When another tab was faster, it is done anew with what that one has left.
   *
   * @returns what `work` gives, once all of it is kept
   * @throws what `work` throws; Error with the code ENOSPC or EIO where it cannot be kept: then the files
   *   are as they were
   */
  run<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#run(work));
    this.#last = done.catch(() => {});
    return done;
  }

  async #run<T>(work: () => T | Promise<T>): Promise<T> {
    // A store that cannot be read now leaves what is known; it says so when something is written.
    await this.#refresh().catch(() => {});
    try {
      for (;;) {
        const done = await work();
        if (await this.#keep()) return done;
        await this.#refresh();
      }
    } catch (error) {
      this.#fill();
      throw error;
    }
  }

  /** @returns whether all is kept; not when another tab has written since */
  async #keep(): Promise<boolean> {
    const changes = [...this.#changes()];
    if (changes.length > 0 && this.#store) {
      const state = await this.#store.write(this.#state, changes);
      if (state === undefined) return false;
      this.#state = state;
    }
    for (const [path, entry] of changes) {
      if (entry) this.#kept.set(path, entry);
      else this.#kept.delete(path);
    }
    this.#changed.clear();
    if (changes.length > 0) this.onKept(changes);
    return true;
  }

  /** What memory holds and the store does not, below what has changed. */
  *#changes(): Generator<Change> {
    const now = new Map([...this.#changed].flatMap((path) => [...this.files.entries(path)]));
    for (const [path, entry] of now) {
      const before = this.#kept.get(path);
      const isSame = entry.kind === "folder" ? before?.kind === "folder" : before === entry;
      if (!isSame) yield [path, entry];
    }
    const isChanged = (path: string) =>
      [...this.#changed].some((each) => each === path || this.files.isBelow(path, each));
    for (const path of this.#kept.keys())
      if (!now.has(path) && isChanged(path)) yield [path, undefined];
  }

  async #refresh(): Promise<void> {
    const news = await this.#store?.news(this.#state);
    if (!news) return;
    const { state, written, paths } = news;
    const gone = [...this.#kept.keys()].filter((path) => !paths.has(path));
    for (const [path, entry] of written) this.#kept.set(path, entry);
    for (const path of gone) this.#kept.delete(path);
    this.#state = state;
    this.#fill();
    this.onKept([...written, ...gone.map((path) => [path, undefined] as const)]);
  }

  /** Makes memory what is kept. */
  #fill(): void {
    // These come first: whatever is kept in their place, they are there.
    this.files.fill([...this.#folders, ...this.#kept]);
    this.#changed.clear();
  }
}

/** A folder and all that it lies in, but the root. */
const wayTo = (path: string): string[] => (path === "/" ? [] : [...wayTo(parentOf(path)), path]);
