import { join } from "node:path";
import { type KernelSpec, makeKernelSpec } from "../spec/kernelspec";

/**
 * The spec that starts the kernel of a clone: with absolute paths, so from any folder.
 *
 * @param root The clone.
 * @param node The Node that runs the kernel.
 */
export function projectKernelSpec(root: string, node: string = process.execPath): KernelSpec {
  return makeKernelSpec({ node, main: join(root, "dist", "kernel-setup", "kernel", "main.js") });
}
