import { expect } from "chai";
import { Inbox } from "../../../../kernel-setup/kernel/sockets/inbox";
import { encode, newHeader } from "../../../../kernel-setup/wire/message";

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
});
