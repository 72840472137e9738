import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import {
  type Machine,
  pathOf,
  thisMachine,
  userDataFolder,
} from "../../jupyter/kernelspecs/jupyter-paths";
import {
  isOwnKernelSpec,
  parseKernelSpec,
  writeKernelSpec,
} from "../../jupyter/kernelspecs/kernelspec";
import type { KernelSpec } from "../../jupyter/kernelspecs/spec";
import { renameOver } from "../../jupyter/notebook-files/rename-over";

/** Whose kernel.json stands in a folder: nobody's, ours (of this or another clone), or somebody else's. */
export type Owner = "nobody" | "own" | "foreign";

/** A kernel could not be put in or taken away; the message says why. */
export class UserKernelError extends Error {
  override name = "UserKernelError";
}

/** Where a foreign kernel.json waits while ours stands in its place. */
const ASIDE = "kernel.json.replaced";

/** The folder of a kernel in the user's own Jupyter folder. */
export function userKernelFolder(name: string, machine: Machine = thisMachine()): string {
  if (!/^[a-z0-9._-]+$/i.test(name))
    throw new UserKernelError(
      `expected a kernel's name of letters, digits, ".", "_" and "-", but got ${JSON.stringify(name)}.`,
    );
  return pathOf(machine).join(userDataFolder(machine), "kernels", name);
}

/** The spec in a folder; nothing when there is none or it cannot be read. */
export function readUserKernel(folder: string): KernelSpec | undefined {
  const file = join(folder, "kernel.json");
  try {
    return parseKernelSpec(readFileSync(file, "utf8"), file);
  } catch {
    return undefined;
  }
}

/** Whose kernel a folder holds; what cannot be read is not ours. */
export function ownerOf(folder: string): Owner {
  if (!existsSync(join(folder, "kernel.json"))) return "nobody";
  const spec = readUserKernel(folder);
  return spec && isOwnKernelSpec(spec) ? "own" : "foreign";
}

/**
 * Puts a kernel into a folder; the files served with it are copied.
 *
 * @param source The project's own kernel folder.
 * @param force Whether a foreign kernel may be replaced; its kernel.json is then kept aside.
 * @throws UserKernelError when a foreign kernel is there and `force` is not given.
 */
export function installUserKernel(
  folder: string,
  spec: KernelSpec,
  source: string,
  force: boolean,
): void {
  if (ownerOf(folder) === "foreign") {
    if (!force)
      throw new UserKernelError(
        `expected no other kernel in ${folder}, but got one that this project has not put there. With --force it is replaced and kept aside; with --name NAME both stay.`,
      );
    // The first one put aside is the user's; a later one would be something in between.
    if (!existsSync(join(folder, ASIDE)))
      renameOver(join(folder, "kernel.json"), join(folder, ASIDE));
  }
  mkdirSync(folder, { recursive: true });
  for (const file of servedFiles(source)) copyFileSync(join(source, file), join(folder, file));
  writeKernelSpec(folder, spec);
}

/**
 * Takes our kernel out of a folder, and puts back the one it had replaced.
 *
 * @returns What stands there now.
 * @throws UserKernelError when the kernel there is none of ours, or there is none.
 */
export function uninstallUserKernel(
  folder: string,
  source: string,
): "nothing" | "the kernel from before" {
  const owner = ownerOf(folder);
  if (owner === "nobody")
    throw new UserKernelError(`expected a kernel in ${folder}, but got none.`);
  if (owner === "foreign")
    throw new UserKernelError(
      `expected this project's kernel in ${folder}, but got one that it has not put there; it stays.`,
    );
  for (const file of servedFiles(source)) rmSync(join(folder, file), { force: true });
  if (existsSync(join(folder, ASIDE))) {
    renameOver(join(folder, ASIDE), join(folder, "kernel.json"));
    return "the kernel from before";
  }
  rmSync(join(folder, "kernel.json"));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  return "nothing";
}

/** The files beside kernel.json that a Jupyter server hands to the page. */
function servedFiles(source: string): string[] {
  return readdirSync(source).filter((file) => /\.(js|svg|png|css)$/.test(file));
}
