import { expect } from "chai";
import { listLessons } from "../../../../kernel-setup/commands/parts/lesson-list";
import { notebook, removeTemporary, temporaryFolder, writeFiles } from "./temporary";

describe("listLessons", () => {
  afterEach(removeTemporary);

  const lesson = (title: string, sources: string[]) => {
    const whole = notebook(sources) as { cells: object[] };
    const text = {
      cell_type: "markdown",
      id: "title",
      metadata: {},
      source: `Hello\n# ${title}\n`,
    };
    return { ...whole, cells: [text, ...whole.cells] };
  };

  it("gives titles and the exercises of each lesson itself, the index first and the glossary last", () => {
    const mine = temporaryFolder();
    writeFiles(mine, {
      "en/02-two.ipynb": lesson("Two", ['check("02-2", x)', "check('02-1', y); check('01-1', z)"]),
      "en/01-one.ipynb": lesson("One", ["1 + 1"]),
      "en/index.ipynb": lesson("All", []),
      "en/glossary.ipynb": lesson("Words", []),
      "en/mine.ipynb": lesson("Mine", []),
      "ko/01-one.ipynb": "{",
    });
    expect(listLessons(mine)).to.deep.equal({
      en: [
        { path: "en/index.ipynb", title: "All", exercises: [] },
        { path: "en/01-one.ipynb", title: "One", exercises: [] },
        { path: "en/02-two.ipynb", title: "Two", exercises: ["02-1", "02-2"] },
        { path: "en/glossary.ipynb", title: "Words", exercises: [] },
      ],
      ko: [{ path: "ko/01-one.ipynb", title: "01-one", exercises: [] }],
    });
  });
});
