import { expect } from "chai";
import type { Json } from "../../../kernel-setup/jupyter/messages/message";
import { engineVersions } from "../../../kernel-setup/kernel/node/tslab-package";
import { RawKernel } from "../../support/raw-kernel";

describe("kernel: questions of front ends", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
    await kernel.run("/** Doubles **numbers**. */\nfunction doubled(x: number) { return 2 * x; }");
    await kernel.run("const 배열 = { alpha: 1, alphabet: 2, beta: 3, betaAlpha: 4 };\n배열");
  });
  after(() => kernel.stop());

  it("says what it is in kernel_info", async () => {
    const { reply } = await kernel.request("kernel_info_request", {});
    expect(reply).to.deep.include({
      status: "ok",
      protocol_version: "5.3",
      implementation: "tslab",
    });
    expect(reply.language_info).to.deep.include({
      name: "typescript",
      version: engineVersions().typescript,
      file_extension: ".ts",
      mimetype: "text/typescript",
      pygments_lexer: "typescript",
      codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
    });
  });

  it("completes what begins with the typed letters, and nothing else", async () => {
    const code = "배열.alp";
    const { reply } = await kernel.request("complete_request", { code, cursor_pos: 6 });
    expect(reply).to.deep.include({ status: "ok", cursor_start: 3, cursor_end: 6 });
    expect(reply.matches).to.deep.equal(["alpha", "alphabet"]);
  });

  it("counts characters, not 16-bit units, in completions", async () => {
    const code = "'😀😀'; doub";
    const { reply } = await kernel.request("complete_request", { code, cursor_pos: 10 });
    expect(reply.matches).to.deep.equal(["doubled"]);
    expect([reply.cursor_start, reply.cursor_end]).to.deep.equal([6, 10]);
  });

  it("inspects with type and documentation, as text and Markdown", async () => {
    const { reply } = await kernel.request("inspect_request", {
      code: "doubled(1)",
      cursor_pos: 3,
      detail_level: 0,
    });
    const data = reply.data as Record<string, string>;
    expect(reply.found).to.equal(true);
    expect(data["text/plain"]).to.equal(
      "function doubled(x: number): number\n\nDoubles **numbers**.",
    );
    expect(data["text/markdown"]).to.equal(
      "```ts\nfunction doubled(x: number): number\n```\n\nDoubles **numbers**.",
    );
    const nothing = await kernel.request("inspect_request", { code: "   ", cursor_pos: 1 });
    expect(nothing.reply).to.deep.include({ status: "ok", found: false });
  });

  async function markdown(code: string, cursor_pos = code.length): Promise<string | undefined> {
    const { reply } = await kernel.request("inspect_request", { code, cursor_pos });
    return (reply.data as Record<string, string>)["text/markdown"];
  }

  it("inspects the called function inside the brackets of a call, also of an unfinished one", async () => {
    const doubled = await markdown("doubled");
    expect(doubled).to.match(/function doubled/);
    for (const code of ["doubled(", "doubled(1", "Math.max(doubled(", "if (true) {\n  doubled( "]) {
      expect(await markdown(code), code).to.equal(doubled);
    }
    expect(await markdown("Math.max(doubled(1), 2", 21)).to.contain("Math.max(");
    expect(await markdown("new Map(")).to.contain("Map");
    expect(await markdown("(1 + ")).to.equal(undefined);
  });

  it("writes the tags of a documentation comment as Markdown, examples as code", async () => {
    await kernel.run(
      "/**\n * Halves, see {@link doubled the other}.\n * @param x - any number\n * @returns half of `x`\n" +
        " * @example\n * halved(4); // 2\n */\nfunction halved(x: number): number { return x / 2; }",
      { store_history: false },
    );
    expect(await markdown("halved")).to.equal(
      [
        "```ts\nfunction halved(x: number): number\n```",
        "Halves, see the other.",
        "*@param* `x` — any number",
        "*@returns* half of `x`",
        "*Example*\n```ts\nhalved(4); // 2\n```",
      ].join("\n\n"),
    );
  });

  it("tells the kinds of completions, for their icons", async () => {
    const code = "배열.alp";
    const { reply } = await kernel.request("complete_request", { code, cursor_pos: 6 });
    expect(reply.metadata).to.deep.equal({
      _jupyter_types_experimental: [
        { text: "alpha", type: "property", start: 3, end: 6 },
        { text: "alphabet", type: "property", start: 3, end: 6 },
      ],
    });
    const method = await kernel.request("complete_request", { code: "'a'.toUpp", cursor_pos: 9 });
    const [upper] = (method.reply.metadata as Record<string, Json[]>)._jupyter_types_experimental;
    expect(upper).to.deep.equal({ text: "toUpperCase", type: "function", start: 4, end: 9 });
  });

  it("indents the next line of unfinished code", async () => {
    for (const [code, indent] of [
      ["if (x) {", "  "],
      ["if (x)", "  "],
      ["  for (const a of b) {\n    f(a,", "      "],
      ["const a = [\n  1,", "  "],
      ["const a = [1,", "  "],
      ["if (x) {\n  y();\n} else {", "  "],
      ["function f() {\n  if (x) {\n    y();\n  }", "  "],
      ["switch (x) {\n  case 1:", "    "],
      ["1 +", ""],
    ]) {
      const { reply } = await kernel.request("is_complete_request", { code });
      expect([reply.status, reply.indent], code).to.deep.equal(["incomplete", indent]);
    }
  });

  it("tells complete from incomplete and invalid code", async () => {
    for (const [code, status] of [
      ["1 + 1", "complete"],
      ["function f() {\n  return 1;\n}", "complete"],
      ["const x: number = 'wrong type'", "complete"],
      ["await (x)", "complete"],
      ["function f() {", "incomplete"],
      ["[1, 2,", "incomplete"],
      ["`template", "incomplete"],
      ["/* comment", "incomplete"],
      ["const = 5;", "invalid"],
      ["}", "invalid"],
      ["'unterminated", "invalid"],
    ]) {
      const { reply } = await kernel.request("is_complete_request", { code });
      expect(reply.status, code).to.equal(status);
    }
    const { reply } = await kernel.request("is_complete_request", { code: "  if (x) {" });
    expect(reply.indent).to.equal("    ");
  });

  it("gives the session's history: tail, range and search, with results on request", async () => {
    const tail = await kernel.request("history_request", {
      hist_access_type: "tail",
      n: 1,
      output: true,
      raw: true,
    });
    const input = "const 배열 = { alpha: 1, alphabet: 2, beta: 3, betaAlpha: 4 };\n배열";
    const output = "{ alpha: 1, alphabet: 2, beta: 3, betaAlpha: 4 }";
    expect(tail.reply.history).to.deep.equal([[1, 2, [input, output]]]);
    const range = await kernel.request("history_request", {
      hist_access_type: "range",
      session: 0,
      start: 2,
      stop: 3,
      output: false,
    });
    expect(range.reply.history).to.deep.equal([[1, 2, input]]);
    const search = await kernel.request("history_request", {
      hist_access_type: "search",
      pattern: "*(x: number)*",
      n: 10,
    });
    expect((search.reply.history as unknown[]).length).to.equal(1);
    for (const [pattern, found] of [
      ["*alph[a]: 1*", 1],
      ["*alph[^a]: 1*", 0],
      ["*alph[!]: 1*", 0],
      ["*alph?: 1*", 1],
      ["alpha", 0],
      ["*[z-a]*", 0],
    ] as const) {
      const { reply } = await kernel.request("history_request", {
        hist_access_type: "search",
        pattern,
        n: 10,
      });
      expect((reply.history as unknown[]).length, pattern).to.equal(found);
    }
  });

  it("answers comm_info with its own reply type and no comms", async () => {
    const { reply } = await kernel.request("comm_info_request", { target_name: "jupyter.widget" });
    expect(reply).to.deep.equal({ status: "ok", comms: {} });
  });
});
