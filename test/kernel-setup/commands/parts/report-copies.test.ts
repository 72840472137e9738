import { join } from "node:path";
import { expect } from "chai";
import { commandHome } from "../../../../kernel-setup/commands/parts/learner-home";
import { bringCopiesUpToDate } from "../../../../kernel-setup/commands/parts/report-copies";
import { notebookFiles } from "../../../../kernel-setup/commands/parts/working-copy";
import { findLessons } from "../../../../kernel-setup/commands/reset";
import { printed } from "../../../support/printed";
import { removeTemporary, temporaryFolder, writeFiles } from "./temporary";

describe("bringCopiesUpToDate", () => {
  afterEach(removeTemporary);
  const notebook = (source: string) =>
    JSON.stringify({
      cells: [{ cell_type: "markdown", id: "a", metadata: {}, source }],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    });

  it("says what became of each copy, with a command that reset understands", () => {
    const home = temporaryFolder();
    const notebooks = join(home, "notebooks");
    const report = () => printed(() => bringCopiesUpToDate(notebooks, commandHome(home)));
    const files = ["05-simple-layers.ipynb", "glossary.ipynb", "index.ipynb"];
    const lessons = (text: string) =>
      writeFiles(
        notebooks,
        Object.fromEntries(files.map((file) => [`en/${file}`, notebook(text)])),
      );
    lessons("first");
    expect(report()).to.equal("");
    lessons("second");
    writeFiles(notebooks, {
      "mine/en/05-simple-layers.ipynb": "damaged",
      "mine/en/glossary.ipynb": notebook("my own words"),
    });
    const said = report().split("\n");
    expect(said[0]).to.match(
      /05-simple-layers\.ipynb: is not a notebook that can be read, and was/,
    );
    expect(said[1]).to.match(/glossary\.ipynb: the lesson has changed, and so have you: your work/);
    expect(said[2]).to.equal(
      `${join(notebooks, "mine/en/index.ipynb")}: refreshed, since the lesson has changed.`,
    );
    const asked = printed(() => bringCopiesUpToDate(notebooks, commandHome(home), "a b"));
    expect(asked).to.match(/`npm run reset -- glossary --lang en --home "a b"`/);
    const named = said.map((line) => /`npm run reset -- (\S+) --lang en`/.exec(line)?.[1]);
    expect(named).to.deep.equal(["05", "glossary", undefined, undefined]);
    expect(findLessons(["05", "glossary"], notebookFiles(join(notebooks, "en")))).to.deep.equal(
      files.slice(0, 2),
    );
  });
});
