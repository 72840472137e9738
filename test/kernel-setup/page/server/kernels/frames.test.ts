import { expect } from "chai";
import {
  decodeFrame,
  encodeFrame,
  type Framed,
  FrameError,
  V1,
} from "../../../../../kernel-setup/page/server/kernels/frames";

const framed = (buffers: Uint8Array[] = []): Framed => ({
  channel: "shell",
  message: {
    identities: [],
    header: {
      msg_id: "1",
      msg_type: "execute_request",
      session: "me",
      username: "kernel",
      date: "2026-01-01T00:00:00.000Z",
      version: "5.3",
    },
    parent_header: {},
    metadata: {},
    content: { code: "'가😀'" },
    buffers,
  },
});

/** In the middle of more bytes, as a part of what has come over a network lies. */
function within(bytes: Uint8Array): Uint8Array {
  const more = new Uint8Array(bytes.length + 5);
  more.set(bytes, 3);
  return more.subarray(3, 3 + bytes.length);
}

describe("frames of messages", () => {
  it("have the offsets of Jupyter's protocol, written by another hand", () => {
    const { channel, message } = framed([Buffer.from("raw")]);
    const { header, parent_header, metadata, content, buffers } = message;
    const parts = [
      Buffer.from(channel),
      ...[header, parent_header, metadata, content].map((part) =>
        Buffer.from(JSON.stringify(part)),
      ),
      ...buffers.map((each) => Buffer.from(each)),
    ];
    const head = Buffer.alloc(8 * (parts.length + 2));
    head.writeBigUInt64LE(BigInt(parts.length + 1));
    let end = head.length;
    for (const [i, part] of [Buffer.alloc(0), ...parts].entries()) {
      end += part.length;
      head.writeBigUInt64LE(BigInt(end), 8 * (i + 1));
    }
    const expected = Buffer.concat([head, ...parts]);
    const frame = encodeFrame({ channel, message }, V1) as Uint8Array;
    expect(expected.equals(frame)).to.equal(true);
  });

  it("are read as they were written, in both protocols, wherever their bytes lie", () => {
    for (const buffers of [[], [within(new Uint8Array([1, 2, 3])), new Uint8Array(0)]])
      for (const protocol of [V1, ""]) {
        const frame = encodeFrame(framed(buffers), protocol);
        const isBinary = typeof frame !== "string";
        expect(isBinary).to.equal(protocol === V1 || buffers.length > 0);
        const bytes = isBinary ? frame : new TextEncoder().encode(frame);
        const read = decodeFrame(within(bytes), isBinary, protocol);
        expect(read.channel).to.equal("shell");
        expect({ ...read.message, buffers: [] }).to.deep.equal(framed().message);
        expect(read.message.buffers.map((each) => [...each])).to.deep.equal(
          buffers.map((each) => [...each]),
        );
      }
  });

  it("that are cut anywhere are refused, and never read as another message", () => {
    for (const protocol of [V1, ""]) {
      const frame = encodeFrame(framed([new Uint8Array([1, 2, 3])]), protocol) as Uint8Array;
      for (let length = 0; length < frame.length - 3; length += 7)
        expect(() => decodeFrame(frame.slice(0, length), true, protocol)).to.throw(FrameError);
    }
    const marked = new TextEncoder().encode(`\ufeff${JSON.stringify({ header: {} })}`);
    expect(() => decodeFrame(marked, false, "")).to.throw(/expected JSON/);
  });
});
