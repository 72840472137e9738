import { ApiError } from "../api-error";
import type { Files } from "../home";
import { inFolder, nameOf, parentOf } from "../paths";

/** The folder that is served: turns the paths of the API into files, and lets none lead out. */
export class Folder {
  /** The folder itself, without links in its own path. */
  readonly root: string;
  readonly #files: Files;

  constructor(files: Files, root: string) {
    this.#files = files;
    this.root = files.real(root);
  }

  /**
   * The path of the API as it is written in answers: segments with "/" between them.
   *
   * @throws ApiError 400 for a segment that is no plain name; 404 for hidden ones.
   */
  normal(path: string): string {
    const segments = path.split("/").filter((segment) => segment !== "");
    for (const segment of segments) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      const isName = !/[\\\u0000-\u001f]/.test(segment) && segment !== "." && segment !== "..";
      if (!isName || !this.#files.takes(segment)) {
        throw new ApiError(
          400,
          `expected a path of plain names, but got ${JSON.stringify(path.slice(0, 200))}.`,
        );
      }
      if (segment.startsWith(".")) throw notThere(path);
    }
    return segments.join("/");
  }

  /**
   * The file that a path stands for; it need not be there.
   *
   * @throws ApiError 400 for a path that is none, 403 for one that a link leads out of the folder,
   *   404 when its parent is not there.
   */
  file(path: string): string {
    const normal = this.normal(path);
    if (normal === "") return this.root;
    const file = inFolder(this.root, normal);
    const parent = parentOf(file);
    if (!this.#isFolder(parent)) throw notThere(path);
    if (!this.#holds(this.#files.real(parent))) throw leadsOut(path);
    const place = inFolder(this.#files.real(parent), nameOf(file));
    let real: string;
    try {
      real = this.#files.real(place);
    } catch {
      // Not there yet; or a link to nowhere, through which a save would write outside.
      if (this.#files.kindOf(place) === "link") throw leadsOut(path);
      return place;
    }
    if (!this.#holds(real)) throw leadsOut(path);
    return real;
  }

  /**
   * The entry itself that a path stands for: of a link the link, not the file it leads to.
   *
   * @throws ApiError as `file` does.
   */
  entry(path: string): string {
    const file = this.file(path);
    if (file === this.root) return file;
    const place = inFolder(this.root, this.normal(path));
    return inFolder(this.#files.real(parentOf(place)), nameOf(place));
  }

  #holds(file: string): boolean {
    return file === this.root || this.#files.isBelow(file, this.root);
  }

  /** Links that lead in a circle, or where nobody may look, lead to none. */
  #isFolder(file: string): boolean {
    try {
      return this.#files.stat(file)?.kind === "folder";
    } catch {
      return false;
    }
  }
}

/** A 404 that names the path. */
export const notThere = (path: string) =>
  new ApiError(404, `expected a file or folder at ${JSON.stringify(path)}, but got none.`);

const leadsOut = (path: string) =>
  new ApiError(
    403,
    `expected a path inside the folder of notebooks, but got a link out of it: ${JSON.stringify(path)}.`,
  );
