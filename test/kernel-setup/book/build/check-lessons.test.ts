import { expect } from "chai";
import { buildNotebook } from "../../../../kernel-setup/book/build/build-notebook";
import { checkLessons } from "../../../../kernel-setup/book/build/check-lessons";
import { checkNumbers } from "../../../../kernel-setup/book/build/check-numbers";
import { parseLesson } from "../../../../kernel-setup/book/build/parse-lesson";
import type { CodeCell } from "../../../../kernel-setup/jupyter/notebook-files/notebook";

const front = (more = "") => `---\ntitle:\n  en: One\n  ko: 하나\n${more}---\n`;
const prose = (text: string) => `\n:::en\n${text}\n:::\n\n:::ko\n${text}\n:::\n`;
const code = (text: string, id = "cell") => `\n\`\`\`ts {#${id}}\n${text}\n\`\`\`\n`;
const lesson = (number: string, text: string) => parseLesson(text, `${number}-one/lesson.md`);
const faults = (...texts: [string, string][]) =>
  checkLessons(
    texts.map(([number, text]) => lesson(number, text)),
    "library",
  );

describe("checkLessons", () => {
  const title = prose("# One");

  it("finds nothing wrong in lessons that hold together", () => {
    const first =
      front("introduces: [show, Mul]\n") + title + code('import { Mul } from "library";');
    const second =
      front('needs: ["01"]\nimports: [Mul, show]\nintroduces: [Div]\n') +
      prose("# Two\n\n## Part\n\n### Detail\n\n## Part\n\n[back](01-one.ipynb#cell)") +
      code('import { Div as D } from "library";\nimport { Add } from "elsewhere";');
    expect(faults(["01", first], ["02", second])).to.deep.equal([]);
  });

  it("finds a name that is used before its lesson, in cells and in solutions", () => {
    const use = 'import { show, Mul as M } from "library";';
    const solution = `\n::::solution{exercise="01-1" cell="cell"}\n\`\`\`ts\nimport { Add } from "library";\n\`\`\`\n::::\n`;
    const early = front("introduces: [show]\n") + title + code(use) + solution;
    const late = front("introduces: [Mul, Add]\n") + title + code(use);
    const names = faults(["01", early], ["02", late]).filter((fault) => /used/.test(fault));
    expect(names).to.deep.equal([
      "Lesson 01, cell cell: expected Mul to be introduced before it is used, but no lesson up to this one has it under `introduces`.",
      "Lesson 01, cell solution-01-1: expected Add to be introduced before it is used, but no lesson up to this one has it under `introduces`.",
    ]);
  });

  it("finds a name that is introduced twice, and a lesson that needs a later one", () => {
    const twice = front("introduces: [show]\n") + title;
    const needs = front('needs: ["07"]\nintroduces: [show]\n') + title;
    expect(faults(["01", twice], ["02", needs])).to.deep.equal([
      'Lesson 02: expected needs to name earlier lessons, but got "07".',
      "Lesson 02: show was introduced in lesson 01 already.",
    ]);
  });

  it("finds an import that belongs into the first cell", () => {
    const use = (name: string, id: string) => code(`import { ${name} } from "library";`, id);
    const first = front("imports: [check]\nintroduces: [check, show]\n") + title + use("show", "a");
    const second = front("imports: [Add]\nintroduces: [Mul]\n") + title + use("show", "a");
    const answer = `\n::::solution{exercise="01-1" cell="a"}\n\`\`\`ts\nf();\n\`\`\`\n::::\n`;
    const place =
      "by the first cell, under `imports` in the front matter: later cells import only what the lesson introduces, and answers nothing.";
    expect(faults(["01", first], ["02", second])).to.deep.equal([
      `Lesson 02, cell a: expected show to be imported ${place}`,
      "Lesson 02, imports: expected Add to be introduced before it is used, but no lesson up to this one has it under `introduces`.",
    ]);
    expect(faults(["01", first + use("check", "b")])).to.deep.equal([
      `Lesson 01, cell b: expected check to be imported ${place}`,
    ]);
    expect(faults(["01", first + answer])).to.include(
      `Lesson 01, cell a: expected show to be imported ${place}`,
    );
  });

  it("finds exercises that front matter, solutions and checks do not agree on", () => {
    const told =
      'exercises: { "01-1": { start: { en: s, ko: 시 }, passed: { en: a, ko: 가 }, hints: [{ en: b, ko: 나 }] } }\n';
    const solution = `\n::::solution{exercise="01-1" cell="mine"}\n\`\`\`ts\nf();\n\`\`\`\n::::\n`;
    const mine = code("todo();", "mine");
    const check = (text: string) => code(text, "mine-check");
    const right = 'check("01-1", f);';
    expect(faults(["01", front(told) + title + mine + check(right) + solution])).to.deep.equal([]);
    expect(faults(["01", front() + title + mine + check(right) + solution])).to.deep.equal([
      "Lesson 01: expected the front matter to name the exercises that have a solution, in order (01-1), but got none.",
    ]);
    expect(faults(["01", front(told) + title + mine + solution])).to.deep.equal([
      "Lesson 01: expected a cell that checks 01-1, but found none.",
    ]);
    for (const other of ['check("01-2", f);', `f();\n${right}`, "f();"])
      expect(faults(["01", front(told) + title + mine + check(other) + solution])).to.deep.equal([
        "Lesson 01, cell mine-check: expected nothing but the check of 01-1, whose answer is in the cell that it is named after.",
      ]);
    const along = code(`todo();\n${right}`, "mine");
    expect(faults(["01", front(told) + title + along + solution])).to.deep.equal([
      'Lesson 01, cell mine: expected check("01-1", …) to stand alone in a cell named after the answer\'s, with -check.',
      "Lesson 01: expected a cell that checks 01-1, but found none.",
    ]);
    const loop = code('for (const x of [1, 2]) check("01-1", x);', "loop");
    expect(
      faults(["01", front(told) + title + loop + mine + check(right) + solution]),
    ).to.deep.equal([]);
  });

  it("finds headings out of order, in each language", () => {
    expect(faults(["01", front() + prose("# One\n\n### Deep\n\n# Again")])).to.deep.equal(
      ["en", "ko"].flatMap((language) => [
        `Lesson 01 (${language}), cell opening: expected a heading of 2 to 2 #, but got "### Deep".`,
        `Lesson 01 (${language}), cell opening: expected a heading of 2 to 4 #, but got "# Again".`,
      ]),
    );
    expect(faults(["01", front() + prose("Text.\n\n```\n# no heading\n```")])[0]).to.equal(
      "Lesson 01 (en): expected a title with one #, but got none.",
    );
  });

  it("finds stars that make nothing bold, but none in code", () => {
    const bold = "# One\n\n**97%** 넘게, **구십칠**을, `a ** b`\n\n```\na ** b\n```";
    expect(faults(["01", front() + prose(bold)])).to.deep.equal([]);
    const [fault] = faults(["01", front() + prose("# One\n\n**97%**를 맞힙니다.")]);
    expect(fault).to.equal(
      'Lesson 01 (en), cell opening: expected ** to make something bold, but it stays as it is in "**97%**를 맞힙니다.".',
    );
  });

  it("finds links that lead nowhere, but none in code", () => {
    const links = "# One\n\n[a](https://nodejs.org) [b](glossary.ipynb#dx) `[c](d.md)`";
    expect(faults(["01", front() + prose(links)])).to.deep.equal([]);
    for (const target of ["13-none.ipynb", "http://nodejs.org", "other.md"])
      expect(faults(["01", front() + prose(`# One\n\n[x](${target})`)])[0]).to.contain(
        `but got "${target}"`,
      );
  });
});

