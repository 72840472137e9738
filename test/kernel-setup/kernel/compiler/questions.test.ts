import { expect } from "chai";
import { Cells } from "./cells";

function text(parts: { text: string }[] | undefined): string {
  return (parts ?? []).map((part) => part.text).join("");
}

describe("compiler: questions", function () {
  this.timeout(60_000);
  let cells: Cells;
  before(async () => {
    cells = new Cells();
    await cells.run("/** Twice **x**. */\nfunction twice(x: number) { return 2 * x }");
    await cells.run("const thing = { alpha: 1, alphabet: 2, beta: 3 };");
  });

  const namesAt = (code: string, position: number) =>
    cells.engine.complete(code, position).candidates.map(({ name }) => name);

  it("completes members and names of earlier cells", () => {
    const members = cells.engine.complete("thing.alp", 9);
    expect(members).to.deep.include({
      start: 6,
      end: 9,
      candidates: [
        { name: "alpha", kind: "property" },
        { name: "alphabet", kind: "property" },
      ],
    });
    expect(namesAt("twi", 3)).to.include("twice");
    expect(namesAt("thing.", 6)).to.include("beta");
    expect(namesAt("Buff", 4)).to.include("Buffer");
    expect(namesAt("let own1 = 1; ow", 16)).to.include("own1");
  });

  it("replaces the whole word that the cursor stands in", () => {
    expect(cells.engine.complete("thing.alpha", 8)).to.deep.include({ start: 6, end: 11 });
  });

  it("inspects type and documentation, of cells and of libraries", () => {
    const own = cells.engine.inspect("twice(1)", 2);
    expect(text(own?.displayParts)).to.equal("function twice(x: number): number");
    expect(text(own?.documentation)).to.equal("Twice **x**.");
    expect(own?.textSpan).to.deep.equal({ start: 0, length: 5 });
    const library = cells.engine.inspect("Math.max(1)", 6);
    expect(text(library?.documentation)).to.contain("Returns the larger");
    expect(library?.tags?.map((tag) => tag.name)).to.include("param");
    expect(cells.engine.inspect("  ", 1)).to.equal(undefined);
  });

  it("changes nothing by being asked", async () => {
    cells.engine.complete("const thing = 1; thing", 22);
    expect(await cells.run("thing.beta")).to.equal(3);
  });
});
