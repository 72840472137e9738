import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

interface Package {
  folder: string;
  name: string;
}

const packages = new Map<string, Package | undefined>();

function nameIn(file: string): string | undefined {
  try {
    const { name } = JSON.parse(readFileSync(file, "utf8")) as { name?: unknown };
    return typeof name === "string" && name !== "" ? name : undefined;
  } catch {
    return undefined;
  }
}

/** The package that a folder belongs to: the nearest one upwards that has a name. */
function packageOf(folder: string): Package | undefined {
  if (packages.has(folder)) return packages.get(folder);
  const file = join(folder, "package.json");
  const name = existsSync(file) ? nameIn(file) : undefined;
  const above = dirname(folder);
  const found =
    name === undefined ? (above === folder ? undefined : packageOf(above)) : { folder, name };
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
    const found = packageOf(dirname(file));
    if (found === undefined) return whole;
    return [found.name, ...relative(found.folder, file).split(sep)].join("/") + place;
  });
}
