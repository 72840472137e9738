import { availableParallelism } from "node:os";
import type { FoundKernelSpec } from "../kernelspecs/spec";
import type { Notebook } from "../notebook-files/notebook";
import type { RunError } from "./run-error";
import { type Progress, runNotebook, type Timeouts } from "./run-notebook";

/** One notebook to run. */
export interface Task {
  notebook: Notebook;
  spec: FoundKernelSpec;
  /** The folder the kernel works in. */
  cwd: string;
  /** More environment variables for the kernel. */
  env?: Record<string, string>;
}

/** How one notebook ended: with its outputs, or with an error. */
export type Outcome = { notebook: Notebook; error?: undefined } | { error: RunError };

/** How several notebooks run beside each other. */
export interface PoolOptions {
  /** How many run at once; when not given, one for each processor and at most four. */
  jobs?: number;
  /** Whether the first failure ends the others. */
  failFast?: boolean;
  timeouts?: Timeouts;
  signal?: AbortSignal;
  /** Gets the task's place in the list. */
  onProgress?: (task: number, progress: Progress) => void;
  /** Called as soon as a notebook has ended, with the time that it took, its kernel's start included. */
  onEnd?: (task: number, outcome: Outcome, ms: number) => void;
}

/**
 * Runs notebooks, several at once, each on a kernel of its own.
 *
 * @returns How each ended, in the order of the tasks; a failure rejects nothing.
 */
export async function runNotebooks(tasks: Task[], options: PoolOptions = {}): Promise<Outcome[]> {
  const {
    jobs = Math.min(4, availableParallelism()),
    failFast,
    timeouts,
    onProgress,
    onEnd,
  } = options;
  const outcomes: Outcome[] = [];
  const others = new AbortController();
  const signals = [others.signal, ...(options.signal ? [options.signal] : [])];
  const signal = AbortSignal.any(signals);
  let next = 0;

  const runOne = async (task: number): Promise<Outcome> => {
    try {
      const progress = (now: Progress) => onProgress?.(task, now);
      const { notebook, ...place } = tasks[task];
      return {
        notebook: await runNotebook(notebook, { ...place, timeouts, signal, onProgress: progress }),
      };
    } catch (error) {
      if ((error as Error).name !== "RunError") throw error;
      return { error: error as RunError };
    }
  };
  const work = async () => {
    while (next < tasks.length) {
      const task = next++;
      const start = Date.now();
      const outcome = await runOne(task);
      outcomes[task] = outcome;
      onEnd?.(task, outcome, Date.now() - start);
      if (outcome.error && failFast) others.abort(new Error("another notebook failed."));
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, work));
  return outcomes;
}
