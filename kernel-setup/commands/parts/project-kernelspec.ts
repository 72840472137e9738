import { join } from "node:path";
import { makeKernelSpec } from "../../jupyter/kernelspecs/kernelspec";
import type { FoundKernelSpec, KernelSpec } from "../../jupyter/kernelspecs/spec";
import { JUPYTER_FOLDER, KERNEL_NAME, ROOT } from "./project";

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
 * The kernel of this clone, whatever else is installed under its name; also where the clone was moved to
 * and its file, which Jupyter reads, could not be written.
 */
export function projectKernel(): FoundKernelSpec {
  const folder = join(JUPYTER_FOLDER, "kernels", KERNEL_NAME);
  return { name: KERNEL_NAME, folder, spec: projectKernelSpec(ROOT) };
}
