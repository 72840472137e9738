import { expect } from "chai";
import {
  formatNotebook,
  type Notebook,
  parseNotebook,
} from "../../../../kernel-setup/jupyter/notebook-files/notebook";
import { NotebookError } from "../../../../kernel-setup/jupyter/notebook-files/validate-notebook";

type Raw = Record<string, unknown>;
const code = (more: Raw = {}): Raw => ({
  cell_type: "code",
  id: "a",
  metadata: {},
  source: "1",
  outputs: [],
  execution_count: null,
  ...more,
});
const raw = (cells: unknown, more: Raw = {}): Raw => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells,
  ...more,
});
const parse = (value: unknown) => parseNotebook(JSON.stringify(value), "n.ipynb");
const without = (field: string) => {
  const { [field]: _, ...rest } = code();
  return rest;
};

describe("parseNotebook", () => {
  it("joins lists of lines, in sources, streams and texts, and leaves JSON as it is", () => {
    const outputs = [
      { output_type: "stream", name: "stdout", text: ["a\n", "b"] },
      {
        output_type: "display_data",
        metadata: {},
        data: { "text/plain": ["x\n", "y"], "application/vnd.plotly.v1+json": ["x", "y"] },
      },
    ];
    const cell = parse(raw([code({ source: ["let x;\n", "x"], outputs })])).cells[0];
    expect(cell.source).to.equal("let x;\nx");
    expect(cell).to.have.nested.property("outputs[0].text", "a\nb");
    expect(cell).to.have.nested.property("outputs[1].data.text/plain", "x\ny");
    expect(cell)
      .to.have.nested.property("outputs[1].data.application/vnd\\.plotly\\.v1+json")
      .that.deep.equals(["x", "y"]);
  });

  it("gives cells of older notebooks ids that are the same at each reading and never taken", () => {
    const { id: _, ...old } = code();
    const older = raw([old, { ...old, id: "cell-3" }, old], { nbformat_minor: 4 });
    const ids = parse(older).cells.map(({ id }) => id);
    expect(ids).to.deep.equal(["cell-1", "cell-3", "cell-3-new"]);
    expect(parse(older).cells.map(({ id }) => id)).to.deep.equal(ids);
    expect(parse(older).nbformat_minor).to.equal(5);
  });

  const bad: [string, unknown, RegExp][] = [
    ["no object", [], /expected the notebook to be an object, but got \[\]/],
    [
      "nbformat 3",
      raw([], { nbformat: 3 }),
      /expected nbformat of the notebook to be 4, but got 3/,
    ],
    ["a newer minor version", raw([], { nbformat_minor: 6 }), /nbformat_minor .* but got 6/],
    ["no cells", raw(undefined), /expected cells of the notebook to be a list, but got nothing/],
    [
      "a further field",
      raw([], { worksheets: [] }),
      /fields of the notebook .* but got "worksheets"/,
    ],
    [
      "a nameless kernelspec",
      raw([], { metadata: { kernelspec: {} } }),
      /kernelspec .* but got {}/,
    ],
    [
      "an unknown kind of cell",
      raw([code({ cell_type: "heading" })]),
      /cell_type of cell 1 to be code/,
    ],
    ["a kind named like a method", raw([code({ cell_type: "toString" })]), /cell_type of cell 1/],
    ["a cell without metadata", raw([without("metadata")]), /metadata of cell 1 to be an object/],
    ["a source of numbers", raw([code({ source: [1] })]), /source of cell 1 .* but got \[1\]/],
    ["a cell without outputs", raw([without("outputs")]), /outputs of cell 1 to be a list/],
    ["outputs in a text cell", raw([code({ cell_type: "raw" })]), /fields of cell 1 .* "outputs"/],
    ["a missing id", raw([code(), without("id")]), /id of cell 2 .* but got nothing/],
    ["an id with spaces", raw([code({ id: "a b" })]), /id of cell 1 .* but got "a b"/],
    [
      "one id twice",
      raw([code(), code()]),
      /id of cell 2 to be unlike those before it, but got "a"/,
    ],
    ["a tag twice", raw([code({ metadata: { tags: ["x", "x"] } })]), /tags of cell 1/],
    [
      "an unknown output",
      raw([code({ outputs: [{ output_type: "pyout" }] })]),
      /output 1 of cell 1 .* "pyout"/,
    ],
    [
      "an output without its fields",
      raw([code({ outputs: [{ output_type: "stream", text: "" }] })]),
      /name of output 1 of cell 1 to be a string, but got nothing/,
    ],
    [
      "a picture that is no text",
      raw([
        code({
          outputs: [{ output_type: "display_data", metadata: {}, data: { "image/png": 1 } }],
        }),
      ]),
      /data of output 1 of cell 1/,
    ],
  ];
  for (const [name, value, message] of bad) {
    it(`refuses ${name}`, () => {
      expect(() => parse(value)).to.throw(NotebookError, message);
    });
  }

  for (const field of ["__proto__", "constructor", "hasOwnProperty", "toString"]) {
    it(`refuses further fields named ${field}, as nbformat's schema does`, () => {
      // As JSON: in an object of JavaScript the first would not be a field.
      const whole = JSON.stringify(
        raw([code({ outputs: [{ output_type: "stream", name: "stdout", text: "" }] })]),
      );
      for (const [place, of] of [
        ['"nbformat":', "the notebook"],
        ['"cell_type":', "cell 1"],
        ['"output_type":', "output 1 of cell 1"],
      ]) {
        const odd = whole.replace(place, `"${field}":{},${place}`);
        expect(() => parseNotebook(odd, "n.ipynb")).to.throw(
          NotebookError,
          `expected the fields of ${of} to be`,
        );
      }
      // Metadata may hold anything, and keeps it.
      const metadata = JSON.parse(`{"${field}":{"a":1}}`);
      const kept = formatNotebook(parse(raw([code({ metadata })])));
      expect(kept).to.contain(`"${field}": {\n     "a": 1`);
      expect(({} as Record<string, unknown>).a).to.equal(undefined);
    });
  }

  it("refuses what is nested deeper than any message of a kernel, and takes what is not", () => {
    const nested = (levels: number) =>
      JSON.stringify(raw([code()])).replace(
        '"metadata":{}',
        `"metadata":{"deep":${"[".repeat(levels)}${"]".repeat(levels)}}`,
      );
    const notebook = parseNotebook(nested(1000), "n.ipynb");
    expect(parseNotebook(formatNotebook(notebook), "n.ipynb")).to.deep.equal(notebook);
    for (const levels of [1100, 5000, 200_000])
      expect(() => parseNotebook(nested(levels), "n.ipynb")).to.throw(
        NotebookError,
        /expected at most 1020 levels .* but got \d+\.$/,
      );
  });

  it("refuses bytes that are not UTF-8, and a mark before them, as Jupyter does", () => {
    const whole = JSON.stringify(raw([code({ source: "가나다" })]));
    expect(parseNotebook(Buffer.from(whole), "n.ipynb").cells[0].source).to.equal("가나다");
    const cut = Buffer.from(whole);
    // Half a letter.
    const half = Buffer.concat([
      cut.subarray(0, cut.indexOf("나") + 1),
      cut.subarray(cut.indexOf("다")),
    ]);
    for (const [bytes, words] of [
      [half, "expected text in UTF-8, but got other bytes"],
      [Buffer.from(whole, "utf16le"), "is not a valid notebook"],
      [Buffer.from(`\ufeff${whole}`), "UTF-8 without BOM"],
    ] as const)
      expect(() => parseNotebook(bytes, "n.ipynb")).to.throw(NotebookError, words);
  });

  it("refuses a text that is not JSON, naming the file", () => {
    expect(() => parseNotebook('{"cells": [', "half.ipynb")).to.throw(
      NotebookError,
      /^half.ipynb is not a valid notebook: expected JSON, but got: /,
    );
  });
});

