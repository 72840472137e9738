import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectKernelSpec } from "../../../kernel-setup/commands/parts/project-kernelspec";
import { stockTslab } from "../../support/kernel-folder";
import { PYTHON, pythonHas } from "../../support/needs";
import { inProject } from "../../support/project";

/** A kernel that is measured. */
export interface Contender {
  name: string;
  language: "TypeScript" | "Python";
  /** The command; `{connection_file}` in it is replaced. */
  argv: string[];
  env?: Record<string, string>;
  /** Whether its cells can import the library. */
  imports: boolean;
  /** Whether it says what is wrong with a cell that it does not run. */
  diagnoses?: boolean;
}

const FOLDER = inProject("test", "bench");

/** Deno's program, which lies in the package of this platform: no install script has linked it. */
function denoProgram(): string | undefined {
  const packages = join(FOLDER, "node_modules", "@deno");
  if (!existsSync(packages)) return undefined;
  return readdirSync(packages)
    .flatMap((name) => ["deno", "deno.exe"].map((file) => join(packages, name, file)))
    .find((file) => existsSync(file));
}

/** The kernels on this machine, ours and the stock tslab first. Says which one is missing. */
export async function findContenders(all: boolean): Promise<Contender[]> {
  const { argv } = projectKernelSpec(inProject());
  const contenders: Contender[] = [
    { name: "ours", language: "TypeScript", argv, imports: true, diagnoses: true },
    { name: "stock tslab", language: "TypeScript", argv: stockTslab().argv, imports: true },
  ];
  if (pythonHas("ipykernel")) {
    const command = [PYTHON, "-m", "ipykernel_launcher", "-f", "{connection_file}"];
    contenders.push({ name: "ipykernel", language: "Python", argv: command, imports: false });
  } else {
    console.log(`ipykernel is left out: ${PYTHON} has none.`);
  }
  if (!all) return contenders;
  const deno = denoProgram();
  if (deno === undefined) {
    console.log("Deno is left out: there is none for this platform.");
    return contenders;
  }
  const env = { DENO_NO_UPDATE_CHECK: "1", DENO_DIR: join(tmpdir(), "backprop-bench-deno") };
  const command = [deno, "jupyter", "--kernel", "--conn", "{connection_file}"];
  contenders.push({ name: "Deno", language: "TypeScript", argv: command, env, imports: false });
  return contenders;
}
