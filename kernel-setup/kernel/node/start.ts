import { writeSync } from "node:fs";
import { join } from "node:path";
import { getHeapStatistics } from "node:v8";
import { MessageChannel, Worker } from "node:worker_threads";
import { HOME_VARIABLE, homeOf } from "../../jupyter/kernelspecs/home";
import { type Connection, readConnectionFile } from "../../jupyter/messages/connection-file";
import type { ToCells } from "../cells/messages";
import type { SocketThreadData } from "./bridge/messages";
import { RingWriter, WAKE } from "./bridge/ring";
import { createSharedMemory, FLAG } from "./bridge/shared-memory";
import type { Parents } from "./death/parent-watch";
import { startCells } from "./start-cells";
import { engineVersions } from "./tslab-package";

/** How long the last outputs may take to leave when the process ends, in milliseconds. */
const CLOSE_MILLISECONDS = 2000;

function fail(message: string): never {
  writeSync(2, `${message}\n`);
  process.exit(1);
}

function connect(connectionFile: string): Connection {
  try {
    return readConnectionFile(connectionFile);
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** The clone: this file lies in <root>/dist/kernel-setup/kernel/node. */
const ROOT = join(__dirname, "..", "..", "..", "..");

/**
 * Tells cells where a learner's things are kept, unless whoever starts the kernel has: Jupyter does not know it.
 * Empty stays empty: nothing is to be kept.
 */
function tellHome(): void {
  if (process.env[HOME_VARIABLE] !== undefined) return;
  try {
    process.env[HOME_VARIABLE] = homeOf(ROOT).folder;
  } catch {
    // A user without a home folder, in a clone of somebody else's: nothing can be kept.
  }
}

/**
 * Starts the kernel that listens where the connection file says.
 *
 * @param parents - Who started it.
 * @param connectionFolder - The folder that was made for the connection file alone, if one was.
 */
export function startKernel(
  connectionFile: string,
  parents: Parents,
  connectionFolder?: string,
): void {
  const connection = connect(connectionFile);
  tellHome();
  const memory = createSharedMemory();
  const flags = new Int32Array(memory.flags);
  const { port1: answers, port2 } = new MessageChannel();
  const workerData: SocketThreadData = {
    connectionFile,
    connectionFolder,
    connection,
    memory,
    versions: engineVersions(),
    heapLimit: getHeapStatistics().heap_size_limit,
    parents,
    answers: port2,
  };
  // The sockets come first: they are bound, and kernel_info answered, while TypeScript loads here.
  const sockets = new Worker(join(__dirname, "sockets", "thread.js"), {
    workerData,
    transferList: [port2],
  });
  // That thread gives ZeroMQ's library back when it ends. Unless this one has it too, systems other than
  // Linux take it from under ZeroMQ's own threads then: a crash in place of the exit code.
  if (process.platform !== "linux") require("zeromq");
  sockets.on("error", (error) => {
    Atomics.store(flags, FLAG.closed, 1);
    fail(`The kernel's connection failed: ${error.message}`);
  });
  const ring = new RingWriter(memory, (wake) => sockets.postMessage(wake));
  const isClosed = () => Atomics.load(flags, FLAG.closed) === 1;
  /** Has everything sent that a cell has shown up to now, and the reason of the end. */
  const close = (cell: number, reason: string) => {
    if (isClosed()) return;
    ring.message(cell, { type: "exit", reason });
    if (Atomics.wait(flags, FLAG.closed, 0, CLOSE_MILLISECONDS) !== "timed-out") return;
    // A front end that reads nothing holds it up. A socket that stays open would abort Node.
    sockets.postMessage(WAKE.close);
    Atomics.wait(flags, FLAG.closed, 0, CLOSE_MILLISECONDS);
  };
  const receive = startCells({ memory, ring, answers, close });
  sockets.on("message", (message: ToCells) => receive(message));
}
