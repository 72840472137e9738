import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { ApiError } from "../api-error";

/** Names that Windows takes for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The folder that is served: turns the paths of the API into files, and lets none lead out. */
export class Folder {
  /** The folder itself, without links in its own path. */
  readonly root: string;

  constructor(root: string) {
    this.root = realpathSync(root);
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
      const isWindowsName = !/[<>:"|?*]|[. ]$/.test(segment) && !DEVICE.test(segment);
      if (!isName || (process.platform === "win32" && !isWindowsName)) {
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
    const file = join(this.root, ...normal.split("/"));
    const parent = dirname(file);
    if (!isFolder(parent)) throw notThere(path);
    if (!this.#holds(realpathSync(parent))) throw leadsOut(path);
    const place = join(realpathSync(parent), basename(file));
    let real: string;
    try {
      real = realpathSync(place);
    } catch {
      // Not there yet; or a link to nowhere, through which a save would write outside.
      if (isLink(place)) throw leadsOut(path);
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
    const place = join(this.root, ...this.normal(path).split("/"));
    return join(realpathSync(dirname(place)), basename(place));
  }

  #holds(file: string): boolean {
    const way = relative(this.root, file);
    return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  }
}

/** Links that lead in a circle, or where nobody may look, lead to none. */
function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

const isLink = (file: string) =>
  lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** A 404 that names the path. */
export const notThere = (path: string) =>
  new ApiError(404, `expected a file or folder at ${JSON.stringify(path)}, but got none.`);

const leadsOut = (path: string) =>
  new ApiError(
    403,
    `expected a path inside the folder of notebooks, but got a link out of it: ${JSON.stringify(path)}.`,
  );
