import { parseNotebook } from "../../../jupyter/notebook-files/notebook";
import { ApiError } from "../../server/api-error";
import { utf8 } from "../../server/bytes";
import { type CopyState, copyState, resetCopy } from "../../server/contents/copies";
import { inFolder, nameOf, parentOf } from "../../server/paths";
import type { Origin } from "../../server/work/lesson-copy";
import { pageSecrets as secrets } from "./secrets";
import type { StoredFiles } from "./stored-files";

/** What a site tells of its lessons. */
export interface SiteLessons {
  /** What each lesson is made of now, by its path, as in "en/05-simple-layers.ipynb". */
  origins: Readonly<Record<string, Origin>>;
  /** The text of a fresh copy. @throws Error where the site does not give it */
  read(path: string, origin: Origin): Promise<string>;
}

/**
 * A learner's copies of a site's lessons. Each is made when it is first opened, and brought up to date
 * when it is opened later, by the rules of npm start: what the learner has changed stays.
 */
export class Lessons {
  readonly #site: SiteLessons;
  readonly #stored: StoredFiles;
  readonly #folder: string;
  /** What has been looked after since the page was opened. */
  readonly #ready = new Map<string, Promise<void>>();
  /** Fresh copies that have been fetched. */
  readonly #texts = new Map<string, Promise<string>>();

  /** @param folder The folder of the copies. */
  constructor(site: SiteLessons, stored: StoredFiles, folder: string) {
    this.#site = site;
    this.#stored = stored;
    this.#folder = folder;
  }

  /**
   * Makes sure that a copy is there, and as new as it may be.
   *
   * @throws ApiError 503 where there is none and the site does not give the lesson
   */
  prepare(path: string): Promise<void> {
    const origin = this.#originOf(path);
    if (!origin) return Promise.resolve();
    return once(this.#ready, path, () => this.#prepare(path, origin));
  }

  async #prepare(path: string, origin: Origin): Promise<void> {
    const { files } = this.#stored;
    const copy = inFolder(this.#folder, path);
    const look = () => copyState({ files, secrets }, copy, origin);
    const state = await this.#stored.run(look);
    if (!isDue(state)) return;
    let text: string;
    try {
      text = await this.fetch(path);
    } catch (error) {
      // An older one is better than none.
      if (state === "refreshed") return;
      throw error;
    }
    await this.#stored.run(() => {
      if (!isDue(look())) return;
      files.makeFolders(parentOf(copy));
      files.write(copy, utf8(text));
    });
  }

  /** The text of a fresh copy. @throws ApiError 404, or 503 where the site does not give it */
  fetch(path: string): Promise<string> {
    return once(this.#texts, path, () => this.#fetch(path));
  }

  async #fetch(path: string): Promise<string> {
    const origin = this.#originOf(path);
    if (!origin) throw noLesson(path);
    try {
      const text = await this.#site.read(path, origin);
      parseNotebook(text, path);
      return text;
    } catch (error) {
      const { message } = error as Error;
      throw new ApiError(
        503,
        `expected the site to give the lesson "${path}", but got: ${message}.`,
      );
    }
  }

  /** The lesson by the hash that its copies keep, if it is one of this edition of the site. */
  async find(hash: string): Promise<{ path: string; text: string } | undefined> {
    const [path] =
      Object.entries(this.#site.origins).find(([, { lesson }]) => lesson === hash) ?? [];
    return path === undefined ? undefined : { path, text: await this.fetch(path) };
  }

  /** The states of all copies that there are; within `run` of the files. */
  get states(): Record<string, CopyState> {
    const all = Object.keys(this.#site.origins).map((path) => [path, this.state(path)] as const);
    return Object.fromEntries(all.filter(([, state]) => state !== "new"));
  }

  /** @throws ApiError 404 for what is no lesson */
  state(path: string): CopyState {
    const origin = this.#originOf(path);
    if (!origin) throw noLesson(path);
    const { files } = this.#stored;
    return copyState({ files, secrets }, inFolder(this.#folder, path), origin);
  }

  /**
   * Replaces a copy by a fresh one, and keeps the old one beside it; within `run` of the files.
   *
   * @returns the old one's new path; nothing where it was fresh
   */
  reset(path: string, fresh: string): string | undefined {
    const copy = inFolder(this.#folder, path);
    const kept = resetCopy(this.#stored.files, parentOf(copy), nameOf(copy), fresh);
    return kept && path.slice(0, -nameOf(path).length) + kept;
  }

  #originOf(path: string): Origin | undefined {
    const { origins } = this.#site;
    return Object.hasOwn(origins, path) ? origins[path] : undefined;
  }
}

const isDue = (state: CopyState) => state === "new" || state === "refreshed";

const noLesson = (path: string) =>
  new ApiError(404, `expected a lesson of the site, but got ${JSON.stringify(path)}.`);

/** Does something once for each name; what has failed is tried again. */
function once<T>(done: Map<string, Promise<T>>, name: string, work: () => Promise<T>): Promise<T> {
  const there = done.get(name);
  if (there) return there;
  const doing = work();
  done.set(name, doing);
  doing.catch(() => done.delete(name));
  return doing;
}
