import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "../is-alive";
import type { Connection } from "../messages/connection-file";
import { systemWords } from "../notebook-files/system-words";

const IP = "127.0.0.1";

/** Of the folder of a connection file; the process that has made it follows. */
const PREFIX = "kernel-connection-";
const OWNER = /^kernel-connection-(\d+)-\w{6}$/;

/** How long a folder is left alone in any case, in milliseconds. */
const STALE_MS = 60_000;

/** Ports handed out and not yet given back: two kernels starting at once must not get the same. */
const taken = new Set<number>();

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, IP, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("portOf: expected a port");
  return address.port;
}

/** Finds free ports by listening on all of them at once, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  const ports: number[] = [];
  try {
    while (ports.length < count) {
      const server = await listen().catch((error: Error) => {
        throw new Error(`no port could be had for it (${systemWords(error) ?? error.message})`);
      });
      servers.push(server);
      if (!taken.has(portOf(server))) ports.push(portOf(server));
    }
  } finally {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  }
  for (const port of ports) taken.add(port);
  return ports;
}

/** A connection, the file a kernel reads it from, and how to give both back. */
export interface ConnectionFile {
  connection: Connection;
  path: string;
  /** The folder it lies in, alone: whoever is left in the end removes it. */
  folder: string;
  release(): void;
}

/**
 * Chooses ports and a key, and writes the connection file, readable by this user alone.
 *
 * @throws Error that says what could not be had, as the end of a sentence.
 */
export async function writeConnectionFile(kernelName: string): Promise<ConnectionFile> {
  sweep();
  const ports = await freePorts(5);
  const [shell_port, control_port, iopub_port, stdin_port, hb_port] = ports;
  const connection: Connection = {
    transport: "tcp",
    ip: IP,
    shell_port,
    control_port,
    iopub_port,
    stdin_port,
    hb_port,
    key: randomBytes(32).toString("hex"),
    signature_scheme: "hmac-sha256",
    kernel_name: kernelName,
  };
  let folder: string | undefined;
  const release = () => {
    for (const port of ports) taken.delete(port);
    // On Windows a kernel that has just ended, or a scanner, may hold the file for a moment.
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
    const path = join(folder, "connection.json");
    writeFileSync(path, JSON.stringify(connection, null, 2), { mode: 0o600 });
    return { connection, path, folder, release };
  } catch (error) {
    release();
    const words = systemWords(error) ?? (error as Error).message;
    throw new Error(
      `its connection file could not be written into the folder for temporary files, which TMPDIR may name (${words})`,
    );
  }
}

/**
 * Removes what clients have left that were killed. A kernel of ours removes its folder itself when its
 * parent is gone; others do not.
 */
function sweep(): void {
  for (const name of namesIn(tmpdir())) {
    const pid = Number(OWNER.exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    // In a folder that several containers share, a process that is not here may be in another one.
    try {
      if (Date.now() - statSync(folder).mtimeMs < STALE_MS) continue;
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or just removed.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
