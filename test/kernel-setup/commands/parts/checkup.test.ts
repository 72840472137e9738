import { expect } from "chai";
import { findingText, look } from "../../../../kernel-setup/commands/parts/checkup";

describe("a doctor's findings", () => {
  it("are a mark with words, and the command that repairs them", () => {
    expect(findingText({ state: "fine", what: "Node", words: "20.19.0" })).to.equal(
      "✓ Node: 20.19.0",
    );
    const repair = "npm run build";
    expect(findingText({ state: "broken", what: "build", words: "old.\nvery", repair })).to.equal(
      "✗ build: old.\n    very\n    Repair: npm run build",
    );
    expect(findingText({ state: "absent", what: "Jupyter", words: "none", repair })).to.equal(
      "– Jupyter: none\n    To have it: npm run build",
    );
  });

  it("are broken when the look throws", async () => {
    const finding = await look("zeromq", "npm ci", () => {
      throw new Error("does not load.");
    });
    expect(finding).to.deep.equal({
      what: "zeromq",
      state: "broken",
      words: "does not load.",
      repair: "npm ci",
    });
  });
});
