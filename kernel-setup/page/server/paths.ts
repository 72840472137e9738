/** The last part of a path with "/". */
export const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** The folder that an absolute path lies in. */
export function parentOf(path: string): string {
  const parent = path.slice(0, path.lastIndexOf("/"));
  // Of a root, such as "C:/", the "/" is a part.
  return parent.includes("/") ? parent : `${parent}/`;
}

/** The path of what lies in a folder. */
export const inFolder = (folder: string, path: string) =>
  folder.endsWith("/") ? folder + path : `${folder}/${path}`;

/** A name's ending with its dot, or ""; the dot of a hidden file begins none. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot) : "";
}

/** A name without its ending. */
export function stemOf(path: string): string {
  const name = nameOf(path);
  return name.slice(0, name.length - extensionOf(name).length);
}
