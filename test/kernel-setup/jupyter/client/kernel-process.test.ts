import { tmpdir } from "node:os";
import { expect } from "chai";
import type { KernelClient } from "../../../../kernel-setup/jupyter/client/kernel-client";
import { startKernel } from "../../../../kernel-setup/jupyter/client/start-kernel";
import type { Message } from "../../../../kernel-setup/jupyter/messages/message";
import { fakeKernel, ownKernel } from "../../../support/kernels";
import { needs } from "../../../support/needs";
import { expectEnd, isAlive, LEAVE_CHILDREN, pidsIn } from "../../../support/processes";

/** How long an end may take on a busy machine, at most, in milliseconds. */
const SOON = 20_000;

describe("the end of a kernel's process", function () {
  this.timeout(90_000);
  let client: KernelClient;
  before(function () {
    needs(this, "groups of processes", "signals", "sh");
  });
  afterEach(() => client.shutdown());

  async function printed(code: string): Promise<string> {
    let text = "";
    const onMessage = ({ header, content }: Message) => {
      if (header.msg_type === "stream") text += content.text;
    };
    await client.execute(code, { onMessage });
    return text;
  }

  const ends: Record<string, (kernel: number) => Promise<unknown>> = {
    "is shut down": () => client.shutdown(),
    "is killed": () => client.kill(),
    "is ended by a cell": () => client.execute("process.exit(3)").catch(() => {}),
    "is killed by another program": async (kernel) => process.kill(kernel, "SIGKILL"),
    "is shut down while it stands still": (kernel) => {
      process.kill(kernel, "SIGSTOP");
      return client.shutdown(500);
    },
    "is killed while it stands still": (kernel) => {
      process.kill(kernel, "SIGSTOP");
      return client.kill();
    },
  };
  for (const [what, end] of Object.entries(ends)) {
    it(`ends all that its cells have started and left, when it ${what}`, async () => {
      client = await startKernel(ownKernel(), { cwd: tmpdir() });
      const left = pidsIn(await printed(LEAVE_CHILDREN));
      expect(left.map(isAlive)).to.deep.equal(left.map(() => true));
      await end(left[0]);
      expect(await client.process.endsWithin(SOON)).to.equal(true);
      await expectEnd(left);
    });
  }

  it("ends what a kernel without a shell that watches it has left", async () => {
    client = await startKernel(fakeKernel(), { cwd: tmpdir() });
    const left = pidsIn(await printed("leave"));
    expect(left.map(isAlive)).to.deep.equal([true, true]);
    await client.shutdown();
    await expectEnd(left);
  });

  it("is not held up by what has left its group, which lives on", async () => {
    client = await startKernel(ownKernel(), { cwd: tmpdir() });
    const code = `
      import { spawn } from "node:child_process";
      console.log(spawn("sleep", ["777"], { detached: true, stdio: "inherit" }).pid);`;
    const [pid] = pidsIn(await printed(code));
    try {
      const start = Date.now();
      await client.shutdown();
      expect(Date.now() - start).to.be.lessThan(SOON);
      expect(isAlive(pid)).to.equal(true);
    } finally {
      process.kill(pid, "SIGKILL");
    }
  });

  it("still tells why, with its last words", async () => {
    client = await startKernel(fakeKernel(), { cwd: tmpdir() });
    const error = await client.execute("leave\nlast-words farewell\ndie 4").catch((why) => why);
    expect(error.message).to.equal(
      'The kernel "fake" ended with exit code 4. Its last words:\nfarewell',
    );
  });
});
