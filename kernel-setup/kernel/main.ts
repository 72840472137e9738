import { writeSync } from "node:fs";

// Read first of all: whoever starts the kernel may die before it is ready.
const parents = { own: process.ppid, ofShell: Number(process.env.KERNEL_PARENT_PID ?? 0) };
const connectionFolder = process.env.KERNEL_CONNECTION_FOLDER;
// They are this process's alone: a kernel that a cell starts has others.
delete process.env.KERNEL_PARENT_PID;
delete process.env.KERNEL_CONNECTION_FOLDER;

const USAGE = "Usage: node main.js <connection file> [--died <exit code>]";

/**
 * `main.js <connection file>` is the kernel; with `--died <exit code>` it says instead why the
 * kernel of that file has ended. Each loads only what it needs.
 */
function main([connectionFile, option, code]: string[]): void {
  if (connectionFile === undefined || (option !== undefined && option !== "--died")) {
    writeSync(2, `${USAGE}\n`);
    process.exitCode = 1;
  } else if (option === "--died") {
    const { postMortem } =
      require("./node/sockets/post-mortem") as typeof import("./node/sockets/post-mortem");
    void postMortem(connectionFile, Number(code), connectionFolder);
  } else {
    const { startKernel } = require("./node/start") as typeof import("./node/start");
    startKernel(connectionFile, parents, connectionFolder);
  }
}

main(process.argv.slice(2));
