import type { Files } from "../compiler/home";
import { above, relative, withSlashes } from "../compiler/paths";

interface Package {
  folder: string;
  name: string;
  /** The files that stand for all of it, without their endings. */
  faces: string[];
}

const ENDING = /(?:\.d)?\.[cm]?[jt]sx?$/;

/** What TypeScript leaves out of a module's name. */
const ENDINGS = ["", ".d.ts", ".ts", ".js", ".d.mts", ".mts", ".mjs", ".d.cts", ".cts", ".tsx"];

const IMPORTED = /import\("([^"]+)"\)(?:\.([\p{L}\p{N}_$]+))?/gu;
const QUOTED = /(["'])((?:\.{1,2}\/|\/|[A-Za-z]:[\\/])[^"'\n]*)\1/g;

const isWhole = (path: string) => /^(?:\/|[A-Za-z]:)/.test(path);

/** The whole path that a name stands for in a folder. */
function resolve(folder: string, name: string): string {
  if (isWhole(name)) return name;
  const way = folder.split("/");
  for (const part of name.split("/")) {
    if (part === "..") way.pop();
    else if (part !== "." && part !== "") way.push(part);
  }
  return way.join("/");
}

/** Names files by their packages instead of by folders of the machine. */
export class PackageNames {
  readonly #files: Pick<Files, "isFile" | "read">;
  readonly #packages = new Map<string, Package | undefined>();

  constructor(files: Pick<Files, "isFile" | "read">) {
    this.#files = files;
  }

  /** A file's name as a part of its package, `backprop/dist/src/layers/affine.js`; none where it has no package. */
  inPackage(path: string): string | undefined {
    const file = withSlashes(path);
    const found = this.#packageOf(above(file));
    return found && `${found.name}/${relative(found.folder, file)}`;
  }

  /**
   * Names the modules in a message of TypeScript by their packages instead of by this machine's folders,
   * and a type by its name alone, as long as no other is called so too.
   *
   * @param code - What the author wrote: a path that stands in it is one of their own.
   * @param folder - That relative paths go out from.
   * @example
   * names.inMessage(`Type 'import("/home/kim/backprop/dist/src/arrays/numjs-types").NdArray' …`, "", "/home/kim"); // "Type 'NdArray' …"
   */
  inMessage(message: string, code: string, folder: string): string {
    const from = withSlashes(folder);
    const places = new Map<string, Set<string>>();
    for (const [, path, name = ""] of message.matchAll(IMPORTED)) {
      places.set(name, (places.get(name) ?? new Set()).add(path));
    }
    const rest = message.replace(IMPORTED, "");
    const isAlone = (name: string) => places.get(name)?.size === 1 && !rest.includes(name);
    return message
      .replace(IMPORTED, (_, path: string, name?: string) => {
        if (name === undefined) return `import("${this.#moduleName(path, from)}")`;
        return isAlone(name) ? name : `import("${this.#packageName(path, from)}").${name}`;
      })
      .replace(QUOTED, (whole, quote: string, path: string) =>
        code.includes(path) ? whole : quote + this.#moduleName(path, from) + quote,
      );
  }

  /** The package that a module belongs to; of the reader's own, the module. */
  #packageName(path: string, folder: string): string {
    const name = this.#moduleName(path, folder);
    if (name.startsWith(".")) return name;
    return this.#packageOf(above(resolve(folder, withSlashes(path))))?.name ?? name;
  }

  /** A module's name as others import it, or as its author wrote it. */
  #moduleName(name: string, folder: string): string {
    const path = withSlashes(name);
    const file = resolve(folder, path);
    if (!ENDINGS.some((ending) => this.#files.isFile(file + ending))) return name;
    const face = file.replace(ENDING, "");
    const found = this.#packageOf(above(file));
    if (found?.faces.includes(face)) return found.name;
    const isOwn = !isWhole(path) && !path.startsWith("../") && !path.includes("/node_modules/");
    return isOwn ? name : (this.inPackage(file) ?? relative(above(file), file));
  }

  /** The package that a folder belongs to: the nearest one upwards that has a name. */
  #packageOf(folder: string): Package | undefined {
    if (this.#packages.has(folder)) return this.#packages.get(folder);
    const parent = above(folder);
    const found =
      this.#packageIn(folder) ?? (parent === folder ? undefined : this.#packageOf(parent));
    this.#packages.set(folder, found);
    return found;
  }

  #packageIn(folder: string): Package | undefined {
    try {
      const text = this.#files.read(`${folder}/package.json`) ?? "";
      const { name, main, types, typings } = JSON.parse(text) as Record<string, unknown>;
      if (typeof name !== "string" || name === "") return undefined;
      const faces = [main, types, typings, "index"]
        .filter((face) => typeof face === "string")
        .map((face) => resolve(folder, face).replace(ENDING, ""));
      // The types of a package that has none of its own stand for it.
      return { folder, name: name.replace(/^@types\//, ""), faces };
    } catch {
      return undefined;
    }
  }
}
