import { realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { findKernelSpec } from "../jupyter/kernelspecs/find-kernelspec";
import { HOME_VARIABLE, homeOf } from "../jupyter/kernelspecs/home";
import { formatNotebook, type Notebook, parseNotebook } from "../jupyter/notebook-files/notebook";
import { readNotebookText } from "../jupyter/notebook-files/notebook-file";
import { writeFileWhole } from "../jupyter/notebook-files/write-file-whole";
import { duration, ProgressBar } from "../jupyter/runner/progress-bar";
import type { RunError } from "../jupyter/runner/run-error";
import { cellsToRun } from "../jupyter/runner/run-notebook";
import { type Outcome, runNotebooks, type Task } from "../jupyter/runner/run-notebooks";
import { HELP, type Options, readOptions, UsageError } from "./parts/execute-options";
import { expandPatterns } from "./parts/expand-patterns";
import { ENDINGS, watchNpm } from "./parts/interrupted";

const CODES: Record<RunError["kind"], number> = {
  error: 1,
  rejection: 1,
  stderr: 1,
  kernel: 4,
  timeout: 5,
  cancelled: 130,
};

const ROOT = join(__dirname, "..", "..", "..");

/** The clone's own kernel, found from any folder. */
const OWN_JUPYTER = join(ROOT, ".jupyter");

/** A notebook of the command line. */
interface File {
  /** As the user wrote it. */
  name: string;
  path: string;
  text: string;
  task: Task;
}

/** Where the user stands: npm runs a script in the package's folder, wherever it was called. */
function userFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD } = process.env;
  return script === "execute" && INIT_CWD ? INIT_CWD : process.cwd();
}

/** What passes in a run is nobody's work, unless somebody says whose. */
function homeVariable(asked: string | undefined): Record<string, string> {
  const home = asked ?? (process.env[HOME_VARIABLE] || undefined);
  const from = userFolder();
  return {
    [HOME_VARIABLE]: home === undefined ? "" : homeOf(ROOT, { asked: home, from }).folder,
  };
}

function open(name: string, path: string, { kernel, home }: Options): File {
  const text = readNotebookText(path);
  const notebook = parseNotebook(text, path);
  const named = notebook.metadata.kernelspec as { name: string } | undefined;
  const spec = findKernelSpec(kernel ?? named?.name ?? "tslab", { also: [OWN_JUPYTER] });
  return {
    name,
    path,
    text,
    task: { notebook, spec, cwd: dirname(path), env: homeVariable(home) },
  };
}

/** Writes the outputs, unless somebody saved the notebook while it ran. */
function write({ path, text }: File, notebook: Notebook): void {
  const result = formatNotebook(notebook, path);
  if (readNotebookText(path) !== text) {
    throw new Error(`${path} was changed while it ran, so it was left as it is.`);
  }
  if (result !== text) writeFileWhole(path, result);
}

/** Runs the files that could be opened; `codes` gets the exit code of each. */
async function run(files: File[], options: Options, codes: Map<string, number>): Promise<void> {
  const bar = new ProgressBar(process.stderr, "cells");
  const counts = files.map(({ task }) => ({ done: 0, total: cellsToRun(task.notebook).length }));
  const started: number[] = [];
  const drawBar = () => {
    const sum = (of: "done" | "total") => counts.reduce((all, count) => all + count[of], 0);
    bar.update(sum("done"), sum("total"));
  };
  const end = (i: number, outcome: Outcome) => {
    const file = files[i];
    let failure: string | undefined;
    if (outcome.error) {
      const { kind, message, traceback } = outcome.error;
      codes.set(file.path, CODES[kind]);
      failure = [message, ...traceback].join("\n    ");
    } else if (options.write) {
      try {
        write(file, outcome.notebook);
      } catch (error) {
        codes.set(file.path, 6);
        failure = (error as Error).message;
      }
    }
    const cells = counts[i].total === 1 ? "1 cell" : `${counts[i].total} cells`;
    const time = duration(Date.now() - started[i]);
    bar.above(() => {
      if (failure !== undefined) console.error(`FAILED  ${file.name}: ${failure}`);
      else console.log(`ok      ${file.name} (${cells}, ${time})`);
    });
    counts[i].done = counts[i].total;
    drawBar();
  };

  const interrupted = new AbortController();
  const stop = () => {
    // Who asks twice does not want to wait; the kernels go with this process.
    if (interrupted.signal.aborted) process.exit(130);
    interrupted.abort(new Error("the command was told to stop."));
  };
  for (const signal of ENDINGS) process.on(signal, stop);
  const stopWatching = watchNpm("execute", stop);
  try {
    const tasks = files.map(({ task }) => task);
    await runNotebooks(tasks, {
      jobs: options.jobs,
      failFast: options.failFast,
      timeouts: options.timeouts,
      signal: interrupted.signal,
      onProgress: (i, { done }) => {
        started[i] ??= Date.now();
        counts[i].done = done;
        if (done === 0 && !process.stderr.isTTY) console.log(`running ${files[i].name}`);
        drawBar();
      },
      onEnd: end,
    });
  } finally {
    bar.end();
    stopWatching();
    for (const signal of ENDINGS) process.off(signal, stop);
  }
}

/**
 * `npm run execute`: runs notebooks and, with `--write`, keeps their outputs.
 *
 * @returns The exit code; the text of `--help` lists them.
 */
export async function main(args: string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\nSee: npm run execute -- --help`);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }

  const files: File[] = [];
  const codes = new Map<string, number>();
  for (const name of expandPatterns(options.files, userFolder())) {
    let path = resolve(userFolder(), name);
    try {
      path = realpathSync(path);
    } catch {
      // open says in full what is wrong with it.
    }
    if (codes.has(path)) continue;
    codes.set(path, 0);
    try {
      files.push(open(name, path, options));
    } catch (error) {
      // Whatever is wrong with one file, the others run.
      console.error(`FAILED  ${name}: ${(error as Error).message}`);
      codes.set(path, 3);
    }
  }
  const early = codes.size - files.length;
  if (early > 0 && options.failFast) for (const { path } of files) codes.set(path, CODES.cancelled);
  else await run(files, options, codes);
  const failed = [...codes.values()].filter((code) => code !== 0);
  if (codes.size > 1) {
    const ok = codes.size - failed.length;
    console.log(`${codes.size} notebooks: ${ok} ok, ${failed.length} failed or not run.`);
  }
  // With --fail-fast, the failure tells more than the notebooks that were ended for it.
  return failed.find((code) => code !== CODES.cancelled) ?? failed[0] ?? 0;
}
