import { expect } from "chai";
import { LESSONS } from "../../../src/lessons/lessons";
import { setLanguage } from "../../../src/text/language";
import { shownBy } from "../judging/showing";

/** Loaded for this test alone: other tests' calls count as steps too. */
const own = require.resolve("../../../src/lessons/hint");
delete require.cache[own];
const { hint } = require(own) as typeof import("../../../src/lessons/hint");

const EXERCISES = LESSONS.flatMap(({ exercises }) =>
  Object.entries(exercises).map(([id, { hints }]) => ({ id, hints })),
);

const shownText = (id: string) => String(shownBy(() => hint(id))[0]["text/plain"]);

describe("hint", () => {
  afterEach(() => setLanguage("en"));

  it("goes one step further at each call, in the end to the solution, and stays there", () => {
    for (const { id, hints } of EXERCISES) {
      const steps = hints.map(() => shownText(id));
      expect(steps.map((step) => step.split("\n")[1])).to.deep.equal(hints.map(({ en }) => en));
      expect(steps[0]).to.include(`Hint 1/${hints.length} (${id})`);
      const last = shownText(id);
      expect(last).to.include("the solution is folded away below the exercise");
      for (let i = 0; i < 100; i++) expect(shownText(id)).to.equal(last);
    }
  });

  it("has every hint in both languages", () => {
    for (const { hints } of EXERCISES) {
      expect(hints.length).to.be.at.least(2);
      for (const { en, ko } of hints) {
        expect(en).to.match(/^[^가-힣]+[.?]$/);
        expect(ko).to.match(/[가-힣].*[.?]$/);
      }
    }
  });

  it("speaks Korean in a Korean lesson", () => {
    setLanguage("ko");
    expect(shownText("05-2")).to.include("풀이가 접혀 있습니다");
  });

  it("knows no other exercise, and says which there are", () => {
    expect(() => hint("05-9")).to.throw("hint: expected the id of an exercise, one of");
  });
});
