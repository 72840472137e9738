import { mkdirSync } from "node:fs";
import { HOME_VARIABLE } from "../../jupyter/kernelspecs/home";
import type { FoundKernelSpec } from "../../jupyter/kernelspecs/spec";
import { ProgressBar } from "../../jupyter/runner/progress-bar";
import { type Outcome, runNotebooks } from "../../jupyter/runner/run-notebooks";
import type { LessonNotebook } from "./lesson-notebooks";

/** On which kernel lessons run, and how many at once. */
export interface RunLessonsOptions {
  spec: FoundKernelSpec;
  /** How many run at once. */
  jobs?: number;
}

/** What a run may take on two processors; more is said, not punished: machines differ. */
const BUDGET = { notebook: 15, all: 150 };

/** Executes lessons, several at once, each in the folder that it is saved in, under a progress bar. */
export async function runLessons(
  targets: LessonNotebook[],
  { spec, jobs }: RunLessonsOptions,
): Promise<Outcome[]> {
  const bar = new ProgressBar(process.stderr, "cells");
  const start = Date.now();
  const done = targets.map(() => 0);
  const total = targets
    .map(({ notebook }) => notebook.cells.filter(({ cell_type }) => cell_type === "code").length)
    .reduce((sum, count) => sum + count, 0);
  const interrupted = new AbortController();
  const stop = () => interrupted.abort(new Error("the command was told to stop."));
  process.once("SIGINT", stop);
  // What passes here is no learner's work.
  const env = { [HOME_VARIABLE]: "" };
  for (const { folder } of targets) mkdirSync(folder, { recursive: true });
  try {
    return await runNotebooks(
      targets.map(({ notebook, folder }) => ({ notebook, spec, cwd: folder, env })),
      {
        jobs,
        signal: interrupted.signal,
        onProgress: (task, progress) => {
          done[task] = progress.done;
          bar.update(
            done.reduce((sum, count) => sum + count, 0),
            total,
          );
        },
        onEnd: (task, { error }, ms) => {
          const { lesson, language } = targets[task];
          const name = `${lesson.number}-${lesson.name} (${language})`;
          const time = seconds(ms, BUDGET.notebook);
          bar.above(() => console.log(`${error ? "FAILED" : "ran   "}  ${name}: ${time}`));
        },
      },
    );
  } finally {
    bar.end();
    if (targets.length > 1)
      console.log(`${targets.length} notebooks ran in ${seconds(Date.now() - start, BUDGET.all)}.`);
    process.off("SIGINT", stop);
  }
}

function seconds(ms: number, budget: number): string {
  const time = `${(ms / 1000).toFixed(1)} s`;
  return ms > budget * 1000 ? `${time} (more than the ${budget} s planned)` : time;
}
