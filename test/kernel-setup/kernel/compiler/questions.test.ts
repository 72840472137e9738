import { expect } from "chai";
import { Cells, type ConverterName } from "./cells";

function text(parts: { text: string }[] | undefined): string {
  return (parts ?? []).map((part) => part.text).join("");
}

for (const name of ["own", "tslab"] satisfies ConverterName[]) {
  describe(`compiler: questions, with ${name === "own" ? "ours" : "tslab's"}`, function () {
    this.timeout(60_000);
    let cells: Cells;
    before(async () => {
      cells = new Cells(name);
      await cells.run("/** Twice **x**. */\nfunction twice(x: number) { return 2 * x }");
      await cells.run("const thing = { alpha: 1, alphabet: 2, beta: 3 };");
    });
    after(() => cells.close());

    it("completes members and names of earlier cells", () => {
      const members = cells.executor.complete("thing.alp", 9);
      expect(members).to.deep.include({ start: 6, end: 9, candidates: ["alpha", "alphabet"] });
      expect(cells.executor.complete("twi", 3).candidates).to.include("twice");
      expect(cells.executor.complete("thing.", 6).candidates).to.include("beta");
      expect(cells.executor.complete("Buff", 4).candidates).to.include("Buffer");
      expect(cells.executor.complete("let own1 = 1; ow", 16).candidates).to.include("own1");
    });

    it("replaces the whole word that the cursor stands in", () => {
      expect(cells.executor.complete("thing.alpha", 8)).to.deep.include({ start: 6, end: 11 });
    });

    it("inspects type and documentation, of cells and of libraries", () => {
      const own = cells.executor.inspect("twice(1)", 2);
      expect(text(own.displayParts)).to.equal("function twice(x: number): number");
      expect(text(own.documentation)).to.equal("Twice **x**.");
      expect(own.textSpan).to.deep.equal({ start: 0, length: 5 });
      const library = cells.executor.inspect("Math.max(1)", 6);
      expect(text(library.documentation)).to.contain("Returns the larger");
      expect(library.tags?.map((tag) => tag.name)).to.include("param");
      expect(cells.executor.inspect("  ", 1)).to.equal(undefined);
    });

    it("changes nothing by being asked", async () => {
      cells.executor.complete("const thing = 1; thing", 22);
      expect(await cells.run("thing.beta")).to.equal(3);
    });
  });
}
