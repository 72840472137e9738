import { depthOf, MESSAGE_LEVELS } from "../../../jupyter/messages/json-depth";
import type { Header, Json, Lane, Message } from "../../../jupyter/messages/message";

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
export function encodeFrame(framed: Framed, protocol: string): string | Buffer {
  return protocol === V1 ? encodeV1(framed) : encodeDefault(framed);
}

/** @throws FrameError when the frame is not a message of a front end. */
export function decodeFrame(data: Buffer, isBinary: boolean, protocol: string): Framed {
  if (protocol === V1) {
    if (!isBinary) throw new FrameError(`expected a binary frame of ${V1}, but got text.`);
    return decodeV1(data);
  }
  return isBinary ? decodeBinary(data) : checked(parse(data), []);
}

function encodeV1({ channel, message }: Framed): Buffer {
  const { header, parent_header, metadata, content, buffers } = message;
  const json = [header, parent_header, metadata, content].map((part) => JSON.stringify(part));
  const parts = [channel, ...json].map((text) => Buffer.from(text));
  const all = [...parts, ...buffers.map((buffer) => Buffer.from(buffer))];
  const head = Buffer.alloc(8 * (all.length + 2));
  head.writeBigUInt64LE(BigInt(all.length + 1), 0);
  let end = head.length;
  head.writeBigUInt64LE(BigInt(end), 8);
  all.forEach((part, i) => {
    end += part.length;
    head.writeBigUInt64LE(BigInt(end), 8 * (i + 2));
  });
  return Buffer.concat([head, ...all]);
}

function decodeV1(data: Buffer): Framed {
  const count = data.length >= 8 ? data.readBigUInt64LE(0) : 0n;
  if (count < 6n || count > BigInt(MOST_BUFFERS + 6) || BigInt(data.length) < 8n * (count + 1n)) {
    throw new FrameError(`expected the offsets of a channel and four parts, but got ${count}.`);
  }
  const offsets = Array.from({ length: Number(count) }, (_, i) =>
    Number(data.readBigUInt64LE(8 * (i + 1))),
  );
  const isRising = offsets.every((offset, i) => i === 0 || offset >= (offsets[i - 1] as number));
  const last = offsets.at(-1) as number;
  if (!isRising || (offsets[0] as number) < 8 * (offsets.length + 1) || last > data.length) {
    throw new FrameError("expected offsets that rise within the frame, but got others.");
  }
  const parts = offsets.slice(1).map((end, i) => data.subarray(offsets[i], end));
  const [channel, header, parent_header, metadata, content, ...buffers] = parts as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    ...Buffer[],
  ];
  return checked(
    {
      channel: channel.toString(),
      header: parse(header),
      parent_header: parse(parent_header),
      metadata: parse(metadata),
      content: parse(content),
    },
    buffers,
  );
}

function encodeDefault({ channel, message }: Framed): string | Buffer {
  const { header, parent_header, metadata, content, buffers } = message;
  const { msg_id, msg_type } = header;
  const json = { channel, msg_id, msg_type, header, parent_header, metadata, content };
  if (buffers.length === 0) return JSON.stringify({ ...json, buffers: [] });
  const parts = [Buffer.from(JSON.stringify(json)), ...buffers.map((each) => Buffer.from(each))];
  const head = Buffer.alloc(4 * (parts.length + 1));
  head.writeUInt32BE(parts.length, 0);
  let start = head.length;
  parts.forEach((part, i) => {
    head.writeUInt32BE(start, 4 * (i + 1));
    start += part.length;
  });
  return Buffer.concat([head, ...parts]);
}

function decodeBinary(data: Buffer): Framed {
  const count = data.length >= 4 ? data.readUInt32BE(0) : 0;
  if (count < 1 || count > MOST_BUFFERS || data.length < 4 * (count + 1)) {
    throw new FrameError(`expected the offsets of a message's parts, but got ${count}.`);
  }
  const offsets = Array.from({ length: count }, (_, i) => data.readUInt32BE(4 * (i + 1)));
  offsets.push(data.length);
  const isRising = offsets.every((offset, i) => i === 0 || offset >= (offsets[i - 1] as number));
  if (!isRising || (offsets[0] as number) < 4 * (count + 1)) {
    throw new FrameError("expected offsets that rise within the frame, but got others.");
  }
  const [json, ...buffers] = offsets.slice(1).map((end, i) => data.subarray(offsets[i], end)) as [
    Buffer,
    ...Buffer[],
  ];
  return checked(parse(json), buffers);
}

function parse(bytes: Buffer): Json {
  const levels = depthOf(bytes);
  if (levels > MESSAGE_LEVELS) {
    throw new FrameError(`expected at most ${MESSAGE_LEVELS} levels of JSON, but got ${levels}.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
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
