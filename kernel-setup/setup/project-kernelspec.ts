import { join } from "node:path";
import { type Kernelspec, makeKernelspec } from "../spec/kernelspec";

/**
 * The spec that starts the kernel of a clone: with absolute paths, so from any folder.
 *
 * @param root The clone.
 * @param node The Node that runs the kernel.
 */
export function projectKernelspec(root: string, node: string = process.execPath): Kernelspec {
  return makeKernelspec({ node, main: join(root, "dist", "kernel-setup", "kernel", "main.js") });
}
