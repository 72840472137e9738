import { expect } from "chai";
import { compareNotebooks } from "../../../../kernel-setup/book/build/compare-notebooks";
import type {
  CodeCell,
  Notebook,
  Output,
} from "../../../../kernel-setup/jupyter/notebook-files/notebook";

const stream = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const html = (value: string): Output => ({
  output_type: "display_data",
  data: { "text/html": value },
  metadata: {},
});
const svg = (x: number) =>
  html(
    `<img src="data:image/svg+xml;base64,${Buffer.from(`<svg><path d="M${x},2"/></svg>`).toString("base64")}">`,
  );

function notebook(outputs: Output[], changes: Partial<CodeCell> = {}): Notebook {
  const cell: CodeCell = {
    cell_type: "code",
    id: "price",
    metadata: {},
    source: "f();\ng();",
    outputs,
    execution_count: 1,
    ...changes,
  };
  return { nbformat: 4, nbformat_minor: 5, metadata: { lesson: { number: "05" } }, cells: [cell] };
}

const compare = (saved: Notebook, got: Notebook, withOutputs = true) =>
  compareNotebooks(saved, got, { withOutputs });

describe("compareNotebooks", () => {
  it("finds nothing in equal notebooks, in whatever order their keys are", () => {
    const turned = (a: Output) => Object.fromEntries(Object.entries(a).reverse()) as Output;
    expect(compare(notebook([svg(1)]), notebook([turned(svg(1))]))).to.deep.equal([]);
  });

  it("tells which line of which cell's output differs", () => {
    expect(compare(notebook([stream("a\nb\n")]), notebook([stream("a\nc\n")]))).to.deep.equal([
      { cell: "price", what: "outputs", lines: ["- b", "+ c"] },
    ]);
  });

  it("sees a missing line break, another stream, another MIME type and metadata", () => {
    const saved = notebook([stream("a\n")]);
    const others: Output[] = [
      stream("a"),
      { ...stream("a\n"), name: "stderr" } as Output,
      html("a\n"),
      { output_type: "display_data", data: {}, metadata: { isolated: true } },
    ];
    for (const other of others) expect(compare(saved, notebook([other]))).to.have.length(1);
  });

  it("sees another execution count, source, tag and order of cells", () => {
    const saved = notebook([]);
    const what = (got: Notebook) => compare(saved, got).map((difference) => difference.what);
    expect(what(notebook([], { execution_count: 2 }))).to.deep.equal(["execution count"]);
    expect(what(notebook([], { source: "f();" }))).to.deep.equal(["source"]);
    expect(what(notebook([], { metadata: { tags: ["slow"] } }))).to.deep.equal(["metadata"]);
    expect(what({ ...saved, cells: [] })).to.deep.equal(["cells"]);
    expect(what({ ...saved, metadata: {} })).to.deep.equal(["metadata"]);
  });

  it("sees a number that differs in the last place, unless the cell states a tolerance", () => {
    const approx = { metadata: { approx: 1e-9, tags: ["approx"] } };
    const pair = (changes: Partial<CodeCell>) =>
      compare(
        notebook([stream("x 0.1\n")], changes),
        notebook([stream("x 0.10000000001\n")], changes),
      );
    expect(pair({})).to.have.length(1);
    expect(pair(approx)).to.deep.equal([]);
  });

  it("sees a number beyond the tolerance, and shows only that line", () => {
    const approx = { metadata: { approx: 1e-3 } };
    const got = compare(
      notebook([stream("a 1.0\nb 2.0\n")], approx),
      notebook([stream("a 1.0001\nb 2.1\n")], approx),
    );
    expect(got).to.deep.equal([{ cell: "price", what: "outputs", lines: ["- b 2.0", "+ b 2.1"] }]);
  });

  it("unpacks pictures: their numbers are compared and their elements shown", () => {
    const [difference] = compare(notebook([svg(1)]), notebook([svg(1.5)]));
    expect(difference.lines).to.deep.equal(['- <path d="M1,2"/>', '+ <path d="M1.5,2"/>']);
    const approx = { metadata: { approx: 1e-3 } };
    expect(compare(notebook([svg(1)], approx), notebook([svg(1.0001)], approx))).to.deep.equal([]);
    expect(compare(notebook([svg(1)], approx), notebook([svg(1.5)], approx))).to.have.length(1);
  });

  it("shows the part of a long line where it leaves the other", () => {
    const [difference] = compare(
      notebook([stream(`${"a".repeat(500)}b${"c".repeat(500)}\n`)]),
      notebook([stream(`${"a".repeat(500)}d${"c".repeat(500)}\n`)]),
    );
    expect(difference.lines[0]).to.match(/^- …a{40}bc{99}…$/);
    expect(difference.lines[1]).to.match(/^\+ …a{40}dc{99}…$/);
  });

  it("shows the beginning of many lines, and says how many there are", () => {
    const [difference] = compare(notebook([]), notebook([stream("x\n".repeat(100))]));
    expect(difference.lines).to.have.length(25);
    expect(difference.lines[24]).to.equal("… and 77 lines more");
  });

  it("leaves outputs and the kernel's version alone when asked for prose and code only", () => {
    const saved = notebook([stream("a")], { execution_count: 7 });
    saved.metadata.language_info = { name: "typescript", version: "5.0.4" };
    expect(compare(saved, notebook([]), false)).to.deep.equal([]);
    expect(compare(saved, notebook([]), true)).to.have.length(3);
  });
});
