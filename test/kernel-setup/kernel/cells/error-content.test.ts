import { expect } from "chai";
import { codeFrame } from "../../../../kernel-setup/kernel/cells/error-content";

describe("codeFrame", () => {
  it("marks a part of a line", () => {
    expect(codeFrame("let x = y;", 12, 9, 1)).to.deep.equal([
      "  12 | let x = y;",
      "     |         ^",
    ]);
  });

  it("keeps tabs, and gives wide characters two columns", () => {
    expect(codeFrame("\t값값 = y", 1, 5, 1)[1]).to.equal("    | \t     ^");
    expect(codeFrame("값값", 1, 1, 2)[1]).to.equal("    | ^^^^");
  });

  it("marks at least one column, also beyond the line's end", () => {
    expect(codeFrame("ab", 1, 3, 0)[1]).to.equal("    |   ^");
    expect(codeFrame("ab", 1, 2, 50)[1]).to.equal("    |  ^");
  });
});
