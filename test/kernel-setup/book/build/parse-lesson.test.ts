import { expect } from "chai";
import { HEAD, LESSON, parse } from "../../../support/lesson-source";

const PAIR = ":::en\na\n:::\n\n:::ko\n가\n:::\n";
const CODE = "```ts {#one}\nf();\n```\n";
const problemOf = (text: string, file?: string) => {
  try {
    parse(text, file);
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
};
const SOLUTION = '::::solution{exercise="05-1" cell="one"}\n```ts\ng();\n```\n::::\n';

const START = "    start: { en: s, ko: 시 }\n";
const exercises = (yaml: string) => LESSON.replace("---\n\n", `exercises:\n${yaml}---\n\n`);

describe("parseLesson", () => {
  it("reads number and name from the file, titles from the front matter", () => {
    const { number, name, title, needs } = parse(LESSON);
    expect({ number, name, title, needs }).to.deep.equal({
      number: "05",
      name: "multiply",
      title: { en: "Multiply", ko: "곱하기" },
      needs: [],
    });
  });

  it("gives every part an id, prose after the code before it", () => {
    expect(parse(LESSON).parts.map(({ kind, id }) => [kind, id])).to.deep.equal([
      ["prose", "opening"],
      ["code", "price"],
      ["prose", "your-turn"],
      ["prose", "price-text-2"],
      ["code", "roots"],
      ["solution", "solution-05-1"],
    ]);
  });

  it("keeps prose as it is written", () => {
    expect(parse(LESSON).parts[0]).to.deep.include({
      text: {
        en: "# Multiply\n\nTwo apples: 100:200 is only a ratio.",
        ko: "# 곱하기\n\n사과 두 개.",
      },
    });
  });

  it("reads tags and tolerance of a code cell", () => {
    expect(parse(LESSON).parts[4]).to.deep.include({
      tags: ["slow", "stderr", "approx"],
      approx: 1e-9,
    });
  });

  it("reads front matter in full", () => {
    const more =
      'minutes: 25\nneeds: ["03", "04"]\nimports: [show]\nstage: build\nabout: { en: a, ko: 가 }\n';
    expect(parse(LESSON.replace("---\n\n", `${more}---\n\n`))).to.deep.include({
      minutes: 25,
      needs: ["03", "04"],
      imports: ["show"],
      stage: "build",
      about: { en: "a", ko: "가" },
      exercises: {},
    });
    const hints = "    hints:\n      - &h { en: b, ko: 나 }\n      - *h\n";
    const hint = { en: "b", ko: "나" };
    const passed = "    passed: { en: a, ko: 가 }\n";
    const rest = { passed: { en: "a", ko: "가" }, hints: [hint, hint] };
    expect(parse(exercises(`  "05-10":\n${START}${passed}${hints}`)).exercises).to.deep.equal({
      "05-10": { start: { en: "s", ko: "시" }, ...rest },
    });
    const methods = "    start:\n      forward: &f { en: f, ko: 순 }\n      backward: *f\n";
    const both = { en: "f", ko: "순" };
    expect(parse(exercises(`  "05-10":\n${methods}${passed}${hints}`)).exercises).to.deep.equal({
      "05-10": { start: { forward: both, backward: both }, ...rest },
    });
  });

  it("reads files with Windows line ends the same", () => {
    expect(parse(LESSON.replaceAll("\n", "\r\n"))).to.deep.equal(parse(LESSON));
  });

  it("leaves out comments between the blocks", () => {
    expect(parse(`${HEAD}\n<!-- to do -->\n\n${PAIR}`).parts).to.have.length(1);
  });

  it("allows a line of colons in a block of more colons", () => {
    const [part] = parse(`${HEAD}\n::::en\n\`\`\`text\n:::\n\`\`\`\n::::\n:::ko\n가\n:::\n`).parts;
    expect(part).to.have.nested.property("text.en", "```text\n:::\n```");
  });

  const mistakes: [what: string, text: string, message: string][] = [
    [
      "English alone",
      `${HEAD}\n:::en\na\n:::\n\n${CODE}`,
      "7: expected :::en to be directly followed by :::ko, but found none: this passage is in English only.",
    ],
    [
      "Korean alone",
      `${HEAD}\n:::ko\n가\n:::\n`,
      "7: expected :::ko to stand directly after :::en, but found none: this passage is in Korean only.",
    ],
    [
      "code between the languages",
      `${HEAD}\n:::en\na\n:::\n${CODE}\n:::ko\n가\n:::\n`,
      "7: expected :::en to be directly followed by :::ko",
    ],
    [
      "an empty block",
      `${HEAD}\n:::en\na\n:::\n\n:::ko\n:::\n`,
      "11: expected words in :::ko, but it is empty.",
    ],
    [
      "a block that is open at the end",
      `${HEAD}\n:::en\na\n:::\n\n:::ko\n가\n`,
      '11: expected ":::ko" to be closed by a line of :::, but the text ends.',
    ],
    [
      "a block that is open before the next",
      `${HEAD}\n:::en\na\n\n:::ko\n가\n:::\n`,
      '7: expected ":::en" to be closed by a line of :::, but ":::ko" begins in line 10.',
    ],
    [
      "a close without a block",
      `${HEAD}\n${PAIR}\n:::\n`,
      '15: expected a block that ":::" closes, but none is open (a block that holds others needs more colons than they have).',
    ],
    [
      "an unknown block",
      `${HEAD}\n:::note\na\n:::\n`,
      '7: expected the blocks :::en, :::ko, or ::::solution, but got ":::note".',
    ],
    [
      "an unknown block in prose",
      `${HEAD}\n::::en\n:::note\na\n:::\n::::\n:::ko\n가\n:::\n`,
      '8: expected prose only, but got ":::note" inside of a block, which has to be closed before.',
    ],
    [
      "text outside of the blocks",
      `${HEAD}\nHello\n`,
      '7: expected prose to stand in :::en and :::ko, but got "Hello" outside of them.',
    ],
    [
      "a code cell without an id",
      `${HEAD}\n\`\`\`ts\nf();\n\`\`\`\n`,
      "7: expected a code cell to have an id, as in ```ts {#name}, but found none.",
    ],
    [
      "an id twice",
      `${HEAD}\n${CODE}\n${CODE}`,
      '11: expected each id once in a lesson, but got "one", which line 7 has taken.',
    ],
    [
      "an id that prose has been given",
      `${HEAD}\n${CODE}\n${PAIR}\n${CODE.replace("one", "one-text")}`,
      '19: expected each id once in a lesson, but got "one-text", which line 11 has taken.',
    ],
    ["an id of other letters", `${HEAD}\n\`\`\`ts {#a.b}\nf();\n\`\`\`\n`, "7: expected "],
    [
      "an id of the builder",
      `${HEAD}\n${CODE.replace("one", "setup")}`,
      '7: expected an id other than setup and opening, which the builder gives itself, but got "setup".',
    ],
    [
      "an unknown attribute",
      `${HEAD}\n${CODE.replace("#one", "#one aprox=1")}`,
      '7: expected the attributes id, approx, stderr, tags here, but got "aprox".',
    ],
    [
      "attributes without braces",
      `${HEAD}\n${CODE.replace("{#one}", "one")}`,
      '7: expected attributes such as {#id approx=1e-9} after ts, but got "one".',
    ],
    [
      "a tolerance that is none",
      `${HEAD}\n${CODE.replace("#one", "#one approx=much")}`,
      '7: expected approx to be a number between 0 and 1, but got "much".',
    ],
    [
      "a tag twice",
      `${HEAD}\n${CODE.replace("#one", '#one stderr tags="stderr"')}`,
      "7: expected each tag once",
    ],
    [
      "a cell that may raise",
      `${HEAD}\n${CODE.replace("#one", '#one tags="raises-exception"')}`,
      '7: expected every cell of a lesson to run without an error, but got the tag "raises-exception".',
    ],
    [
      "another language than TypeScript",
      `${HEAD}\n\`\`\`js {#a}\nf();\n\`\`\`\n`,
      '7: expected code outside of prose to be ```ts, but got "```js {#a}".',
    ],
    [
      "a fence that is open",
      `${HEAD}\n\`\`\`ts {#a}\nf();\n`,
      '7: expected "```ts {#a}" to be closed by a line of ```, but the text ends.',
    ],
    [
      "an empty fence",
      `${HEAD}\n\`\`\`ts {#a}\n\`\`\`\n`,
      "7: expected code in the fence, but it is empty.",
    ],
    [
      "half a pair in code",
      `${HEAD}\n\`\`\`ts {#a}\nf();\n// en: alone\n\`\`\`\n`,
      '9: expected a "// ko:" comment directly after "// en:", but found none.',
    ],
    [
      "a solution without its cell",
      `${HEAD}\n${CODE}\n${SOLUTION.replace(' cell="one"', "")}`,
      "11: expected ::::solution{exercise=",
    ],
    [
      "a solution of another cell",
      `${HEAD}\n${CODE}\n${SOLUTION.replace('"one"', '"two"')}`,
      '11: expected the solution of 05-1 to name a code cell of this lesson, but got cell="two".',
    ],
    [
      "a solution without code",
      `${HEAD}\n${CODE}\n::::solution{exercise="05-1" cell="one"}\n${PAIR}::::\n`,
      "11: expected a ```ts fence in the solution of 05-1, but found none.",
    ],
    [
      "a solution's code with attributes",
      `${HEAD}\n${CODE}\n${SOLUTION.replace("```ts", "```ts {#x}")}`,
      "12: expected code in a solution to have no attributes, but got {#x}.",
    ],
    [
      "one language in a solution",
      `${HEAD}\n${CODE}\n${SOLUTION.replace("```ts", ":::en\na\n:::\n```ts")}`,
      "12: expected :::en to be directly followed by :::ko",
    ],
    [
      "no front matter",
      PAIR,
      "1: expected the lesson to begin with front matter between two lines of ---, but found none.",
    ],
    [
      "a title in one language",
      LESSON.replace("  ko: 곱하기\n", ""),
      '2: expected a title with a text for each of en and ko, but got {"en":"Multiply"}.',
    ],
    [
      "an unknown key",
      LESSON.replace("---\n\n", "time: 5\n---\n\n"),
      '5: expected the front matter\'s keys to be title, stage, about, minutes, needs, imports, introduces, quotes, exercises, but got "time".',
    ],
    [
      "minutes that are no number",
      LESSON.replace("---\n\n", "minutes: long\n---\n\n"),
      '5: expected minutes to be a number above 0, but got "long".',
    ],
    [
      "needs without quotes",
      LESSON.replace("---\n\n", "needs: [3]\n---\n\n"),
      '5: expected needs to be a list of numbers in quotes, such as ["03", "04"], but got [3].',
    ],
    [
      "a stage without a word about the lesson",
      LESSON.replace("---\n\n", "stage: build\n---\n\n"),
      "5: expected about to say what happens in the lesson, with a text for each of en and ko, but got none.",
    ],
    [
      "a word about the lesson in one language",
      LESSON.replace("---\n\n", "stage: build\nabout: { en: a }\n---\n\n"),
      '6: expected about to say what happens in the lesson, with a text for each of en and ko, but got {"en":"a"}.',
    ],
    [
      "a word about the lesson without a stage",
      LESSON.replace("---\n\n", "about: { en: a, ko: 가 }\n---\n\n"),
      "5: expected a stage beside about, but found none.",
    ],
    [
      "imports that are no names",
      LESSON.replace("---\n\n", "imports: [type NdArray]\n---\n\n"),
      '5: expected imports to be a list of the library\'s names, such as [MulLayer, AddLayer], but got ["type NdArray"].',
    ],
    [
      "exercises in a list",
      LESSON.replace("---\n\n", "exercises: [one]\n---\n\n"),
      '5: expected exercises to tell start, passed and hints for each id, such as "05-1", but got ["one"].',
    ],
    [
      "an exercise of another lesson",
      exercises('  "06-1":\n    passed: { en: a, ko: 가 }\n'),
      '6: expected an exercise to be named by its lesson and its place there, such as "05-1", but got "06-1".',
    ],
    [
      "an unknown key of an exercise",
      exercises('  "05-1":\n    praise: { en: a, ko: 가 }\n'),
      '7: expected the keys of 05-1 to be start, passed, hints, but got "praise".',
    ],
    [
      "an exercise that is a text",
      exercises('  "05-1": well done\n'),
      '6: expected the keys of 05-1 to be start, passed, hints, but got "well done".',
    ],
    [
      "no start",
      exercises('  "05-1":\n    passed: { en: a, ko: 가 }\n'),
      "6: expected start of 05-1 to have a text for each of en and ko, or forward and backward with such a text each, but got none.",
    ],
    [
      "a start in one language",
      exercises('  "05-1":\n    start: { en: s }\n'),
      '7: expected start of 05-1 to have a text for each of en and ko, or forward and backward with such a text each, but got {"en":"s"}.',
    ],
    [
      "a start that is one text",
      exercises('  "05-1":\n    start: with x\n'),
      '7: expected start of 05-1 to have a text for each of en and ko, or forward and backward with such a text each, but got "with x".',
    ],
    [
      "a start of one method alone",
      exercises('  "05-1":\n    start:\n      backward: { en: s, ko: 시 }\n'),
      "7: expected start of 05-1 for forward to have a text for each of en and ko, but got none.",
    ],
    [
      "a method's start in one language",
      exercises(
        '  "05-1":\n    start:\n      forward: { en: s, ko: 시 }\n      backward: { en: s }\n',
      ),
      '9: expected start of 05-1 for backward to have a text for each of en and ko, but got {"en":"s"}.',
    ],
    [
      "a start of another method",
      exercises(
        '  "05-1":\n    start:\n      forward: &s { en: s, ko: 시 }\n      backward: *s\n      update: *s\n',
      ),
      '10: expected start of 05-1 to have the keys forward and backward, but got "update" beside them.',
    ],
    [
      "praise in one language",
      exercises(`  "05-1":\n${START}    passed: { en: a }\n    hints: []\n`),
      '8: expected passed of 05-1 to have a text for each of en and ko, but got {"en":"a"}.',
    ],
    [
      "no hints",
      exercises(`  "05-1":\n${START}    passed: { en: a, ko: 가 }\n    hints: []\n`),
      "9: expected hints of 05-1 to be a list, each with a text for each of en and ko, but got [].",
    ],
    [
      "a hint in one language",
      exercises(
        `  "05-1":\n${START}    passed: { en: a, ko: 가 }\n    hints:\n      - en: a\n        ko: 가\n      - en: b\n`,
      ),
      '12: expected hint 2 of 05-1 to have a text for each of en and ko, but got {"en":"b"}.',
    ],
    [
      "front matter that is no YAML",
      LESSON.replace("title:", "title: {"),
      "expected YAML in the front matter, but got: ",
    ],
  ];
  for (const [what, text, message] of mistakes) {
    it(`refuses ${what}, with file and line`, () => {
      const problem = problemOf(text);
      expect(problem).to.match(/^lessons\/05-multiply\/lesson\.md:\d+: expected .*\.$/s);
      expect(problem.replace("lessons/05-multiply/lesson.md:", "")).to.include(message);
    });
  }

  it("refuses a file that is not named like a lesson", () => {
    expect(problemOf(LESSON, "lessons/five/lesson.md")).to.equal(
      "lessons/five/lesson.md:1: expected a lesson's folder to be named like 05-simple-layers, but got five.",
    );
  });
});