describe("formatNotebook", () => {
  it("writes what Jupyter writes: sorted keys, one space, texts as lines, a newline at the end", () => {
    const text = formatNotebook(parse(raw([code({ source: "a\nb\n" })])));
    expect(text).to.match(
      /^\{\n "cells": \[\n {2}\{\n {3}"cell_type": "code",\n {3}"execution_count": null,/,
    );
    expect(text).to.include('"source": [\n    "a\\n",\n    "b\\n"\n   ]');
    expect(text.endsWith(' "nbformat_minor": 5\n}\n')).to.equal(true);
  });

  it("gives back what it was given", () => {
    const attachments = { "a.png": { "image/png": "AAAA" } };
    const markdown = { cell_type: "markdown", id: "m", metadata: {}, source: "", attachments };
    const data = { "text/html": "<b>\n</b>", "image/png": "AA\n", "application/json": ["a"] };
    const outputs = [{ output_type: "execute_result", data, metadata: {}, execution_count: 3 }];
    const notebook = parse(raw([markdown, code({ outputs })]));
    const text = formatNotebook(notebook);
    expect(parseNotebook(text, "n.ipynb")).to.deep.equal(notebook);
    expect(formatNotebook(parseNotebook(text, "n.ipynb"))).to.equal(text);
  });

  it("refuses to write what would not be valid", () => {
    const notebook = parse(raw([code()])) as Notebook;
    notebook.cells.push(structuredClone(notebook.cells[0]));
    expect(() => formatNotebook(notebook, "n.ipynb")).to.throw(NotebookError, /id of cell 2/);
  });
});
