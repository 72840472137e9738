import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { CodeCell } from "../../../kernel-setup/jupyter/notebook-files/notebook";
import {
  readNotebook,
  writeNotebook,
} from "../../../kernel-setup/jupyter/notebook-files/notebook-file";
import { LESSON as WHOLE_LESSON } from "../../support/lesson-source";
import { inProject } from "../../support/project";
import { runCommand } from "../../support/run-command";

/** Without its solution, which would ask for an exercise in the front matter and for its check. */
const LESSON = WHOLE_LESSON.replace(/::::solution[\s\S]*/, "");

const MAIN = `require(${JSON.stringify(inProject("dist/kernel-setup/commands/lessons.js"))})
  .main(process.argv.slice(1)).then((code) => { process.exitCode = code; });`;

describe("npm run lessons", function () {
  this.timeout(120_000);
  let folder: string;
  const source = () => join(folder, "lessons");
  const notebook = (language: string) => join(folder, "notebooks", language, "05-multiply.ipynb");
  const write = (text: string) => writeFileSync(join(source(), "05-multiply", "lesson.md"), text);
  const lessons = (...args: string[]) =>
    runCommand(
      process.execPath,
      ["-e", MAIN, "--", ...args, "--source", source(), "--notebooks", join(folder, "notebooks")],
      { cwd: folder },
    );
  /** Changes what a cell of a saved notebook has printed. */
  const say = (language: string, id: string, words: string | number) => {
    const saved = readNotebook(notebook(language));
    const cell = saved.cells.find((each) => each.id === id) as CodeCell;
    cell.outputs = [{ output_type: "stream", name: "stdout", text: `${words}\n` }];
    writeNotebook(notebook(language), saved);
  };

  before(() => {
    // In the project, so that its folder is like those of the real notebooks.
    mkdirSync(inProject("dist", "tmp"), { recursive: true });
    folder = mkdtempSync(inProject("dist", "tmp", "lessons-"));
    mkdirSync(join(source(), "05-multiply"), { recursive: true });
    writeFileSync(
      join(source(), "lessons.yaml"),
      'setup: const place = ["{number}", "{language}"];\n',
    );
  });
  beforeEach(() => write(LESSON));
  after(() => rmSync(folder, { recursive: true }));

  it("writes both languages with their outputs, the same bytes each time", async () => {
    const first = await lessons();
    expect(first.code, first.stderr).to.equal(0);
    expect(first.stdout).to.include("2 notebooks are written.");
    const cells = readNotebook(notebook("ko")).cells.filter((cell) => cell.cell_type === "code");
    expect(cells.map(({ id, execution_count }) => [id, execution_count])).to.deep.equal([
      ["setup", 1],
      ["price", 2],
      ["roots", 3],
    ]);
    expect(cells[1].outputs).to.deep.equal([
      { output_type: "stream", name: "stdout", text: "값 200\n" },
    ]);
    const bytes = readFileSync(notebook("ko"), "utf8");
    expect((await lessons("05")).code).to.equal(0);
    expect(readFileSync(notebook("ko"), "utf8")).to.equal(bytes);
  });

  it("agrees with what it has written, and with numbers within the stated tolerance", async () => {
    say("en", "roots", Math.sqrt(200) + 1e-9);
    const { code, stdout, stderr } = await lessons("--check");
    expect(code, stderr).to.equal(0);
    expect(stdout).to.include("2 notebooks are as the lessons say.");
    expect((await lessons("--text")).code).to.equal(0);
  });

  it("tells lesson, language, cell and lines when an output differs", async () => {
    say("en", "roots", Math.sqrt(200) + 1e-6);
    say("ko", "price", "값 201");
    const { code, stderr } = await lessons("--check");
    expect(code).to.equal(1);
    expect(stderr).to.match(
      /^Lesson 05 \(ko\), cell price: outputs of .*05-multiply\.ipynb \(-\) and of now \(\+\) differ:\n {2}- 값 201\n {2}\+ 값 200\n/m,
    );
    expect(stderr).to.include("Lesson 05 (en), cell roots: outputs of");
    expect(stderr.match(/Lesson 05/g)).to.have.length(2);
    const kept = /The notebooks of now are in (\S+); /.exec(stderr)?.[1] ?? "";
    expect(readFileSync(join(kept, "ko", "05-multiply.ipynb"), "utf8")).to.include("값 200");
    rmSync(kept, { recursive: true });
    expect((await lessons("--text")).code, "the text alone is right").to.equal(0);
  });

  it("tells, without executing, when prose or code differs", async () => {
    write(LESSON.replace("정말로.", "정말.").replace("100 * 2", "100 * 3"));
    const { code, stderr } = await lessons("--text");
    expect(code).to.equal(1);
    expect(stderr).to.include("cell price-text-2: source of");
    expect(stderr).to.include("  - 정말로.\n  + 정말.");
    expect(stderr).to.include("Lesson 05 (en), cell price: source of");
    expect(stderr).not.to.include("Lesson 05 (en), cell price-text-2");
  });

  it("tells of a notebook that is missing, not valid, or belongs to no lesson", async () => {
    rmSync(notebook("en"));
    writeFileSync(notebook("ko"), "{");
    writeFileSync(join(folder, "notebooks", "ko", "04-old.ipynb"), "{}");
    const { code, stderr } = await lessons("--text");
    expect(code).to.equal(1);
    expect(stderr).to.match(/Lesson 05 \(en\): expected .*05-multiply\.ipynb, but it is missing\./);
    expect(stderr).to.match(/Lesson 05 \(ko\): .*05-multiply\.ipynb is not a valid notebook/);
    expect(stderr).to.match(/04-old\.ipynb belongs to no lesson: remove it\./);
    rmSync(join(folder, "notebooks", "ko", "04-old.ipynb"));
  });

  it("writes nothing of a notebook whose cell fails, and names the cell", async () => {
    rmSync(notebook("en"), { force: true });
    rmSync(notebook("ko"), { force: true });
    write(LESSON.replace("2;", '2;\nif (price > 0) throw new Error("no apples");'));
    const { code, stderr } = await lessons();
    expect(code).to.equal(1);
    expect(stderr).to.match(/Lesson 05 \(ko\): Cell 2 \(id price\).*no apples/);
    expect(existsSync(notebook("en"))).to.equal(false);
  });

  it("tells file and line of a mistake in a lesson", async () => {
    write(LESSON.replace(":::ko\n정말로.\n:::", ""));
    const { code, stderr } = await lessons("--text");
    expect(code).to.equal(1);
    expect(stderr).to.match(
      /05-multiply.lesson\.md:33: expected :::en to be directly followed by :::ko/,
    );
  });

  it("refuses lessons and numbers that there are not", async () => {
    const unknown = await lessons("06", "--text");
    expect(unknown.code).to.equal(2);
    expect(unknown.stderr).to.equal(
      'npm run lessons: expected the number of a lesson (05), but got "06".\n',
    );
    const jobs = await lessons("--jobs", "0");
    expect(jobs.code).to.equal(2);
    expect(jobs.stderr).to.include('expected --jobs to be a number from 1 to 99, but got "0"');
  });
});
