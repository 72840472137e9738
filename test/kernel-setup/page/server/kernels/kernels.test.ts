import { expect } from "chai";
import { machineKernels } from "../../../../../kernel-setup/page/homes/machine/home";
import { Kernels } from "../../../../../kernel-setup/page/server/kernels/kernels";
import { fakeKernel } from "../../../../support/kernels";

describe("Kernels", () => {
  it("gives the kernel made ready to the first document in its folder only", async () => {
    const kernels = new Kernels(machineKernels, [fakeKernel()]);
    try {
      await kernels.prepare(__dirname);
      expect(kernels.all).to.deep.equal([]);
      const elsewhere = kernels.start("fake", process.cwd());
      const here = kernels.start("fake", __dirname);
      const second = kernels.start("fake", __dirname);
      expect(here.model.execution_state).to.equal("idle");
      for (const other of [elsewhere, second])
        expect(other.model.execution_state).to.equal("starting");
      await Promise.all(kernels.all.map(({ ready }) => ready));
    } finally {
      await kernels.shutdownAll();
    }
  });

  it("ends those that no page has looked at for long, the oldest first, and keeps four", async () => {
    const kernels = new Kernels(machineKernels, [fakeKernel()], { unattendedMs: -1 });
    try {
      const started = [];
      for (let i = 0; i < 6; i++) {
        const kernel = kernels.start("fake", process.cwd());
        await kernel.ready;
        kernel.lastActivity = new Date(1000 * i);
        if (i === 0) kernel.attach({ session: "a page", send: () => {}, ended: () => {} });
        started.push(kernel);
      }
      kernels.start("fake", process.cwd());
      const left = kernels.all.map(({ id }) => id);
      expect(left).to.include(started[0]?.id);
      expect(left).to.not.include(started[1]?.id);
      for (const kernel of started.slice(2)) expect(left).to.include(kernel.id);
    } finally {
      await kernels.shutdownAll();
    }
  });

  it("refuses names that there are not", () => {
    expect(() => new Kernels(machineKernels, [fakeKernel()]).start("python3", ".")).to.throw(
      'expected a kernel of the name fake, but got "python3".',
    );
  });
});
