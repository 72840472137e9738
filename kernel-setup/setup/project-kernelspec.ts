import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FoundKernelSpec } from "../spec/find-kernelspec";
import { type KernelSpec, makeKernelSpec, parseKernelSpec } from "../spec/kernelspec";
import { JUPYTER_FOLDER, KERNEL_NAME } from "./project";

/**
 * The spec that starts the kernel of a clone: with absolute paths, so from any folder.
 *
 * @param root The clone.
 * @param node The Node that runs the kernel.
 */
export function projectKernelSpec(
  root: string,
  node: string = process.execPath,
  platform: NodeJS.Platform = process.platform,
): KernelSpec {
  return makeKernelSpec({
    node,
    main: join(root, "dist", "kernel-setup", "kernel", "main.js"),
    // Windows has no such shell: there the next kernel says why one has died.
    ...(platform !== "win32" && { watch: join(root, "kernel-setup", "kernel", "watch.sh") }),
  });
}

/**
 * The kernel of this clone as its build has set it up, whatever else is installed under its name.
 *
 * @throws Error when it is not there or damaged.
 */
export function projectKernel(): FoundKernelSpec {
  const folder = join(JUPYTER_FOLDER, "kernels", KERNEL_NAME);
  const file = join(folder, "kernel.json");
  return { name: KERNEL_NAME, folder, spec: parseKernelSpec(readFileSync(file, "utf8"), file) };
}
