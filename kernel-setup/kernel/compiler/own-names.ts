import { above } from "./paths";

function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** The package that a file belongs to: its folder and its name. */
function packageOf(
  path: string,
  read: (path: string) => string | undefined,
): { folder: string; name: string } | undefined {
  for (let folder = above(path); folder !== ""; folder = above(folder)) {
    const text = read(`${folder}/package.json`);
    if (text === undefined) continue;
    try {
      const { name } = JSON.parse(text) as { name?: string };
      if (name !== undefined) return { folder, name };
    } catch {
      // Half written: it has no name yet.
    }
  }
  return undefined;
}

/**
 * What its author calls a file: `lib/shapes.ts` below the notebook's folder, `../shapes.ts` above it, and
 * `@work/shapes/src/index.ts` in a linked package that lies anywhere.
 */
export function nameOfFile(
  path: string,
  folder: string,
  read: (path: string) => string | undefined,
): string {
  if (isInside(path, folder)) return path.slice(folder.length + 1);
  const found = packageOf(path, read);
  if (found !== undefined && !isInside(`${folder}/`, found.folder)) {
    return `${found.name}/${path.slice(found.folder.length + 1)}`;
  }
  let start = "../";
  let at = above(folder);
  for (; at !== "" && !isInside(path, at); at = above(at)) start += "../";
  return at === "" ? path.slice(above(path).length + 1) : start + path.slice(at.length + 1);
}
