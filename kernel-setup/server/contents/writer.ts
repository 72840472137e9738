import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { formatNotebook, type Notebook, parseNotebook } from "../../client/notebook";
import { NotebookError } from "../../client/validate-notebook";
import { writeFileWhole } from "../../client/write-file-whole";
import { ApiError } from "../api-error";
import { checkpointFile } from "./checkpoints";
import { type Folder, notThere } from "./folder";
import { fileHash, hashOf } from "./model";
import type { Signatures } from "./signatures";

/** What a page sends to be saved. */
export interface Draft {
  type?: unknown;
  format?: unknown;
  content?: unknown;
}

/** On which state of the file a save builds. */
export interface Precondition {
  /** The hash that the page has seen, or "*" for any; the file must still have it. */
  match?: string;
  /** Only where there is no file yet. */
  isNew?: boolean;
}

/** Saves, copies, renames and deletes. All writing is whole or not at all. */
export class Writer {
  readonly #folder: Folder;
  readonly #signatures: Signatures;
  /** The hash of each file as it was last read or saved here. */
  readonly #seen = new Map<string, string>();

  constructor(folder: Folder, signatures: Signatures) {
    this.#folder = folder;
    this.#signatures = signatures;
  }

  /** Remembers which state of a file a page has been given. */
  saw(path: string, hash: string): void {
    this.#seen.set(path, hash);
  }

