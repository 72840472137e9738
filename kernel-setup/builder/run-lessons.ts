import { mkdirSync } from "node:fs";
import { ProgressBar } from "../client/progress-bar";
import { type Outcome, runNotebooks } from "../client/run-notebooks";
import type { FoundKernelSpec } from "../spec/find-kernelspec";
import type { LessonNotebook } from "./lesson-notebooks";

export interface RunLessonsOptions {
  spec: FoundKernelSpec;
  /** How many run at once. */
  jobs?: number;
}

/** Executes lessons, several at once, each in the folder that it is saved in, under a progress bar. */
export async function runLessons(
  targets: LessonNotebook[],
  { spec, jobs }: RunLessonsOptions,
): Promise<Outcome[]> {
  const bar = new ProgressBar(process.stderr, "cells");
  const done = targets.map(() => 0);
  const total = targets
    .map(({ notebook }) => notebook.cells.filter(({ cell_type }) => cell_type === "code").length)
    .reduce((sum, count) => sum + count, 0);
  const interrupted = new AbortController();
  const stop = () => interrupted.abort(new Error("the command was told to stop."));
  process.once("SIGINT", stop);
  for (const { folder } of targets) mkdirSync(folder, { recursive: true });
  try {
    return await runNotebooks(
      targets.map(({ notebook, folder }) => ({ notebook, spec, cwd: folder })),
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
        onEnd: (task, { error }) => {
          const { lesson, language } = targets[task];
          const name = `${lesson.number}-${lesson.name} (${language})`;
          bar.above(() => console.log(error ? `FAILED  ${name}` : `ran     ${name}`));
        },
      },
    );
  } finally {
    bar.end();
    process.off("SIGINT", stop);
  }
}
