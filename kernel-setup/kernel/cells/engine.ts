import type { Diagnostic } from "tslab/dist/converter";
import type { Executor } from "tslab/dist/executor";
import { FLAG, PHASE, type SharedMemory } from "../node/bridge/shared-memory";
import { type CellConverter, createTslabConverter } from "./converter";
import { InterruptedError } from "./error-content";
import { createOwnConverter } from "./own-converter";
import { SourceLines } from "./source-lines";
import { USES_TSLAB } from "./typescript";

/** How the execution of one piece of code ended. */
export type Outcome =
  | { kind: "value"; value: unknown }
  | { kind: "type errors"; diagnostics: Diagnostic[] }
  | { kind: "thrown"; thrown: unknown };

/** tslab's executor, which checks and runs cells, behind an interface that tells what happened. */
export class Engine {
  readonly #flags: Int32Array;
  readonly #sources: SourceLines;
  readonly #executor: Executor;
  readonly #converter: CellConverter;
  #cell = 0;
  #count = 0;
  #diagnostics: Diagnostic[] = [];
  #value: unknown;
  #thrown: { thrown: unknown } | undefined;
  /** Stands for the code that is being executed. */
  #run: object | undefined;

  constructor(folder: string, packageFolder: string, memory: SharedMemory, sources: SourceLines) {
    this.#flags = new Int32Array(memory.flags);
    this.#sources = sources;
    const node = this.#createConverter(folder, packageFolder);
    this.#converter = node;
    // Loaded after the converter has replaced parts of TypeScript.
    const { createExecutor } =
      require("tslab/dist/executor") as typeof import("tslab/dist/executor");
    // Cells that tslab marks for browsers are checked as all others.
    const converters = { node, browser: node, close: () => node.close() };
    this.#executor = createExecutor(folder, converters, {
      log: (value: unknown) => {
        this.#value = value;
      },
      error: (thrown: unknown) => {
        this.#thrown = { thrown };
      },
    });
  }

  /**
   * Checks and runs code; the part before its first await runs before this returns. When that part
   * is cut off, this neither returns nor settles.
   */
  async execute(cell: number, count: number, code: string): Promise<Outcome> {
    this.#cell = cell;
    this.#count = count;
    this.#diagnostics = [];
    this.#value = undefined;
    this.#thrown = undefined;
    const run = {};
    this.#run = run;
    const ok = await this.#executor.execute(code);
    if (this.#run === run) this.#end(ok);
    const value = this.#value;
    this.#value = undefined;
    if (this.#diagnostics.length > 0) {
      return { kind: "type errors", diagnostics: this.#diagnostics };
    }
    if (ok) return { kind: "value", value };
    const { thrown } = this.#thrown ?? { thrown: undefined };
    return { kind: "thrown", thrown };
  }

  /** Gives up what is being executed, cut off or waiting for a pending await. */
  abandon(): void {
    this.#executor.interrupt();
    if (this.#run !== undefined) this.#end(false);
  }

  /** Names that a cell would have declared, if it had not failed or been stopped before; with its number. */
  get missing(): ReadonlyMap<string, number> {
    return this.#converter.missing ?? new Map();
  }

  /** Makes the next cells faster; to be called when there is time. */
  warmUp(): void {
    this.#converter.warmUp?.();
  }

  complete(code: string, position: number): ReturnType<Executor["complete"]> {
    return this.#executor.complete(code, position);
  }

  inspect(code: string, position: number): ReturnType<Executor["inspect"]> | undefined {
    return this.#executor.inspect(code, position);
  }

  #createConverter(folder: string, packageFolder: string): CellConverter {
    const create = USES_TSLAB ? createTslabConverter : createOwnConverter;
    return create(folder, packageFolder, {
      scriptName: () => SourceLines.scriptName(this.#cell),
      running: () => ({ exports: this.#executor.locals, count: this.#count }),
      checking: () => this.#enter(PHASE.checking),
      checked: (diagnostics) => {
        this.#diagnostics = diagnostics;
      },
      converted: (compiled) => {
        this.#sources.add(this.#cell, { count: this.#count, ...compiled });
        this.#enter(PHASE.running);
        // Interrupted while it was checked: it shall not begin.
        if (Atomics.load(this.#flags, FLAG.interrupt) === 1) throw new InterruptedError();
      },
    });
  }

  /** Settles what later cells see of the one that has ended; not to be cut off, as checking is not. */
  #end(isWhole: boolean): void {
    const before = Atomics.exchange(this.#flags, FLAG.phase, PHASE.checking);
    this.#converter.ended?.(isWhole);
    this.#run = undefined;
    Atomics.store(this.#flags, FLAG.phase, before);
  }

  #enter(phase: number): void {
    Atomics.store(this.#flags, FLAG.phase, phase);
  }
}
