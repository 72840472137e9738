import { expect } from "chai";
import { Cells } from "./cells";

describe("compiler: errors of a cell", function () {
  this.timeout(60_000);
  let cells: Cells;
  before(() => {
    cells = new Cells();
  });
  beforeEach(() => cells.executor.reset());
  after(() => cells.close());

  it("have line, character, length and number", async () => {
    expect(await cells.errors("const ok = 1;\n  const wrong: number = 'x';")).to.deep.equal([
      "1:8 5 2322",
    ]);
    expect(await cells.errors("[1].find(Boolean).toFixed()")).to.deep.equal(["0:0 17 2532"]);
    expect(await cells.errors("const f = (x) => x;")).to.deep.equal(["0:11 1 7006"]);
    expect(await cells.errors("nowhere")).to.deep.equal(["0:0 7 2304"]);
  });

  it("of syntax come alone", async () => {
    expect(await cells.errors("const a: number = 'x';\nconst b = ;")).to.deep.equal([
      "1:10 1 1109",
    ]);
  });

  it("come with their explanations, all at the same place", async () => {
    const errors = await cells.errors("const o: { a: { b: number } } = { a: { b: 1, c: 2 } };");
    expect(errors).to.deep.equal(["0:45 1 2353"]);
    const nested = await cells.errors(
      "const g: () => number = () => 'x';\nconst h: (a: string) => void = (a: number) => {};",
    );
    expect(new Set(nested.slice(1).map((error) => error.slice(0, 3)))).to.deep.equal(
      new Set(["1:6"]),
    );
    expect(nested.length).to.be.above(2);
  });

  it("name the imported module that does not exist", async () => {
    expect(await cells.errors("import { a } from './no-such-file';")).to.deep.equal([
      "0:18 16 2307",
    ]);
  });

  it("are none for what only the types of Node know", async () => {
    expect(await new Cells().run("Buffer.from('ab').length + process.argv.length")).to.be.above(2);
    const delay =
      "const t = setTimeout(() => {}, 1); clearTimeout(t);\nawait new Promise((r) => setTimeout(r, 1));\n1";
    expect(await new Cells().run(delay)).to.equal(1);
    expect(
      await new Cells().run("const t: NodeJS.Timeout = setTimeout(() => {}, 1); t.unref(); 2"),
    ).to.equal(2);
  });

  it("stay wrong with the types of Node", async () => {
    expect(await cells.errors("const t: string = setTimeout(() => {}, 1);")).to.deep.equal([
      "0:6 1 2322",
    ]);
  });

  it("keep the rest of the session as it was", async () => {
    await cells.run("const base = 1;");
    for (let n = 0; n < 5; n++) await cells.errors(`const broken${n}: string = base;`);
    expect(await cells.run("base + 1")).to.equal(2);
  });
});
