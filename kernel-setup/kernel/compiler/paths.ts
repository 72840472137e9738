/** A path of any system as it is written here: with slashes, as TypeScript writes them. */
export function withSlashes(path: string): string {
  return path.replace(/\\/g, "/");
}

/** The folder that a path lies in; empty above all. */
export function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Whether a file belongs to an installed package. */
export function isInstalled(path: string): boolean {
  return path.includes("/node_modules/");
}

/**
 * The way from a folder to a file.
 *
 * @example
 * relative("/a/b", "/a/c/d.ts"); // "../c/d.ts"
 */
export function relative(folder: string, path: string): string {
  for (let [at, up] = [folder, ""]; at !== ""; [at, up] = [above(at), `${up}../`]) {
    if (path.startsWith(`${at}/`)) return up + path.slice(at.length + 1);
  }
  return path;
}
