import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  createReadStream,
  fstatSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
} from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { moveToFreeName } from "../../../jupyter/notebook-files/move-to-free-name";
import { openFile, readFileWhole } from "../../../jupyter/notebook-files/read-file-whole";
import { renameOver } from "../../../jupyter/notebook-files/rename-over";
import { writeFileWhole } from "../../../jupyter/notebook-files/write-file-whole";
import type { Files, Kind, OpenFile } from "../../server/home";

/** Names that Windows takes for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const isWindowsName = (name: string) => !/[<>:"|?*]|[. ]$/.test(name) && !DEVICE.test(name);

/** The longest name of one file: in bytes, where Windows and a Mac count UTF-16. */
const LONGEST = 255;

const lengthOf = (name: string) =>
  process.platform === "win32" || process.platform === "darwin"
    ? name.length
    : Buffer.byteLength(name);

function kindOf(stats: Stats): Kind {
  if (stats.isSymbolicLink()) return "link";
  if (stats.isFile()) return "file";
  return stats.isDirectory() ? "folder" : "other";
}

/** The files of this machine. */
export const machineFiles: Files = {
  stat(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    const { size, birthtime: created, mtime: modified, ino, mtimeMs } = stats;
    const kind = kindOf(stats) as Exclude<Kind, "link">;
    return { kind, size, created, modified, version: `${ino} ${mtimeMs} ${size}` };
  },

  kindOf(path) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats && kindOf(stats);
  },

  isWritable(path) {
    try {
      accessSync(path, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },

  real: (path) => realpathSync(path).replaceAll(sep, "/"),

  isBelow(path, folder) {
    const way = relative(folder, path);
    return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  },

  takes: (name) => process.platform !== "win32" || isWindowsName(name),
  fits: (name) => lengthOf(name) <= LONGEST,
  list: (folder) => readdirSync(folder),
  read: (path) => readFileWhole(path),
  open: (path) => new OpenMachineFile(path),

  write(path, bytes, { isNew = false, isPrivate = false } = {}) {
    writeFileWhole(path, bytes, { isNew, mode: isPrivate ? 0o600 : undefined });
  },

  copy: (from, to) => copyFileSync(from, to, constants.COPYFILE_EXCL),
  move: (from, to) => moveToFreeName(from, to),
  replace: (draft, target) => renameOver(draft, target),
  makeFolder: (path) => mkdirSync(path),

  makeFolders(path, { isPrivate = false } = {}) {
    mkdirSync(path, { recursive: true, mode: isPrivate ? 0o700 : undefined });
  },

  remove: (path) => unlinkSync(path),
  removeFolder: (path) => rmdirSync(path),
  removeAll: (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
};

class OpenMachineFile implements OpenFile {
  readonly size: number;
  readonly modified: Date;
  readonly #path: string;
  readonly #descriptor: number;

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openFile(path);
    const { size, mtime } = fstatSync(this.#descriptor);
    this.size = size;
    this.modified = mtime;
  }

  content(): ReadableStream {
    // To the size that is announced, should it grow meanwhile.
    const end = Math.max(0, this.size - 1);
    const stream = createReadStream(this.#path, { fd: this.#descriptor, start: 0, end });
    return Readable.toWeb(stream) as ReadableStream;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
