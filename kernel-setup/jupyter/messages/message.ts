/** The protocol version that both our kernel and our client speak. */
export const PROTOCOL_VERSION = "5.3";

/** Any JSON object of a message. */
export type Json = Record<string, unknown>;

/** The header of a Jupyter message (jupyter-client documentation, "General Message Format"). */
export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  /** ISO 8601. */
  date: string;
  version: string;
}

/** The channels on which a front end and a kernel talk. */
export type Lane = "shell" | "control" | "iopub" | "stdin";

/** One message, as it travels over a socket. */
export interface Message {
  /** Routing prefixes of a ROUTER socket, or the topic on iopub. */
  identities: Uint8Array[];
  header: Header;
  parent_header: Partial<Header>;
  metadata: Json;
  content: Json;
  /** Binary attachments (comms). */
  buffers: Uint8Array[];
}

/** An id that nobody else has. Not by `randomUUID`: pages have that over HTTPS only. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/** Makes a header with a fresh id. */
export function newHeader(msgType: string, session: string): Header {
  return {
    msg_id: newId(),
    msg_type: msgType,
    session,
    username: "kernel",
    date: new Date().toISOString(),
    version: PROTOCOL_VERSION,
  };
}
