import { depthOf, MESSAGE_LEVELS } from "../../../jupyter/messages/json-depth";
import type { Header, Json, Lane, Message } from "../../../jupyter/messages/message";
import { joined, utf8 } from "../bytes";

/** The subprotocol that packs a message into one binary frame (Jupyter Server, "WebSocket kernel wire protocols"). */
export const V1 = "v1.kernel.websocket.jupyter.org";

/** A frame that holds no message. */
export class FrameError extends Error {
  override name = "FrameError";
}

/** A message and the channel that it belongs to. */
export interface Framed {
  channel: Lane;
  message: Message;
}

const MOST_BUFFERS = 1000;

/** One message as a frame: binary for v1; else JSON, or binary where there are buffers. */
export function encodeFrame(framed: Framed, protocol: string): string | Uint8Array {
  return protocol === V1 ? encodeV1(framed) : encodeDefault(framed);
}

/** @throws FrameError when the frame is not a message of a front end. */
export function decodeFrame(data: Uint8Array, isBinary: boolean, protocol: string): Framed {
  if (protocol === V1) {
    if (!isBinary) throw new FrameError(`expected a binary frame of ${V1}, but got text.`);
    return decodeV1(data);
  }
  return isBinary ? decodeBinary(data) : checked(parse(data), []);
}

function encodeV1({ channel, message }: Framed): Uint8Array {
  const { header, parent_header, metadata, content, buffers } = message;
  const json = [header, parent_header, metadata, content].map((part) => JSON.stringify(part));
  const all = [...[channel, ...json].map(utf8), ...buffers];
  const head = new DataView(new ArrayBuffer(8 * (all.length + 2)));
  head.setBigUint64(0, BigInt(all.length + 1), true);
  let end = head.byteLength;
  head.setBigUint64(8, BigInt(end), true);
  all.forEach((part, i) => {
    end += part.length;
    head.setBigUint64(8 * (i + 2), BigInt(end), true);
  });
  return joined([new Uint8Array(head.buffer), ...all]);
}

function decodeV1(data: Uint8Array): Framed {
  const view = viewOf(data);
  const count = data.length >= 8 ? view.getBigUint64(0, true) : 0n;
  if (count < 6n || count > BigInt(MOST_BUFFERS + 6) || BigInt(data.length) < 8n * (count + 1n)) {
    throw new FrameError(`expected the offsets of a channel and four parts, but got ${count}.`);
  }
  const offsets = Array.from({ length: Number(count) }, (_, i) =>
    Number(view.getBigUint64(8 * (i + 1), true)),
  );
  const isRising = offsets.every((offset, i) => i === 0 || offset >= (offsets[i - 1] as number));
  const last = offsets.at(-1) as number;
  if (!isRising || (offsets[0] as number) < 8 * (offsets.length + 1) || last > data.length) {
    throw new FrameError("expected offsets that rise within the frame, but got others.");
  }
  const parts = offsets.slice(1).map((end, i) => data.subarray(offsets[i], end));
  const [channel, header, parent_header, metadata, content, ...buffers] = parts as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    ...Uint8Array[],
  ];
  return checked(
    {
      channel: textOf(channel),
      header: parse(header),
      parent_header: parse(parent_header),
      metadata: parse(metadata),
      content: parse(content),
    },
    buffers,
  );
}

function encodeDefault({ channel, message }: Framed): string | Uint8Array {
  const { header, parent_header, metadata, content, buffers } = message;
  const { msg_id, msg_type } = header;
  const json = { channel, msg_id, msg_type, header, parent_header, metadata, content };
  if (buffers.length === 0) return JSON.stringify({ ...json, buffers: [] });
  const parts = [utf8(JSON.stringify(json)), ...buffers];
  const head = new DataView(new ArrayBuffer(4 * (parts.length + 1)));
  head.setUint32(0, parts.length);
  let start = head.byteLength;
  parts.forEach((part, i) => {
    head.setUint32(4 * (i + 1), start);
    start += part.length;
  });
  return joined([new Uint8Array(head.buffer), ...parts]);
}

function decodeBinary(data: Uint8Array): Framed {
  const view = viewOf(data);
  const count = data.length >= 4 ? view.getUint32(0) : 0;
  if (count < 1 || count > MOST_BUFFERS || data.length < 4 * (count + 1)) {
    throw new FrameError(`expected the offsets of a message's parts, but got ${count}.`);
  }
  const offsets = Array.from({ length: count }, (_, i) => view.getUint32(4 * (i + 1)));
  offsets.push(data.length);
  const isRising = offsets.every((offset, i) => i === 0 || offset >= (offsets[i - 1] as number));
  if (!isRising || (offsets[0] as number) < 4 * (count + 1)) {
    throw new FrameError("expected offsets that rise within the frame, but got others.");
  }
  const [json, ...buffers] = offsets.slice(1).map((end, i) => data.subarray(offsets[i], end)) as [
    Uint8Array,
    ...Uint8Array[],
  ];
  return checked(parse(json), buffers);
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

/** A mark of the byte order stays, and is then no JSON. */
const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

function parse(bytes: Uint8Array): Json {
  const levels = depthOf(bytes);
  if (levels > MESSAGE_LEVELS) {
    throw new FrameError(`expected at most ${MESSAGE_LEVELS} levels of JSON, but got ${levels}.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(textOf(bytes));
  } catch {
    throw new FrameError(`expected JSON, but got ${bytes.length} other bytes.`);
  }
  return asObject(value, "message");
}

function asObject(value: unknown, name: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new FrameError(`expected an object as the ${name}, but got ${JSON.stringify(value)}.`);
}

function checked(value: Json, buffers: Uint8Array[]): Framed {
  const { channel = "shell" } = value;
  if (channel !== "shell" && channel !== "control" && channel !== "stdin") {
    throw new FrameError(
      `expected the channel shell, control or stdin, but got ${JSON.stringify(channel)}.`,
    );
  }
  const header = asObject(value.header, "header");
  for (const field of ["msg_id", "msg_type", "session"]) {
    if (typeof header[field] === "string" && header[field] !== "") continue;
    throw new FrameError(`expected header.${field} to be a text, but got another value.`);
  }
  const message: Message = {
    identities: [],
    header: header as unknown as Header,
    parent_header: asObject(value.parent_header ?? {}, "parent header"),
    metadata: asObject(value.metadata ?? {}, "metadata"),
    content: asObject(value.content ?? {}, "content"),
    buffers,
  };
  return { channel, message };
}
