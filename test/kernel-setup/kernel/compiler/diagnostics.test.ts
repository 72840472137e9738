import { expect } from "chai";
import { Cells } from "./cells";

describe("compiler: errors of a cell", function () {
  this.timeout(60_000);
  let cells: Cells;
  before(() => {
    cells = new Cells();
  });
  beforeEach(() => cells.reset());

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

  it("come with their explanations, from the outermost reason to the innermost", async () => {
    const one = "const o: { a: { b: number } } = { a: { b: 1, c: 2 } };";
    expect(await cells.errors(one)).to.deep.equal(["0:45 1 2353"]);
    const { errors } = await cells.refused(
      "const g: () => number = () => 'x';\nconst h: (a: string) => void = (a: number) => {};",
    );
    expect(errors.map(({ code, start }) => [code, start.line])).to.deep.equal([
      [2322, 0],
      [2322, 1],
    ]);
    expect(errors[1].explanations).to.deep.equal([
      { code: 2328, text: "Types of parameters 'a' and 'a' are incompatible." },
      { code: 2322, text: "Type 'string' is not assignable to type 'number'." },
    ]);
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
