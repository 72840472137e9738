import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import { build } from "esbuild";
import { en } from "../../../src/text/en";
import { THIRD } from "../../support/accents";
import { inProject } from "../../support/project";
import { runCommand } from "../../support/run-command";
import { copyWithThirdLanguage } from "../../support/third-language";

/** What `said-in-all.ts` prints. */
interface All {
  said: Record<string, string[]>;
  causes: string[];
}

/** What is the same in all languages, first what may hold the others. */
const NO_WORDS = [
  /`[^`]*`/g,
  /"[^"\n]*"|'[^'\n]*'/g,
  // Where in an answer: `MyDivLayer.backward, dx`.
  /(?<=\d\d-\d+\)?: )[\w$.()[\], ]+$/gm,
  /(?<!\p{L})(?:true|false|undefined|null|NaN|Infinity)(?!\p{L})/gu,
  /^\w*Error(?=: )/gm,
  // Names of the code: with a dot, a digit or a capital letter inside.
  /(?<![\p{L}\p{N}])[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+/gu,
  /(?<!\p{L})[A-Za-z]+[\dA-Z_]\w*(?!\p{L})/gu,
];

/** What others say, and names that are written as they are. */
const OTHERS = [
  // V8
  /◦ is not a function|Cannot read properties of ◦/g,
  // a fold of lesson 09, the engines of arrays
  /softmax with loss|fma, simd, javascript/g,
];

/**
 * Where a text speaks another language: two plain Latin words in a row, or one that a number stands
 * before, or a Korean letter.
 */
function strangersIn(text: string): string[] {
  const left = NO_WORDS.reduce((rest, what) => rest.replace(what, "◦"), text);
  const own = OTHERS.reduce((rest, what) => rest.replace(what, "◦"), left);
  const found = own.matchAll(
    /(?<!\p{L})[A-Za-z]{2,}[,:;.!?]* [A-Za-z]{2,}(?!\p{L})|\d [A-Za-z]{3,}(?!\p{L})|\p{Script=Hangul}+/gu,
  );
  return [...found].map(({ index }) => own.slice(Math.max(0, index - 30), index + 60));
}

describe("the library in a third language, made by a script of the English texts", function () {
  this.timeout(900_000);
  let copy: string;
  let all: All;

  before(async () => {
    mkdirSync(inProject(".jupyter"), { recursive: true });
    // Inside of the project, where its packages are found.
    copy = mkdtempSync(inProject(".jupyter", "third-library-"));
    const lessons = readdirSync(inProject("src", "lessons")).filter((name) => /^\d\d-/.test(name));
    copyWithThirdLanguage(copy, lessons);
    cpSync(inProject("test", "src"), join(copy, "test", "src"), { recursive: true });
    mkdirSync(join(copy, "test", "support"));
    cpSync(inProject("test/support/project.ts"), join(copy, "test/support/project.ts"));
    await build({
      absWorkingDir: copy,
      entryPoints: [
        "src/**/*.ts",
        "kernel-setup/book/build/*.ts",
        "kernel-setup/jupyter/**/*.ts",
        "kernel-setup/text/*.ts",
        "test/support/*.ts",
        "test/src/judging/*.ts",
        "test/src/lessons/*.ts",
        "test/src/text/*.ts",
      ],
      outbase: ".",
      outdir: "dist",
      format: "cjs",
      platform: "node",
      logLevel: "error",
    });
    // The scripts of pages are made by the build; they speak the language that they are given.
    cpSync(inProject("dist/src/browser"), join(copy, "dist/src/browser"), { recursive: true });
    const load = createRequire(join(copy, "dist", "main.js"));
    const { lessonsJson } = load("./kernel-setup/book/build/lessons-json.js");
    writeFileSync(
      join(copy, "dist/src/lessons/lessons.json"),
      lessonsJson(join(copy, "src", "lessons")),
    );
    const program = join(copy, "dist", "test", "src", "text", "said-in-all.js");
    const { code, stdout, stderr } = await runCommand(process.execPath, [program, THIRD], {
      cwd: copy,
      env: { BACKPROP_HOME: "" },
    });
    expect(code, stderr).to.equal(0);
    all = JSON.parse(stdout);
  });
  after(() => rmSync(copy, { recursive: true, force: true, maxRetries: 5 }));

  // Of each kind there are at least so many texts.
  for (const [kind, least] of [
    ["verdicts", 3000],
    ["hints", 300],
    ["scorecard", 5],
    ["map", 40],
    ["cells", 1000],
    ["graphs", 50],
    ["comparisons", 50],
    ["gradient checks", 30],
    ["training", 10],
    ["progress", 5],
    ["charts", 10],
    ["errors", 190],
  ] as const)
    it(`speaks no other one in ${kind}`, () => {
      const texts = all.said[kind];
      expect(texts).to.have.length.of.at.least(least);
      expect([...new Set(texts.flatMap(strangersIn))]).to.deep.equal([]);
      expect(texts.join("").match(/[áéíóúńŕśť]/g)).to.have.length.of.at.least(least);
    });

  it("has been heard in verdicts of nearly all causes", () => {
    const unheard = Object.keys(en.cause).filter((cause) => !all.causes.includes(cause));
    expect(unheard, String(unheard)).to.have.length.below(20);
  });

  it("would be told from English and Korean", () => {
    expect(strangersIn("Áń áŕŕáý, but then a number ćáḿé; is needed.")).to.have.lengthOf(2);
    expect(strangersIn("ĺóśś: 3 steps")).to.have.lengthOf(1);
    expect(
      strangersIn("Ťĥé ǵŕáďíéńť `went through unchanged` áť MyLayer.backward, dx"),
    ).to.deep.equal([]);
  });
});
