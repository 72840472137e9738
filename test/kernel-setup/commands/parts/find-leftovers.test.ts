import { expect } from "chai";
import { findLeftovers } from "../../../../kernel-setup/commands/parts/find-leftovers";
import { removeTemporary, temporaryFolder, writeFiles } from "./temporary";

describe("findLeftovers", () => {
  afterEach(removeTemporary);

  it("names file, line and kind of each, and looks into no package", () => {
    const root = temporaryFolder();
    writeFiles(root, {
      "src/a.ts": `const a = 1;\n${"<".repeat(7)} ours\n`,
      "test/b.test.ts": `  it${".only("}"one", () => {});\n`,
      "notebooks/en/05.ipynb": `"${"FIX"}ME"`,
      "test/node_modules/c.ts": `// ${"FIX"}ME`,
      "src/fine.ts": "const only = [1].concat(2); // <<< fixed me",
    });
    expect(findLeftovers(root)).to.have.members([
      "src/a.ts:2: a merge conflict",
      "test/b.test.ts:1: a test that hides all others",
      "notebooks/en/05.ipynb:1: a note of unfinished work",
    ]);
  });
});
