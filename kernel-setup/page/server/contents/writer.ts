import { formatNotebook, parseNotebook } from "../../../jupyter/notebook-files/notebook";
import { NotebookError } from "../../../jupyter/notebook-files/validate-notebook";
import { ApiError } from "../api-error";
import { fromBase64, utf8 } from "../bytes";
import type { Files, Home } from "../home";
import { extensionOf, inFolder, nameOf, stemOf } from "../paths";
import { type Checkpoints, isCheckpointFolder } from "./checkpoints";
import { fittedName } from "./fitted-name";
import { type Folder, notThere } from "./folder";
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

/**
 * Saves, copies, renames and deletes. All writing is whole or not at all, and what has a name already,
 * or gets it at the same moment from another program, is never replaced by what is new there.
 */
export class Writer {
  readonly #files: Files;
  readonly #hashOf: (bytes: Uint8Array) => string;
  readonly #folder: Folder;
  readonly #signatures: Signatures;
  readonly #checkpoints: Checkpoints;
  /** The hash of each file as it was last read or saved here. */
  readonly #seen = new Map<string, string>();

  constructor(
    { files, secrets }: Home,
    folder: Folder,
    signatures: Signatures,
    checkpoints: Checkpoints,
  ) {
    this.#files = files;
    this.#hashOf = (bytes) => secrets.sha256(bytes);
    this.#folder = folder;
    this.#signatures = signatures;
    this.#checkpoints = checkpoints;
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
    const kind = this.#files.stat(file)?.kind;
    if (draft.type === "directory") {
      if (kind && (condition.isNew || kind !== "folder")) throw taken(normal);
      if (!kind) inFreeName(normal, () => this.#files.makeFolder(file));
      return !kind;
    }
    if (kind && kind !== "file") throw taken(normal);
    const bytes = this.#bytes(normal, draft);
    if (kind) this.#check(normal, file, bytes, condition);
    else if (condition.match !== undefined && condition.match !== "*") throw gone(normal);
    const isNew = !kind && condition.match !== "*";
    inFreeName(normal, () => this.#files.write(file, bytes, { isNew }));
    this.#seen.set(normal, this.#hashOf(bytes));
    return !kind;
  }

  #check(path: string, file: string, bytes: Uint8Array, { match, isNew }: Precondition): void {
    if (isNew) throw taken(path);
    if (match === "*") return;
    const expected = match ?? this.#seen.get(path);
    const now = this.#hashNow(file);
    // Two that save the same do not disagree.
    if (expected !== undefined && now !== expected && now !== this.#hashOf(bytes))
      throw changed(path);
  }

  /** The hash of a file's bytes; nothing when it is not there. */
  #hashNow(file: string): string | undefined {
    try {
      return this.#hashOf(this.#files.read(file));
    } catch (error) {
      if ((error as { code?: unknown }).code === "ENOENT") return undefined;
      throw error;
    }
  }

  #bytes(path: string, { type, format, content }: Draft): Uint8Array {
    if (type === "notebook" || (type === undefined && extensionOf(path) === ".ipynb")) {
      return utf8(this.#notebookText(path, content ?? EMPTY));
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
    return format === "base64" ? fromBase64(text) : utf8(text);
  }

  #notebookText(path: string, content: unknown): string {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    const notebook = orRefuse(() => parseNotebook(text, path));
    this.#signatures.keep(notebook);
    return orRefuse(() => formatNotebook(notebook, path));
  }

  /** Makes an empty file, notebook or folder with a name that is free. @returns its path. */
  create(folder: string, { type, ext }: { type?: unknown; ext?: unknown }): string {
    const kind = type === "notebook" || type === "directory" ? type : "file";
    const wanted = typeof ext === "string" ? ext.replace(/^\.?/, ".") : ".txt";
    const [stem, gap, extension] = {
      notebook: ["Untitled", " ", ".ipynb"],
      directory: ["Untitled Folder", " ", ""],
      file: ["untitled", "", wanted],
    }[kind];
    const numbered = (number: number) => `${stem}${number === 0 ? "" : gap + number}${extension}`;
    return this.#inFirstFree(folder, numbered, (path) => {
      this.save(path, { type: kind }, { isNew: true });
    });
  }

  /** Copies a file into a folder, under a name that is free. @returns the copy's path. */
  copy(from: string, folder: string): string {
    const source = this.#existing(this.#folder.file(from), from);
    if (this.#files.stat(source)?.kind !== "file") {
      throw new ApiError(400, `expected a file to copy, but got the folder "${from}".`);
    }
    const name = nameOf(this.#folder.normal(from));
    const copyTo = (path: string) => {
      const place = this.#folder.file(path);
      inFreeName(path, () => this.#files.copy(source, place));
    };
    const same = this.#folder.normal(`${folder}/${name}`);
    if (!this.#isTaken(folder, name) && isDone(() => copyTo(same))) return same;
    const numbered = (number: number) => {
      const ending = `-Copy${number === 0 ? "" : number}${extensionOf(name)}`;
      return fittedName(this.#files, stemOf(name), ending);
    };
    return this.#inFirstFree(folder, numbered, copyTo);
  }

  /** Renames or moves a file, a folder or a link. @throws ApiError 409 when something is there already. */
  rename(from: string, to: string): void {
    const source = this.#existing(this.#folder.entry(from), from);
    const [old, normal] = [this.#folder.normal(from), this.#folder.normal(to)];
    if (old === "" || normal === "") throw new ApiError(400, "expected a path, but got none.");
    const target = this.#folder.entry(normal);
    if (normal === old) return;
    if (this.#files.isBelow(target, source)) {
      throw new ApiError(400, `expected a place outside "${old}" for it, but got "${normal}".`);
    }
    inFreeName(normal, () => this.#files.move(source, target));
    this.#checkpoints.move(source, target);
    const seen = this.#seen.get(old);
    this.#seen.delete(old);
    if (seen === undefined) this.#seen.delete(normal);
    else this.#seen.set(normal, seen);
  }

  /** Deletes a file, an empty folder, or a link and not where it leads. @throws ApiError 400 for a folder that is not empty. */
  delete(path: string): void {
    const entry = this.#existing(this.#folder.entry(path), path);
    if (entry === this.#folder.root) throw new ApiError(400, "expected a path, but got none.");
    if (this.#files.kindOf(entry) === "folder") this.#deleteFolder(path, entry);
    else {
      this.#files.remove(entry);
      this.#checkpoints.drop(entry);
    }
    this.#seen.delete(this.#folder.normal(path));
  }

  /**
   * Signs the outputs of a notebook as it is on disk: the reader, who has seen it so, trusts them.
   *
   * @throws ApiError 409 when the file has changed since.
   */
  trust(path: string, { match }: Precondition = {}): void {
    const normal = this.#folder.normal(path);
    const file = this.#existing(this.#folder.file(normal), path);
    if (this.#files.stat(file)?.kind !== "file") throw notThere(path);
    const bytes = this.#files.read(file);
    if (match !== undefined && match !== this.#hashOf(bytes)) throw changed(normal);
    this.#signatures.trust(orRefuse(() => parseNotebook(bytes, normal)));
  }

  #existing(file: string, path: string): string {
    if (!isThere(this.#files, file)) throw notThere(path);
    return file;
  }

  #deleteFolder(path: string, folder: string): void {
    const notEmpty = () =>
      new ApiError(400, `expected an empty folder, but got "${path}" with files in it.`);
    if (this.#files.list(folder).some((name) => !isCheckpointFolder(name))) throw notEmpty();
    this.#checkpoints.dropAll(folder);
    try {
      this.#files.removeFolder(folder);
    } catch (error) {
      // Somebody has just put a file there.
      throw isTaken(error) ? notEmpty() : error;
    }
  }

  /** Also by a link that leads nowhere, or out of the folder. */
  #isTaken(folder: string, name: string): boolean {
    return this.#files.kindOf(inFolder(this.#folder.file(folder), name)) !== undefined;
  }

  /** Does something under the first name that is free and stays so. @returns its path. */
  #inFirstFree(
    folder: string,
    numbered: (number: number) => string,
    make: (path: string) => void,
  ): string {
    for (let number = 0; ; number++) {
      const name = numbered(number);
      const path = this.#folder.normal(`${folder}/${name}`);
      if (!this.#isTaken(folder, name) && isDone(() => make(path))) return path;
    }
  }
}

/** @throws ApiError 400 in place of a NotebookError. */
function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof NotebookError ? new ApiError(400, error.message) : error;
  }
}

/** Also not where a link leads in a circle. */
function isThere(files: Files, path: string): boolean {
  try {
    return files.stat(path) !== undefined;
  } catch {
    return false;
  }
}

/** Whether the home's files refuse because something is there already. */
const isTaken = (error: unknown) =>
  ["EEXIST", "ENOTEMPTY"].includes(String((error as { code?: unknown }).code));

/** Does what needs a free name. @throws ApiError 409 when the name has been taken meanwhile. */
function inFreeName(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw isTaken(error) ? taken(path) : error;
  }
}

/** Whether something was done; not where its name has been taken meanwhile. */
function isDone(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return false;
    throw error;
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

const taken = (path: string) =>
  new ApiError(409, `expected a free name, but got "${path}", which is taken.`, "taken");
const gone = (path: string) =>
  new ApiError(409, `expected "${path}" as it was read, but it is no longer there.`, "gone");
const changed = (path: string) =>
  new ApiError(
    409,
    `expected "${path}" as it was read, but it has changed on disk since: it was not overwritten.`,
    "changed",
  );
