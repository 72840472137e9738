import { expect } from "chai";
import { newHeader } from "../../../../../kernel-setup/jupyter/messages/message";
import { encode } from "../../../../../kernel-setup/jupyter/messages/wire";
import { Inbox } from "../../../../../kernel-setup/kernel/node/sockets/inbox";

function frames(key: string): Uint8Array[] {
  const header = newHeader("x_request", "s");
  const empty = { parent_header: {}, metadata: {}, content: {} };
  return encode({ identities: [], header, ...empty, buffers: [] }, key);
}

describe("Inbox", () => {
  it("lets good messages in once, and counts everything else", () => {
    const inbox = new Inbox("key");
    const good = frames("key");
    expect(inbox.accept(good)?.header.msg_type).to.equal("x_request");
    expect(inbox.dropped).to.equal(0);
    for (const bad of [good, frames("other"), [], good.slice(1)]) {
      expect(inbox.accept(bad)).to.equal(undefined);
    }
    expect(inbox.dropped).to.equal(4);
    expect(inbox.accept(frames("key"))).to.not.equal(undefined);
  });

  it("logs the first bad message, and ever fewer of the rest, with the reason", () => {
    const lines: string[] = [];
    const inbox = new Inbox("key", (line) => lines.push(line));
    const good = frames("key");
    inbox.accept(good);
    for (let i = 0; i < 9; i++) inbox.accept(good);
    const reason = "expected a new message, but got one that has been here before";
    expect(lines).to.deep.equal([1, 2, 4, 8].map((n) => `Dropped message ${n}: ${reason}`));
    expect(inbox.dropped).to.equal(9);
  });
});
