import { createServer } from "node:net";
import { expect } from "chai";
import { bindSockets, closeSockets } from "../../../../../kernel-setup/kernel/node/sockets/bind";
import { makeConnection } from "../../../../support/raw-kernel";

describe("bindSockets", function () {
  this.timeout(10_000);

  /** Holds a port, as a kernel does that is just ending. */
  const hold = (port: number) => {
    const server = createServer();
    return new Promise<() => void>((resolve) => {
      server.listen(port, "127.0.0.1", () => resolve(() => server.close()));
    });
  };

  it("waits for a port that is given back a moment later", async () => {
    const connection = await makeConnection();
    const free = await hold(connection.iopub_port);
    setTimeout(free, 300);
    closeSockets(await bindSockets(connection));
  });

  it("gives up on a port that stays taken", async () => {
    const connection = await makeConnection();
    const free = await hold(connection.shell_port);
    const error = await bindSockets(connection).catch((reason) => reason);
    free();
    expect(error).to.have.property("code", "EADDRINUSE");
  });
});
