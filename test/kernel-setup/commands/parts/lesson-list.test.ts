import { expect } from "chai";
import { listLessons } from "../../../../kernel-setup/commands/parts/lesson-list";
import { notebook, removeTemporary, temporaryFolder, writeFiles } from "./temporary";

type Made = { cells: object[]; metadata: object };

describe("listLessons", () => {
  afterEach(removeTemporary);

  /** A lesson whose cells are what `roles` say, one after the other. */
  const lesson = (title: string, roles: unknown[], number?: string) => {
    const whole = notebook(roles.map(() => 'check("01-9", x)')) as Made;
    const text = {
      cell_type: "markdown",
      id: "title",
      metadata: {},
      source: `Hello\n# ${title}\n`,
    };
    const cells = whole.cells.map((cell, i) => ({
      ...cell,
      metadata: roles[i] === undefined ? {} : { backprop: roles[i] },
    }));
    return {
      ...whole,
      metadata: { ...whole.metadata, ...(number !== undefined && { lesson: { number } }) },
      cells: [text, ...cells],
    };
  };
  const answer = (exercise: string) => ({ exercise, role: "answer" });

  it("gives titles and the exercises that cells state, the index first and the glossary last", () => {
    const mine = temporaryFolder();
    writeFiles(mine, {
      "en/02-two.ipynb": lesson("Two", [
        { role: "setup" },
        answer("02-2"),
        answer("02-10"),
        { exercise: "02-2", role: "check" },
        answer("02-1"),
      ]),
      "en/01-one.ipynb": lesson("One", [{ role: "given" }]),
      "en/index.ipynb": lesson("All", []),
      "en/glossary.ipynb": lesson("Words", []),
      "en/mine.ipynb": lesson("Mine", []),
      "ko/01-one.ipynb": "{",
    });
    expect(listLessons(mine, temporaryFolder())).to.deep.equal({
      en: [
        { path: "en/index.ipynb", title: "All", exercises: [] },
        { path: "en/01-one.ipynb", title: "One", exercises: [] },
        { path: "en/02-two.ipynb", title: "Two", exercises: ["02-1", "02-2", "02-10"] },
        { path: "en/glossary.ipynb", title: "Words", exercises: [] },
      ],
      ko: [{ path: "ko/01-one.ipynb", title: "01-one", exercises: [] }],
    });
  });

  it("asks the lesson where no cell of a copy states anything, whatever the copy is called", () => {
    const [mine, lessons] = [temporaryFolder(), temporaryFolder()];
    writeFiles(lessons, {
      "en/01-one.ipynb": lesson("One", [answer("01-1"), answer("01-2")], "01"),
    });
    writeFiles(mine, {
      "en/01-one.ipynb": lesson("Old", [undefined], "01"),
      "en/01-one-kept-1.ipynb": lesson("Kept", [undefined, null, "odd", { role: "odd" }], "01"),
      "en/01-own.ipynb": lesson("Own", [undefined]),
      "en/07-gone.ipynb": lesson("Gone", [undefined], "07"),
      "ko/01-one.ipynb": lesson("하나", [undefined], "01"),
    });
    const { en, ko } = listLessons(mine, lessons);
    expect(en.map(({ title, exercises }) => [title, exercises])).to.deep.equal([
      ["Kept", ["01-1", "01-2"]],
      ["Old", ["01-1", "01-2"]],
      ["Own", []],
      ["Gone", []],
    ]);
    expect(ko[0].exercises).to.deep.equal([]);
  });
});
