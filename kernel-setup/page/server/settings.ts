import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { depthOf, MESSAGE_LEVELS } from "../../jupyter/messages/json-depth";
import { writeFileWhole } from "../../jupyter/notebook-files/write-file-whole";
import { ApiError } from "./api-error";

/** Settings of the page, one file for each id, kept outside the folder served. */
export class Settings {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** As the API shows one; a page brings its own schema and defaults. */
  read(id: string) {
    const file = this.#file(id);
    const raw = readObject(file);
    const stats = statSync(file, { throwIfNoEntry: false });
    return {
      id,
      raw,
      settings: JSON.parse(raw) as object,
      schema: { type: "object", title: id },
      version: "1",
      created: stats?.birthtime.toISOString() ?? null,
      last_modified: stats?.mtime.toISOString() ?? null,
    };
  }

  /** @throws ApiError 400 when the text is not a JSON object. */
  write(id: string, raw: unknown): void {
    const text = String(raw);
    if (!isObject(text)) {
      throw new ApiError(400, "expected settings as the text of a JSON object, but got another.");
    }
    mkdirSync(this.#folder, { recursive: true });
    writeFileWhole(this.#file(id), `${JSON.stringify(JSON.parse(text), null, 1)}\n`);
  }

  #file(id: string): string {
    if (!/^[@\w][@\w.:/-]{0,200}$/.test(id) || id.includes("..")) {
      throw new ApiError(400, `expected the id of a plugin, but got ${JSON.stringify(id)}.`);
    }
    return join(this.#folder, `${id.replaceAll(/[/:]/g, "-")}.json`);
  }
}

/** The text of a file; of an empty object when it is not there, or damaged: a page has its defaults. */
function readObject(file: string): string {
  if (!existsSync(file)) return "{}";
  const text = readFileSync(file, "utf8");
  return isObject(text) ? text : "{}";
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (depthOf(Buffer.from(text)) > MESSAGE_LEVELS) return false;
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
