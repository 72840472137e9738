import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import {
  lessonNotebooks,
  strayNotebooks,
} from "../../../../kernel-setup/book/build/lesson-notebooks";
import { readLessons } from "../../../../kernel-setup/book/build/read-lessons";
import { LESSON } from "../../../support/lesson-source";

describe("readLessons", () => {
  let folder: string;
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "read-lessons-"));
    write("lessons.yaml", 'setup: lesson("{number}", "{language}")\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("reads lessons by number and leaves other files alone", () => {
    for (const name of [
      "10-last/lesson.md",
      "02-first/lesson.md",
      "README.md",
      "02-first/exercises.ts",
    ])
      write(name, LESSON);
    const { lessons, setup } = readLessons(folder);
    expect(lessons.map(({ number }) => number)).to.deep.equal(["02", "10"]);
    expect(setup).to.equal('lesson("{number}", "{language}")');
  });

  it("refuses two lessons of one number", () => {
    write("02-a/lesson.md", LESSON);
    write("02-b/lesson.md", LESSON);
    expect(() => readLessons(folder)).to.throw(
      `${join("02-b", "lesson.md")}:1: expected one lesson of number 02, but got ${join(folder, "02-a", "lesson.md")} too.`,
    );
  });

  for (const [what, text] of [
    ["without setup", "title: x\n"],
    ["whose setup names no language", 'setup: lesson("{number}")\n'],
  ]) {
    it(`refuses a lessons.yaml ${what}`, () => {
      write("lessons.yaml", text);
      expect(() => readLessons(folder)).to.throw("lessons.yaml:1: expected setup, a code cell");
    });
  }

  it("refuses YAML that is damaged or says something twice, and names the line", () => {
    write("lessons.yaml", "setup: {\n");
    expect(() => readLessons(folder)).to.throw(/lessons\.yaml:2: expected YAML, but got: Flow map/);
    write(
      "lessons.yaml",
      'setup: lesson("{number}", "{language}")\nindex: &a {en: a, ko: b}\nglossary: *a\n',
    );
    write("glossary.yaml", "node: {en: a, ko: b}\nnode: {en: c, ko: d}\n");
    expect(() => readLessons(folder)).to.throw(
      "glossary.yaml:2: expected YAML, but got: Map keys must be unique.",
    );
  });

  it("says that a folder has no lessons.yaml", () => {
    expect(() => readLessons(join(folder, "none"))).to.throw("lessons.yaml:1: expected setup");
  });

  it("finds the notebooks that belong to no lesson", () => {
    write("02-a/lesson.md", LESSON);
    const { lessons, setup } = readLessons(folder);
    const [{ path }] = lessonNotebooks(lessons, setup, folder);
    mkdirSync(join(folder, "en"));
    for (const file of [path, join(folder, "en", "03-old.ipynb"), join(folder, "en", "note.txt")]) {
      writeFileSync(file, "");
    }
    expect(strayNotebooks(lessons, folder)).to.deep.equal([join(folder, "en", "03-old.ipynb")]);
  });
});
