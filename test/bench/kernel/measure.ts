import { setTimeout as sleep } from "node:timers/promises";
import { cellsOf, IMPORT } from "./cells";
import type { Contender } from "./contenders";
import { MeasuredKernel } from "./measured-kernel";
import { median } from "./median";

/**
 * What one round finds out about one kernel; times in milliseconds, memory in megabytes. A figure is
 * missing where the kernel cannot do it, or hung before.
 */
export interface Figures {
  kernelInfo?: number;
  ready?: number;
  trivial?: number;
  class?: number;
  diagnostics?: number;
  import?: number;
  memoryAtStart?: number;
  memoryAfterCells?: number;
  print?: number;
  printed?: number;
  printMillion?: number;
  printedMillion?: number;
}

export const LINES = 100_000;
export const MANY_LINES = 1_000_000;
export const CELLS = 200;

/** Seconds until a kernel that has not answered hangs: a stock tslab now and then does. */
const START_LIMIT = 20;

interface Started {
  kernel: MeasuredKernel;
  kernelInfo: number;
  ready: number;
}

/** Starts a kernel and asks it at once, as a front end does. */
async function start(contender: Contender): Promise<Started> {
  const kernel = await MeasuredKernel.start(contender);
  try {
    const info = kernel.ask("kernel_info_request", {}, START_LIMIT).then(() => kernel.age);
    const ready = kernel.run("1", START_LIMIT).then(() => kernel.age);
    const [kernelInfo, first] = await Promise.all([info, ready]);
    return { kernel, kernelInfo, ready: first };
  } catch (error) {
    await kernel.stop();
    throw error;
  }
}

async function startAtLast(contender: Contender, say: (line: string) => void): Promise<Started> {
  try {
    return await start(contender);
  } catch (error) {
    say(`it did not start (${(error as Error).message}); once more`);
    return start(contender);
  }
}

/** Measures one kernel once, from its start to its end. */
export async function measure(
  contender: Contender,
  { million, say }: { million: boolean; say: (line: string) => void },
): Promise<Figures> {
  const figures: Figures = {};
  let kernel: MeasuredKernel | undefined;
  try {
    const started = await startAtLast(contender, say);
    kernel = started.kernel;
    figures.kernelInfo = started.kernelInfo;
    figures.ready = started.ready;
    await runCells(kernel, contender, figures);
    const { print } = cellsOf(contender);
    const some = await kernel.print(print(LINES), LINES, 60);
    figures.print = some.ms;
    figures.printed = some.lines;
    if (!million) return figures;
    const many = await kernel.print(print(MANY_LINES), MANY_LINES, 200);
    figures.printMillion = many.ms;
    figures.printedMillion = many.lines;
  } catch (error) {
    // A stock tslab hangs now and then: what is known of it by then still counts.
    say(`it is given up: ${(error as Error).message}`);
  } finally {
    await kernel?.stop();
  }
  return figures;
}

async function runCells(
  kernel: MeasuredKernel,
  contender: Contender,
  figures: Figures,
): Promise<void> {
  const cells = cellsOf(contender);
  await sleep(300);
  figures.memoryAtStart = kernel.memory;
  const trivial: number[] = [];
  for (let n = 0; n < 20; n++) trivial.push(await kernel.run(cells.trivial(n)));
  figures.trivial = median(trivial);
  const classes: number[] = [];
  for (let n = 0; n < 5; n++) classes.push(await kernel.run(cells.class(n)));
  figures.class = median(classes);
  if (contender.imports) figures.import = await kernel.run(IMPORT);
  for (let n = 0; n < CELLS; n++) await kernel.run(cells.usual(n));
  figures.memoryAfterCells = kernel.memory;
  // Last, since the first error has the kernel load all types of Node.
  if (contender.diagnoses) {
    const asked: number[] = [];
    for (let n = 0; n < 5; n++)
      asked.push(await kernel.diagnose(`${cells.class(n)}\nmodel${n}.wrong`));
    figures.diagnostics = median(asked);
  }
}
