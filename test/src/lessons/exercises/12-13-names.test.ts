import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

const right = {
  exhibit1: "transpose missing",
  exhibit2: "column sum missing",
  exhibit3: "operands exchanged",
  exhibit4: "gradient piles up",
  exhibit5: "mask from dout",
  exhibit6: "dout overwritten",
  exhibit7: "zero lets through",
  exhibit8: "exp overflows",
  exhibit9: "input for output",
  exhibit10: "batch size missing",
  exhibit11: "dout ignored",
  exhibit12: "labels for one-hot",
};

describe("exercise 12-13, the names of the exhibits", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("12-13", () => todo()).state).to.equal("blank");
  });

  it("passes all twelve, as a function and as an object", () => {
    expectPassed("12-13", () => right);
    expectPassed("12-13", right);
  });

  it("says which one is wrong, missing or no name at all, and never tells the right one", () => {
    const wrong = { ...right, exhibit3: "transpose missing" };
    expectWrong("12-13", () => wrong, { parameter: "exhibit3", cause: undefined });
    expect(JSON.stringify(judge("12-13", wrong).sentences)).not.to.include("operands exchanged");
    const { exhibit12, ...eleven } = right;
    expect(exhibit12).to.be.a("string");
    expectWrong("12-13", eleven, { parameter: "exhibit12", cause: "value-missing" });
    expectWrong(
      "12-13",
      { ...right, exhibit1: "bug" },
      { parameter: "exhibit1", cause: "not-a-choice" },
    );
    expectWrong("12-13", () => undefined, { cause: "nothing-returned" });
    expectWrong("12-13", "transpose missing", { cause: "object-expected" });
  });
});
