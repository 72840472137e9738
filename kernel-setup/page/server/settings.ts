import { depthOf, MESSAGE_LEVELS } from "../../jupyter/messages/json-depth";
import { ApiError } from "./api-error";
import { utf8 } from "./bytes";
import type { Files } from "./home";
import { inFolder } from "./paths";

/** Settings of the page, one file for each id, kept outside the folder served. */
export class Settings {
  readonly #files: Files;
  readonly #folder: string;

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  /** As the API shows one; a page brings its own schema and defaults. */
  read(id: string) {
    const file = this.#file(id);
    const stats = this.#files.stat(file);
    const raw = stats ? objectText(this.#files.read(file)) : "{}";
    return {
      id,
      raw,
      settings: JSON.parse(raw) as object,
      schema: { type: "object", title: id },
      version: "1",
      created: stats?.created.toISOString() ?? null,
      last_modified: stats?.modified.toISOString() ?? null,
    };
  }

  /** @throws ApiError 400 when the text is not a JSON object. */
  write(id: string, raw: unknown): void {
    const text = String(raw);
    if (!isObject(text)) {
      throw new ApiError(400, "expected settings as the text of a JSON object, but got another.");
    }
    this.#files.makeFolders(this.#folder);
    this.#files.write(this.#file(id), utf8(`${JSON.stringify(JSON.parse(text), null, 1)}\n`));
  }

  #file(id: string): string {
    if (!/^[@\w][@\w.:/-]{0,200}$/.test(id) || id.includes("..")) {
      throw new ApiError(400, `expected the id of a plugin, but got ${JSON.stringify(id)}.`);
    }
    return inFolder(this.#folder, `${id.replaceAll(/[/:]/g, "-")}.json`);
  }
}

/** The text of a file; of an empty object when it is damaged: a page has its defaults. */
function objectText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return isObject(text) ? text : "{}";
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (depthOf(utf8(text)) > MESSAGE_LEVELS) return false;
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
