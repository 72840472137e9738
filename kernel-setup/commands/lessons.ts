import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { checkLessons } from "../book/build/check-lessons";
import { checkNumbers } from "../book/build/check-numbers";
import { compareSaved } from "../book/build/compare-saved";
import { type Lesson, LessonError } from "../book/build/lesson";
import {
  type LessonNotebook,
  lessonNotebooks,
  strayNotebooks,
} from "../book/build/lesson-notebooks";
import { buildPages, PAGES } from "../book/build/pages";
import { readLessons } from "../book/build/read-lessons";
import { withLessonList } from "../book/build/readme-list";
import { runLessons } from "../book/build/run-lessons";
import { findKernelSpec, KernelSpecError } from "../jupyter/kernelspecs/find-kernelspec";
import { thisMachine } from "../jupyter/kernelspecs/jupyter-paths";
import type { Notebook } from "../jupyter/notebook-files/notebook";
import { writeNotebook } from "../jupyter/notebook-files/notebook-file";
import { writeFileWhole } from "../jupyter/notebook-files/write-file-whole";
import { runCommand, type Usage, UsageError } from "./parts/arguments";
import { JUPYTER_FOLDER, KERNEL_NAME, LIBRARY, NOTEBOOKS, ROOT } from "./parts/project";

const usage = {
  command: "npm run lessons",
  positionals: "lesson numbers",
  options: {
    check: { type: "boolean" },
    text: { type: "boolean" },
    jobs: { type: "string" },
    source: { type: "string" },
    notebooks: { type: "string" },
  },
  help: `npm run lessons [-- LESSON …] [OPTIONS]: builds the notebooks of the lessons named, such as 05 (else of
all) in all languages, executes them and writes them with their outputs.

  --check          write nothing; fail when a saved notebook differs, is missing or belongs to no lesson
  --text           the same for prose and code only, without executing
  --jobs N         notebooks that run at once (one for each processor, at most 4)
  --source DIR     the folder of the lessons (src/lessons)
  --notebooks DIR  the folder of the notebooks (notebooks)

Exit code: 0 all is built or equal; 1 a lesson does not build, does not run or differs; 2 the command was
not understood.`,
} satisfies Usage;

/** Builds the lessons, or checks that the saved notebooks are what the lessons make. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values, positionals }) => {
    const jobs = readJobs(values.jobs);
    const folder = values.notebooks ?? NOTEBOOKS;
    try {
      const {
        lessons,
        setup,
        pages: texts,
      } = readLessons(values.source ?? join(ROOT, "src", "lessons"));
      const targets = lessonNotebooks(chooseLessons(lessons, positionals), setup, folder);
      const pages = texts === undefined ? [] : buildPages(lessons, texts, folder);
      const faults = strayNotebooks(lessons, folder, texts && PAGES).map(
        (path) => `${relative(process.cwd(), path)} belongs to no lesson: remove it.`,
      );
      faults.push(...checkLessons(lessons, LIBRARY));
      const agree = `${targets.length + pages.length} notebooks are as the lessons say.`;
      const stale = pages.flatMap(({ name, language, path, notebook }) =>
        compareSaved(`The ${name} (${language})`, path, notebook, { withOutputs: true }),
      );
      const readme = (values.source ?? values.notebooks) ? undefined : renewedReadme(lessons);
      if (readme?.isStale)
        stale.push(
          "README.md: the list of lessons is not as the lessons say; `npm run lessons` writes it.",
        );
      if (values.text) return report([...faults, ...stale, ...compareTexts(targets)], agree);
      const { ran, problems } = await execute(targets, jobs);
      const numbers = lessons.map(({ number }) => number);
      for (const [{ lesson, language }, notebook] of ran)
        problems.push(...checkNumbers(lesson, language, notebook, numbers));
      if (values.check) {
        const different = compareOutputs(ran);
        if (different.length > 0) different.push(keep(ran));
        return report([...faults, ...stale, ...problems, ...different], agree);
      }
      for (const [{ path }, notebook] of ran) writeNotebook(path, notebook);
      for (const { path, notebook } of pages) writeNotebook(path, notebook);
      if (readme?.isStale) writeFileWhole(readme.path, readme.text);
      return report(
        [...faults, ...problems],
        `${ran.length + pages.length} notebooks are written.`,
      );
    } catch (error) {
      if (!(error instanceof LessonError || error instanceof KernelSpecError)) throw error;
      console.error(error.message);
      return 1;
    }
  });
}

/** The project's own README, with the lessons of now. */
function renewedReadme(lessons: Lesson[]) {
  const path = join(ROOT, "README.md");
  const old = readFileSync(path, "utf8");
  const text = withLessonList(old, lessons);
  return { path, text, isStale: text !== old };
}

function readJobs(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(
    `npm run lessons: expected --jobs to be a number from 1 to 99, but got "${text}".`,
  );
}

function chooseLessons(lessons: Lesson[], asked: string[]): Lesson[] {
  for (const number of asked) {
    if (lessons.some((lesson) => lesson.number === number)) continue;
    const there = lessons.map((lesson) => lesson.number).join(", ") || "none";
    throw new UsageError(
      `npm run lessons: expected the number of a lesson (${there}), but got "${number}".`,
    );
  }
  return asked.length === 0 ? lessons : lessons.filter(({ number }) => asked.includes(number));
}

type Ran = [LessonNotebook, Notebook];

async function execute(targets: LessonNotebook[], jobs: number | undefined) {
  // Only the project's own kernel makes its notebooks, whatever JUPYTER_PATH says.
  const machine = thisMachine();
  const env = { ...machine.env, JUPYTER_PATH: JUPYTER_FOLDER };
  const spec = findKernelSpec(KERNEL_NAME, { machine: { ...machine, env } });
  const ran: Ran[] = [];
  const problems: string[] = [];
  for (const [i, outcome] of (await runLessons(targets, { spec, jobs })).entries()) {
    if (outcome.error === undefined) {
      ran.push([targets[i], outcome.notebook]);
    } else {
      const { message, traceback } = outcome.error;
      const lines = [`${where(targets[i])}: ${message}`, ...traceback];
      problems.push(lines.join("\n  "));
    }
  }
  return { ran, problems };
}

const where = ({ lesson, language }: LessonNotebook) => `Lesson ${lesson.number} (${language})`;

const compareTexts = (targets: LessonNotebook[]) =>
  targets.flatMap((target) =>
    compareSaved(where(target), target.path, target.notebook, { withOutputs: false }),
  );

const compareOutputs = (ran: Ran[]) =>
  ran.flatMap(([target, notebook]) =>
    compareSaved(where(target), target.path, notebook, { withOutputs: true }),
  );

/** Leaves the notebooks of now in a temporary folder, to look at. */
function keep(ran: Ran[]): string {
  const folder = mkdtempSync(join(tmpdir(), "lessons-"));
  for (const [{ language, path }, notebook] of ran) {
    const file = join(folder, language, basename(path));
    mkdirSync(dirname(file), { recursive: true });
    writeNotebook(file, notebook);
  }
  return `The notebooks of now are in ${folder}; \`npm run lessons\` would save them.`;
}

/** Says the problems, or else the good news. */
function report(problems: string[], success: string): number {
  for (const problem of problems) console.error(`\n${problem}`);
  if (problems.length === 0) console.log(success);
  return problems.length === 0 ? 0 : 1;
}
