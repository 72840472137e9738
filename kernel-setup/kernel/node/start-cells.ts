import type { MessagePort } from "node:worker_threads";
import { CellThread } from "../cells/cell-thread";
import { useHome } from "../cells/home";
import type { ToCells } from "../cells/messages";
import { CellCompiler } from "../compiler/compiler";
import { askReader } from "./ask-reader";
import type { RingWriter } from "./bridge/ring";
import type { SharedMemory } from "./bridge/shared-memory";
import { nodeHome, outputInto, signalsIn } from "./cells-home";
import { nodeCompilerHome } from "./compiler-home";
import { addModuleFallback, findPackageFolder } from "./module-paths";
import { allowRelaxedSimd } from "./relaxed-simd";
import { requireIn, runScript } from "./scripts";
import { captureStreams } from "./streams";
import { installTimers } from "./timers";
import { connectTslab } from "./tslab-package";
import { watchEnd } from "./watch-end";

interface Options {
  memory: SharedMemory;
  ring: RingWriter;
  /** Carries the reader's answers. */
  answers: MessagePort;
  /** Says which cell ended the process and how, and waits until that was sent. */
  close(cell: number, reason: string): void;
}

/** Makes the process's main thread the one where cells run. @returns what takes messages to them */
export function startCells({ memory, ring, answers, close }: Options): (message: ToCells) => void {
  useHome(nodeHome);
  const folder = process.cwd();
  const packageFolder = findPackageFolder(__dirname);
  addModuleFallback(packageFolder);
  const home = nodeCompilerHome();
  const cells = new CellThread({
    compiler: new CellCompiler(home, folder, packageFolder),
    output: outputInto(ring),
    signals: signalsIn(memory),
    run: runScript,
    readMap: home.modules.readMap,
    require: requireIn(folder),
    ask: askReader({ memory, ring, answers }),
  });
  const { current, displays } = cells;
  captureStreams(ring, current);
  connectTslab(displays.displayBundle);
  installTimers(current);
  watchEnd((reason) => close(current.id, reason));
  process.on("unhandledRejection", (reason) => cells.uncaught(reason));
  process.on("uncaughtException", (error) => cells.uncaught(error));
  heedSignal();
  allowRelaxedSimd();

  function interrupt(): void {
    cells.interrupt();
    heedSignal();
  }

  /**
   * Some front ends send a signal in place of a message. Node takes the listener away while a cell
   * runs, and does not put it back when the cell was cut off.
   */
  function heedSignal(): void {
    if (!process.listeners("SIGINT").includes(interrupt)) process.on("SIGINT", interrupt);
  }

  return (message) => {
    if (message.type === "exit") process.exit(0);
    else if (message.type === "interrupt") interrupt();
    else cells.receive(message);
  };
}
