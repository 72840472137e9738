import type { MessagePort } from "node:worker_threads";
import type { Json } from "../../jupyter/messages/message";
import { CellCompiler } from "../compiler/compiler";
import { type CellRequest, DIAGNOSTICS_REQUEST, type ToCells } from "../node/bridge/messages";
import type { RingWriter } from "../node/bridge/ring";
import { FLAG, PHASE, type SharedMemory } from "../node/bridge/shared-memory";
import { nodeCompilerHome } from "../node/compiler-home";
import { addModuleFallback, findPackageFolder } from "../node/module-paths";
import { allowRelaxedSimd } from "../node/relaxed-simd";
import { requireIn, runScript } from "../node/scripts";
import { connectTslab } from "../node/tslab-package";
import { CellRunner } from "./cell-runner";
import { CommRequests } from "./comms";
import { CurrentCell } from "./current-cell";
import { Displays } from "./display";
import { Engine } from "./engine";
import { installGlobals } from "./globals";
import { IdleWork } from "./idle-work";
import { Input } from "./input";
import { installLanguageSwitch } from "./language";
import { complete, diagnose, inspectCode, isComplete } from "./questions";
import { installStackTraces, runtimeErrorContent } from "./runtime-errors";
import { SourceLines } from "./source-lines";
import { captureStreams } from "./streams";
import { watchEnd } from "./watch-end";

/** An import of the library, and about so many usual cells that the compiler gets little faster. */
const WARM_UPS = 5;

interface Options {
  memory: SharedMemory;
  ring: RingWriter;
  /** Carries the reader's answers. */
  answers: MessagePort;
  /** Says which cell ended the process and how, and waits until that was sent. */
  close(cell: number, reason: string): void;
}

/** The process's main thread: here cells are checked and run. */
export class CellThread {
  readonly #ring: RingWriter;
  readonly #flags: Int32Array;
  readonly #sources = new SourceLines();
  readonly #engine: Engine;
  readonly #runner: CellRunner;
  readonly #comms: CommRequests;
  readonly #warmUp: IdleWork;
  readonly #freshen: IdleWork;

  constructor({ memory, ring, answers, close }: Options) {
    const folder = process.cwd();
    const packageFolder = findPackageFolder(__dirname);
    const current = new CurrentCell(memory);
    this.#ring = ring;
    this.#flags = new Int32Array(memory.flags);
    addModuleFallback(packageFolder);
    this.#engine = new Engine({
      compiler: new CellCompiler(nodeCompilerHome(), folder, packageFolder),
      memory,
      sources: this.#sources,
      run: runScript,
      require: requireIn(folder),
    });
    const displays = new Displays(ring, current, this.#sources);
    this.#runner = new CellRunner({
      engine: this.#engine,
      ring,
      memory,
      current,
      sources: this.#sources,
      displays,
    });
    const input = new Input({ memory, ring, answers, running: () => this.#runner.running });
    this.#comms = new CommRequests({
      memory,
      ring,
      current,
      describe: (thrown) => this.#runner.describe(thrown),
    });
    captureStreams(ring, current);
    installLanguageSwitch(memory);
    connectTslab(displays.displayBundle);
    installGlobals({ displays, input, comms: this.#comms.comms });
    installStackTraces(this.#sources);
    current.installTimers();
    watchEnd((reason) => close(current.id, reason));
    process.on("unhandledRejection", (reason) => this.#runner.uncaught(reason));
    process.on("uncaughtException", (error) => this.#runner.uncaught(error));
    this.#heedSignal();
    allowRelaxedSimd();
    this.#warmUp = new IdleWork({
      pieces: WARM_UPS,
      work: () => this.#engine.warmUp(),
      isBusy: () => this.#runner.isBusy,
    });
    this.#freshen = new IdleWork({
      pieces: 0,
      work: () => this.#engine.freshen(),
      isBusy: () => this.#runner.isBusy,
    });
  }

  receive(message: ToCells): void {
    this.#warmUp.postpone();
    this.#freshen.postpone();
    if (message.type === "exit") process.exit(0);
    else if (message.type === "interrupt") this.#interrupt();
    else if (message.msgType === "execute_request") this.#runner.start(message);
    else if (message.msgType.startsWith("comm_")) this.#comms.handle(message);
    else {
      this.#ring.message(message.cell, { type: "done", content: this.#answer(message) });
      if (this.#engine.isLaden) this.#freshen.ask();
    }
  }

  readonly #interrupt = (): void => {
    // What ends the cell must not be cut off itself.
    Atomics.store(this.#flags, FLAG.phase, PHASE.idle);
    this.#comms.interrupt();
    this.#runner.interrupt();
    this.#heedSignal();
  };

  /**
   * Some front ends send a signal in place of a message. Node takes the listener away while a cell
   * runs, and does not put it back when the cell was cut off.
   */
  #heedSignal(): void {
    if (!process.listeners("SIGINT").includes(this.#interrupt)) {
      process.on("SIGINT", this.#interrupt);
    }
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
