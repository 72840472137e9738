import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { LESSONS } from "../../../src/lessons/lessons";
import { inProject } from "../../support/project";
import { readLesson } from "./run-lesson";

/** All of the library's source. */
const SOURCE = readdirSync(inProject("src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(inProject("src", file), "utf8"))
  .join("\n");

/** The docstrings right above all declarations of an exported name: a class and its type share one. */
function docstringsOf(name: string): string {
  const declared = SOURCE.matchAll(
    new RegExp(
      `^export (?:declare |abstract )*(?:function|class|const|interface|type) ${name}\\b`,
      "gm",
    ),
  );
  return [...declared]
    .map(({ index }) => SOURCE.slice(0, index).trimEnd())
    .map((before) => (before.endsWith("*/") ? before.slice(before.lastIndexOf("/**")) : ""))
    .join("\n");
}

describe("the docstrings of what lessons introduce", () => {
  for (const { number } of LESSONS) {
    for (const name of readLesson(number).introduces) {
      it(`names lesson ${number} at ${name}`, () => {
        expect(docstringsOf(name)).to.include(`Introduced in lesson ${number}.`);
      });
    }
  }
});
