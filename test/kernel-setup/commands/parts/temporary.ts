import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inProject, PROJECT } from "../../../support/project";

const made: string[] = [];

/** A new folder that `removeTemporary` takes away. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "backprop-set-up-")));
  made.push(folder);
  return folder;
}

/** For `afterEach`. */
export function removeTemporary(): void {
  for (const folder of made.splice(0))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Writes files into a folder: text as it is, anything else as JSON. */
export function writeFiles(folder: string, files: Record<string, unknown>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** A notebook of nbformat 4.5 with a code cell for each source. */
export function notebook(sources: string[], outputs: object[] = []): object {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
    },
    cells: sources.map((source, i) => ({
      cell_type: "code",
      id: `cell-${i}`,
      metadata: {},
      source,
      outputs,
      execution_count: null,
    })),
  };
}

/** A clone of this project with two small lessons; it shares the installed packages. */
export function temporaryClone(): string {
  const clone = temporaryFolder();
  const parts = [
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "src",
    "kernel-setup",
    "dist",
    ".jupyter/kernels",
  ];
  for (const part of parts)
    if (existsSync(inProject(part)))
      cpSync(inProject(part), join(clone, part), {
        recursive: true,
        preserveTimestamps: true,
        filter: (file) => basename(file) !== "node_modules",
      });
  symlinkSync(join(PROJECT, "node_modules"), join(clone, "node_modules"), "junction");
  writeFiles(clone, {
    "notebooks/en/05-simple-layers.ipynb": notebook(["1 + 1"]),
    "notebooks/ko/05-simple-layers.ipynb": notebook(["1 + 1 // 더하기"]),
  });
  return clone;
}

/** A module of the plain bootstrap. */
export const bootstrap = (file: string) =>
  import(pathToFileURL(inProject("kernel-setup", "commands", "boot", file)).href);
