import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { check } from "../../../src/lessons/check";
import { EXERCISE_IDS } from "../../../src/lessons/lessons";
import { readScores, scoreFile, writeScores } from "../../../src/lessons/score-file";
import { scorecard } from "../../../src/lessons/scorecard";
import { forgetScores, remember, scoresNow } from "../../../src/lessons/scores";
import { setLanguage } from "../../../src/text/language";
import { inProject } from "../../support/project";
import { shownBy } from "../judging/showing";

describe("scorecard", () => {
  const here = process.cwd();
  const { BACKPROP_HOME } = process.env;
  let clone: string;
  let mine: string;
  let file: string;
  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), "scorecard-"));
    mine = join(clone, "notebooks", "mine");
    file = join(mine, "scorecard.json");
    mkdirSync(join(mine, "ko"), { recursive: true });
    process.chdir(join(mine, "ko"));
    delete process.env.BACKPROP_HOME;
    forgetScores();
  });
  afterEach(() => {
    process.chdir(here);
    delete process.env.BACKPROP_HOME;
    if (BACKPROP_HOME !== undefined) process.env.BACKPROP_HOME = BACKPROP_HOME;
    forgetScores();
    setLanguage("en");
    rmSync(clone, { recursive: true });
  });

  const text = () => String(shownBy(scorecard)[0]["text/plain"]);
  const restart = forgetScores;

  it("counts what has passed, and keeps it over a restart", () => {
    expect(text()).to.match(
      new RegExp(`^Scorecard: 0 of ${EXERCISE_IDS.length} exercises passed\n`),
    );
    shownBy(() => check("05-1", 220));
    expect(existsSync(file), "nothing has passed").to.equal(false);
    shownBy(() => check("05-1", 200));
    restart();
    expect(text()).to.match(/^Scorecard: 1 of .*^`05` ✓○○○ 1\/4 · open: 05-2, 05-3, 05-4$/ms);
    expect(JSON.parse(readFileSync(file, "utf8"))).to.deep.equal({
      version: 1,
      passed: { "05-1": true },
    });
  });

  it("goes on with the file of an earlier edition", () => {
    cpSync(inProject("test/fixtures/scorecard/scorecard.json"), file);
    const before = JSON.parse(readFileSync(file, "utf8")).passed;
    process.env.BACKPROP_HOME = join(clone, "elsewhere");
    expect(text()).to.match(/^Scorecard: 3 of .*^`05` ✓✓○○ 2\/4/ms);
    remember("05-4");
    restart();
    expect(JSON.parse(readFileSync(file, "utf8"))).to.deep.equal({
      version: 1,
      passed: { ...before, "05-4": true },
    });
    expect(existsSync(join(clone, "elsewhere"))).to.equal(false);
  });

  it("speaks Korean in a Korean lesson", () => {
    setLanguage("ko");
    remember("05-2");
    expect(text()).to.match(/^점수표: 연습문제 \d+개 중 1개 통과\n/);
    expect(text()).to.contain("`05` ○✓○○ 1/4 · 남은 것: 05-1, 05-3, 05-4");
  });

  it("a pass stays a pass when the answer is changed later", () => {
    shownBy(() => check("05-1", 200));
    shownBy(() => check("05-1", 220));
    expect(scoresNow().passed.has("05-1")).to.equal(true);
  });

  it("adds to what other notebooks have written meanwhile", () => {
    remember("05-1");
    writeScores(file, { passed: new Set(["05-1", "05-4"]), rest: {} });
    remember("05-2");
    expect([...readScores(file).passed]).to.deep.equal(["05-1", "05-2", "05-4"]);
    expect(readdirSync(mine), "no draft is left").to.deep.equal(["ko", "scorecard.json"]);
  });

  it("keeps every pass of kernels that pass at the same time", async function () {
    this.timeout(180_000);
    const program = join(__dirname, "score-program.js");
    const exercises = (process: number) =>
      Array.from({ length: 10 }, (_, i) => `${10 + process}-${i + 1}`);
    for (let round = 0; round < 6; round++) {
      rmSync(file, { force: true });
      // A lock that a killed kernel has left, and one that was not even written whole.
      if (round === 1) writeFileSync(`${file}.lock`, `${spawnSync("true").pid} gone`);
      if (round === 2) writeFileSync(`${file}.lock`, "");
      const ends = [0, 1, 2, 3, 4].map(async (each) => {
        const child = spawn(process.execPath, [program, ...exercises(each)], {
          stdio: ["ignore", "inherit", "inherit"],
        });
        return (await once(child, "exit"))[0];
      });
      expect(await Promise.all(ends)).to.deep.equal([0, 0, 0, 0, 0]);
      const all = [0, 1, 2, 3, 4].flatMap(exercises).sort();
      expect([...readScores(file).passed].sort()).to.deep.equal(all);
      expect(readdirSync(mine).sort(), "no lock is left").to.deep.equal(["ko", "scorecard.json"]);
    }
  });

  it("sets a damaged file aside once, however many find it", async () => {
    const program = join(__dirname, "score-program.js");
    writeFileSync(file, "{ half");
    const ends = [1, 2, 3, 4].map(async (each) => {
      const child = spawn(process.execPath, [program, `05-${each}`], { stdio: "ignore" });
      await once(child, "exit");
    });
    await Promise.all(ends);
    expect([...readScores(file).passed]).to.deep.equal(["05-1", "05-2", "05-3", "05-4"]);
    expect(readdirSync(mine).sort()).to.deep.equal([
      "ko",
      "scorecard-damaged-1.json",
      "scorecard.json",
    ]);
  });

  for (const damage of [
    "{ half",
    "[]",
    "null",
    '{"version": 2, "passed": {}}',
    '{"version": 1, "passed": {"05-1": 7}}',
  ]) {
    it(`sets a damaged file aside and says so: ${damage}`, () => {
      writeFileSync(join(mine, "scorecard-damaged-1.json"), "older");
      writeFileSync(file, damage);
      expect(text()).to.match(
        /could not be read\. It was set aside as `scorecard-damaged-2\.json`/,
      );
      expect(readFileSync(join(mine, "scorecard-damaged-2.json"), "utf8")).to.equal(damage);
      expect(readFileSync(join(mine, "scorecard-damaged-1.json"), "utf8")).to.equal("older");
      expect(text(), "said once").not.to.contain("set aside");
    });
  }

  it("lets a check pass where the file cannot be written, and says so", () => {
    mkdirSync(file); // a folder of that name
    const [bundle] = shownBy(() => check("05-1", 200));
    expect(bundle["text/plain"]).to.match(
      /^✓ Passed .*\n.*\n.*could not be kept in its file \(Error: (?:EISDIR|EPERM)/s,
    );
    expect(text()).to.match(/^Scorecard: 1 of/);
  });

  it("is kept in the learner's home when a lesson is opened in any other folder", () => {
    const home = join(clone, "home");
    process.env.BACKPROP_HOME = home;
    process.chdir(clone);
    shownBy(() => check("05-1", 200));
    restart();
    expect(text()).to.match(/^Scorecard: 1 of/);
    expect([...readScores(join(home, "notebooks/mine/scorecard.json")).passed]).to.deep.equal([
      "05-1",
    ]);
    expect(existsSync(file)).to.equal(false);
    process.chdir(join(mine, "ko"));
    expect(text(), "a working copy has its own").to.match(/^Scorecard: 0 of/);
  });

  it("says at once, in both languages, when no folder is known for it", () => {
    process.chdir(clone);
    const passed = (id: string, answer: unknown) =>
      shownBy(() => check(id, answer))[0]["text/plain"];
    expect(passed("05-1", 200)).to.match(/^✓ .*\nNo folder is known .*until the kernel ends/s);
    expect(passed("05-1", 200), "said once").to.not.contain("No folder");
    expect(text()).to.match(/^Scorecard: 1 of .*\nNo folder is known .*`?BACKPROP_HOME/s);
    setLanguage("ko");
    expect(text()).to.match(/^점수표: .*\n점수표를 보관할 폴더를 알 수 없어/s);
  });

  it("writes nothing, and says nothing, where nothing is to be kept", () => {
    process.env.BACKPROP_HOME = "";
    process.chdir(clone);
    expect(scoreFile(clone)).to.equal(undefined);
    shownBy(() => check("05-1", 200));
    expect(text())
      .to.match(/^Scorecard: 1 of/)
      .and.not.contain("BACKPROP_HOME");
    expect(readdirSync(clone)).to.deep.equal(["notebooks"]);
    expect(readdirSync(mine)).to.deep.equal(["ko"]);
    expect(scoreFile(mine)).to.equal(file);
  });
});
