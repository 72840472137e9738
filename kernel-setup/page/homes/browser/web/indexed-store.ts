import type { Kept } from "../memory-files";
import type { Change, News, Store } from "../stored-files";

/** Where all is kept, by path; beside the paths, which begin with "/", stands what the whole is. */
const FILES = "files";
const STATE = "state";

/** A file or folder as it is written; of another shape is what somebody else has put there. */
interface Entry {
  kind: "file" | "folder";
  bytes?: Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  created: number;
  modified?: number;
  /** With which writing it came. */
  revision: number;
}

/** What stands for the whole. */
interface State {
  /** Another one for each store: who clears a site's data ends one. */
  store: string;
  /** Counts the writings. */
  revision: number;
}

/** A state as it is told to others: the store, and how often it has been written. */
const nameOf = ({ store, revision }: State) => `${store} ${revision}`;

/**
 * IndexedDB as a store of files: one database for a site, by its path, since many sites may share an
 * address. It has no version in its name, nor one that is asked for: what is kept outlives every
 * edition of the site.
 */
export class IndexedStore implements Store {
  readonly #name: string;
  #opened: Promise<IDBDatabase> | undefined;

  /** @param site the site's folder */
  constructor(site: URL) {
    this.#name = `${site.pathname}notebooks`;
  }

  async news(known?: string): Promise<News | undefined> {
    const transaction = await this.#begin("readonly");
    const files = transaction.objectStore(FILES);
    const state = asState(await result(files.get(STATE)));
    if (state && nameOf(state) === known) return undefined;
    const [store, revision] = known?.split(" ") ?? [];
    const isSame = state !== undefined && store === state.store;
    const range = isSame ? IDBKeyRange.lowerBound(Number(revision), true) : undefined;
    const news = files.index("revision");
    // Without a number none is in the index: what was put there by others is none of ours.
    const [entries, keys, all] = await Promise.all([
      result(news.getAll(range)),
      result(news.getAllKeys(range)),
      result(files.getAllKeys()),
    ]);
    const written = entries
      .map((entry, i) => asKept(keys[i], entry))
      .filter((one) => one !== undefined);
    const paths = new Set(all.filter((key) => typeof key === "string"));
    return { state: state ? nameOf(state) : "", written, paths };
  }

  async write(known: string, changes: readonly Change[]): Promise<string | undefined> {
    const transaction = await this.#begin("readwrite");
    const files = transaction.objectStore(FILES);
    const kept = completion(transaction);
    kept.catch(() => {});
    try {
      const state = asState(await result(files.get(STATE)));
      if ((state ? nameOf(state) : "") !== known) {
        transaction.abort();
        return undefined;
      }
      const { store, revision: last } = state ?? { store: newName(), revision: 0 };
      const next = { store, revision: last + 1 };
      for (const [path, entry] of changes) {
        if (entry) files.put(asEntry(entry, next.revision), path);
        else files.delete(path);
      }
      files.put(next, STATE);
      await kept;
      return nameOf(next);
    } catch (error) {
      // Else what was put before would be kept by itself.
      if (!transaction.error) transaction.abort();
      await kept.catch(() => {});
      throw failure(transaction.error ?? error);
    }
  }

  async #begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    // Strict: what is said to be saved is so also when the machine loses its power.
    const begin = async () =>
      (await this.#open()).transaction(FILES, mode, { durability: "strict" });
    try {
      return await begin();
    } catch (error) {
      if ((error as Error).name !== "InvalidStateError") throw failure(error);
      // Closed by the browser, when the site's data were cleared, say.
      this.#opened = undefined;
      return await begin().catch((again) => {
        throw failure(again);
      });
    }
  }

  #open(): Promise<IDBDatabase> {
    this.#opened ??= open(this.#name).then((database) => {
      const forget = () => {
        this.#opened = undefined;
      };
      database.onclose = forget;
      database.onversionchange = () => {
        // Another tab wants to mend it, or it is to be deleted.
        database.close();
        forget();
      };
      return database;
    });
    this.#opened.catch(() => {
      this.#opened = undefined;
    });
    return this.#opened;
  }
}

/** Opens a database as it is, or makes it; one of this name that is another's gets what is missing. */
async function open(name: string, version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    const { result: database, transaction } = request;
    const files = database.objectStoreNames.contains(FILES)
      ? transaction?.objectStore(FILES)
      : database.createObjectStore(FILES);
    if (!files?.indexNames.contains("revision")) files?.createIndex("revision", "revision");
  };
  const database = await result(request);
  const hasFiles = () =>
    database.objectStoreNames.contains(FILES) &&
    database.transaction(FILES).objectStore(FILES).indexNames.contains("revision");
  if (version !== undefined || hasFiles()) return database;
  const next = database.version + 1;
  database.close();
  return open(name, next);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** What a browser refuses, with the code that a machine's file system has for it. */
function failure(error: unknown): Error {
  const { name, message } = error as Error;
  const code = name === "QuotaExceededError" ? "ENOSPC" : "EIO";
  return Object.assign(new Error(`${code}: ${name}: ${message}`), { code });
}

const newName = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join("");

function asState(value: unknown): State | undefined {
  const { store, revision } = (value ?? {}) as Partial<State>;
  return typeof store === "string" && isCount(revision) ? { store, revision } : undefined;
}

const asEntry = (entry: Kept, revision: number): Entry => ({
  kind: entry.kind,
  created: entry.created.getTime(),
  ...(entry.kind === "file" && { bytes: entry.bytes, modified: entry.modified.getTime() }),
  revision,
});

/** What stands under a key, if it is a file or folder of ours. */
function asKept(key: unknown, value: unknown): [path: string, entry: Kept] | undefined {
  const { kind, bytes, created, modified, revision } = (value ?? {}) as Partial<Entry>;
  if (typeof key !== "string" || !/^(?:\/(?!\.{1,2}(?:\/|$))[^/]+)+$/.test(key)) return undefined;
  if (!isTime(created) || !isCount(revision)) return undefined;
  const common = { created: new Date(created), version: `${revision} of the store` };
  if (kind === "folder") return [key, { kind, ...common }];
  if (kind !== "file" || !(bytes instanceof Uint8Array) || !isTime(modified)) return undefined;
  return [key, { kind, bytes, modified: new Date(modified), ...common }];
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value);

/** Whether a date can be made of it. */
const isTime = (value: unknown): value is number =>
  typeof value === "number" && !Number.isNaN(new Date(value).getTime());
