import type { ISessionContext } from "@jupyterlab/apputils";
import { CodeCell, type ICodeCellModel } from "@jupyterlab/cells";
import { type INotebookCellExecutor, KernelError, runCell } from "@jupyterlab/notebook";
import type { Kernel, KernelMessage } from "@jupyterlab/services";

type RunOptions = INotebookCellExecutor.IRunCellOptions;

/** How the runs of one notebook find its kernel, and their order. */
interface Turns {
  /** Settled when the kernel's first start has succeeded or failed. */
  started: Promise<unknown>;
  /** The last run that waits; the next one waits for it. */
  last: Promise<Kernel.IKernelConnection | undefined>;
  /** Counts the tries to start a kernel: a run that waited for one that failed starts no other. */
  tries: number;
  /** Counts the interrupts: a run that waited meanwhile is dropped. */
  interrupts: number;
  tellNoKernel: () => void;
}

const turns = new WeakMap<ISessionContext, Turns>();

/** How many runs of a cell have not ended: it shows a star until the last one has. */
const unfinished = new WeakMap<ICodeCellModel, number>();

/** Lets runs that come before the kernel wait for it. To be called before the context starts it. */
export function keepTurns(sessionContext: ISessionContext): void {
  const { initialize } = sessionContext;
  let settle: () => void = () => {};
  const waiting: Turns = {
    started: new Promise<void>((resolve) => {
      settle = resolve;
    }),
    last: Promise.resolve(undefined),
    tries: 0,
    interrupts: 0,
    tellNoKernel: () => {},
  };
  turns.set(sessionContext, waiting);
  sessionContext.initialize = () => {
    const start = initialize.call(sessionContext);
    const end = () => {
      waiting.tries++;
      settle();
    };
    start.then(end, end);
    return start;
  };
}

/** Says what to do when something shall run and there is no kernel, nor can one be started. */
export function onNoKernel(sessionContext: ISessionContext, tell: () => void): void {
  const found = turns.get(sessionContext);
  if (found) found.tellNoKernel = tell;
}

/** Drops the runs that still wait for the kernel. */
export function dropWaiting(sessionContext: ISessionContext): void {
  const found = turns.get(sessionContext);
  if (found) found.interrupts++;
}

/**
 * Runs a cell as Jupyter does, with two promises more: before the kernel is there the run waits, and
 * what the cell shows stays until its run begins. Jupyter empties a cell as soon as it is asked to
 * run, and without a kernel that was all it did.
 */
export async function runInTurn(options: RunOptions): Promise<boolean> {
  const { cell, notebook, sessionContext, onCellExecutionScheduled, onCellExecuted } = options;
  const waiting = sessionContext && turns.get(sessionContext);
  const isAsking = sessionContext?.isTerminating || sessionContext?.pendingInput;
  // Texts, and a kernel that waits for an answer: Jupyter knows what to do.
  if (!(cell instanceof CodeCell) || !waiting || isAsking) return runCell(options);
  const { model } = cell;
  const code = model.sharedModel.getSource();
  if (code.trim() === "") {
    model.sharedModel.transact(() => model.clearExecution(), false);
    return true;
  }
  onCellExecutionScheduled({ cell });
  showStar(model);
  const { interrupts, tries } = waiting;
  try {
    waiting.last = waiting.last.then(() => findKernel(options, waiting, tries));
    const kernel = await waiting.last;
    if (!kernel || interrupts !== waiting.interrupts || cell.isDisposed) return false;
    const deletedCells = notebook.deletedCells.splice(0);
    const reply = await execute(cell, code, kernel, deletedCells);
    if (cell.isDisposed || !reply) return false;
    if (reply.content.status !== "ok") throw new KernelError(reply.content as never);
  } catch (reason) {
    const error = reason as KernelError;
    if (cell.isDisposed) return false;
    onCellExecuted({ cell, success: false, error });
    throw error;
  } finally {
    endStar(model);
  }
  onCellExecuted({ cell, success: true });
  return true;
}

function showStar(model: ICodeCellModel): void {
  unfinished.set(model, (unfinished.get(model) ?? 0) + 1);
  model.executionState = "running";
}

function endStar(model: ICodeCellModel): void {
  const left = (unfinished.get(model) ?? 1) - 1;
  unfinished.set(model, left);
  if (!model.isDisposed) model.executionState = left > 0 ? "running" : "idle";
}

/** The kernel, once there is one; nothing when it does not start, which the user has then been told. */
async function findKernel(
  { sessionContext, sessionDialogs }: RunOptions,
  waiting: Turns,
  tries: number,
): Promise<Kernel.IKernelConnection | undefined> {
  const context = sessionContext as ISessionContext;
  await waiting.started;
  if (context.hasNoKernel && tries === waiting.tries) {
    const mustChoose = await context.startKernel();
    if (mustChoose) await sessionDialogs?.selectKernel(context);
    waiting.tries++;
  }
  // Another one is being started in the place of one that has ended.
  while (!context.session?.kernel && !context.hasNoKernel && !context.isDisposed)
    await new Promise<void>((wake) => {
      const look = () => {
        context.kernelChanged.disconnect(look);
        wake();
      };
      context.kernelChanged.connect(look);
    });
  const kernel = context.session?.kernel;
  if (kernel && kernel.status !== "dead" && !kernel.isDisposed) return kernel;
  waiting.tellNoKernel();
  return undefined;
}

/** Asks the kernel to run a cell's code; gives its reply, or nothing when it has been ended. */
async function execute(
  cell: CodeCell,
  code: string,
  kernel: Kernel.IKernelConnection,
  deletedCells: string[],
): Promise<KernelMessage.IExecuteReplyMsg | undefined> {
  const { model } = cell;
  const tags = model.getMetadata("tags");
  const mayFail = Array.isArray(tags) && tags.includes("raises-exception");
  const future = kernel.requestExecute({ code, stop_on_error: !mayFail }, false, {
    ...model.metadata,
    deletedCells,
    cellId: model.sharedModel.getId(),
  });
  let hasBegun = false;
  const begin = () => {
    if (hasBegun || cell.isDisposed) return;
    hasBegun = true;
    model.sharedModel.transact(
      () => {
        model.clearExecution();
        cell.outputHidden = false;
      },
      false,
      "silent-change",
    );
    model.executionState = "running";
    // From here on it shows what the kernel sends.
    cell.outputArea.future = future;
  };
  future.onIOPub = ({ header }) => {
    if (header.msg_type === "execute_input") begin();
  };
  try {
    const reply = await future.done;
    if (reply.content.status === "ok") begin();
    if (hasBegun && !cell.isDisposed) model.executionCount = reply.content.execution_count;
    return reply;
  } catch (error) {
    // The kernel was restarted or has died.
    if ((error as Error).message.startsWith("Canceled")) return undefined;
    throw error;
  } finally {
    if (!hasBegun) future.dispose();
  }
}
