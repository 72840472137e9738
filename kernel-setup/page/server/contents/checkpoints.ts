import { ApiError } from "../api-error";
import type { Home } from "../home";
import { extensionOf, inFolder, nameOf, parentOf, stemOf } from "../paths";
import { fittedName } from "./fitted-name";
import { checkSize } from "./model";

/** As the API shows it. A file has one, as with Jupyter's own server. */
export interface Checkpoint {
  id: string;
  last_modified: string;
}

const ID = "checkpoint";
const FOLDER = ".ipynb_checkpoints";

/** Whether a folder of this name holds checkpoints, and is not listed. */
export const isCheckpointFolder = (name: string) => name === FOLDER;

/** The checkpoints of files, in the folder beside them. */
export class Checkpoints {
  readonly #home: Home;

  constructor(home: Home) {
    this.#home = home;
  }

  /** The checkpoint of a file, if there is one. */
  list(file: string): Checkpoint[] {
    const stats = this.#has(file) ? this.#home.files.stat(this.#placeOf(file)) : undefined;
    return stats ? [{ id: ID, last_modified: stats.modified.toISOString() }] : [];
  }

  /** Keeps a file as it is now. @throws ApiError when it is too large */
  make(file: string): Checkpoint {
    const { files } = this.#home;
    this.#has(file);
    checkSize(nameOf(file), files.stat(file) ?? { size: 0 });
    files.makeFolders(parentOf(this.#placeOf(file)));
    files.write(this.#placeOf(file), files.read(file));
    return this.list(file)[0] as Checkpoint;
  }

  /** @throws ApiError 404 when there is none of that name. */
  restore(file: string, id: string): void {
    this.#check(file, id);
    this.#home.files.write(file, this.#home.files.read(this.#placeOf(file)));
  }

  /** @throws ApiError 404 when there is none of that name. */
  delete(file: string, id: string): void {
    this.#check(file, id);
    this.#home.files.remove(this.#placeOf(file));
  }

  /** Moves the checkpoint of a file that has got another name. One that cannot be moved stays. */
  move(from: string, to: string): void {
    ifPossible(() => {
      if (!this.#has(from)) return;
      this.#has(to);
      this.#home.files.makeFolders(parentOf(this.#placeOf(to)));
      this.#home.files.replace(this.#placeOf(from), this.#placeOf(to));
    });
  }

  /** Removes the checkpoint of a file that is no more. */
  drop(file: string): void {
    ifPossible(() => {
      if (this.#has(file)) this.#home.files.remove(this.#placeOf(file));
    });
  }

  /** Removes all checkpoints of a folder that has no files any more. */
  dropAll(folder: string): void {
    this.#home.files.removeAll(inFolder(folder, FOLDER));
  }

  /** Where a file's checkpoint is kept: where Jupyter itself keeps it, if a name can be so long. */
  #placeOf(file: string): string {
    const { files, secrets } = this.#home;
    const [stem, extension] = [stemOf(file), extensionOf(file)];
    const name = `${stem}-checkpoint${extension}`;
    const digest = () => secrets.sha256(nameOf(file)).slice(0, 8);
    const kept = files.fits(name)
      ? name
      : fittedName(files, stem, `-${digest()}-checkpoint${extension}`);
    return inFolder(inFolder(parentOf(file), FOLDER), kept);
  }

  /**
   * Whether a file has a checkpoint. A link in its place, or in that of its folder, is none of ours: it
   * may lead anywhere.
   *
   * @throws ApiError 403 for such a link, and for anything else that is no file or no folder.
   */
  #has(file: string): boolean {
    const { files } = this.#home;
    const place = this.#placeOf(file);
    const folder = files.kindOf(parentOf(place));
    if (folder === undefined) return false;
    if (folder !== "folder") throw notOurs(`a folder at "${FOLDER}"`);
    const kind = files.kindOf(place);
    if (kind === undefined) return false;
    if (kind !== "file") throw notOurs(`a file at "${FOLDER}/${nameOf(place)}"`);
    return true;
  }

  #check(file: string, id: string): void {
    if (this.#has(file) && id === ID) return;
    throw new ApiError(404, `expected a checkpoint of this file, but got ${JSON.stringify(id)}.`);
  }
}

/** The file itself has been renamed or deleted already: that is not undone for its checkpoint. */
function ifPossible(work: () => void): void {
  try {
    work();
  } catch {
    // It stays where it is.
  }
}

const notOurs = (expected: string) =>
  new ApiError(
    403,
    `expected ${expected} for checkpoints, but got a link or something else: it was left alone.`,
  );
