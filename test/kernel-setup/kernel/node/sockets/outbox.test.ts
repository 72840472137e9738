import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { Outbox } from "../../../../../kernel-setup/kernel/node/sockets/outbox";

/** A socket that, as ZeroMQ's, refuses a send while another is under way. */
class FakeSocket {
  readonly sent: string[] = [];
  full = false;
  #busy = false;

  async send(frames: Uint8Array[]): Promise<void> {
    if (this.#busy) throw Object.assign(new Error("busy"), { code: "EBUSY" });
    if (this.full) throw Object.assign(new Error("full"), { code: "EAGAIN" });
    this.#busy = true;
    await sleep(this.sent.length % 5 === 0 ? 1 : 0);
    this.#busy = false;
    this.sent.push(frames.map(String).join("|"));
  }
}

const frame = (text: string) => [Buffer.from(text)];

describe("Outbox", () => {
  it("sends everything one after the other, in order", async () => {
    const socket = new FakeSocket();
    const outbox = new Outbox(socket);
    const all = Array.from({ length: 50 }, (_, n) => String(n));
    for (const text of all) outbox.send(frame(text));
    expect(outbox.queuedBytes).to.equal(all.join("").length);
    await outbox.sent();
    expect(socket.sent).to.deep.equal(all);
    expect([outbox.lost, outbox.queuedBytes]).to.deep.equal([0, 0]);
    await outbox.sent();
  });

  it("waits for a reader whose queue is full, and loses nothing", async () => {
    const socket = new FakeSocket();
    socket.full = true;
    const outbox = new Outbox(socket, { milliseconds: 5000, setLossless: () => {} });
    for (const text of ["a", "b"]) outbox.send(frame(text));
    await sleep(60);
    expect(socket.sent).to.deep.equal([]);
    socket.full = false;
    await outbox.sent();
    expect(socket.sent).to.deep.equal(["a", "b"]);
    expect(outbox.lost).to.equal(0);
  });

  it("goes on without a reader that reads nothing for too long, and counts what it missed", async () => {
    const socket = new FakeSocket();
    socket.full = true;
    const calls: boolean[] = [];
    const outbox = new Outbox(socket, {
      milliseconds: 30,
      setLossless: (lossless) => {
        calls.push(lossless);
        socket.full = lossless;
      },
    });
    for (const text of ["a", "b"]) outbox.send(frame(text));
    await outbox.sent();
    expect(socket.sent).to.deep.equal(["a", "b"]);
    expect(calls).to.deep.equal([false, true, false, true]);
    expect(outbox.lost).to.equal(2);
  });

  it("goes on after an error of the socket", async () => {
    let calls = 0;
    const outbox = new Outbox({
      send: async () => {
        if (calls++ === 0) throw new Error("closed");
      },
    });
    for (const text of ["a", "b"]) outbox.send(frame(text));
    await outbox.sent();
    expect([calls, outbox.lost]).to.deep.equal([2, 1]);
  });
});
