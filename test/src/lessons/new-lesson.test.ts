import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { checkLessons } from "../../../kernel-setup/book/build/check-lessons";
import { lessonNotebooks } from "../../../kernel-setup/book/build/lesson-notebooks";
import { buildPages, type PageTexts } from "../../../kernel-setup/book/build/pages";
import { readLessons } from "../../../kernel-setup/book/build/read-lessons";
import { withLessonList } from "../../../kernel-setup/book/build/readme-list";
import {
  bootstrap,
  removeTemporary,
  temporaryClone,
  writeFiles,
} from "../../kernel-setup/commands/parts/temporary";
import { inProject } from "../../support/project";
import { runCommand } from "../../support/run-command";

const FOLDER = "src/lessons/13-square";

/** All that a new lesson is made of, but for its terms in the glossary. */
const LESSON = `---
title:
  en: Square
  ko: 제곱
stage: train
about:
  en: A number times itself
  ko: 자기 자신과의 곱
minutes: 5
needs: ["12"]
imports: [check, todo]
exercises:
  "13-1":
    start:
      en: start with x.
      ko: x부터 시작하세요.
    passed:
      en: A number times itself.
      ko: 자기 자신을 곱했습니다.
    hints:
      - en: Which two numbers does a square multiply?
        ko: 제곱은 어떤 두 수를 곱하나요?
---

:::en
# 13 · Square

A number times itself.

| English | Korean | in the code |
|--|--|--|
| square | 제곱 | |
:::

:::ko
# 13 · 제곱

자기 자신을 곱합니다.

| 한국어 | 영어 | 코드에서 |
|--|--|--|
| 제곱 | square | |
:::

\`\`\`ts {#my-square}
function square(x: number): number {
  return todo();
}
\`\`\`

\`\`\`ts {#my-square-check}
check("13-1", square);
\`\`\`

::::solution{exercise="13-1" cell="my-square"}
\`\`\`ts
function square(x: number): number {
  return x * x;
}
\`\`\`
::::
`;

const EXERCISES = `import type { Exercise } from "../../judging/exercise";
import { judgeFunction } from "../../judging/judge-function";
import { startOf } from "../lessons";

export const exercises: readonly Exercise[] = [
  {
    id: "13-1",
    name: "square",
    judge: (answer) =>
      judgeFunction(
        {
          name: "square",
          parameter: "out",
          trials: [{ x: 3 }, { x: -2 }],
          start: startOf("13-1"),
          right: ({ x }: { x: number }) => x * x,
          likely: [],
        },
        answer,
      ),
  },
];
`;

/** What a learner sees of the library, in a process of its own. */
const PROGRAM = `
const out = [];
const { lesson, check, hint, scorecard, lessonMap, todo } = require("./dist/src/index.js");
const loaded = () => Object.keys(require.cache).filter((file) => /exercises\\.js$/.test(file));
const before = loaded();
process.stdout.write = ((write) => (text, ...rest) => { out.push(String(text)); return true; })(process.stdout.write);
lesson("13", "en");
scorecard();
check("13-1", (x) => x * x);
check("13-1", (x) => 2 * x);
check("13-1", () => todo());
hint("13-1");
scorecard();
let refusal = "";
try { check("13-2", 0); } catch (error) { refusal = error.message; }
const loadedNow = loaded();
delete process.stdout.write;
console.log(JSON.stringify({ before, loadedNow, shown: out.join(""), refusal, map: String(lessonMap()) }));
`;

describe("a new lesson", function () {
  this.timeout(300_000);
  let clone: string;

  before(async () => {
    clone = temporaryClone();
    writeFiles(clone, { [`${FOLDER}/lesson.md`]: LESSON, [`${FOLDER}/exercises.ts`]: EXERCISES });
    const glossary = join(clone, "src", "lessons", "glossary.yaml");
    const meaning = "square:\n  en: A number times itself.\n  ko: 어떤 수에 그 수를 곱한 것.\n";
    writeFileSync(glossary, `${readFileSync(glossary, "utf8")}${meaning}`);
    const { build } = await bootstrap("build.mjs");
    expect(await build({ root: clone, say() {} })).to.equal(true);
  });
  after(removeTemporary);

  it("needs its folder and its terms, and all that lists lessons has it", async () => {
    const { code, stdout, stderr } = await runCommand(process.execPath, ["-e", PROGRAM], {
      cwd: clone,
      env: { BACKPROP_HOME: "" },
    });
    expect(code, stderr).to.equal(0);
    const { before, loadedNow, shown, refusal, map } = JSON.parse(stdout);
    expect(before.filter((file: string) => file.includes("13-square"))).to.deep.equal([]);
    expect(loadedNow.filter((file: string) => /\d\d-[\w-]+.exercises\.js$/.test(file)))
      .to.have.lengthOf(1)
      .and.satisfy(([file]: string[]) => file.includes("13-square"));
    expect(shown).to.match(/0 of 61 exercises passed.*`13` ○ 0\/1 · open: 13-1/s);
    expect(shown).to.match(/✓ Passed.*A number times itself\..*✗ Not right yet.*start with x\./s);
    expect(shown).to.match(
      /Hint 1\/1 \(13-1\): square.*Which two numbers does a square multiply\?/s,
    );
    expect(shown).to.match(/1 of 61 exercises passed.*`13` ✓ 1\/1/s);
    expect(refusal).to.equal(
      "check: expected the id of an exercise, one of \"13-1\", but got '13-2'",
    );
    expect(map).to.match(/^ {2}13 {2}A number times itself$/m);
  });

  it("becomes a notebook in each language, and stands in the index, the glossary and the README", () => {
    const { lessons, setup, pages } = readLessons(join(clone, "src", "lessons"));
    expect(checkLessons(lessons, "backprop")).to.deep.equal([]);
    const last = lessons.filter(({ number }) => number === "13");
    const made = lessonNotebooks(last, setup, "notebooks").find(
      ({ path }) => path === join("notebooks", "ko", "13-square.ipynb"),
    );
    const cells = made?.notebook.cells ?? [];
    expect(cells.map(({ id, metadata }) => [id, metadata])).to.deep.equal([
      ["opening", {}],
      ["setup", { backprop: { role: "setup" } }],
      ["my-square", { backprop: { exercise: "13-1", role: "answer" } }],
      ["my-square-check", { backprop: { exercise: "13-1", role: "check" } }],
      ["solution-13-1", { backprop: { exercise: "13-1", role: "solution" } }],
    ]);
    expect(cells[1].source).to.equal(
      'import { lesson, check, todo } from "backprop";\nlesson("13", "ko");',
    );
    const [index, glossary] = buildPages(lessons, pages as PageTexts, "notebooks");
    expect(index.notebook.cells[1].source).to.contain("[Square](13-square.ipynb)");
    expect(glossary.notebook.cells[1].source).to.match(
      /square .*\[13 · Square\]\(13-square\.ipynb\)/,
    );
    const readme = withLessonList(readFileSync(inProject("README.md"), "utf8"), lessons);
    expect(readme).to.contain("| 13 | Square: [English](notebooks/en/13-square.ipynb)");
  });
});
