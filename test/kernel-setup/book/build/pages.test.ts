import { expect } from "chai";
import { buildPages } from "../../../../kernel-setup/book/build/pages";
import { parseLesson } from "../../../../kernel-setup/book/build/parse-lesson";
import { readTerms } from "../../../../kernel-setup/book/build/read-terms";
import { withLessonList } from "../../../../kernel-setup/book/build/readme-list";

const table = (head: string, rows: string[]) => `${head}\n|--|--|--|\n${rows.join("\n")}`;

function lesson(number: string, en: string[], ko: string[], front = "") {
  const english = table("| English | Korean | in the code |", en);
  const korean = table("| 한국어 | 영어 | 코드에서 |", ko);
  return parseLesson(
    `---\ntitle:\n  en: Title ${number}\n  ko: 제목 ${number}\n${front}---\n\n:::en\n# T\n\n${english}\n\nNext.\n:::\n\n:::ko\n# T\n\n${korean}\n:::\n`,
    `${number}-name/lesson.md`,
  );
}

const node = ["| node | 노드 | |", "| 노드 | node | |"];
const size = ["| size | 크기 | `a|b`, `size` |", "| 크기 | size | `size`의 값 |"];

describe("readTerms", () => {
  it("takes each term once, from the first lesson that lists it", () => {
    const terms = readTerms([
      lesson("01", [node[0]], [node[1]]),
      lesson("02", [node[0], size[0]], [node[1], size[1]]),
    ]);
    expect(
      terms.map(({ name, symbol, lesson }) => [name.en, name.ko, symbol, lesson.number]),
    ).to.deep.equal([
      ["node", "노드", { en: "", ko: "" }, "01"],
      ["size", "크기", { en: "`a|b`, `size`", ko: "`size`의 값" }, "02"],
    ]);
  });

  it("refuses summaries that list other terms in the other language", () => {
    expect(() => readTerms([lesson("01", [node[0], size[0]], [node[1]])])).to.throw(
      '01-name/lesson.md:1: expected the same terms in all summaries, but line 2 is "size | 크기" in English and missing in Korean.',
    );
    const other = "| 마디 | node | |";
    expect(() => readTerms([lesson("01", [node[0]], [other])])).to.throw('"node | 마디" in Korean');
  });
});

describe("withLessonList", () => {
  const begin = "<!-- lessons: written by npm run lessons -->\n";
  const end = "<!-- end of lessons -->";

  it("renews the list between its two marks, and nothing else", () => {
    const lessons = [lesson("07", [node[0]], [node[1]], 'minutes: 20\nneeds: ["05", "06"]\n')];
    const text = withLessonList(`# R\n\n${begin}old\n${end}\n\n## More\n`, lessons);
    expect(text).to.equal(
      `# R\n\n${begin}\n| | | time | needs |\n|--|--|--|--|\n` +
        "| 07 | Title 07: [English](notebooks/en/07-name.ipynb) · [한국어](notebooks/ko/07-name.ipynb) | 20 min | 05, 06 |\n" +
        `\n${end}\n\n## More\n`,
    );
    expect(withLessonList(text, lessons)).to.equal(text);
  });

  it("says that there is no place for it", () => {
    expect(() => withLessonList("# R", [])).to.throw("README.md: expected a place for the list");
  });
});

describe("buildPages", () => {
  const words = { en: "# Page", ko: "# 쪽" };
  const lessons = [
    lesson("01", [size[0]], [size[1]], "minutes: 20\n"),
    lesson("02", [node[0]], [node[1]], 'needs: ["01"]\n'),
  ];
  const meanings = {
    node: { en: "A step.", ko: "한 단계." },
    size: { en: "How much.", ko: "얼마나." },
  };
  const pages = buildPages(lessons, { index: words, glossary: words, meanings }, "notebooks");
  const text = (path: string) =>
    pages.find((page) => page.path === path)?.notebook.cells.map(({ source }) => source);

  it("lists the lessons with time and what they need", () => {
    expect(text("notebooks/en/index.ipynb")).to.deep.equal([
      "# Page",
      [
        "| | lesson | time | needs |",
        "|--|--|--|--|",
        "| 01 | [Title 01](01-name.ipynb) | 20 min | – |",
        "| 02 | [Title 02](02-name.ipynb) |  | [01](01-name.ipynb) |",
      ].join("\n"),
    ]);
    expect(text("notebooks/ko/index.ipynb")?.[1]).to.contain(
      "| 01 | [제목 01](01-name.ipynb) | 20분 |",
    );
  });

  it("refuses a term that nobody explains", () => {
    const { size } = meanings;
    expect(() =>
      buildPages(lessons, { index: words, glossary: words, meanings: { size } }, "notebooks"),
    ).to.throw('02-name/lesson.md:1: expected a meaning of "node" in glossary.yaml, but got none.');
  });

  it("lists the terms by the alphabet of each language, with meaning and lesson", () => {
    expect(text("notebooks/en/glossary.ipynb")?.[1].split("\n").slice(2)).to.deep.equal([
      "| node | 노드 |  | A step. | [02 · Title 02](02-name.ipynb) |",
      "| size | 크기 | `a|b`, `size` | How much. | [01 · Title 01](01-name.ipynb) |",
    ]);
    expect(text("notebooks/ko/glossary.ipynb")?.[1].split("\n").slice(2)).to.deep.equal([
      "| 노드 | node |  | 한 단계. | [02 · 제목 02](02-name.ipynb) |",
      "| 크기 | size | `size`의 값 | 얼마나. | [01 · 제목 01](01-name.ipynb) |",
    ]);
  });
});
