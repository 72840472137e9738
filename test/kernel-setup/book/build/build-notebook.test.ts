import { expect } from "chai";
import { buildNotebook, solutions } from "../../../../kernel-setup/book/build/build-notebook";
import { roleOf } from "../../../../kernel-setup/book/build/cell-roles";
import { formatNotebook } from "../../../../kernel-setup/jupyter/notebook-files/notebook";
import { LESSON, parse } from "../../../support/lesson-source";

const SETUP = 'lesson("{number}", "{language}");\n';
const build = (language: "en" | "ko") => buildNotebook(parse(LESSON), language, SETUP);
const sourceOf = (language: "en" | "ko", id: string) =>
  build(language).cells.find((cell) => cell.id === id)?.source;

describe("buildNotebook", () => {
  it("makes cells that pair one to one", () => {
    const shape = (language: "en" | "ko") =>
      build(language).cells.map(({ id, cell_type, metadata }) => ({ id, cell_type, metadata }));
    expect(shape("en")).to.deep.equal(shape("ko"));
  });

  it("puts the set-up before the first code", () => {
    expect(
      build("ko")
        .cells.map(({ id }) => id)
        .slice(0, 3),
    ).to.deep.equal(["opening", "setup", "price"]);
    expect(sourceOf("ko", "setup")).to.equal('lesson("05", "ko");');
  });

  it("says of every code cell and every solution what it is for", () => {
    const checked = LESSON.replace(
      "::::solution",
      '```ts {#roots-check}\ncheck("05-1", price);\n```\n\n::::solution',
    );
    const { cells } = buildNotebook(parse(checked), "en", SETUP);
    expect(cells.map((cell) => [cell.id, roleOf(cell)])).to.deep.equal([
      ["opening", undefined],
      ["setup", { role: "setup" }],
      ["price", { role: "given" }],
      ["your-turn", undefined],
      ["price-text-2", undefined],
      ["roots", { exercise: "05-1", role: "answer" }],
      ["roots-check", { exercise: "05-1", role: "check" }],
      ["solution-05-1", { exercise: "05-1", role: "solution" }],
    ]);
    const roots = cells.find(({ id }) => id === "roots");
    expect(roots?.metadata).to.deep.equal({
      tags: ["slow", "stderr", "approx"],
      approx: 1e-9,
      backprop: { exercise: "05-1", role: "answer" },
    });
  });

  it("imports in the set-up what the lesson says, on lines that are not too long", () => {
    const setup =
      'import { lesson, {imports} } from "library";\nlesson("{number}", "{language}");\n';
    const source = (imports: string[]) =>
      buildNotebook({ ...parse(LESSON), imports }, "en", setup).cells.find(
        ({ id }) => id === "setup",
      )?.source;
    const last = 'lesson("05", "en");';
    expect(source([])).to.equal(`import { lesson } from "library";\n${last}`);
    expect(source(["check", "Mul"])).to.equal(
      `import { lesson, check, Mul } from "library";\n${last}`,
    );
    const many = Array.from({ length: 30 }, (_, i) => `name${i}`);
    const lines = String(source(many)).split("\n");
    expect(lines[0]).to.equal("import {");
    expect(lines.slice(-2)).to.deep.equal(['} from "library";', last]);
    expect(lines.slice(1, -2).join("").match(/\w+/g)).to.deep.equal(["lesson", ...many]);
    for (const line of lines) expect(line.length).to.be.at.most(100);
  });

  it("speaks the notebook's language, in prose and in code", () => {
    expect(sourceOf("en", "price")).to.equal(
      '// the price\nconst price = 100 * 2;\nconsole.log("price", price);',
    );
    expect(sourceOf("ko", "price")).to.include('console.log("값", price);');
    expect(sourceOf("ko", "price-text-2")).to.equal("정말로.");
  });

  it("states kernel, lesson, language and title", () => {
    expect(build("ko").metadata).to.deep.include({
      kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
      lesson: { number: "05", language: "ko", title: "곱하기" },
    });
  });

  it("folds solutions, with blank lines so that Markdown inside is shown", () => {
    expect(sourceOf("ko", "solution-05-1")).to.equal(
      "<details>\n<summary>05-1 풀이</summary>\n\n이렇게:\n\n```ts\n// 제곱근\nMath.sqrt(200);\n```\n\n</details>",
    );
  });

  it("fences a solution that has backticks in it with more of them", () => {
    const text = LESSON.replace("Math.sqrt(200);", 'f("```");').replaceAll(
      /```ts\n\/\/ en: root[\s\S]*?\n```\n/g,
      (fence) => `\`${fence.trimEnd()}\`\n`,
    );
    const cell = buildNotebook(parse(text), "en", SETUP).cells.find(
      ({ id }) => id === "solution-05-1",
    );
    expect(cell?.source).to.include('````ts\n// root\nf("```");\n````');
  });

  it("gives the same bytes each time, and a valid notebook", () => {
    expect(formatNotebook(build("en"))).to.equal(formatNotebook(build("en")));
  });
});

describe("solutions", () => {
  it("gives exercise, cell and the code of each language", () => {
    expect(solutions(parse(LESSON))).to.deep.equal([
      {
        exercise: "05-1",
        cell: "roots",
        code: { en: "// root\nMath.sqrt(200);", ko: "// 제곱근\nMath.sqrt(200);" },
      },
    ]);
  });
});
