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

/** A page without a safe connection has only the chance of which such ids are made. */
function newId(): string {
  const known = crypto as { randomUUID?(): string };
  if (known.randomUUID !== undefined) return known.randomUUID();
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}

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
