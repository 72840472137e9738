import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kernelFolders, type Machine, thisMachine } from "./jupyter-paths";
import { parseKernelSpec } from "./kernelspec";
import type { FoundKernelSpec, KernelSpec } from "./spec";

/** No kernelspec of the name asked for, or one that cannot be read. */
export class KernelSpecError extends Error {
  override name = "KernelSpecError";
}

/** Where kernelspecs are looked for besides the usual places. */
export interface FindOptions {
  machine?: Machine;
  /** Data folders searched after `JUPYTER_PATH` and before the user's, such as a project's `.jupyter`. */
  also?: string[];
}

/** The kernelspec folders directly under `parent`. */
function specsIn(parent: string): string[] {
  try {
    return readdirSync(parent)
      .filter((entry) => existsSync(join(parent, entry, "kernel.json")))
      .sort();
  } catch {
    // Most folders of the search path do not exist on most machines.
    return [];
  }
}

function readSpec(folder: string): KernelSpec {
  const path = join(folder, "kernel.json");
  try {
    return parseKernelSpec(readFileSync(path, "utf8"), path);
  } catch (error) {
    throw new KernelSpecError(
      `findKernelSpec: expected a kernelspec at ${path}, but got: ${(error as Error).message}`,
    );
  }
}

/**
 * Finds a kernelspec by name; like Jupyter, it ignores case and takes the first of the search path.
 *
 * @throws KernelSpecError listing where it looked and what there is, or naming the file that is not a kernelspec.
 */
export function findKernelSpec(name: string, options: FindOptions = {}): FoundKernelSpec {
  const folders = kernelFolders(options.machine ?? thisMachine(), options.also);
  for (const parent of folders) {
    const entry = specsIn(parent).find((spec) => spec.toLowerCase() === name.toLowerCase());
    if (entry === undefined) continue;
    const folder = join(parent, entry);
    return { name: entry, folder, spec: readSpec(folder) };
  }
  const others = [...new Set(folders.flatMap(specsIn))].sort();
  const there = others.length > 0 ? `only ${others.join(", ")}` : "none at all";
  throw new KernelSpecError(
    `findKernelSpec: expected a kernel named "${name}", but got ${there}; looked in ${folders.join(", ")}`,
  );
}
