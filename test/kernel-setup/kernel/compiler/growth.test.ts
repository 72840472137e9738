import { expect } from "chai";
import { Cells } from "./cells";

/** Memory in use once garbage is gone, as far as it goes by itself. */
async function used(): Promise<number> {
  const { setFlagsFromString } = await import("node:v8");
  const { runInNewContext } = await import("node:vm");
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
}

describe("compiler: a thousand cells", function () {
  this.timeout(300_000);

  it("do not let memory grow, whatever they declare anew", async () => {
    const cells = new Cells();
    const round = async (n: number) => {
      await cells.run(
        `let again = { n: ${n}, list: [${n}].map((x) => x + 1) };`,
        `class Anew { value = again.n; next(): Anew { return new Anew() } }`,
        `console.assert(again.n === ${n}); new Anew().next().value`,
        `again.list.filter((x) => x > 0).length`,
      );
    };
    for (let n = 0; n < 50; n++) await round(n);
    const before = await used();
    for (let n = 0; n < 200; n++) await round(n);
    expect((await used()) - before).to.be.below(30);
    expect(await cells.run("again.n")).to.equal(199);
  });

  it("may each build on the one before", async () => {
    const cells = new Cells();
    await cells.run("const v0 = [1];");
    for (let n = 1; n <= 1000; n++) await cells.run(`const v${n} = v${n - 1}.map((x) => x + 1);`);
    expect(await cells.run("v1000[0]")).to.equal(1001);
    // Another import makes TypeScript find out all types anew.
    expect(
      await cells.run("import { sep } from 'node:path';\nv1000[0].toFixed() + sep.length"),
    ).to.equal("10011");
  });
});
