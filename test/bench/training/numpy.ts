import { existsSync, readFileSync } from "node:fs";
import type { FloatType } from "../../../src/arrays/numjs-types";
import { PYTHON, pythonHas } from "../../support/needs";
import { inProject } from "../../support/project";
import { kernelsFor } from "./blas-kernels";
import type { Contender } from "./contender";
import { lossDifference, stepsPerSecond } from "./figures";
import { inProcess } from "./in-process";
import type { Problem } from "./problem";

const SCRIPT = inProject("test", "bench", "training", "numpy_step.py");
const CPUINFO = "/proc/cpuinfo";
/** How often the kernels take turns, and for how many steps, before the fastest is chosen. */
const ROUNDS = 5;
const STEPS = 40;

/** NumPy on one kernel of OpenBLAS. */
interface Candidate {
  contender: Contender;
  /** The kernel that runs; none is null. */
  kernel: string | null;
  seconds: number[];
}

export interface Numpy {
  contender: Contender;
  /** A sentence about the kernel that was chosen, and from what. */
  says: string;
}

/**
 * NumPy, with OpenBLAS on one thread and on the fastest of the kernels that this processor executes.
 *
 * @param expected The losses of the first steps; a kernel that gives others is not taken.
 * @returns a text that says why there is none, if so
 */
export async function numpy(
  problem: Problem,
  type: FloatType,
  expected: readonly number[],
): Promise<Numpy | string> {
  if (!pythonHas("numpy")) return `NumPy is left out: ${PYTHON} has none (python3-numpy).`;
  const own = await start(problem, type);
  if (own.kernel === null) {
    own.contender.close?.();
    return "NumPy is left out: its BLAS is not OpenBLAS (libopenblas0).";
  }
  const running = [own];
  const leftOut: string[] = [];
  const names = existsSync(CPUINFO) ? kernelsFor(readFileSync(CPUINFO, "utf8")) : [];
  for (const name of names.filter((name) => name !== own.kernel)) {
    try {
      const candidate = await start(problem, type, name);
      // This OpenBLAS has no such kernel, and took another, which has or gets its own turn.
      if (candidate.kernel?.toLowerCase() !== name.toLowerCase()) candidate.contender.close?.();
      else running.push(candidate);
    } catch {
      leftOut.push(`${name} does not start`);
    }
  }
  const tried = await tryOut(running, expected);
  leftOut.push(...tried.leftOut);
  const [best, ...others] = tried.sound.toSorted(
    (a, b) => stepsPerSecond(b.seconds) - stepsPerSecond(a.seconds),
  );
  if (best === undefined) return `NumPy is left out: ${leftOut.join(", ")}.`;
  for (const { contender } of tried.sound) contender.close?.();
  // Trying has trained it: who takes part begins anew.
  const { contender } = await start(problem, type, best === own ? undefined : (best.kernel ?? ""));
  const slower = others.map((one) => `${one.kernel} (${speed(one, best)})`);
  const sentences = [
    `NumPy ${type} runs OpenBLAS's kernel ${best.kernel}; by itself it would take ${own.kernel}.`,
    slower.length > 0 ? `Slower here: ${slower.join(", ")}.` : "",
    leftOut.length > 0 ? `Left out: ${leftOut.join(", ")}.` : "",
  ];
  return { contender, says: sentences.filter((one) => one !== "").join(" ") };
}

const speed = (one: Candidate, best: Candidate) =>
  `${Math.round((100 * stepsPerSecond(one.seconds)) / stepsPerSecond(best.seconds))} %`;

/**
 * Lets kernels take turns, so that a busy moment hits all.
 *
 * @returns those that lived and computed what was expected, and why the others are left out
 */
export async function tryOut(
  candidates: Candidate[],
  expected: readonly number[],
): Promise<{ sound: Candidate[]; leftOut: string[] }> {
  const sound: Candidate[] = [];
  const leftOut: string[] = [];
  const drop = ({ contender, kernel }: Candidate, why: string) => {
    contender.close?.();
    leftOut.push(`${kernel} ${why}`);
  };
  for (const candidate of candidates) {
    try {
      const { losses } = await candidate.contender.steps(expected.length);
      const difference = lossDifference(losses, expected);
      if (difference <= 1e-6) sound.push(candidate);
      else drop(candidate, `computes losses that differ by ${difference.toExponential(0)}`);
    } catch {
      drop(candidate, "dies on this processor");
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { contender, seconds } of sound)
      seconds.push(...(await contender.steps(STEPS)).seconds);
  }
  return { sound, leftOut };
}

async function start(problem: Problem, type: FloatType, kernel?: string): Promise<Candidate> {
  const env: NodeJS.ProcessEnv = { ...process.env, OPENBLAS_NUM_THREADS: "1" };
  // Settings for other purposes, with which OpenBLAS would not do what it does by itself.
  delete env.OPENBLAS_CORETYPE;
  delete env.OPENBLAS_L2_SIZE;
  if (kernel !== undefined) env.OPENBLAS_CORETYPE = kernel;
  const program = { name: `NumPy ${type}`, command: [PYTHON, SCRIPT], kind: type, env };
  const { contender, hello } = await inProcess<{ kernel: string | null }>(program, problem);
  return { contender, kernel: hello.kernel, seconds: [] };
}
