import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectKernelSpec } from "../../kernel-setup/commands/parts/project-kernelspec";
import { writeKernelSpec } from "../../kernel-setup/jupyter/kernelspecs/kernelspec";
import type { KernelSpec } from "../../kernel-setup/jupyter/kernelspecs/spec";
import { inProject, PROJECT } from "./project";

/** Our kernel as it is installed, on the Node that runs the tests. */
export const ourKernel = (): KernelSpec => projectKernelSpec(PROJECT);

/** A stock tslab, started as its own installer would have it. */
export const stockTslab = (): KernelSpec => ({
  argv: [
    process.execPath,
    inProject("node_modules/tslab/bin/tslab"),
    "kernel",
    "--config-path",
    "{connection_file}",
  ],
  display_name: "TypeScript",
  language: "typescript",
});

/**
 * Makes a folder for JUPYTER_PATH in which `spec` is the kernel "tslab", and removes it afterwards.
 * It lies in the project, so that a notebook in it finds the project's node_modules.
 */
export async function withKernelFolder<T>(
  spec: KernelSpec,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  mkdirSync(inProject(".jupyter"), { recursive: true });
  const folder = mkdtempSync(inProject(".jupyter", "test-"));
  try {
    writeKernelSpec(join(folder, "kernels", "tslab"), spec);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
