import { inProject } from "../../support/project";
import type { Contender } from "./contender";
import { inProcess } from "./in-process";
import type { Problem } from "./problem";

const SCRIPT = inProject("test", "bench", "training", "tensorflow-step.mjs");

/** TensorFlow.js, from the package file that only `--all` installs. It has float32 alone. */
export async function tensorflow(problem: Problem, kind: "cpu" | "wasm"): Promise<Contender> {
  const command = [process.execPath, SCRIPT];
  const { contender } = await inProcess({ name: `TF.js ${kind}`, command, kind }, problem);
  // Its products in JavaScript would take minutes.
  return kind === "wasm" ? contender : { ...contender, product: undefined };
}
