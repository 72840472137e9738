import { expect } from "chai";
import { type Json, newHeader } from "../../../../kernel-setup/jupyter/messages/message";
import type { CodeCell } from "../../../../kernel-setup/jupyter/notebook-files/notebook";
import { OutputCollector } from "../../../../kernel-setup/jupyter/runner/output-collector";

const cell = (): CodeCell => ({
  cell_type: "code",
  id: "a",
  metadata: {},
  source: "",
  outputs: [],
  execution_count: null,
});

describe("the outputs of cells", () => {
  let outputs: OutputCollector;
  let one: CodeCell;
  let two: CodeCell;
  const send = (to: CodeCell, type: string, content: Json) =>
    outputs.collect(to, {
      identities: [],
      header: newHeader(type, "s"),
      parent_header: {},
      metadata: {},
      content,
      buffers: [],
    });
  const print = (to: CodeCell, text: string, name = "stdout") => send(to, "stream", { name, text });
  const show = (to: CodeCell, text: string, display_id?: string, type = "display_data") =>
    send(to, type, { data: { "text/plain": text }, metadata: {}, transient: { display_id } });
  const texts = (of: CodeCell) =>
    of.outputs.map((o) =>
      o.output_type === "stream" ? o.text : "data" in o && o.data["text/plain"],
    );

  beforeEach(() => {
    outputs = new OutputCollector();
    one = cell();
    two = cell();
  });

  it("merge neighbouring texts of one stream, and only those", () => {
    for (const text of ["a", "b"]) print(one, text);
    print(one, "c", "stderr");
    print(one, "d");
    show(one, "picture");
    print(one, "e");
    expect(texts(one)).to.deep.equal(["ab", "c", "d", "picture", "e"]);
  });

  it("keep the execution count and leave display ids out", () => {
    send(one, "execute_input", { code: "1", execution_count: 7 });
    send(one, "execute_result", {
      data: { "text/plain": "1" },
      metadata: {},
      transient: { display_id: "x" },
      execution_count: 7,
    });
    expect(one.execution_count).to.equal(7);
    expect(one.outputs).to.deep.equal([
      {
        output_type: "execute_result",
        data: { "text/plain": "1" },
        metadata: {},
        execution_count: 7,
      },
    ]);
  });

  it("are updated by display id in every cell that shows it", () => {
    show(one, "0 %", "bar");
    show(two, "50 %", "bar");
    expect([texts(one), texts(two)]).to.deep.equal([["50 %"], ["50 %"]]);
    show(two, "100 %", "bar", "update_display_data");
    expect([texts(one), texts(two)]).to.deep.equal([["100 %"], ["100 %"]]);
  });

  it("get nothing from an update of what was never shown", () => {
    show(one, "lost", "none", "update_display_data");
    expect(one.outputs).to.deep.equal([]);
  });

  it("are cleared at once, or when the next output comes", () => {
    print(one, "a");
    send(one, "clear_output", { wait: true });
    expect(texts(one)).to.deep.equal(["a"]);
    print(one, "b");
    expect(texts(one)).to.deep.equal(["b"]);
    send(one, "clear_output", { wait: false });
    expect(one.outputs).to.deep.equal([]);
    print(one, "c");
    expect(texts(one)).to.deep.equal(["c"]);
  });

  it("once cleared are no longer updated", () => {
    show(one, "old", "x");
    const [old] = one.outputs;
    send(one, "clear_output", { wait: false });
    show(two, "new", "x");
    expect(old).to.have.nested.property("data.text/plain", "old");
  });

  it("are valid even when the kernel's messages are not", () => {
    send(one, "display_data", { data: { "text/plain": 5, "application/json": 5 }, metadata: null });
    send(one, "error", { ename: 1 });
    send(one, "stream", { name: "stdout", text: ["a", "b"] });
    expect(one.outputs).to.deep.equal([
      {
        output_type: "display_data",
        data: { "text/plain": "5", "application/json": 5 },
        metadata: {},
      },
      { output_type: "error", ename: "1", evalue: "", traceback: [] },
      { output_type: "stream", name: "stdout", text: "ab" },
    ]);
  });
});
