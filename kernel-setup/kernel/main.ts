import { writeSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import { type Connection, readConnectionFile } from "../wire/connection-file";
import type { SocketThreadData, ToCells } from "./bridge/messages";
import { RingWriter } from "./bridge/ring-writer";
import { createSharedMemory, FLAG } from "./bridge/shared-memory";
import { CellThread } from "./cells/cell-thread";
import { engineVersions } from "./cells/typescript";

/** How long the last outputs may take to leave when the process ends, in milliseconds. */
const CLOSE_MILLISECONDS = 2000;

function fail(message: string): never {
  writeSync(2, `${message}\n`);
  process.exit(1);
}

/** The arguments of the command line: where the front end wants the kernel to listen. */
function readArguments([connectionFile]: string[]): Connection {
  if (connectionFile === undefined) return fail("Usage: node main.js <connection file>");
  try {
    return readConnectionFile(connectionFile);
  } catch (error) {
    return fail((error as Error).message);
  }
}

function main(connection: Connection): void {
  const memory = createSharedMemory();
  const flags = new Int32Array(memory.flags);
  const { port1: answers, port2 } = new MessageChannel();
  const versions = engineVersions();
  const workerData: SocketThreadData = { connection, memory, versions, answers: port2 };
  // The sockets come first: they are bound, and kernel_info answered, while TypeScript loads here.
  const sockets = new Worker(join(__dirname, "sockets", "thread.js"), {
    workerData,
    transferList: [port2],
  });
  sockets.on("error", (error) => {
    Atomics.store(flags, FLAG.closed, 1);
    fail(`The kernel's connection failed: ${error.message}`);
  });
  const ring = new RingWriter(memory, (wake) => sockets.postMessage(wake));
  process.on("exit", () => {
    if (Atomics.load(flags, FLAG.closed) === 1) return;
    ring.message(0, { type: "exit" });
    Atomics.wait(flags, FLAG.closed, 0, CLOSE_MILLISECONDS);
  });
  const cells = new CellThread(memory, ring, answers);
  sockets.on("message", (message: ToCells) => cells.receive(message));
}

main(readArguments(process.argv.slice(2)));
