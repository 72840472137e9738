import { readdirSync } from "node:fs";
import { expect } from "chai";
import { cellRoles } from "../../../kernel-setup/book/build/cell-roles";
import type { Lesson } from "../../../kernel-setup/book/build/lesson";
import { findExercise } from "../../../src/lessons/exercises";
import { LESSONS } from "../../../src/lessons/lessons";
import { LANGUAGES } from "../../../src/text/languages";
import { committedLessons, joined, readNotebook } from "../../support/lessons";
import { inProject } from "../../support/project";
import { readLesson, runLesson } from "./run-lesson";

const PASSED = { en: /✓ Passed/, ko: /✓ 통과/ };
const BLANK = { en: /Not written yet: start with/, ko: /아직 작성하지 않았습니다\. / };

/** The ids of the cells that check an exercise, in order. */
const checksOf = (lesson: Lesson) =>
  lesson.parts.flatMap((part) =>
    cellRoles(lesson).get(part.id)?.role === "check" ? [part.id] : [],
  );

const NUMBERS = LESSONS.map(({ number }) => number);

for (const { number, name, exercises } of LESSONS) {
  describe(`lesson ${number}`, () => {
    const lesson = readLesson(number);
    const checks = checksOf(lesson);
    const ids = Object.keys(exercises);

    it("has three exercises or more, each with a check, hints and a solution, in order", () => {
      const solved = lesson.parts.flatMap((part) =>
        part.kind === "solution" ? [part.exercise] : [],
      );
      expect(ids).to.have.length.of.at.least(3);
      expect(solved).to.deep.equal(ids);
      expect(checks).to.have.lengthOf(ids.length);
      for (const id of ids) expect(exercises[id].hints, id).to.have.length.of.at.least(2);
    });

    it("has the judges of its exercises beside its text, and nothing else", () => {
      const folder = inProject("src", "lessons", `${number}-${name}`);
      expect(readdirSync(folder).sort()).to.deep.equal(["exercises.ts", "lesson.md"]);
      const code = require(inProject("dist", "src", "lessons", `${number}-${name}`, "exercises"));
      expect(code.exercises.map(({ id }: { id: string }) => id)).to.deep.equal(ids);
      for (const id of ids) expect(findExercise("test", id).id).to.equal(id);
    });

    it("tells its time, ends with terms, the next lesson and the glossary, in both languages", () => {
      expect(lesson.minutes).to.be.within(5, 30);
      const next = NUMBERS[NUMBERS.indexOf(number) + 1];
      for (const language of LANGUAGES) {
        const last = lesson.parts.findLast(({ kind }) => kind === "prose");
        const text = last?.kind === "prose" ? last.text[language] : "";
        expect(text).to.match({ en: /^\| English \|/m, ko: /^\| 한국어 \|/m }[language]);
        expect(text).to.contain("(glossary.ipynb");
        if (next !== undefined) expect(text).to.match(/\]\(\d\d-[\w-]+\.ipynb\)/);
      }
    });

    for (const language of LANGUAGES) {
      it(`takes every untouched blank for not written yet, in ${language}`, () => {
        const [saved] = committedLessons().filter(
          (one) => one.language === language && one.file.startsWith(`${number}-`),
        );
        const { cells } = readNotebook(saved.path);
        for (const id of checks) {
          const outputs = cells.find((cell) => cell.id === id)?.outputs ?? [];
          const texts = outputs.map(({ data }) => joined(data?.["text/plain"] as string));
          expect(texts.join("\n"), id).to.match(BLANK[language]);
        }
      });

      it(`passes every solution, in ${language}`, () => {
        const outputs = runLesson(lesson, language, true);
        for (const id of checks) expect(outputs.get(id), id).to.match(PASSED[language]);
      }).timeout(120_000);
    }
  });
}
