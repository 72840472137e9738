import { expect } from "chai";
import type { Lane, Message } from "../../../../../kernel-setup/jupyter/messages/message";
import type { KernelEnd, Line } from "../../../../../kernel-setup/page/server/home";
import { connect } from "../../../../../kernel-setup/page/server/kernels/channels";
import { RunningKernel } from "../../../../../kernel-setup/page/server/kernels/running-kernel";
import { fakeKernel } from "../../../../support/kernels";

/** A line whose other end is the test's. */
class TestLine implements Line {
  readonly protocol = "";
  isOpen = true;
  unread = 0;
  readonly sent: string[] = [];
  closedWith: unknown[] = [];
  hear: (data: Uint8Array, isBinary: boolean) => void = () => {};
  #ended: (code: number) => void = () => {};

  send(data: string | Uint8Array): void {
    this.sent.push(String(data));
  }

  close(code: number, reason?: string): void {
    this.closedWith = [code, reason];
  }

  onMessage(take: (data: Uint8Array, isBinary: boolean) => void): void {
    this.hear = take;
  }

  onClose(take: (code: number) => void): void {
    this.#ended = take;
  }

  end(code: number): void {
    this.isOpen = false;
    this.#ended(code);
  }
}

describe("a page's line to a kernel", () => {
  let say: (channel: Lane, message: Message) => void;
  let kernel: RunningKernel;
  beforeEach(async () => {
    const end: KernelEnd = {
      death: undefined,
      ended: new Promise(() => {}),
      listen: (listener) => {
        say = listener;
      },
      pass: async () => {},
      interrupt: async () => {},
      shutdown: async () => {},
    };
    kernel = new RunningKernel({ start: async () => end }, fakeKernel(), "/work");
    await kernel.ready;
  });
  afterEach(() => kernel.shutdown());

  const print = (text: string) =>
    say("iopub", {
      identities: [],
      header: { msg_type: "stream" } as Message["header"],
      parent_header: {},
      metadata: {},
      content: { text },
      buffers: [],
    });
  const said = (line: TestLine) =>
    line.sent.map((frame) => JSON.parse(frame).content.text).filter((text) => text !== undefined);
  const timers = () =>
    process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;

  it("that breaks is waited for: the next one of the page gets what was said meanwhile, once", () => {
    const [first, second, third] = [new TestLine(), new TestLine(), new TestLine()];
    connect(first, kernel, "page");
    print("one");
    first.end(1006);
    print("two");
    expect(kernel.model.connections).to.equal(1);
    connect(second, kernel, "page");
    print("three");
    connect(third, kernel, "another page");
    expect([first, second, third].map(said)).to.deep.equal([["one"], ["two", "three"], []]);
  });

  for (const code of [1000, 1001, 1005])
    it(`that is closed on purpose, with ${code}, is not`, () => {
      const [first, second] = [new TestLine(), new TestLine()];
      connect(first, kernel, "page");
      first.end(code);
      print("nobody's");
      expect(kernel.model.connections).to.equal(0);
      connect(second, kernel, "page");
      expect(said(second)).to.deep.equal([]);
    });

  it("that breaks holds nobody who ends: not while the kernel is shut down, and not after", async () => {
    // The test's own time limit begins with its first wait.
    await Promise.resolve();
    const [early, late] = [new TestLine(), new TestLine()];
    connect(early, kernel, "page");
    connect(late, kernel, "another page");
    const before = timers();
    early.end(1006);
    expect(timers()).to.equal(before + 1);
    await kernel.shutdown();
    expect(timers()).to.equal(before);
    late.end(1006);
    expect(timers()).to.equal(before);
    expect(kernel.model.connections).to.equal(0);
  });

  it("is cut when the page reads nothing", () => {
    const line = new TestLine();
    connect(line, kernel, "page");
    line.unread = 300 * 1024 ** 2;
    print("too much");
    expect(line.closedWith[0]).to.equal(1013);
    expect(said(line)).to.deep.equal([]);
  });

  it("is closed with a reason that fits when a frame is no message", () => {
    const line = new TestLine();
    connect(line, kernel, "page");
    line.hear(new TextEncoder().encode(JSON.stringify("가".repeat(1000))), false);
    const [code, reason] = line.closedWith;
    expect(code).to.equal(1007);
    expect(Buffer.byteLength(String(reason))).to.be.at.most(123);
    expect(reason)
      .to.match(/^expected an object/)
      .and.not.contain("\ufffd");
  });
});
