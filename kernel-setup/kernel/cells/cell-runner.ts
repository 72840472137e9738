import type { Json } from "../../jupyter/messages/message";
import { type CurrentCell, turn } from "./current-cell";
import { DisplayHandle, type Displays } from "./display";
import type { Engine, Outcome } from "./engine";
import { type ErrorContent, InterruptedError, interrupted } from "./error-content";
import { type Output, PHASE, type Signals } from "./home";
import type { CellRequest } from "./messages";
import { toResult } from "./mime-bundle";
import { runtimeErrorContent } from "./runtime-errors";
import type { SourceLines } from "./source-lines";
import { typeErrorContent } from "./type-errors";

/** One cell on its way: what it has shown so far, and how it ends. */
export class CellRun {
  readonly id: number;
  readonly count: number;
  readonly code: string;
  readonly silent: boolean;
  /** Whether the front end is ready to ask the reader. */
  readonly allowsInput: boolean;
  readonly #finish: (reply: Json) => void;
  #failure: ErrorContent | undefined;
  #finished = false;

  constructor(
    { id, count, content }: { id: number; count: number; content: Json },
    finish: (reply: Json) => void,
  ) {
    this.id = id;
    this.count = count;
    this.code = String(content.code);
    this.silent = content.silent === true;
    this.allowsInput = content.allow_stdin === true;
    this.#finish = finish;
  }

  get finished(): boolean {
    return this.#finished;
  }

  get failed(): boolean {
    return this.#failure !== undefined;
  }

  /** Makes the cell end as failed; its first failure is what the reply tells. */
  fail(failure: ErrorContent): void {
    this.#failure ??= failure;
  }

  /** Ends the cell, once. */
  finish(userExpressions: Json = {}): void {
    if (this.#finished) return;
    const common = { user_expressions: userExpressions, payload: [] };
    this.#finish(
      this.#failure === undefined
        ? { status: "ok", ...common }
        : { status: "error", ...this.#failure, ...common },
    );
    // Last: cut off before this, it is tried again.
    this.#finished = true;
  }
}

interface Options {
  engine: Engine;
  output: Output;
  signals: Signals;
  current: CurrentCell;
  sources: SourceLines;
  displays: Displays;
}

/** Runs one cell after the other and shows what comes of them. */
export class CellRunner {
  readonly #options: Options;
  #run: CellRun | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Whether a cell has begun and not ended. */
  get isBusy(): boolean {
    return this.#run?.finished === false;
  }

  /** The cell that runs, when it is what runs just now; a timer of an earlier one may. */
  get running(): CellRun | undefined {
    const run = this.#run;
    return run?.finished === false && run.id === this.#options.current.id ? run : undefined;
  }

  /**
   * Starts a cell. The reply goes out by itself: a loop that is cut off takes every caller's frame
   * with it, so nobody may wait for this on the stack.
   */
  start(request: CellRequest): void {
    const { cell: id, count, content } = request;
    const run = new CellRun({ id, count, content }, (reply) => this.#reply(id, reply));
    this.#run = run;
    this.#options.current.enter(id);
    this.#execute(run, content).catch((error: unknown) => {
      this.#fail(run, this.describe(error));
      run.finish();
    });
  }

  /** Ends the running cell, if there is one. Its variables stay. */
  interrupt(): void {
    this.#options.output.recover();
    const run = this.#run;
    if (run?.finished === false) {
      this.#fail(run, interrupted());
      run.finish();
      this.#options.engine.abandon();
    }
    // From here on nothing is cut off.
    this.#options.signals.calm();
    if (run !== undefined) this.#options.displays.leave(run.id);
  }

  /**
   * Shows what nobody caught: a floating rejection, or an error in a timer. A cell that still runs
   * fails with it; one that has ended gets an error message after its end.
   */
  uncaught(thrown: unknown): void {
    const { output, current } = this.#options;
    const content = this.describe(thrown);
    const run = this.running;
    if (run !== undefined) this.#fail(run, content);
    else output.message(current.id, { type: "publish", msgType: "error", content });
  }

  /** What front ends are told of anything thrown. */
  describe(thrown: unknown): ErrorContent {
    if (thrown instanceof InterruptedError) return interrupted();
    // What Node throws when it was interrupted by a signal.
    const code = (thrown as { code?: unknown } | null | undefined)?.code;
    if (code === "ERR_SCRIPT_EXECUTION_INTERRUPTED") return interrupted();
    return runtimeErrorContent(thrown, this.#options.sources);
  }

  async #execute(run: CellRun, content: Json): Promise<void> {
    const { engine, displays } = this.#options;
    const outcome = await engine.execute(run.id, run.count, run.code);
    // Rejections that the cell left floating are known after this.
    await turn();
    await displays.settled(run.id);
    if (run.finished) return;
    displays.leave(run.id);
    if (outcome.kind === "value") await this.#show(run, outcome.value);
    else this.#fail(run, this.#failureOf(outcome, run.code));
    if (run.finished) return;
    run.finish(run.failed ? {} : await this.#evaluate(run, content.user_expressions));
  }

  async #show(run: CellRun, value: unknown): Promise<void> {
    if (run.silent || value === undefined || value === null) return;
    // What display returns stands for something that is shown already.
    if (DisplayHandle.isHandle(value)) return;
    const { output, displays } = this.#options;
    const result = await toResult(value);
    if (run.finished) return;
    displays.explain(run.id, result);
    const content = { execution_count: run.count, data: result.data, metadata: {} };
    output.message(run.id, { type: "publish", msgType: "execute_result", content });
  }

  /** The small extra expressions that a front end may send along with a cell. */
  async #evaluate(run: CellRun, expressions: unknown): Promise<Json> {
    const results: Json = {};
    if (typeof expressions !== "object" || expressions === null) return results;
    for (const [name, code] of Object.entries(expressions)) {
      const outcome = await this.#options.engine.execute(run.id, run.count, String(code));
      if (outcome.kind === "value") {
        const { data } = await toResult(outcome.value);
        results[name] = { status: "ok", data, metadata: {} };
      } else {
        results[name] = { status: "error", ...this.#failureOf(outcome, String(code)) };
      }
    }
    return results;
  }

  #failureOf(outcome: Exclude<Outcome, { kind: "value" }>, code: string): ErrorContent {
    return outcome.kind === "thrown"
      ? this.describe(outcome.thrown)
      : typeErrorContent(outcome, code, this.#options.engine.missing);
  }

  #fail(run: CellRun, content: ErrorContent): void {
    run.fail(content);
    if (!run.silent) {
      this.#options.output.message(run.id, { type: "publish", msgType: "error", content });
    }
  }

  #reply(cell: number, content: Json): void {
    this.#options.signals.enter(PHASE.idle);
    this.#options.output.message(cell, { type: "done", content });
  }
}
