import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PackageNames } from "../cells/package-names";

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const names = new PackageNames({
  isFile: existsSync,
  read,
});

const PLACE = /((?:file:\/\/\/|\/|[A-Za-z]:[\\/])[^()]*?)(:\d+:\d+\)?)$/;

/**
 * Names the file of a stack frame by its package instead of by this machine's folders, as in
 * `at forward (backprop/dist/src/layers/affine.js:41:13)`.
 */
export function withShortPath(frame: string): string {
  return frame.replace(PLACE, (whole, name: string, place: string) => {
    const file = name.startsWith("file:") ? fileURLToPath(name) : name;
    const short = names.inPackage(file);
    return short === undefined ? whole : short + place;
  });
}

/** Names the modules in a message of TypeScript by their packages, as `PackageNames` has it. */
export const withPackageNames = (message: string, code: string, folder = process.cwd()): string =>
  names.inMessage(message, code, folder);
