import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeKernelSpec } from "../../jupyter/kernelspecs/kernelspec";
import type { KernelSpec } from "../../jupyter/kernelspecs/spec";
import { JUPYTER_FOLDER, KERNEL_NAME } from "./project";

/** The spec of a stock tslab, the one among the installed packages, as its own installer writes it. */
export function stockTslabSpec(node: string = process.execPath): KernelSpec {
  const bin = join(dirname(require.resolve("tslab/package.json")), "bin", "tslab");
  return {
    argv: [node, bin, "kernel", "--config-path", "{connection_file}"],
    display_name: "TypeScript (stock tslab)",
    language: "typescript",
  };
}

/**
 * Makes a folder for JUPYTER_PATH in which the kernel that notebooks ask for is a stock tslab, with the
 * files beside it that pages load from our kernel's folder.
 *
 * @param folder What all kernels that stand apart from Jupyter's own are kept in.
 * @returns The folder made.
 */
export function writeStockTslab(folder: string): string {
  const made = join(folder, "stock-tslab");
  const ours = join(JUPYTER_FOLDER, "kernels", KERNEL_NAME);
  const kernel = join(made, "kernels", KERNEL_NAME);
  mkdirSync(kernel, { recursive: true });
  for (const name of readdirSync(ours))
    if (name !== "kernel.json") copyFileSync(join(ours, name), join(kernel, name));
  writeKernelSpec(kernel, stockTslabSpec());
  return made;
}
