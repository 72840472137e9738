import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import {
  notebookFiles,
  resetCopy,
  shortName,
  updateCopies,
} from "../../../../kernel-setup/commands/parts/working-copy";
import type { CodeCell } from "../../../../kernel-setup/jupyter/notebook-files/notebook";
import {
  readNotebook,
  writeNotebook,
} from "../../../../kernel-setup/jupyter/notebook-files/notebook-file";
import { notebook, removeTemporary, temporaryFolder, writeFiles } from "./temporary";

const FILE = "05-simple-layers.ipynb";

describe("the working copies of the lessons", () => {
  let lessons: string;
  let mine: string;
  let copy: string;

  beforeEach(() => {
    const folder = temporaryFolder();
    lessons = join(folder, "en");
    mine = join(folder, "mine", "en");
    copy = join(mine, FILE);
    writeFiles(lessons, { [FILE]: notebook(["const price = 100;", "return todo()"]) });
  });
  afterEach(removeTemporary);

  const update = () => updateCopies(lessons, mine).get(FILE);
  const sources = (file = copy) => readNotebook(file).cells.map(({ source }) => source);
  const changeLesson = () => writeFiles(lessons, { [FILE]: notebook(["const price = 200;"]) });

  /** What a learner does in Jupyter: edits a cell, or runs it. */
  function work(change: (cell: CodeCell) => void) {
    const opened = readNotebook(copy);
    change(opened.cells[0] as CodeCell);
    writeNotebook(copy, opened);
  }
  const edit = () =>
    work((cell) => {
      cell.source = "const price = 7;";
    });
  const run = () =>
    work((cell) => {
      cell.execution_count = 3;
      cell.outputs = [{ output_type: "stream", name: "stdout", text: "mine\n" }];
    });

  it("are made from every lesson, cell by cell", () => {
    writeFiles(lessons, { "readme.ipynb": notebook([]), "06-relu.ipynb": notebook(["6"]) });
    expect([...updateCopies(lessons, mine)]).to.deep.equal([
      [FILE, "new"],
      ["06-relu.ipynb", "new"],
    ]);
    expect(readNotebook(copy).cells).to.deep.equal(readNotebook(join(lessons, FILE)).cells);
  });

  it("have names that fit into a command", () => {
    expect([FILE, "glossary.ipynb", "index.ipynb"].map(shortName)).to.deep.equal([
      "05",
      "glossary",
      "index",
    ]);
  });

  it("are left as they are while the lesson stays, outputs of the learner's run included", () => {
    update();
    run();
    const before = readFileSync(copy, "utf8");
    expect(update()).to.equal("current");
    expect(readFileSync(copy, "utf8")).to.equal(before).and.to.contain("mine");
  });

  it("are refreshed when the lesson changes and their cells have not", () => {
    update();
    run();
    changeLesson();
    expect(update()).to.equal("refreshed");
    expect(sources()).to.deep.equal(["const price = 200;"]);
    expect(update()).to.equal("current");
  });

  it("come without outputs, so that a prediction is one, and stay when only an output changes", () => {
    const lesson = (text: string) => {
      const output = { output_type: "stream", name: "stdout", text };
      writeFiles(lessons, { [FILE]: notebook(["const price = 100;"], [output]) });
    };
    lesson("100\n");
    update();
    expect((readNotebook(copy).cells[0] as CodeCell).outputs).to.deep.equal([]);
    run();
    lesson("220\n");
    expect(update()).to.equal("current");
    expect(readFileSync(copy, "utf8")).to.contain("mine").and.not.contain("220");
  });

  it("stay when the learner has edited a cell, whether the lesson changes or not", () => {
    update();
    edit();
    expect(update()).to.equal("current");
    changeLesson();
    expect(update()).to.equal("behind");
    expect(sources()[0]).to.equal("const price = 7;");
  });

  it("stay when the learner has added, removed or moved a cell, or put a picture into a text", () => {
    for (const change of [
      (cells: object[]) => cells.push({ ...cells[0], id: "added" }),
      (cells: object[]) => cells.pop(),
      (cells: object[]) => cells.reverse(),
      (cells: object[]) => {
        const picture = { "a.png": { "image/png": "AA==" } };
        cells[0] = {
          id: "t",
          cell_type: "markdown",
          metadata: {},
          source: "",
          attachments: picture,
        };
      },
    ]) {
      writeFiles(lessons, { [FILE]: notebook(["const price = 100;", "return todo()"]) });
      resetCopy(join(lessons, FILE), mine, FILE);
      const opened = readNotebook(copy);
      change(opened.cells);
      writeNotebook(copy, opened);
      const before = readFileSync(copy, "utf8");
      changeLesson();
      expect(update()).to.equal("behind");
      expect(readFileSync(copy, "utf8")).to.equal(before);
    }
  });

  it("stay when the note of what was copied is lost or damaged", () => {
    for (const damaged of [undefined, "nonsense", { sources: 5 }, null, []]) {
      update();
      edit();
      const opened = readNotebook(copy);
      opened.metadata.backprop = damaged;
      writeNotebook(copy, opened);
      changeLesson();
      expect(update()).to.equal("behind");
      expect(sources()[0]).to.equal("const price = 7;");
    }
  });

  it("stay when they cannot be read at all", () => {
    update();
    for (const damaged of ["", "{ half", "[]"]) {
      writeFileSync(copy, damaged);
      changeLesson();
      expect(update()).to.equal("unreadable");
      expect(readFileSync(copy, "utf8")).to.equal(damaged);
    }
  });

  it("come back when deleted, and leave other files of the learner alone", () => {
    writeFiles(mine, { "my-own.ipynb": "mine", "scorecard.json": "{}" });
    update();
    expect(readdirSync(mine).sort()).to.deep.equal([FILE, "my-own.ipynb", "scorecard.json"]);
    expect(readFileSync(join(mine, "my-own.ipynb"), "utf8")).to.equal("mine");
  });

  it("are none when there are no lessons", () => {
    expect(notebookFiles(join(lessons, "nowhere"))).to.deep.equal([]);
    expect(updateCopies(join(lessons, "nowhere"), mine).size).to.equal(0);
    expect(statSync(mine).isDirectory()).to.equal(true);
  });

  it("are reset to fresh ones, each old one kept under the next number", () => {
    expect(resetCopy(join(lessons, FILE), mine, FILE)).to.equal(undefined);
    edit();
    expect(resetCopy(join(lessons, FILE), mine, FILE)).to.equal("05-simple-layers-kept-1.ipynb");
    expect(sources(join(mine, "05-simple-layers-kept-1.ipynb"))[0]).to.equal("const price = 7;");
    expect(sources()[0]).to.equal("const price = 100;");
    writeFileSync(copy, "{ half");
    expect(resetCopy(join(lessons, FILE), mine, FILE)).to.equal("05-simple-layers-kept-2.ipynb");
    expect(readFileSync(join(mine, "05-simple-layers-kept-2.ipynb"), "utf8")).to.equal("{ half");
    expect(update()).to.equal("current");
    expect(resetCopy(join(lessons, FILE), mine, FILE), "a fresh one").to.equal(undefined);
  });

  it("stay in place when the lesson to reset to is broken", () => {
    update();
    edit();
    writeFiles(lessons, { [FILE]: "{ half" });
    expect(() => resetCopy(join(lessons, FILE), mine, FILE)).to.throw(/expected JSON/);
    expect(existsSync(copy)).to.equal(true);
    expect(sources()[0]).to.equal("const price = 7;");
  });
});