  /**
   * Saves a notebook, a file or a new folder.
   *
   * @returns whether it is new.
   * @throws ApiError 409 when the file has changed since the page has seen it; 400 for a draft that
   *   is not valid; the file is then as it was.
   */
  save(path: string, draft: Draft, condition: Precondition = {}): boolean {
    const normal = this.#folder.normal(path);
    if (normal === "") throw new ApiError(400, "expected the path of a file, but got none.");
    const file = this.#folder.file(normal);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (draft.type === "directory") {
      if (stats && !stats.isDirectory()) throw taken(normal);
      mkdirSync(file, { recursive: true });
      return !stats;
    }
    if (stats && !stats.isFile()) throw taken(normal);
    const bytes = this.#bytes(normal, draft);
    if (stats) this.#check(normal, file, bytes, condition);
    else if (condition.match !== undefined && condition.match !== "*") throw gone(normal);
    writeOrSay(normal, file, bytes);
    this.#seen.set(normal, hashOf(bytes));
    return !stats;
  }

  #check(path: string, file: string, bytes: Buffer, { match, isNew }: Precondition): void {
    if (isNew) throw taken(path);
    if (match === "*") return;
    const expected = match ?? this.#seen.get(path);
    const now = fileHash(file);
    // Two that save the same do not disagree.
    if (expected !== undefined && now !== expected && now !== hashOf(bytes)) throw changed(path);
  }

  #bytes(path: string, { type, format, content }: Draft): Buffer {
    if (type === "notebook" || (type === undefined && extname(path) === ".ipynb")) {
      return Buffer.from(this.#notebookText(path, content ?? EMPTY));
    }
    if (type !== "file" && type !== undefined) {
      throw new ApiError(
        400,
        `expected the type notebook, file or directory, but got ${JSON.stringify(type)}.`,
      );
    }
    const text = content ?? "";
    if (typeof text !== "string") {
      throw new ApiError(400, `expected text as the content of "${path}", but got ${typeof text}.`);
    }
    return Buffer.from(text, format === "base64" ? "base64" : "utf8");
  }

  #notebookText(path: string, content: unknown): string {
    try {
      const text = typeof content === "string" ? content : JSON.stringify(content);
      const notebook: Notebook = parseNotebook(text, path);
      this.#signatures.keep(notebook);
      return formatNotebook(notebook, path);
    } catch (error) {
      if (error instanceof NotebookError) throw new ApiError(400, error.message);
      throw error;
    }
  }

  /** Makes an empty file, notebook or folder with a name that is free. @returns its path. */
  create(folder: string, { type, ext }: { type?: unknown; ext?: unknown }): string {
    const kind = type === "notebook" || type === "directory" ? type : "file";
    const wanted = typeof ext === "string" ? ext.replace(/^\.?/, ".") : ".txt";
    const extension = { notebook: ".ipynb", directory: "", file: wanted }[kind];
    const name =
      kind === "notebook" ? "Untitled" : kind === "directory" ? "Untitled Folder" : "untitled";
    const path = this.#freePath(folder, name, extension, kind === "file" ? "" : " ");
    this.save(path, { type: kind }, { isNew: true });
    return path;
  }

  /** Copies a file into a folder, under a name that is free. @returns the copy's path. */
  copy(from: string, folder: string): string {
    const source = this.#existing(from);
    if (statSync(source).isDirectory()) {
      throw new ApiError(400, `expected a file to copy, but got the folder "${from}".`);
    }
    const extension = extname(from);
    const stem = basename(from, extension);
    const same = join(folder, basename(from));
    const path = existsSync(this.#folder.file(same))
      ? this.#freePath(folder, `${stem}-Copy`, extension, "")
      : same;
    cpSync(source, this.#folder.file(path), { errorOnExist: true, force: false });
    return this.#folder.normal(path);
  }

  /** @throws ApiError 409 when something is there already. */
  rename(from: string, to: string): void {
    const source = this.#existing(from);
    const normal = this.#folder.normal(to);
    const target = this.#folder.file(normal);
    if (normal === this.#folder.normal(from)) return;
    // "A.ipynb" to "a.ipynb" is one file where the system ignores case.
    if (existsSync(target) && target.toLowerCase() !== source.toLowerCase()) throw taken(normal);
    renameSync(source, target);
    const checkpoint = checkpointFile(source);
    if (existsSync(checkpoint)) {
      mkdirSync(dirname(checkpointFile(target)), { recursive: true });
      renameSync(checkpoint, checkpointFile(target));
    }
  }

  /** @throws ApiError 400 for a folder that is not empty. */
  delete(path: string): void {
    const file = this.#existing(path);
    if (file === this.#folder.root) throw new ApiError(400, "expected a path, but got none.");
    if (statSync(file).isDirectory()) {
      const visible = readdirSync(file).filter((name) => name !== ".ipynb_checkpoints");
      if (visible.length > 0) {
        throw new ApiError(400, `expected an empty folder, but got "${path}" with files in it.`);
      }
    }
    rmSync(file, { recursive: true });
    rmSync(checkpointFile(file), { force: true });
    this.#seen.delete(this.#folder.normal(path));
  }

  #existing(path: string): string {
    const file = this.#folder.file(path);
    if (!existsSync(file)) throw notThere(path);
    return file;
  }

  #freePath(folder: string, name: string, extension: string, gap: string): string {
    for (let number = 0; ; number++) {
      const path = join(folder, `${name}${number === 0 ? "" : `${gap}${number}`}${extension}`);
      const normal = this.#folder.normal(path.replaceAll("\\", "/"));
      if (!existsSync(this.#folder.file(normal))) return normal;
    }
  }
}

const EMPTY = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
    language_info: { name: "typescript", file_extension: ".ts", mimetype: "text/typescript" },
  },
  cells: [
    {
      cell_type: "code",
      id: "first",
      metadata: {},
      source: "",
      outputs: [],
      execution_count: null,
    },
  ],
};

function writeOrSay(path: string, file: string, bytes: Buffer): void {
  try {
    writeFileWhole(file, bytes);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const isForbidden = ["EACCES", "EPERM", "EROFS"].includes(code);
    const words = isForbidden ? "it is protected from writing" : message;
    throw new ApiError(isForbidden ? 403 : 500, `"${path}" could not be saved: ${words}.`);
  }
}

const taken = (path: string) =>
  new ApiError(409, `expected a free name, but got "${path}", which is taken.`);
const gone = (path: string) =>
  new ApiError(409, `expected "${path}" as it was read, but it is no longer there.`);
const changed = (path: string) =>
  new ApiError(
    409,
    `expected "${path}" as it was read, but it has changed on disk since: it was not overwritten.`,
  );
