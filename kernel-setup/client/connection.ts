import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "../wire/connection-file";

const IP = "127.0.0.1";

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
      const server = await listen();
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
  release(): void;
}

/** Chooses ports and a key, and writes the connection file, readable by this user alone. */
export async function writeConnectionFile(kernelName: string): Promise<ConnectionFile> {
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
  const folder = mkdtempSync(join(tmpdir(), "kernel-connection-"));
  const path = join(folder, "connection.json");
  writeFileSync(path, JSON.stringify(connection, null, 2), { mode: 0o600 });
  const release = () => {
    for (const port of ports) taken.delete(port);
    rmSync(folder, { recursive: true, force: true });
  };
  return { connection, path, release };
}