describe("checkNumbers", () => {
  const check = (text: string, printed: string, more = "") => {
    const one = lesson("03", front(more) + prose(text) + code("f(2.5);"));
    const notebook = buildNotebook(one, "en", "lesson()");
    const cell = notebook.cells.find(({ id }) => id === "cell") as CodeCell;
    cell.outputs = [
      { output_type: "stream", name: "stdout", text: printed },
      { output_type: "display_data", data: { "text/plain": "shown: 7.25" }, metadata: {} },
    ];
    return checkNumbers(one, "en", notebook, ["03", "11"]);
  };

  it("knows numbers of code, outputs, lessons and reasons, to six digits", () => {
    const text = "2.5, 0.731059 and 7.25; lessons 03, 05 and 11; 42; [x](a-99.html)";
    expect(
      check(text, "0.7310585786300049\n", 'quotes:\n  "42": a test asserts it\n'),
    ).to.deep.equal([]);
  });

  it("finds numbers that nothing shows", () => {
    expect(check("It is 0.7311, not 8.", "0.7310585786300049\n")).to.deep.equal([
      "Lesson 03 (en), cell opening: expected every number of the prose in the code or in an output, but the numbers 0.7311, 8 stand in neither. Let a cell compute it, or say under `quotes` in the front matter why none does.",
    ]);
  });

  it("wants a reason for each number that is let through", () => {
    for (const quotes of ['quotes: ["42"]\n', 'quotes:\n  "x": why\n', 'quotes:\n  "42": ""\n'])
      expect(() => check("1", "1", quotes)).to.throw("expected quotes to say for each number");
    expect(() => check("1", "1", "introduces: Mul\n")).to.throw("expected introduces to be a list");
  });
});
