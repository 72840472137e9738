import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { useHome } from "../../../../kernel-setup/kernel/cells/home";
import { IdleWork } from "../../../../kernel-setup/kernel/cells/idle-work";
import { nodeHome } from "../../../../kernel-setup/kernel/node/cells-home";

describe("IdleWork", () => {
  before(() => useHome(nodeHome));

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await sleep(5);
  }

  it("does its pieces, one after the other, and no more", async () => {
    let done = 0;
    new IdleWork({ pieces: 3, work: () => done++, isBusy: () => false });
    expect(done).to.equal(0);
    await until(() => done === 3);
    await sleep(100);
    expect(done).to.equal(3);
  });

  it("waits while somebody asks for something, or something runs", async () => {
    let asked = 0;
    let done = 0;
    let busy = true;
    const isBusy = () => {
      asked++;
      return busy;
    };
    const idle = new IdleWork({ pieces: 1, work: () => done++, isBusy });
    idle.postpone();
    await until(() => asked === 2);
    expect(done).to.equal(0);
    busy = false;
    await until(() => done === 1);
  });

  it("does once more what it is asked for, however often it is asked", async () => {
    let done = 0;
    const idle = new IdleWork({ pieces: 0, work: () => done++, isBusy: () => false });
    await sleep(150);
    expect(done).to.equal(0);
    for (let i = 0; i < 5; i++) idle.ask();
    await until(() => done === 1);
    await sleep(150);
    expect(done).to.equal(1);
  });

  it("ends where the work fails", async () => {
    let tried = 0;
    const work = () => {
      tried++;
      throw new Error("on purpose");
    };
    new IdleWork({ pieces: 5, work, isBusy: () => false });
    await until(() => tried === 1);
    await sleep(100);
    expect(tried).to.equal(1);
  });
});
