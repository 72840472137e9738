import type { CellCompiler, CompiledCell, Refused } from "../compiler/compiler";
import type { Completions } from "../compiler/completion";
import type { Diagnostic } from "../compiler/diagnostics";
import { LAST_VALUE } from "../compiler/rewrite-statements";
import { CellProgress } from "./cell-progress";
import { InterruptedError } from "./error-content";
import { PHASE, type Signals } from "./home";
import { SourceLines, wrapped } from "./source-lines";

/** How the execution of one piece of code ended. */
export type Outcome =
  | { kind: "value"; value: unknown }
  | Refused
  | { kind: "thrown"; thrown: unknown };

/** Runs a script of JavaScript, by whose name its frames are known. */
export type RunScript = (code: string, name: string) => unknown;

interface Options {
  compiler: CellCompiler;
  signals: Signals;
  sources: SourceLines;
  run: RunScript;
  /** What cells call to load a module. */
  require: unknown;
}

/** A piece of code on its way. */
interface Run {
  compiled: CompiledCell;
  progress: CellProgress;
  /** Ends the waiting for what it awaits. */
  giveUp(): void;
}

/** Where wrapped cells find `exports` and `require`; libraries look here, too, as under tslab. */
const scope = globalThis as { __tslab__?: { exports: object; require: unknown } };

/** Checks and runs cells, one after the other. */
export class Engine {
  readonly #options: Options;
  /** All that cells keep from one to the next. */
  readonly #exports: Record<string, unknown> = {};
  /** Names that nothing stands for, since the cell that declares them, of that number, stopped too early. */
  readonly #missing = new Map<string, number>();
  #run: Run | undefined;

  constructor(options: Options) {
    this.#options = options;
    scope.__tslab__ = { exports: this.#exports, require: options.require };
  }

  /**
   * Checks and runs code; the part before its first await runs before this returns. When that part
   * is cut off, this neither returns nor settles.
   */
  async execute(cell: number, count: number, code: string): Promise<Outcome> {
    const { compiler, sources } = this.#options;
    this.#run = undefined;
    this.#options.signals.enter(PHASE.checking);
    const compiled = compiler.compile(code);
    if (compiled.kind === "refused") return compiled;
    if (compiled.kind === "nothing to run") return { kind: "value", value: undefined };
    const { reached, vars, isAsync, output, map } = compiled;
    sources.add(cell, { count, code, output, isAsync, map });
    const run: Run = {
      compiled,
      progress: new CellProgress({ exports: this.#exports, count, reached, vars }),
      giveUp: () => {},
    };
    this.#run = run;
    const outcome = await this.#evaluate(run, SourceLines.scriptName(cell));
    if (this.#run === run) this.#end(outcome.kind === "value");
    return outcome;
  }

  /** Gives up what is being executed, cut off or waiting for a pending await. */
  abandon(): void {
    this.#run?.giveUp();
    if (this.#run !== undefined) this.#end(false);
  }

  /** Why code could not run if it came now; leaves no trace, and may be asked while a cell awaits. */
  check(code: string): Refused | undefined {
    return this.#uncut(() => this.#options.compiler.check(code));
  }

  /** Names that a cell would have declared, if it had not failed or been stopped before; with its number. */
  get missing(): ReadonlyMap<string, number> {
    return this.#missing;
  }

  /** Makes the next cells faster; to be called when there is time. */
  warmUp(): void {
    this.#options.compiler.warmUp();
  }

  /** Whether `freshen` would help. */
  get isLaden(): boolean {
    return this.#options.compiler.isLaden;
  }

  /** Gives back what checks have left in memory; to be called when there is time. */
  freshen(): void {
    this.#options.compiler.freshen();
  }

  syntaxErrors(code: string): Diagnostic[] {
    return this.#options.compiler.syntaxErrors(code);
  }

  complete(code: string, position: number): Completions {
    return this.#options.compiler.complete(code, position);
  }

  inspect(code: string, position: number): ReturnType<CellCompiler["inspect"]> {
    return this.#options.compiler.inspect(code, position);
  }

  async #evaluate(run: Run, name: string): Promise<Outcome> {
    const { compiled } = run;
    try {
      this.#options.signals.enter(PHASE.running);
      // Interrupted while it was checked: it shall not begin.
      if (this.#options.signals.isInterrupted) throw new InterruptedError();
      const result = this.#options.run(wrapped(compiled), name);
      if (compiled.isAsync) {
        const givenUp = new Promise((_, reject) => {
          run.giveUp = () => reject(new InterruptedError());
        });
        await Promise.race([result, givenUp]);
      }
    } catch (thrown) {
      return { kind: "thrown", thrown };
    }
    const value = compiled.hasLastValue ? this.#exports[LAST_VALUE] : undefined;
    delete this.#exports[LAST_VALUE];
    return { kind: "value", value };
  }

  /** Settles what later cells see of the one that has ended. */
  #end(isWhole: boolean): void {
    this.#uncut(() => {
      if (this.#run !== undefined) this.#settle(this.#run, isWhole);
      // Last: cut off before this, it is done again.
      this.#run = undefined;
    });
  }

  /** Does what an interrupt must not cut off, as it would leave TypeScript half changed. */
  #uncut<T>(work: () => T): T {
    const { signals } = this.#options;
    const before = signals.enter(PHASE.checking);
    try {
      return work();
    } finally {
      signals.enter(before);
    }
  }

  #settle({ compiled, progress }: Run, isWhole: boolean): void {
    if (!isWhole && !progress.hasBegun) return;
    for (const name of progress.reached) this.#missing.delete(name);
    if (isWhole) {
      this.#options.compiler.keep(compiled);
      return;
    }
    const { missing, count } = progress;
    for (const name of missing) this.#missing.set(name, count);
    progress.leave();
    this.#options.compiler.keep(compiled, missing);
  }
}
