import { writeSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { SocketThreadData, ToCells } from "./bridge/messages";
import { RingWriter } from "./bridge/ring-writer";
import { createSharedMemory } from "./bridge/shared-memory";
import { CellThread } from "./cells/cell-thread";
import { engineVersions } from "./cells/typescript";

/** How long the last outputs may take to leave when a cell ends the process, in milliseconds. */
const FLUSH_MILLISECONDS = 1000;

/** `node main.js <connection file>`: the kernel. */
function main([connectionFile]: string[]): void {
  if (connectionFile === undefined) {
    writeSync(2, "Usage: node main.js <connection file>\n");
    process.exit(2);
  }
  const memory = createSharedMemory();
  const workerData: SocketThreadData = {
    connectionFile,
    memory,
    versions: engineVersions(),
  };
  // The sockets come first: they are bound, and kernel_info answered, while TypeScript loads here.
  const sockets = new Worker(join(__dirname, "sockets", "thread.js"), { workerData });
  sockets.on("error", (error) => {
    writeSync(2, `The kernel's connection failed: ${error.stack ?? error.message}\n`);
    process.exit(1);
  });
  const ring = new RingWriter(memory, (wake) => sockets.postMessage(wake));
  process.on("exit", () => ring.flush(FLUSH_MILLISECONDS));
  const cells = new CellThread(memory, ring);
  sockets.on("message", (message: ToCells) => cells.receive(message));
}

main(process.argv.slice(2));
