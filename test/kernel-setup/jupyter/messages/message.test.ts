import { expect } from "chai";
import {
  type Message,
  newHeader,
  PROTOCOL_VERSION,
} from "../../../../kernel-setup/jupyter/messages/message";
import { decode, encode, WireError } from "../../../../kernel-setup/jupyter/messages/wire";

function example(): Message {
  return {
    identities: [Buffer.from("who"), Buffer.from([0, 255])],
    header: newHeader("execute_request", "session"),
    parent_header: { msg_id: "p" },
    metadata: { m: 1 },
    content: { code: "'역전파 😀'" },
    buffers: [Buffer.from([1, 2, 3])],
  };
}

describe("message", () => {
  it("comes back from its frames as it was, buffers and identities included", () => {
    const message = example();
    expect(decode(encode(message, "key"), "key")).to.deep.equal(message);
    expect(decode(encode(message, ""), "")).to.deep.equal(message);
  });

  it("carries a replacement for half a character, and all other texts as they are", () => {
    const [high, low] = ["😀"[0], "😀"[1]];
    const halves = { [`key ${high}`]: [high, { deep: `x${low}y` }], both: `${low}${high}` };
    const whole = {
      pair: "😀",
      escape: "\\ud83d",
      more: '\\\\ud83d \\ \n \ud7ff \ue000 "\\u',
      key: "\ufffd",
    };
    const message = { ...example(), content: { ...whole, halves }, metadata: { m: high } };
    const got = decode(encode(message, "key"), "key");
    expect(got.content).to.deep.equal({
      ...whole,
      halves: { "key \ufffd": ["\ufffd", { deep: "x\ufffdy" }], both: "\ufffd\ufffd" },
    });
    expect(got.metadata).to.deep.equal({ m: "\ufffd" });
  });

  it("is signed as the protocol says", () => {
    // hmac-sha256 of four times "{}" with the key "key", computed with Python's hmac module.
    const message = { ...example(), header: {} as Message["header"], parent_header: {} };
    const frames = encode({ ...message, metadata: {}, content: {} }, "key");
    expect(Buffer.from(frames[3]).toString()).to.equal(
      "ca767b02c5bc061ed184a9a029e7f93a7f2f7ed4e8fe74120fc1212f0b008fa3",
    );
    expect(Buffer.from(frames[4]).toString()).to.equal("{}");
  });

  it("gives each header its own id, and the protocol's version", () => {
    const [a, b] = [newHeader("x", "s"), newHeader("x", "s")];
    expect(a.msg_id).to.not.equal(b.msg_id);
    expect(a.version).to.equal(PROTOCOL_VERSION);
    expect(new Date(a.date).toISOString()).to.equal(a.date);
  });

  it("refuses another key, a changed part, and a missing or cut signature", () => {
    const frames = encode(example(), "key");
    const changes: [string, (frames: Uint8Array[]) => void][] = [
      ["signature", (f) => f.splice(3, 1, Buffer.from(""))],
      ["signature", (f) => f.splice(3, 1, f[3].subarray(1))],
      ["signature", (f) => f.splice(7, 1, Buffer.from("{}"))],
      ["delimiter", (f) => f.splice(2, 1)],
      ["four parts", (f) => f.splice(5)],
    ];
    for (const [word, change] of changes) {
      const changed = [...frames];
      change(changed);
      expect(() => decode(changed, "key")).to.throw(WireError, word);
    }
    expect(() => decode(frames, "other")).to.throw(WireError, "signature");
    expect(() => decode([], "key")).to.throw(WireError, "delimiter");
  });

  it("refuses parts that are nested too deep, and is not misled by brackets in texts", () => {
    const nested = (levels: number) => {
      let value: unknown = '[[[[\\"[[';
      for (let i = 1; i < levels; i++) value = [value];
      return { ...example(), content: { value } };
    };
    expect(decode(encode(nested(1000), "key"), "key").content).to.deep.equal(nested(1000).content);
    const frames = encode(nested(1001), "key");
    expect(() => decode(frames, "key")).to.throw(WireError, "at most 1000 levels in the content");
  });

  it("refuses signed parts that are no JSON objects, or a header without its fields", () => {
    const message = example();
    for (const part of ["header", "parent_header", "metadata", "content"] as const) {
      for (const wrong of [5, null, [], "text"]) {
        const frames = encode({ ...message, [part]: wrong }, "key");
        expect(() => decode(frames, "key"), `${part} ${wrong}`).to.throw(WireError);
      }
    }
    const { msg_id: _, ...header } = message.header;
    const frames = encode({ ...message, header: header as Message["header"] }, "key");
    expect(() => decode(frames, "key")).to.throw(WireError, "header.msg_id");
  });
});
