import { expect } from "chai";
import { type ChoiceTask, judgeChoice } from "../../../src/judging/judge-choice";
import { todo } from "../../../src/judging/todo";
import { findingOf } from "./judging";

const task: ChoiceTask<"grows" | "shrinks" | "stays"> = {
  name: "whatHappens",
  start: { en: "start.", ko: "시작하세요." },
  choices: ["grows", "shrinks", "stays"],
  decisions: {
    share: { right: "shrinks", likely: { grows: "minus-missing" } },
    bill: { right: "stays", likely: {} },
  },
};
const right = { share: "shrinks", bill: "stays" };
const find = (answer: unknown) => findingOf(() => judgeChoice(task, answer));

describe("judgeChoice", () => {
  it("passes the right words, as an object and from a function", () => {
    expect(find(right)).to.equal(undefined);
    expect(find({ share: " shrinks", bill: "stays " })).to.equal(undefined);
    expect(find(() => ({ ...right, more: 1 }))).to.equal(undefined);
  });

  it("takes todo() for a blank, also inside of the object", () => {
    expect(find(() => todo())?.state).to.equal("blank");
    expect(find(() => ({ share: "shrinks", bill: todo() }))?.state).to.equal("blank");
  });

  it("names the decision and its cause, and never tells the right word", () => {
    const grows = find({ ...right, share: "grows" });
    expect(grows).to.deep.include({ state: "wrong", cause: "minus-missing" });
    expect(grows?.place.parameter).to.equal("share");
    const bill = find({ ...right, bill: "grows" });
    expect([bill?.state, bill?.cause]).to.deep.equal(["wrong", undefined]);
    expect(JSON.stringify([grows, bill])).not.to.match(/"shrinks|stays/);
  });

  it("tells every other form from an object of these words", () => {
    for (const [answer, cause] of [
      [{ ...right, bill: "Stays" }, "not-a-choice"],
      [{ ...right, bill: 3 }, "not-a-choice"],
      [{ ...right, share: Symbol("shrinks") }, "not-a-choice"],
      [{ share: "shrinks" }, "value-missing"],
      ["shrinks", "object-expected"],
      [["shrinks", "stays"], "object-expected"],
      [() => {}, "nothing-returned"],
      [async () => right, "promise-returned"],
      [null, "object-expected"],
    ] as const) {
      expect(find(answer)?.cause, String(cause)).to.equal(cause);
    }
  });
});
