import { parseNotebook } from "../../../jupyter/notebook-files/notebook";
import { NotebookError } from "../../../jupyter/notebook-files/validate-notebook";
import { ApiError } from "../api-error";
import { toBase64 } from "../bytes";
import type { FileStat, Home } from "../home";
import { extensionOf, nameOf } from "../paths";
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

/** @throws ApiError 413 for a file that is too large to be read into memory. */
export function checkSize(path: string, { size }: { size: number }): void {
  if (size <= LARGEST_FILE) return;
  throw new ApiError(
    413,
    `expected a file of at most ${LARGEST_FILE / 1024 ** 2} MB at "${path}", but got ${Math.ceil(size / 1024 ** 2)} MB.`,
  );
}

/** Reads files and folders as models of the API. */
export class Reader {
  readonly #home: Home;
  readonly #folder: Folder;
  readonly #signatures: Signatures;

  constructor(home: Home, folder: Folder, signatures: Signatures) {
    this.#home = home;
    this.#folder = folder;
    this.#signatures = signatures;
  }

  /** @throws ApiError 404 when there is nothing, 400 when it is not of the type or format asked for. */
  read(path: string, { content, type, format }: ReadOptions): Model {
    const normal = this.#folder.normal(path);
    const file = this.#folder.file(normal);
    const stats = this.#home.files.stat(file);
    if (!stats) throw notThere(path);
    const isFolder = stats.kind === "folder";
    const model = this.#bare(normal, file, stats);
    if (type !== undefined && type !== model.type && !(type === "file" && !isFolder)) {
      throw new ApiError(400, `expected a ${type} at "${normal}", but got a ${model.type}.`);
    }
    if (isFolder) return content ? this.#withList(model, file) : model;
    if (stats.kind !== "file") throw notThere(path);
    if (!content && stats.size > LARGEST_FILE) return model;
    checkSize(normal, stats);
    const bytes = this.#home.files.read(file);
    // As saves name the state that they build on.
    model.hash = this.#home.secrets.sha256(bytes);
    model.hash_algorithm = "sha256";
    if (!content) return model;
    if (model.type === "notebook" && type !== "file") return this.#withNotebook(model, bytes);
    return withText({ ...model, type: "file" }, bytes, format);
  }

  #withList(model: Model, file: string): Model {
    const { files } = this.#home;
    const entries = files
      .list(file)
      .filter((name) => !name.startsWith("."))
      .sort();
    const content = entries.flatMap((name) => {
      try {
        const path = model.path === "" ? name : `${model.path}/${name}`;
        const place = this.#folder.file(path);
        const stats = files.stat(place);
        return stats && stats.kind !== "other" ? [this.#bare(path, place, stats)] : [];
      } catch {
        // A link out of the folder, or a file just removed.
        return [];
      }
    });
    return { ...model, format: "json", content };
  }

  #withNotebook(model: Model, bytes: Uint8Array): Model {
    try {
      const notebook = parseNotebook(bytes, model.path);
      this.#signatures.mark(notebook);
      return { ...model, format: "json", content: notebook, mimetype: null };
    } catch (error) {
      if (error instanceof NotebookError) throw new ApiError(400, error.message);
      throw error;
    }
  }

  #bare(path: string, file: string, { kind, size, created, modified }: FileStat): Model {
    const isNotebook = extensionOf(path) === ".ipynb";
    const isFolder = kind === "folder";
    return {
      name: nameOf(path),
      path,
      type: isFolder ? "directory" : isNotebook ? "notebook" : "file",
      created: created.toISOString(),
      last_modified: modified.toISOString(),
      writable: this.#home.files.isWritable(file),
      size: isFolder ? null : size,
      mimetype: isFolder || isNotebook ? null : mediaType(path),
      format: null,
      content: null,
      hash: null,
      hash_algorithm: null,
    };
  }
}

function withText(model: Model, bytes: Uint8Array, format: string | undefined): Model {
  if (format === "base64") return { ...model, format, content: toBase64(bytes) };
  try {
    const content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ...model, format: "text", content };
  } catch {
    if (format === "text") {
      throw new ApiError(400, `expected text in UTF-8 at "${model.path}", but got other bytes.`);
    }
    return { ...model, format: "base64", content: toBase64(bytes) };
  }
}
