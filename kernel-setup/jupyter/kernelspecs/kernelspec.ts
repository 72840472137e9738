import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { renameOver } from "../notebook-files/rename-over";
import type { KernelSpec } from "./spec";

/** What a spec of this project is made from. */
export interface KernelSpecOptions {
  /** The absolute path of Node. */
  node: string;
  /** The absolute path of the kernel's main.js. */
  main: string;
  /** The absolute path of a shell script that runs the command and watches it. */
  watch?: string;
  /** Node's own flags, before main.js. */
  flags?: string[];
  /** More arguments for main.js, after `{connection_file}`. */
  args?: string[];
  displayName?: string;
  env?: Record<string, string>;
}

/** The key in `metadata` that marks a spec as written by this project. */
const OWNER = "backprop-kernel-setup";

/**
 * Makes the spec of this project's kernel.
 *
 * @throws Error when node, main or watch is not an absolute path: a kernel starts in any folder.
 */
export function makeKernelSpec(options: KernelSpecOptions): KernelSpec {
  const { node, main, watch, flags = [], args = [], displayName = "TypeScript", env } = options;
  for (const [name, path] of Object.entries({ node, main, ...(watch && { watch }) })) {
    if (!isAbsolute(path)) {
      throw new Error(`makeKernelSpec: expected ${name} to be an absolute path, but got ${path}`);
    }
  }
  return {
    argv: [
      ...(watch ? ["/bin/sh", watch] : []),
      node,
      ...flags,
      main,
      "{connection_file}",
      ...args,
    ],
    display_name: displayName,
    language: "typescript",
    interrupt_mode: "message",
    ...(env === undefined ? {} : { env }),
    metadata: { [OWNER]: { main } },
  };
}

/** Whether a spec was made by `makeKernelSpec` (of this or another clone), so that it may be replaced. */
export function isOwnKernelSpec(spec: KernelSpec): boolean {
  return spec.metadata?.[OWNER] !== undefined;
}

/**
 * Writes `<folder>/kernel.json`, making the folder. A reader never sees half a file: it is written
 * beside and renamed.
 */
export function writeKernelSpec(folder: string, spec: KernelSpec): void {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, "kernel.json");
  const draft = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, `${JSON.stringify(spec, null, 2)}\n`);
    renameOver(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Reads a kernel.json's text. @throws Error saying in a full sentence what is not as it must be. */
export function parseKernelSpec(text: string, path: string): KernelSpec {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(
      `parseKernelSpec: expected JSON in ${path}, but got: ${(error as Error).message}`,
    );
  }
  const spec = value as Partial<KernelSpec> | null;
  const argv: unknown = spec?.argv;
  if (!Array.isArray(argv) || argv.length === 0 || argv.some((arg) => typeof arg !== "string")) {
    throw new Error(
      `parseKernelSpec: expected argv in ${path} to be a list of strings, but got ${JSON.stringify(argv)}`,
    );
  }
  const mode: unknown = spec?.interrupt_mode;
  if (mode !== undefined && mode !== "message" && mode !== "signal") {
    throw new Error(
      `parseKernelSpec: expected interrupt_mode "message" or "signal" in ${path}, but got ${JSON.stringify(mode)}`,
    );
  }
  return { ...spec, argv, display_name: spec?.display_name ?? "", language: spec?.language ?? "" };
}
