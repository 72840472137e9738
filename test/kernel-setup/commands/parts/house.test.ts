import { expect } from "chai";
import { houseCounts, houseFaults } from "../../../../kernel-setup/commands/parts/house";
import { inProject } from "../../../support/project";
import { removeTemporary, temporaryFolder, writeFiles } from "./temporary";

describe("the house", () => {
  after(removeTemporary);
  const faults = (files: Record<string, string>) => {
    const root = temporaryFolder();
    writeFiles(root, { "src/index.ts": "", "kernel-setup/jupyter/a.ts": "", ...files });
    return houseFaults(root);
  };

  it("is in order", () => {
    expect(houseFaults(inProject())).to.deep.equal([]);
  });

  it("lets a folder import its own files and what is named for it", () => {
    const files = {
      "src/text/word.ts": "export const word = 1;",
      "src/arrays/deep/a.ts": 'import { word } from "../../text/word"; import "./b";',
      "src/arrays/deep/b.ts": 'import fs from "node:fs"; import nj from "numjs";',
      "src/index.ts": 'export * from "./arrays/deep/a";',
    };
    expect(faults(files)).to.deep.equal([]);
  });

  for (const [what, code] of [
    ["an import", 'import { b } from "../layers/b";'],
    ["an import of a type", 'import type { B } from "../layers/b";'],
    ["an export", 'export * from "../layers/b";'],
    ["a type's own import", 'let b: import("../layers/b").B;'],
    ["an import at run time", 'void import("../layers/b.js");'],
    ["a require", 'const b = require("../layers/b");'],
  ])
    it(`finds ${what} that goes up`, () => {
      const found = faults({ "src/text/a.ts": code, "src/layers/b.ts": "export type B = 1;" });
      expect(found).to.deep.equal([
        "src/text/a.ts imports src/layers/b.ts, which src/text may not.",
      ]);
    });

  it("finds imports over the wall, and of the list of exports", () => {
    const found = faults({
      "src/layers/a.ts": 'import "../../kernel-setup/jupyter/a"; import "../index";',
      "kernel-setup/page/ui/b.ts": 'import "../../jupyter/a";',
    });
    expect(found).to.have.lengthOf(3);
  });

  it("finds a folder that has no rule", () => {
    expect(faults({ "src/attic/a.ts": "", "kernel-setup/b.ts": "" })).to.deep.equal([
      "src/attic/a.ts lies in no folder that the house knows.",
      "kernel-setup/b.ts lies in no folder that the house knows.",
    ]);
  });

  it("counts files and lines of each folder", () => {
    const root = temporaryFolder();
    const files = { "src/text/a.ts": "1;\n2;\n", "src/text/in/b.ts": "3;\n", "test/c.ts": "" };
    writeFiles(root, { ...files, "src/text/d.md": "x\n", "kernel-setup/page/built/e.js": "1;\n" });
    expect(houseCounts(root)).to.deep.equal([
      { room: "src/text", files: 2, lines: 3 },
      { room: "test", files: 1, lines: 0 },
    ]);
  });
});
