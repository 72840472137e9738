import { expect } from "chai";
import { checkNotebooks } from "../../../../kernel-setup/commands/parts/check-notebooks";
import { notebook, removeTemporary, temporaryFolder, writeFiles } from "./temporary";

describe("checkNotebooks", () => {
  afterEach(removeTemporary);

  function check(files: Record<string, unknown>) {
    const root = temporaryFolder();
    writeFiles(root, files);
    return checkNotebooks(root);
  }
  const good = notebook(["1 + 1"]);

  it("finds nothing wrong with valid notebooks in both languages", () => {
    expect(
      check({ "en/05-a.ipynb": good, "ko/05-a.ipynb": good, "en/notes.txt": "x" }),
    ).to.deep.equal([]);
  });

  it("misses the other language", () => {
    expect(check({ "en/05-a.ipynb": good })).to.deep.equal([
      "notebooks/ko/05-a.ipynb: expected a notebook in each language, but got none.",
    ]);
  });

  it("names a notebook that is not valid, fails or asks for another kernel", () => {
    const error = { output_type: "error", ename: "Error", evalue: "no", traceback: [] };
    const faults = check({
      "en/05-a.ipynb": "{ half",
      "ko/05-a.ipynb": {
        ...notebook([]),
        metadata: { kernelspec: { name: "deno", display_name: "Deno" } },
      },
      "en/06-b.ipynb": notebook(["1", "2"], [error]),
      "ko/06-b.ipynb": good,
    });
    expect(faults).to.have.length(4);
    expect(faults[0]).to.match(/^notebooks\/en\/05-a.ipynb: .*expected JSON/);
    expect(faults[1]).to.equal(
      "notebooks/en/06-b.ipynb: expected no cell that fails, but got one: cell-0.",
    );
    expect(faults[3]).to.equal(
      'notebooks/ko/05-a.ipynb: expected the kernel tslab, but got "deno".',
    );
  });
});
