import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

interface Package {
  folder: string;
  name: string;
  /** The files that stand for all of it, without their endings. */
  faces: string[];
}

const packages = new Map<string, Package | undefined>();

const ENDING = /(?:\.d)?\.[cm]?[jt]sx?$/;

function packageIn(folder: string): Package | undefined {
  try {
    const { name, main, types, typings } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    ) as Record<string, unknown>;
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

/** The package that a folder belongs to: the nearest one upwards that has a name. */
function packageOf(folder: string): Package | undefined {
  if (packages.has(folder)) return packages.get(folder);
  const above = dirname(folder);
  const found = packageIn(folder) ?? (above === folder ? undefined : packageOf(above));
  packages.set(folder, found);
  return found;
}

const PLACE = /((?:file:\/\/\/|\/|[A-Za-z]:[\\/])[^()]*?)(:\d+:\d+\)?)$/;

/**
 * Names the file of a stack frame by its package instead of by this machine's folders, as in
 * `at forward (backprop/dist/src/layers/affine.js:41:13)`.
 */
export function withShortPath(frame: string): string {
  return frame.replace(PLACE, (whole, name: string, place: string) => {
    const file = name.startsWith("file:") ? fileURLToPath(name) : name;
    const short = inPackage(file);
    return short === undefined ? whole : short + place;
  });
}

function inPackage(file: string): string | undefined {
  const found = packageOf(dirname(file));
  return found && [found.name, ...relative(found.folder, file).split(sep)].join("/");
}

/** What TypeScript leaves out of a module's name. */
const ENDINGS = ["", ".d.ts", ".ts", ".js", ".d.mts", ".mts", ".mjs", ".d.cts", ".cts", ".tsx"];

const IMPORTED = /import\("([^"]+)"\)(?:\.([\p{L}\p{N}_$]+))?/gu;
const QUOTED = /(["'])((?:\.{1,2}\/|\/|[A-Za-z]:[\\/])[^"'\n]*)\1/g;

/**
 * Names the modules in a message of TypeScript by their packages instead of by this machine's folders,
 * and a type by its name alone, as long as no other is called so too.
 *
 * @param code - What the author wrote: a path that stands in it is one of their own.
 * @param folder - That relative paths go out from.
 * @example
 * withPackageNames(`Type 'import("/home/kim/backprop/dist/src/arrays/numjs-types").NdArray' …`, ""); // "Type 'NdArray' …"
 */
export function withPackageNames(message: string, code: string, folder = process.cwd()): string {
  const places = new Map<string, Set<string>>();
  for (const [, path, name = ""] of message.matchAll(IMPORTED)) {
    places.set(name, (places.get(name) ?? new Set()).add(path));
  }
  const rest = message.replace(IMPORTED, "");
  const isAlone = (name: string) => places.get(name)?.size === 1 && !rest.includes(name);
  return message
    .replace(IMPORTED, (_, path: string, name?: string) => {
      if (name === undefined) return `import("${moduleName(path, folder)}")`;
      return isAlone(name) ? name : `import("${packageName(path, folder)}").${name}`;
    })
    .replace(QUOTED, (whole, quote: string, path: string) =>
      code.includes(path) ? whole : quote + moduleName(path, folder) + quote,
    );
}

/** The package that a module belongs to; of the reader's own, the module. */
function packageName(path: string, folder: string): string {
  const name = moduleName(path, folder);
  return name.startsWith(".") ? name : (packageOf(dirname(resolve(folder, path)))?.name ?? name);
}

/** A module's name as others import it, or as its author wrote it. */
function moduleName(path: string, folder: string): string {
  const file = resolve(folder, path);
  if (!ENDINGS.some((ending) => existsSync(file + ending))) return path;
  const face = file.replace(ENDING, "");
  const found = packageOf(dirname(file));
  if (found?.faces.includes(face)) return found.name;
  const isOwn = !isAbsolute(path) && !path.startsWith("../") && !path.includes("/node_modules/");
  return isOwn ? path : (inPackage(file) ?? relative(dirname(file), file));
}
