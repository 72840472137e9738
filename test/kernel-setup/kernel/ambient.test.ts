import { expect } from "chai";
import { RawKernel, resultText } from "../../support/raw-kernel";

describe("kernel: what cells only declare to exist", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  async function value(code: string): Promise<string | undefined> {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status, `${code}\n${reply.traceback}`).to.equal("ok");
    return resultText(messages);
  }

  it("is the global of that name, in the same cell and in later ones", async () => {
    await value(
      "Object.assign(globalThis, { gc1: 7, gl: 8, gv: 9, gf: () => 10, GK: class { k = 11 }, GN: { n: 12 }, GE: { A: 13 } });",
    );
    await value(
      "declare const gc1: number; declare let gl: number; declare var gv: number;\n" +
        "declare function gf(): number; declare class GK { k: number }\n" +
        "declare namespace GN { const n: number; namespace In { type T = 1 } } declare enum GE { A }\n" +
        "export declare const gx: number; interface gc1 { own: 1 }",
    );
    const all = "[gc1, gl, gv, gf(), new GK().k, GN.n, GE.A].join()";
    expect(await value(all)).to.equal("'7,8,9,10,11,12,13'");
    expect(await value("gl = 1; gv++; [gl, gv, (globalThis as any).gl].join()")).to.equal(
      "'1,10,1'",
    );
    expect(await value("const t: GN.In.T = 1; const later = () => gc1 + t; later()")).to.equal("8");
    expect(
      await value("(globalThis as any).same = 4;\ndeclare const same: number; ({ same }).same"),
    ).to.equal("4");
    expect(
      await value("declare function dfn(): number; (globalThis as any).dfn = () => 4; dfn()"),
    ).to.equal("4");
  });

  it("hides an earlier variable, and is hidden by a later one", async () => {
    await value("let both = 'of a cell'; (globalThis as any).both = 1; const read = () => both;");
    expect(await value("declare let both: number; both.toFixed(1)")).to.equal("'1.0'");
    expect(await value("both = 2; [both, read()].join()")).to.equal("'2,of a cell'");
    expect(await value("let both = [3]; [both.length, (globalThis as any).both].join()")).to.equal(
      "'1,2'",
    );
    expect(await value("both[0]")).to.equal("3");
    expect(await value("class both {} declare namespace both { type T = 1 } both.name")).to.equal(
      "'both'",
    );
  });

  it("is called by its name when it does not exist", async () => {
    const { reply } = await kernel.run("declare const nowhere: { a: number }; nowhere.a");
    expect([reply.ename, reply.evalue]).to.deep.equal(["ReferenceError", "nowhere is not defined"]);
    const unit = await kernel.run("declare function nothing(): void; nothing()");
    expect(unit.reply.evalue).to.equal("nothing is not defined");
  });
});
