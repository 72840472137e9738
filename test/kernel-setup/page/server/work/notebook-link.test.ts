import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect } from "chai";
import { lessonFinder } from "../../../../../kernel-setup/commands/parts/learner-work";
import {
  notebookFiles,
  updateCopies,
} from "../../../../../kernel-setup/commands/parts/working-copy";
import {
  type Notebook,
  parseNotebook,
} from "../../../../../kernel-setup/jupyter/notebook-files/notebook";
import { originOf } from "../../../../../kernel-setup/page/server/work/lesson-copy";
import {
  LONGEST_LINK,
  linkedNotebook,
  packLink,
  unpackLink,
} from "../../../../../kernel-setup/page/server/work/notebook-link";
import { WorkRefused } from "../../../../../kernel-setup/page/server/work/refused";
import { notebookText } from "../../../../support/kernels";
import { inProject } from "../../../../support/project";
import { removeTemporary, temporaryFolder } from "../../../commands/parts/temporary";

const SHOWN = { output_type: "stream", name: "stdout", text: "secret output" } as const;

/** What a link is made of, by hand. */
const packed = (value: unknown) =>
  deflateRawSync(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

describe("a notebook in a link", () => {
  const findLesson = lessonFinder(inProject("notebooks"));
  /** A learner's copies of all lessons, by their paths, and the lessons that they are copies of. */
  const copies: { path: string; copy: Notebook; lesson: Notebook }[] = [];

  before(() => {
    const mine = temporaryFolder();
    for (const language of ["en", "ko"]) {
      updateCopies(inProject("notebooks", language), join(mine, language));
      for (const file of notebookFiles(join(mine, language))) {
        const path = `${language}/${file}`;
        const copy = parseNotebook(readFileSync(join(mine, path)), path);
        const lesson = findLesson(originOf(copy)?.lesson ?? "");
        expect(lesson?.path).to.equal(path);
        copies.push({ path, copy, lesson: parseNotebook(lesson?.text ?? "", path) });
      }
    }
  });
  after(removeTemporary);

  /** A copy that a learner has worked on. */
  function worked(number: string, change: (notebook: Notebook) => void) {
    const found = copies.find(({ path }) => path.startsWith(`en/${number}-`));
    if (!found) throw new Error(`expected lesson ${number}`);
    const copy = structuredClone(found.copy);
    change(copy);
    return { ...found, copy };
  }
  const through = async ({
    copy,
    path,
    lesson,
  }: {
    copy: Notebook;
    path: string;
    lesson?: Notebook;
  }) => {
    const link = await packLink(copy, path, lesson);
    const linked = await unpackLink(link);
    return { link, linked, notebook: linkedNotebook(linked, lesson) };
  };
  const sources = ({ cells }: Notebook) =>
    cells.map(({ id, cell_type, source }) => [id, cell_type, source]);

  it("holds of a lesson what differs, and becomes the whole notebook again, without outputs", async () => {
    const one = worked("05", ({ cells }) => {
      for (const cell of cells) {
        if (cell.cell_type !== "code") continue;
        cell.outputs = [SHOWN];
        cell.execution_count = 7;
        if (cell.id.includes("answer") || cell.id === "guess")
          cell.source = `const answer = "한글 😀 ${cell.id}";`;
      }
    });
    const { link, linked, notebook } = await through(one);
    const changed = one.copy.cells.filter(
      ({ source }, i) => source !== one.lesson.cells[i]?.source,
    );
    expect(changed.length).to.be.greaterThan(0);
    expect(linked.cells.map(({ id }) => id)).to.deep.equal(changed.map(({ id }) => id));
    expect(linked.order).to.equal(undefined);
    expect(sources(notebook)).to.deep.equal(sources(one.copy));
    expect(JSON.stringify(notebook)).not.to.contain("secret output");
    expect(
      notebook.cells.every((cell) => cell.cell_type !== "code" || cell.execution_count === null),
    ).to.equal(true);
    // As the copy itself says what it is, roles of cells too.
    expect(notebook.metadata).to.deep.equal(one.lesson.metadata);
    expect(notebook.cells.map(({ metadata }) => metadata)).to.deep.equal(
      one.lesson.cells.map(({ metadata }) => metadata),
    );
    expect(link).to.match(/^[\w-]+$/);
    expect(link.length).to.be.below(600);
  });

  it("keeps cells that are new, gone, moved, or of another kind", async () => {
    const one = worked("06", (notebook) => {
      const { cells } = notebook;
      const [first] = cells.splice(2, 1);
      cells.push(first as never);
      cells.splice(4, 2);
      cells.splice(1, 0, {
        cell_type: "markdown",
        id: "mine",
        metadata: {},
        source: "![](attachment:a.png)",
        attachments: { "a.png": { "image/png": "aGk=" } },
      });
      const at = cells.findIndex(({ cell_type }) => cell_type === "code");
      const { id, source } = cells[at] as { id: string; source: string };
      cells[at] = { cell_type: "raw", id, metadata: {}, source };
    });
    const { notebook } = await through(one);
    expect(sources(notebook)).to.deep.equal(sources(one.copy));
    expect(notebook.cells[1]).to.deep.equal(one.copy.cells[1]);
  });

  it("fits for every lesson of which nothing is changed, and for one whose code is changed everywhere", async () => {
    for (const one of copies) expect((await through(one)).link.length, one.path).to.be.below(250);
    for (const number of ["01", "02", "05", "08", "12"]) {
      const one = worked(number, ({ cells }) => {
        for (const cell of cells) if (cell.cell_type === "code") cell.source += "\n// mine";
      });
      expect((await through(one)).link.length, number).to.be.below(LONGEST_LINK);
    }
  });

  it("holds the whole of a notebook that is no lesson, with its tags and without what folds cells away", async () => {
    const copy = parseNotebook(
      notebookText([{ source: "1", tags: ["raises-exception"] }, "2"]),
      "a.ipynb",
    );
    copy.cells[1].metadata = { jupyter: { source_hidden: true }, trusted: true };
    const { linked, notebook } = await through({ copy, path: "한글 name.ipynb" });
    expect(linked.path).to.equal("한글 name.ipynb");
    expect(sources(notebook)).to.deep.equal(sources(copy));
    expect(notebook.cells.map(({ metadata }) => metadata)).to.deep.equal([
      { tags: ["raises-exception"] },
      {},
    ]);
    expect(notebook.metadata).to.deep.equal({
      kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
    });
  });

  it("is refused where it is too long, with its length and what helps", async () => {
    const noise = Array.from({ length: 3000 }, (_, i) =>
      ((i * 48271) % 2147483647).toString(36),
    ).join(" ");
    const copy = parseNotebook(notebookText([noise]), "a.ipynb");
    const refusal = await packLink(copy, "a.ipynb").catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(WorkRefused);
    expect((refusal as WorkRefused).message).to.match(
      /^Expected a notebook whose link has at most 8000 signs, but its link would have \d{4,5}\. "Save all my work …" makes a file/,
    );
  });

  describe("that is hostile or damaged is refused with a sentence", () => {
    const cell = { id: "a", source: "1" };
    const good = { format: "backprop-notebook", version: 1, path: "a.ipynb", cells: [cell] };
    const DAMAGED =
      /^Expected a link that holds a notebook, but got one that is damaged or cut off/;

    it("and is none when nothing is wrong", async () => {
      expect(linkedNotebook(await unpackLink(packed(good))).cells[0].source).to.equal("1");
    });

    const bomb = deflateRawSync(Buffer.alloc(5_000_000)).toString("base64url");
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const cases: [string, string, RegExp][] = [
      ["nothing", "", DAMAGED],
      ["no packed bytes", "AAAA", DAMAGED],
      ["other signs", `${packed(good)}%3Cscript%3E`, DAMAGED],
      ["cut off", packed(good).slice(0, -8), DAMAGED],
      ["longer than any", "A".repeat(LONGEST_LINK + 1), DAMAGED],
      ["megabytes long", "A".repeat(5_000_000), DAMAGED],
      ["a bomb", bomb, DAMAGED],
      ["no JSON", packed("no"), DAMAGED],
      ["deep", packed(deep), DAMAGED],
      ["null", packed("null"), DAMAGED],
      ["another form", packed({ ...good, format: "other" }), DAMAGED],
      ["without a version", packed({ ...good, version: undefined }), DAMAGED],
      ["a later form", packed({ ...good, version: 2 }), /form 1, but got form 2: a later edition/],
      ["a path that leads out", packed({ ...good, path: "../../a.ipynb" }), DAMAGED],
      ["a path of no notebook", packed({ ...good, path: "a.html" }), DAMAGED],
      ["cells that are none", packed({ ...good, cells: [7] }), DAMAGED],
      ["cells without a source", packed({ ...good, cells: [{ id: "a" }] }), DAMAGED],
      ["an unknown kind of cell", packed({ ...good, cells: [{ ...cell, type: "html" }] }), DAMAGED],
      ["tags that are none", packed({ ...good, cells: [{ ...cell, tags: [1] }] }), DAMAGED],
      ["an order that is none", packed({ ...good, order: "a" }), DAMAGED],
      ["a lesson that is none", packed({ ...good, lesson: {} }), DAMAGED],
      [
        "an id of other signs",
        packed({ ...good, cells: [{ ...cell, id: "<b>" }] }),
        /id of cell 1/,
      ],
      ["a cell twice", packed({ ...good, order: ["a", "a"] }), /id of cell 2/],
      ["a cell that is nowhere", packed({ ...good, order: ["a", "b"] }), /cell 2/],
      [
        "attachments that are none",
        packed({ ...good, cells: [{ ...cell, type: "markdown", attachments: { a: 7 } }] }),
        /attachments of cell 1/,
      ],
    ];
    for (const [what, text, says] of cases)
      it(what, async () => {
        const refusal = await unpackLink(text)
          .then(linkedNotebook)
          .catch((error: unknown) => error);
        expect(refusal).to.be.instanceOf(WorkRefused);
        const { words } = refusal as WorkRefused;
        expect(words.en)
          .to.match(says)
          .and.match(/Nothing was kept\.$/);
        expect(words.ko).to.match(/[가-힣].*\.$/s);
      });
  });
});
