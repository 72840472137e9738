import { readFileSync } from "node:fs";

/** Where a kernel listens, as the front end wrote it into a file. */
export interface Connection {
  transport: "tcp";
  /** The address to bind to, and the only one. */
  ip: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
  /** The secret that signs messages. */
  key: string;
  signature_scheme: "hmac-sha256";
  kernel_name?: string;
}

/** The five channels of a kernel. */
export const CHANNELS = ["shell", "control", "iopub", "stdin", "hb"] as const;
/** One of a kernel's five sockets. */
export type Channel = (typeof CHANNELS)[number];

/** The ZeroMQ address of one channel. */
export function endpoint(connection: Connection, channel: Channel): string {
  return `${connection.transport}://${connection.ip}:${connection[`${channel}_port`]}`;
}

/**
 * Reads and checks a connection file.
 *
 * @throws Error when the file is not JSON or a field is missing or of the wrong kind.
 */
export function readConnectionFile(path: string): Connection {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  } catch (error) {
    throw new Error(
      `readConnectionFile: expected a JSON file at ${path}, but got: ${(error as Error).message}`,
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`readConnectionFile: expected an object in ${path}, but got something else`);
  }
  for (const channel of CHANNELS) {
    const port = value[`${channel}_port`];
    if (!Number.isInteger(port) || (port as number) < 1 || (port as number) > 65535) {
      throw new Error(
        `readConnectionFile: expected ${channel}_port between 1 and 65535, but got ${port}`,
      );
    }
  }
  if (value.transport !== "tcp") {
    throw new Error(
      `readConnectionFile: expected the transport "tcp", but got ${JSON.stringify(value.transport)}`,
    );
  }
  if (value.signature_scheme !== undefined && value.signature_scheme !== "hmac-sha256") {
    throw new Error(
      `readConnectionFile: expected the signature scheme "hmac-sha256", but got ${JSON.stringify(value.signature_scheme)}`,
    );
  }
  if (typeof value.ip !== "string" || typeof value.key !== "string") {
    throw new Error("readConnectionFile: expected ip and key to be strings, but got others");
  }
  return value as unknown as Connection;
}
