import { createHmac, timingSafeEqual } from "node:crypto";
import { depthOf, MESSAGE_LEVELS } from "./json-depth";
import { toJson } from "./json-text";
import type { Header, Json, Message } from "./message";

/** A frame sequence that is not a signed Jupyter message; such frames are dropped, never executed. */
export class WireError extends Error {
  override name = "WireError";
}

/** A message that is signed, and nested too deep to be taken in; whose it was can be told. */
export class DepthError extends WireError {
  override name = "DepthError";
  readonly header: Header;
  readonly parent_header: Partial<Header>;

  constructor(message: string, header: Header, parent: Partial<Header>) {
    super(message);
    this.header = header;
    this.parent_header = parent;
  }
}

const DELIMITER = Buffer.from("<IDS|MSG>");

function sign(key: string, parts: Uint8Array[]): string {
  // An empty key means unsigned messages, as the protocol allows on a private transport.
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Turns a message into signed frames: identities, delimiter, signature, four JSON parts, buffers. */
export function encode(message: Message, key: string): Uint8Array[] {
  const parts = [message.header, message.parent_header, message.metadata, message.content].map(
    (part) => Buffer.from(toJson(part)),
  );
  return [
    ...message.identities,
    DELIMITER,
    Buffer.from(sign(key, parts)),
    ...parts,
    ...message.buffers,
  ];
}

/** @param deep What is thrown for a part that is nested too deep. */
function parseObject(
  part: Uint8Array,
  name: string,
  deep = (words: string) => new WireError(words),
): Json {
  const levels = depthOf(part);
  if (levels > MESSAGE_LEVELS) {
    throw deep(
      `decode: expected at most ${MESSAGE_LEVELS} levels in the ${name}, but got ${levels}`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part).toString("utf8"));
  } catch {
    throw new WireError(`decode: expected JSON in the ${name}, but got ${part.length} other bytes`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WireError(`decode: expected an object as the ${name}, but got ${typeof value}`);
  }
  return value as Json;
}

/**
 * Reads frames back into a message, after checking the signature.
 *
 * @throws WireError when the delimiter, a part or the signature is missing or wrong; of the kind
 *   DepthError when content or metadata are nested too deep.
 */
export function decode(frames: Uint8Array[], key: string): Message {
  const at = frames.findIndex((frame) => DELIMITER.equals(frame));
  if (at < 0) throw new WireError("decode: expected the delimiter <IDS|MSG>, but got none");
  const [signature, ...rest] = frames.slice(at + 1);
  if (signature === undefined || rest.length < 4) {
    throw new WireError(
      `decode: expected a signature and four parts, but got ${frames.length - at - 1} frames`,
    );
  }
  const parts = rest.slice(0, 4);
  const expected = Buffer.from(sign(key, parts));
  if (expected.length !== signature.length || !timingSafeEqual(expected, signature)) {
    throw new WireError("decode: expected the signature made with this key, but got another");
  }
  const header = parseObject(parts[0], "header");
  for (const field of ["msg_id", "msg_type", "session"]) {
    if (typeof header[field] !== "string") {
      throw new WireError(
        `decode: expected a string as header.${field}, but got ${typeof header[field]}`,
      );
    }
  }
  const parent: Partial<Header> = parseObject(parts[1], "parent header");
  const deep = (words: string) => new DepthError(words, header as unknown as Header, parent);
  return {
    identities: frames.slice(0, at),
    header: header as unknown as Header,
    parent_header: parent,
    metadata: parseObject(parts[2], "metadata", deep),
    content: parseObject(parts[3], "content", deep),
    buffers: rest.slice(4),
  };
}

/** The signature that frames carry: it differs for every message, also where ids are used again. */
export function signatureOf(frames: Uint8Array[]): string {
  const at = frames.findIndex((frame) => DELIMITER.equals(frame));
  return Buffer.from(frames[at + 1] ?? []).toString();
}
