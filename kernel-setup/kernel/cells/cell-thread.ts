import type { Json } from "../../jupyter/messages/message";
import type { CellCompiler } from "../compiler/compiler";
import type { ReadMap } from "../compiler/module-home";
import { CellRunner } from "./cell-runner";
import { CommRequests } from "./comms";
import { CurrentCell } from "./current-cell";
import { Displays } from "./display";
import { Engine, type RunScript } from "./engine";
import { installGlobals } from "./globals";
import { type Output, PHASE, type Signals } from "./home";
import { IdleWork } from "./idle-work";
import { type AskReader, Input } from "./input";
import { installLanguageSwitch } from "./language";
import { type CellRequest, DIAGNOSTICS_REQUEST } from "./messages";
import { complete, diagnose, inspectCode, isComplete } from "./questions";
import { installStackTraces, runtimeErrorContent } from "./runtime-errors";
import { SourceLines } from "./source-lines";

/** An import of the library, and about so many usual cells that the compiler gets little faster. */
const WARM_UPS = 5;

interface Options {
  compiler: CellCompiler;
  output: Output;
  signals: Signals;
  run: RunScript;
  readMap: ReadMap;
  /** What cells call to load a module. */
  require: unknown;
  ask: AskReader;
}

/** The thread in which cells are checked and run, wherever that is; `useHome` comes first. */
export class CellThread {
  /** To which cell output belongs. */
  readonly current: CurrentCell;
  readonly displays: Displays;
  readonly #output: Output;
  readonly #signals: Signals;
  readonly #sources: SourceLines;
  readonly #engine: Engine;
  readonly #runner: CellRunner;
  readonly #comms: CommRequests;
  readonly #warmUp: IdleWork;
  readonly #freshen: IdleWork;

  constructor({ compiler, output, signals, run, readMap, require: load, ask }: Options) {
    const current = new CurrentCell(signals);
    const sources = new SourceLines(readMap);
    const engine = new Engine({ compiler, signals, sources, run, require: load });
    const displays = new Displays(output, current, sources);
    const runner = new CellRunner({ engine, output, signals, current, sources, displays });
    const input = new Input({ ask, running: () => runner.running });
    const describe = (thrown: unknown) => runner.describe(thrown);
    const comms = new CommRequests({ output, signals, current, describe });
    installLanguageSwitch(signals);
    installGlobals({ displays, input, comms: comms.comms });
    installStackTraces(sources);
    this.current = current;
    this.displays = displays;
    this.#output = output;
    this.#signals = signals;
    this.#sources = sources;
    this.#engine = engine;
    this.#runner = runner;
    this.#comms = comms;
    const isBusy = () => runner.isBusy;
    this.#warmUp = new IdleWork({ pieces: WARM_UPS, work: () => engine.warmUp(), isBusy });
    this.#freshen = new IdleWork({ pieces: 0, work: () => engine.freshen(), isBusy });
  }

  /** Handles a request; its reply goes out by itself. */
  receive(request: CellRequest): void {
    this.#warmUp.postpone();
    this.#freshen.postpone();
    if (request.msgType === "execute_request") this.#runner.start(request);
    else if (request.msgType.startsWith("comm_")) this.#comms.handle(request);
    else {
      this.#output.message(request.cell, { type: "done", content: this.#answer(request) });
      if (this.#engine.isLaden) this.#freshen.ask();
    }
  }

  /** Ends what runs, if anything does. */
  interrupt(): void {
    // What ends the cell must not be cut off itself.
    this.#signals.enter(PHASE.idle);
    this.#comms.interrupt();
    this.#runner.interrupt();
  }

  /** Shows what nobody caught. */
  uncaught(thrown: unknown): void {
    this.#runner.uncaught(thrown);
  }

  #answer({ msgType, content }: CellRequest): Json {
    try {
      if (msgType === "complete_request") return complete(this.#engine, content);
      if (msgType === "inspect_request") return inspectCode(this.#engine, content);
      if (msgType === DIAGNOSTICS_REQUEST) return diagnose(this.#engine, content);
      return isComplete(this.#engine, content);
    } catch (error) {
      return { status: "error", ...runtimeErrorContent(error, this.#sources) };
    }
  }
}
