import type { Files } from "../home";

/**
 * Files that live as long as the page: what a home keeps of its own it hands in.
 *
 * @example
 * const files = memoryFiles();
 * files.write("/a/b.txt", "text");
 * files.read("/a/b.txt").length; // 4
 */
export function memoryFiles(): Files {
  const kept = new Map<string, Uint8Array>();
  const at = (path: string) => join("/", path);
  const read = (path: string, call = "open"): Uint8Array => {
    const bytes = kept.get(at(path));
    if (bytes === undefined) throw missing(call, path);
    return bytes;
  };
  return {
    folder: () => "/",
    base: (path) => parts(path).at(-1) ?? "",
    parent,
    join,
    has: (path) => kept.has(at(path)),
    read: (path) => read(path).slice(),
    write(path, content) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      kept.set(at(path), bytes.slice());
    },
    makeFolder() {}, // a path makes its folders
    move(from, to) {
      kept.set(at(to), read(from, "rename"));
      kept.delete(at(from));
    },
    alone: (_path, work) => work(),
  };
}

const parts = (path: string) => path.split("/").filter((part) => part !== "");

/** As Node's: without empty parts, `.` and `..`. */
function join(...paths: string[]): string {
  const isAbsolute = paths.find((path) => path !== "")?.startsWith("/") ?? false;
  const way: string[] = [];
  for (const part of paths.flatMap(parts)) {
    if (part === ".") continue;
    if (part !== "..") way.push(part);
    else if (way.length > 0 && way.at(-1) !== "..") way.pop();
    else if (!isAbsolute) way.push(part);
  }
  return (isAbsolute ? "/" : "") + way.join("/") || ".";
}

/** As Node's. */
function parent(path: string): string {
  const way = parts(path).slice(0, -1).join("/");
  return path.startsWith("/") ? `/${way}` : way || ".";
}

/** As Node says it. */
const missing = (call: string, path: string) =>
  Object.assign(new Error(`ENOENT: no such file or directory, ${call} '${path}'`), {
    code: "ENOENT",
  });
