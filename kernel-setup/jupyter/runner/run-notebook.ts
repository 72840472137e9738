import { setTimeout as sleep } from "node:timers/promises";
import type { KernelClient } from "../client/kernel-client";
import { KernelError } from "../client/kernel-error";
import { startKernel } from "../client/start-kernel";
import { Stop, TimeoutError } from "../client/stop";
import type { FoundKernelSpec } from "../kernelspecs/spec";
import { type Cell, type CodeCell, type Notebook, tagsOf } from "../notebook-files/notebook";
import { CellWatch, lineOf } from "./cell-trouble";
import { OutputCollector } from "./output-collector";
import { RunError } from "./run-error";

/** Limits in seconds; 0 is no limit. */
export interface Timeouts {
  /** Until the kernel is ready; 60 when not given. */
  start?: number;
  /** For each cell; 300 when not given. */
  cell?: number;
  /** For the whole notebook; 1800 when not given. */
  notebook?: number;
}

/** How far a notebook has run. */
export interface Progress {
  /** Code cells that have ended. */
  done: number;
  /** Code cells to run. */
  total: number;
}

/** On which kernel a notebook runs, where, and for how long. */
export interface RunOptions {
  spec: FoundKernelSpec;
  /** The folder the kernel works in: the notebook's own. */
  cwd: string;
  timeouts?: Timeouts;
  /** More environment variables for the kernel. */
  env?: Record<string, string>;
  /** Called at the start and after each cell. */
  onProgress?: (progress: Progress) => void;
  /** Ends the run, and its kernel. */
  signal?: AbortSignal;
}

const isRun = (cell: Cell): cell is CodeCell =>
  cell.cell_type === "code" &&
  cell.source.trim() !== "" &&
  !tagsOf(cell).includes("skip-execution");

/** The cells of a notebook that a run executes. */
export function cellsToRun(notebook: Notebook): CodeCell[] {
  return notebook.cells.filter(isRun);
}

/** Executes one cell. A kernel that drops requests for a moment after an error is asked again. */
async function execute(client: KernelClient, watch: CellWatch, outputs: OutputCollector) {
  const onMessage = (message: Parameters<CellWatch["take"]>[0]) => {
    watch.take(message);
    outputs.collect(watch.cell, message);
  };
  for (let tries = 0; tries < 5; tries++) {
    if (tries > 0) await sleep(300);
    const reply = await client.execute(watch.cell.source, { onMessage });
    if (reply.status === "aborted") continue;
    watch.cell.execution_count = reply.executionCount;
    watch.reply = reply;
    return;
  }
  throw new KernelError("The kernel keeps dropping the cell.");
}

/**
 * Runs a notebook's code cells from the first to the last on a kernel of its own.
 *
 * Tags as in nbclient: `raises-exception` lets a cell fail, `skip-execution` leaves it out; and
 * `stderr` lets it write there. Empty cells are left out.
 *
 * @param input Stays as it is.
 * @returns A copy with the outputs of this run and the kernel's `language_info`.
 * @throws RunError at the first cell that fails, leaves a rejection behind or writes to stderr
 *   undeclared, when the kernel dies or does not start, when a limit runs out, when `signal` is raised.
 *
 * @example
 * const spec = findKernelSpec("tslab");
 * const done = await runNotebook(readNotebook("lesson.ipynb"), { spec, cwd: "." });
 * writeNotebook("lesson.ipynb", done);
 */
export async function runNotebook(input: Notebook, options: RunOptions): Promise<Notebook> {
  const { spec, cwd, timeouts = {}, env, onProgress } = options;
  const { start = 60, cell: each = 300, notebook: whole = 1800 } = timeouts;
  const notebook = structuredClone(input);
  const codeCells = notebook.cells.filter((cell) => cell.cell_type === "code");
  for (const cell of codeCells) Object.assign(cell, { outputs: [], execution_count: null });
  const watches = codeCells
    .map((cell, i) => new CellWatch(cell, i + 1))
    .filter(({ cell }) => isRun(cell));
  const outputs = new OutputCollector();
  const stop = new Stop(options.signal);
  let client: KernelClient | undefined;
  let current: CellWatch | undefined;
  let running: Promise<Notebook> | undefined;

  const fail = (error: unknown, kind: RunError["kind"]) => {
    const [evalue, ...traceback] = (error as Error).message.split("\n");
    const place = current && { id: current.cell.id, number: current.number };
    return new RunError({ kind, ename: (error as Error).name, evalue, traceback }, notebook, place);
  };
  // An error may surface after its cell has ended: every cell so far is looked at again.
  const check = () => {
    for (const watch of watches) {
      const trouble = watch.trouble();
      if (!trouble) continue;
      const line = lineOf(trouble, watch.cell.execution_count);
      const place = { id: watch.cell.id, number: watch.number, ...(line && { line }) };
      throw new RunError(trouble, notebook, place);
    }
  };
  const runAll = async () => {
    const kernel = await startKernel(spec, { cwd, env, timeout: start, signal: stop.signal });
    client = kernel;
    for (const [done, watch] of watches.entries()) {
      onProgress?.({ done, total: watches.length });
      current = watch;
      await stop.within(each, "A cell", () => execute(kernel, watch, outputs));
      check();
    }
    current = undefined;
    await stop.within(each, "A cell", () => kernel.fence());
    check();
    onProgress?.({ done: watches.length, total: watches.length });
    if (kernel.info.language_info) notebook.metadata.language_info = kernel.info.language_info;
    return notebook;
  };

  try {
    return await stop.within(whole, "The notebook", () => {
      running = runAll();
      return running;
    });
  } catch (error) {
    if (error instanceof RunError) throw error;
    if (!(error instanceof KernelError)) await client?.kill();
    if (error instanceof KernelError) throw fail(error, "kernel");
    if (error instanceof TimeoutError) throw fail(error, "timeout");
    if (options.signal?.aborted) throw fail(options.signal.reason, "cancelled");
    throw error;
  } finally {
    stop.over();
    // A kernel that was still starting ends with the start.
    await running?.catch(() => {});
    await client?.shutdown();
  }
}
