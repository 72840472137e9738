import { expect } from "chai";
import { lineOf } from "../../../../kernel-setup/jupyter/runner/cell-trouble";

const line = (evalue: string, traceback: string[], count: number | null = 3) =>
  lineOf({ kind: "error", ename: "Error", evalue, traceback }, count);

describe("the line of an error", () => {
  it("is that of a type error, unless it is in another file", () => {
    expect(line("4:5 - Type 'number' is not assignable to type 'string'.", [])).to.equal(4);
    expect(line("", ["other.ts 4:5 - Cannot find name 'x'."])).to.equal(undefined);
  });

  it("is taken from the frame of the cell itself, not from one it called", () => {
    const frames = ["    at square (cell [1]:2:9)", "    at \u001b[31mcell [3]:7:1\u001b[39m"];
    expect(line("bad", frames)).to.equal(7);
    expect(line("bad", frames, 13)).to.equal(undefined);
  });

  it("is found in IPython's reports, old and new", () => {
    expect(line("no", ["Cell In [3], line 2\n----> 2 print(zz)"])).to.equal(2);
    expect(line("no", ["File x.py:9, in f\n----> 9 g()", "Cell In[3], line 5"])).to.equal(5);
  });

  it("is not made up where nothing tells it", () => {
    expect(line("RangeError: 12:30 is late", ["    at evalmachine.<anonymous>:2:7"])).to.equal(
      undefined,
    );
    expect(line("bad", [], null)).to.equal(undefined);
  });
});
