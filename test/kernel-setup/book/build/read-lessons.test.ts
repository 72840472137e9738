import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import {
  lessonNotebooks,
  strayNotebooks,
} from "../../../../kernel-setup/book/build/lesson-notebooks";
import { lessonsJson } from "../../../../kernel-setup/book/build/lessons-json";
import { readCommon } from "../../../../kernel-setup/book/build/lessons-yaml";
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

  it("knows what the first pages of a site say and show, and refuses half of it", () => {
    const start = (text: string) => {
      write("lessons.yaml", `setup: lesson("{number}", "{language}")\nstart: ${text}\n`);
      return readCommon(folder).start;
    };
    expect(start("{ en: Hello, ko: 안녕, cells: [02/setup, 02/my-cell] }")).to.deep.equal({
      text: { en: "Hello", ko: "안녕" },
      cells: ["02/setup", "02/my-cell"],
    });
    expect(start("{ en: Hello, ko: 안녕 }")?.cells).to.deep.equal([]);
    for (const wrong of [
      ...["Hello", "{ en: Hello }", "{ en: Hello, ko: 안녕, cells: 02/setup }"],
      "{ en: Hello, ko: 안녕, cells: [setup] }",
    ])
      expect(() => start(wrong), wrong).to.throw("lessons.yaml:1: expected start to be a text");
  });

  it("knows the stages of the way in their order, and refuses a lesson of none of them", () => {
    const stages = "stages:\n  first: { en: First, ko: 처음 }\n  last: { en: Last, ko: 끝 }\n";
    write("lessons.yaml", `setup: lesson("{number}", "{language}")\n${stages}`);
    const about = (stage: string) =>
      LESSON.replace("---\n\n", `stage: ${stage}\nabout: { en: a, ko: 가 }\n---\n\n`);
    write("02-a/lesson.md", about("last"));
    expect(readLessons(folder).stages).to.deep.equal([
      { name: "first", title: { en: "First", ko: "처음" } },
      { name: "last", title: { en: "Last", ko: "끝" } },
    ]);
    const file = join("02-a", "lesson.md");
    const expected = "expected stage to be one of those in lessons.yaml (first, last), but got";
    write("02-a/lesson.md", about("middle"));
    expect(() => readLessons(folder)).to.throw(`${file}:5: ${expected} "middle".`);
    write("02-a/lesson.md", LESSON);
    expect(() => readLessons(folder)).to.throw(`${file}:1: ${expected} none.`);
    write("lessons.yaml", 'setup: lesson("{number}", "{language}")\nstages: { first: First }\n');
    expect(() => readLessons(folder)).to.throw(
      'lessons.yaml:1: expected the stage first to have a title for each of en and ko, but got "First".',
    );
  });

  it("refuses imports that the first cell has no place for", () => {
    write("02-a/lesson.md", LESSON.replace("---\n\n", "imports: [show]\n---\n\n"));
    expect(() => readLessons(folder)).to.throw(
      "expected setup in lessons.yaml to have a place for the lesson's imports, {imports}, but found none.",
    );
  });

  it("gives the library the same heads that the whole lessons have", () => {
    const exercises =
      'exercises: { "02-1": { start: { en: s, ko: 시 }, passed: { en: a, ko: 가 }, hints: [{ en: b, ko: 나 }] } }';
    const text = LESSON.replace("---\n\n", `needs: ["01"]\n${exercises}\n---\n\n`);
    write("02-a/lesson.md", `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    const [{ number, name, title, minutes, needs, exercises: told }] = readLessons(folder).lessons;
    expect(JSON.parse(lessonsJson(folder))).to.deep.equal({
      stages: [],
      lessons: [
        JSON.parse(JSON.stringify({ number, name, title, minutes, needs, exercises: told })),
      ],
    });
    expect(told).to.have.all.keys("02-1");
    write("02-a/lesson.md", ":::en\n");
    expect(() => lessonsJson(folder)).to.throw(
      "lesson.md:1: expected the lesson to begin with front matter between two lines of ---",
    );
  });

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
