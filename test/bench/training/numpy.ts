import type { FloatType } from "../../../src/arrays/numjs-types";
import { PYTHON, pythonHas } from "../../support/needs";
import { inProject } from "../../support/project";
import type { Contender } from "./contender";
import { inProcess } from "./in-process";
import type { Problem } from "./problem";

const SCRIPT = inProject("test", "bench", "training", "numpy_step.py");

/** NumPy, with OpenBLAS on one thread; a text says why there is none. */
export async function numpy(problem: Problem, type: FloatType): Promise<Contender | string> {
  if (!pythonHas("numpy")) return `NumPy is left out: ${PYTHON} has none (python3-numpy).`;
  const env: NodeJS.ProcessEnv = { ...process.env, OPENBLAS_NUM_THREADS: "1" };
  // Settings for other purposes, with which OpenBLAS would not do what it does by itself.
  delete env.OPENBLAS_CORETYPE;
  delete env.OPENBLAS_L2_SIZE;
  const program = { name: `NumPy ${type}`, command: [PYTHON, SCRIPT], kind: type, env };
  const { contender, hello } = await inProcess<{ openblas: boolean }>(program, problem);
  if (hello.openblas) return contender;
  contender.close?.();
  return "NumPy is left out: its BLAS is not OpenBLAS (libopenblas0).";
}
