import { parseArgs } from "node:util";

/** What `npm run execute -- --help` prints. */
export const HELP = `Runs TypeScript notebooks from top to bottom, each on a kernel of its own.

  npm run execute -- FILE… [options]

  --write                 write the outputs into the files; without it they are only checked
  --kernel NAME           the kernel; else the one that the notebook names, else tslab
  --timeout S             seconds for each cell (300; 0: no limit)
  --notebook-timeout S    seconds for each notebook (1800; 0: no limit)
  --jobs N                notebooks that run at once (one for each processor, at most 4)
  --fail-fast             end all when one fails
  --home DIR              what passes counts on the scorecard there (else BACKPROP_HOME; else on none)
  --help                  show this

A notebook fails at its first cell that raises, leaves a rejection behind or writes to stderr. Tags of
a cell say otherwise: raises-exception (may fail), stderr (may write there), skip-execution.
The file of a notebook that fails stays as it was, also with --write.

Exit code: 0 all ran; 1 a cell failed; 2 the command was not understood; 3 not a valid notebook, or no
such kernel; 4 the kernel died or did not start; 5 a limit ran out; 6 the outputs could not be written;
130 interrupted. When several notebooks fail, the code is that of the first one named.`;

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** What `npm run execute` was asked for. */
export interface Options {
  files: string[];
  help: boolean;
  write: boolean;
  failFast: boolean;
  kernel?: string;
  home?: string;
  jobs?: number;
  timeouts: { cell?: number; notebook?: number };
}

function numberOf(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  // A timer reaches no further than 2^31 ms.
  if (text.trim() !== "" && value >= least && value <= 2_000_000) return value;
  throw new UsageError(
    `--${option}: expected a number from ${least} to 2000000, but got "${text}".`,
  );
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        write: flag,
        kernel: text,
        timeout: text,
        "notebook-timeout": text,
        jobs: text,
        "fail-fast": flag,
        home: text,
        help: flag,
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Reads the command line of `execute`. @throws UsageError when it cannot be understood. */
export function readOptions(args: string[]): Options {
  const { values, positionals: files } = parse(args);
  const jobs = numberOf("jobs", values.jobs, 1);
  if (jobs !== undefined && !Number.isInteger(jobs)) {
    throw new UsageError(`--jobs: expected a whole number, but got "${values.jobs}".`);
  }
  if (files.length === 0 && !values.help) {
    throw new UsageError("execute: expected at least one notebook file, but got none.");
  }
  const cell = numberOf("timeout", values.timeout, 0);
  const notebook = numberOf("notebook-timeout", values["notebook-timeout"], 0);
  const { help, write, kernel, home, "fail-fast": failFast } = values;
  return { files, help, write, failFast, kernel, home, jobs, timeouts: { cell, notebook } };
}
