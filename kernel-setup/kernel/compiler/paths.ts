/** The folder that a path lies in; empty above all. Paths have slashes here, as TypeScript writes them. */
export function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Whether a file belongs to an installed package. */
export function isInstalled(path: string): boolean {
  return path.includes("/node_modules/");
}
