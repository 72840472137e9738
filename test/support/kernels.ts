import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectKernelSpec } from "../../kernel-setup/commands/parts/project-kernelspec";
import type { FoundKernelSpec, KernelSpec } from "../../kernel-setup/jupyter/kernelspecs/spec";
import { type Notebook, parseNotebook } from "../../kernel-setup/jupyter/notebook-files/notebook";

/** The clone: this file runs from dist/test/support. */
export const ROOT = join(__dirname, "..", "..", "..");

function found(
  name: string,
  args: string[],
  spec: Pick<KernelSpec, "interrupt_mode" | "env">,
): FoundKernelSpec {
  const argv = [process.execPath, ...args];
  return {
    name,
    folder: __dirname,
    spec: { argv, display_name: name, language: "typescript", ...spec },
  };
}

/** The kernel of fake-kernel.ts. */
export const fakeKernel = (env: Record<string, string> = {}) =>
  found("fake", [join(__dirname, "fake-kernel.js"), "{connection_file}"], {
    interrupt_mode: "message",
    env,
  });

const TSLAB = join(ROOT, "node_modules", "tslab", "bin", "tslab");

/** A stock tslab, as its own installer would start it. */
export const stockTslab = () =>
  found("stock-tslab", [TSLAB, "kernel", "--config-path", "{connection_file}"], {});

const OWN_MAIN = join(ROOT, "dist", "kernel-setup", "kernel", "main.js");
export const hasOwnKernel = existsSync(OWN_MAIN);

/** This project's kernel, as its kernelspec starts it, with more flags for Node. */
export function ownKernel(flags: string[] = []): FoundKernelSpec {
  const spec = projectKernelSpec(ROOT);
  const at = spec.argv.indexOf(OWN_MAIN);
  return {
    name: "tslab",
    folder: __dirname,
    spec: { ...spec, argv: spec.argv.toSpliced(at, 0, ...flags) },
  };
}

type CellOf = string | { source: string; tags?: string[]; id?: string };

/** The text of a notebook of these code cells. */
export function notebookText(cells: CellOf[], kernel = "fake"): string {
  const whole = cells.map((cell, i) => {
    const { source, tags, id = `c${i + 1}` } = typeof cell === "string" ? { source: cell } : cell;
    const metadata = tags ? { tags } : {};
    return { cell_type: "code", id, metadata, source, outputs: [], execution_count: null };
  });
  const metadata = { kernelspec: { name: kernel, display_name: kernel } };
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: whole });
}

/** A notebook of these code cells. */
export const notebookOf = (cells: CellOf[]): Notebook =>
  parseNotebook(notebookText(cells), "test.ipynb");

/** The joined streams and texts of one cell, for short expectations. */
export function textOf(notebook: Notebook, cell: number): string {
  const { outputs = [] } = notebook.cells[cell] as { outputs?: Record<string, unknown>[] };
  return outputs
    .map((o) => o.text ?? (o.data as Record<string, unknown>)?.["text/plain"] ?? o.evalue)
    .join("|");
}
