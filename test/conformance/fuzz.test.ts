import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { decode } from "../../kernel-setup/jupyter/messages/wire";
import { Random } from "../../src/arrays/random";
import { RawKernel, resultText } from "../support/raw-kernel";
import { BadMessages } from "./bad-messages";

const SOCKETS = ["shell", "control", "stdin"] as const;

/** Messages of each kind on each socket; of the biggest ones fewer. */
const MESSAGES = 150;

/** Contents that are JSON and signed, and yet not what any request looks like. */
const STRANGE: Record<string, unknown>[] = [
  {},
  { code: 7 },
  { code: ["touched++"] },
  { code: { toString: "touched++" } },
  { code: null, cursor_pos: "far", detail_level: [] },
  { code: "", cursor_pos: -1 },
  { code: "x", cursor_pos: 1e300 },
  { code: "\u0000\ud800", cursor_pos: 1 },
  { hist_access_type: "range", session: "x", start: {}, stop: [] },
  { hist_access_type: "search", pattern: "*".repeat(30), n: -1 },
  { comm_id: 1, target_name: [], data: 5 },
  JSON.parse('{ "__proto__": { "silent": true }, "constructor": null }'),
  JSON.parse(`${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`),
];
const TYPES = [
  "execute_request",
  "complete_request",
  "inspect_request",
  "is_complete_request",
  "history_request",
  "comm_info_request",
  "comm_open",
  "comm_msg",
  "comm_close",
  "input_reply",
  "no_such_request",
  "",
  "__proto__",
];

describe("a kernel that is sent bad messages", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  let bad: BadMessages;
  let count = 0;

  before(async () => {
    kernel = await RawKernel.start();
    bad = new BadMessages(new Random(20), kernel.connection.key, "touched++");
    await run("let touched = 0;");
  });
  after(() => kernel.stop());

  async function run(code: string): Promise<string | undefined> {
    const { reply, messages } = await kernel.run(code);
    count = Number(reply.execution_count);
    return resultText(messages);
  }

  /** Expects the kernel to answer on every channel, and that nothing but this was run since. */
  async function expectUnharmed(touched = 0): Promise<void> {
    const before = count;
    expect(await run("1 + 1")).to.equal("2");
    expect(count).to.equal(before + 1);
    expect(await run("touched")).to.equal(String(touched));
    const { reply } = await kernel.request("kernel_info_request", {}, "control");
    expect(reply.status).to.equal("ok");
    expect(kernel.ended).to.equal(false);
    const lines = kernel.stderr.split("\n").filter((line) => line !== "");
    for (const line of lines) expect(line).to.match(/^Dropped message \d+: /);
  }

  // The kinds are the same for every kernel; its key comes later.
  for (const kind of Object.keys(new BadMessages(new Random(0), "", "").kinds)) {
    it(`drops messages ${kind}`, async () => {
      const before = kernel.unowned.length;
      for (let i = 0; i < (kind.includes("huge") ? 20 : MESSAGES); i++) {
        for (const socket of SOCKETS) {
          const frames = bad.kinds[kind]();
          expect(() => decode(frames, kernel.connection.key), kind).to.throw();
          await kernel[socket].send(frames);
        }
      }
      await expectUnharmed();
      expect(kernel.unowned.length, "messages about the bad ones").to.equal(before);
    });
  }

  it("runs a message once that is sent again and again, on shell and elsewhere", async () => {
    const frames = bad.cell();
    await kernel.shell.send(frames);
    expect(await run("touched")).to.equal("1");
    for (let i = 0; i < MESSAGES; i++) {
      for (const socket of SOCKETS) await kernel[socket].send(frames);
    }
    await expectUnharmed(1);
    await run("touched = 0;");
  });

  it("counts what it drops", () => {
    const counts = [...kernel.stderr.matchAll(/^Dropped message (\d+): /gm)].map(([, n]) =>
      Number(n),
    );
    // It tells of every doubling, so that a flood of messages makes no flood of lines.
    expect(counts.slice(0, 3)).to.deep.equal([1, 2, 4]);
    expect(counts.at(-1))
      .to.be.greaterThan(2048)
      .and.below(16 * 3 * MESSAGES);
  });

  it("heeds no cell on control or stdin", async () => {
    for (let i = 0; i < MESSAGES; i++) {
      await kernel.control.send(bad.cell());
      await kernel.stdin.send(bad.cell());
    }
    await expectUnharmed();
  });

  it("survives bytes that are no ZeroMQ at all, on every port", async () => {
    const random = new Random(21);
    const { ip, hb_port, iopub_port, ...others } = kernel.connection;
    const { shell_port, control_port, stdin_port } = others;
    for (const port of [shell_port, control_port, stdin_port, iopub_port, hb_port]) {
      for (let i = 0; i < 20; i++) {
        const socket = connect(port, ip);
        socket.on("error", () => {});
        await once(socket, "connect");
        const length = random.integer(2000);
        socket.end(Uint8Array.from({ length }, () => random.integer(256)));
      }
    }
    await sleep(100);
    await expectUnharmed();
  });

  it("survives requests of every type with strange contents", async () => {
    for (const content of STRANGE) {
      for (const type of TYPES) {
        await kernel.send(type, content);
        await kernel.send(type, content, "control");
      }
    }
    // What still waits behind a failing cell would be aborted.
    await kernel.request("kernel_info_request", {});
    await run("0");
    await expectUnharmed();
  });
});
