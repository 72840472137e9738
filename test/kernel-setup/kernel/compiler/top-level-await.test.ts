import { expect } from "chai";
import { parseCell } from "../../../../kernel-setup/kernel/compiler/cell";
import { awaitsAtTop } from "../../../../kernel-setup/kernel/compiler/top-level-await";
import { loadTypeScript } from "../../../../kernel-setup/kernel/node/load-typescript";

function awaits(code: string): boolean {
  const typescript = loadTypeScript();
  const { Force } = typescript.ModuleDetectionKind;
  const file = parseCell(typescript, "cell.ts", code, { moduleDetection: Force });
  return awaitsAtTop(typescript, file);
}

describe("awaitsAtTop", () => {
  it("finds await outside of functions", () => {
    for (const code of [
      "await x",
      "await (x)",
      "await [x]",
      "for await (const a of b) {}",
      "if (a) { const b = await c; }",
      "class A { [await key()] = 1; }",
      "f(await x, () => 1)",
      "await using a = b;",
    ]) {
      expect(awaits(code), code).to.equal(true);
    }
  });

  it("finds none in functions, words and comments", () => {
    for (const code of [
      "1 + 1",
      "async () => { await x; }",
      "async function f() { for await (const a of b) {} }",
      "class A { async m() { await x; } }",
      "const o = { async m() { await x; } };",
      "// await x",
      "'await x'",
      "const awaited = 1; awaited",
    ]) {
      expect(awaits(code), code).to.equal(false);
    }
  });
});
