import { once } from "node:events";
import { createServer } from "node:net";
import { expect } from "chai";
import { freePort, isFree } from "../../../../kernel-setup/commands/parts/free-port";

describe("freePort", () => {
  it("passes by a port in use, and takes it again when it is free", async () => {
    const first = await freePort(28_888);
    const server = createServer().listen(first, "127.0.0.1");
    await once(server, "listening");
    expect(await isFree(first)).to.equal(false);
    expect(await freePort(first)).to.be.greaterThan(first);
    server.close();
    await once(server, "close");
    expect(await freePort(first)).to.equal(first);
  });
});
