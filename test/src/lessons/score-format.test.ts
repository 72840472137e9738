import { expect } from "chai";
import {
  asScorecard,
  isLaterScorecard,
  parseScorecard,
  scorecardText,
  unitedScorecard,
} from "../../../src/lessons/score-format";

describe("the form of scorecards", () => {
  it("is read with what else stands in it, and written back so, passed exercises in order", () => {
    const text = '{"version":1,"passed":{"12-10":true,"05-2":true},"since":{"a":[1]}}';
    const scorecard = parseScorecard(text);
    expect([...(scorecard?.passed ?? [])]).to.deep.equal(["12-10", "05-2"]);
    expect(scorecard && scorecardText(scorecard)).to.equal(
      `${JSON.stringify({ version: 1, passed: { "05-2": true, "12-10": true }, since: { a: [1] } }, null, 2)}\n`,
    );
  });

  it("is refused where it is damaged, and told apart where it is a later edition's", () => {
    for (const value of [
      null,
      [],
      "no",
      {},
      { version: 1 },
      { version: 1, passed: [] },
      { version: 1, passed: { "05-2": false } },
      { version: 1, passed: { "../x": true } },
      { version: "1", passed: {} },
    ]) {
      expect(asScorecard(value), JSON.stringify(value)).to.equal(undefined);
      expect(isLaterScorecard(value), JSON.stringify(value)).to.equal(false);
    }
    const later = { version: 2, passed: { "05-2": "2027" } };
    expect(asScorecard(later)).to.equal(undefined);
    expect(isLaterScorecard(later)).to.equal(true);
    expect(parseScorecard("{")).to.equal(undefined);
  });

  it("unites two: what has passed in either has passed", () => {
    const first = { passed: new Set(["05-1", "05-2"]), rest: { a: 1, b: 1 } };
    const second = { passed: new Set(["05-2", "06-1"]), rest: { b: 2, c: 2 } };
    const { passed, rest } = unitedScorecard(first, second);
    expect([...passed].sort()).to.deep.equal(["05-1", "05-2", "06-1"]);
    expect(rest).to.deep.equal({ a: 1, b: 1, c: 2 });
  });
});
