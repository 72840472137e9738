import { createHash } from "node:crypto";
import { accessSync, constants, readdirSync, type Stats, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { parseNotebook } from "../../../jupyter/notebook-files/notebook";
import { readFileWhole } from "../../../jupyter/notebook-files/read-file-whole";
import { NotebookError } from "../../../jupyter/notebook-files/validate-notebook";
import { ApiError } from "../api-error";
import { type Folder, notThere } from "./folder";
import { mediaType } from "./media-type";
import type { Signatures } from "./signatures";

/** A file or folder as the API shows it (Jupyter Server's documentation, "Contents API"). */
export interface Model {
  name: string;
  path: string;
  type: "notebook" | "file" | "directory";
  /** ISO 8601. */
  created: string;
  last_modified: string;
  writable: boolean;
  size: number | null;
  mimetype: string | null;
  format: "json" | "text" | "base64" | null;
  content: unknown;
  /** Of the file's bytes: two models with the same are of the same content. */
  hash: string | null;
  hash_algorithm: "sha256" | null;
}

/** What of a file is asked for. */
export interface ReadOptions {
  /** Without content, a model says only what the file is. */
  content: boolean;
  type?: string;
  format?: string;
}

/** The largest file that is read or written, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/** The SHA-256 of a file's bytes, as saves name the state they build on. */
export const hashOf = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

/** @throws ApiError 413 for a file that is too large to be read into memory. */
export function checkSize(path: string, { size }: Stats): void {
  if (size <= LARGEST_FILE) return;
  throw new ApiError(
    413,
    `expected a file of at most ${LARGEST_FILE / 1024 ** 2} MB at "${path}", but got ${Math.ceil(size / 1024 ** 2)} MB.`,
  );
}

/** The hash of a file's bytes; nothing when it is not there. */
export function fileHash(file: string): string | undefined {
  try {
    return hashOf(readFileWhole(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Reads files and folders as models of the API. */
export class Reader {
  readonly #folder: Folder;
  readonly #signatures: Signatures;

  constructor(folder: Folder, signatures: Signatures) {
    this.#folder = folder;
    this.#signatures = signatures;
  }

  /** @throws ApiError 404 when there is nothing, 400 when it is not of the type or format asked for. */
  read(path: string, { content, type, format }: ReadOptions): Model {
    const normal = this.#folder.normal(path);
    const file = this.#folder.file(normal);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats) throw notThere(path);
    const model = bare(normal, file, stats);
    if (type !== undefined && type !== model.type && !(type === "file" && !stats.isDirectory())) {
      throw new ApiError(400, `expected a ${type} at "${normal}", but got a ${model.type}.`);
    }
    if (stats.isDirectory()) return content ? this.#withList(model, file) : model;
    if (!stats.isFile()) throw notThere(path);
    if (!content && stats.size > LARGEST_FILE) return model;
    checkSize(normal, stats);
    const bytes = readFileWhole(file);
    model.hash = hashOf(bytes);
    model.hash_algorithm = "sha256";
    if (!content) return model;
    if (model.type === "notebook" && type !== "file") return this.#withNotebook(model, bytes);
    return withText({ ...model, type: "file" }, bytes, format);
  }

  #withList(model: Model, file: string): Model {
    const entries = readdirSync(file)
      .filter((name) => !name.startsWith("."))
      .sort();
    const content = entries.flatMap((name) => {
      try {
        const path = model.path === "" ? name : `${model.path}/${name}`;
        const place = this.#folder.file(path);
        const stats = statSync(place);
        return stats.isFile() || stats.isDirectory() ? [bare(path, place, stats)] : [];
      } catch {
        // A link out of the folder, or a file just removed.
        return [];
      }
    });
    return { ...model, format: "json", content };
  }

  #withNotebook(model: Model, bytes: Buffer): Model {
    try {
      const notebook = parseNotebook(bytes, model.path);
      this.#signatures.mark(notebook);
      return { ...model, format: "json", content: notebook, mimetype: null };
    } catch (error) {
      if (error instanceof NotebookError) throw new ApiError(400, error.message);
      throw error;
    }
  }
}

function bare(path: string, file: string, stats: Stats): Model {
  const isNotebook = extname(path) === ".ipynb";
  return {
    name: path === "" ? "" : basename(path),
    path,
    type: stats.isDirectory() ? "directory" : isNotebook ? "notebook" : "file",
    created: stats.birthtime.toISOString(),
    last_modified: stats.mtime.toISOString(),
    writable: isWritable(file),
    size: stats.isDirectory() ? null : stats.size,
    mimetype: stats.isDirectory() || isNotebook ? null : mediaType(path),
    format: null,
    content: null,
    hash: null,
    hash_algorithm: null,
  };
}

function withText(model: Model, bytes: Buffer, format: string | undefined): Model {
  if (format === "base64") return { ...model, format, content: bytes.toString("base64") };
  try {
    const content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ...model, format: "text", content };
  } catch {
    if (format === "text") {
      throw new ApiError(400, `expected text in UTF-8 at "${model.path}", but got other bytes.`);
    }
    return { ...model, format: "base64", content: bytes.toString("base64") };
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
