import { expect } from "chai";
import { hasTopLevelAwait } from "../../../../kernel-setup/kernel/cells/top-level-await";

describe("hasTopLevelAwait", () => {
  it("finds await outside of functions", () => {
    for (const code of [
      "await x",
      "await (x)",
      "await [x]",
      "for await (const a of b) {}",
      "if (a) { const b = await c; }",
      "class A { [await key()] = 1; }",
      "f(await x, () => 1)",
    ]) {
      expect(hasTopLevelAwait(code), code).to.equal(true);
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
      expect(hasTopLevelAwait(code), code).to.equal(false);
    }
  });
});
