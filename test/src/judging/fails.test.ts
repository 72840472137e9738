import { expect } from "chai";
import { fails } from "../../../src/judging/fails";
import { MulLayer } from "../../../src/layers/mul";
import { setLanguage } from "../../../src/text/language";
import { shownBy } from "./showing";

describe("fails", () => {
  afterEach(() => setLanguage("en"));

  it("shows name and message of the error as text", () => {
    const [bundle] = shownBy(() => fails(() => new MulLayer().backward(1)));
    expect(bundle["text/plain"]).to.match(/^Error: MulLayer\.backward: expected /);
  });

  it("shows whatever else was thrown", () => {
    const thrown = (value: unknown) =>
      shownBy(() =>
        fails(() => {
          throw value;
        }),
      )[0]["text/plain"];
    expect(thrown(null)).to.equal("null");
    expect(thrown("no")).to.equal("'no'");
    expect(thrown(new RangeError("far"))).to.equal("RangeError: far");
  });

  it("throws a full sentence when nothing was thrown, and shows nothing", () => {
    const shown = shownBy(() => {
      expect(() => fails(() => 220)).to.throw(
        "fails: expected the function to throw, but it returned 220",
      );
      setLanguage("ko");
      expect(() => fails(() => 220)).to.throw("fails: 함수가 오류를 내야 합니다");
    });
    expect(shown).to.deep.equal([]);
  });

  it("refuses an async function, and lets none of its failures loose", async () => {
    const loose: unknown[] = [];
    const catchLoose = (reason: unknown) => loose.push(reason);
    process.on("unhandledRejection", catchLoose);
    try {
      expect(() =>
        fails(async () => {
          throw new Error("late");
        }),
      ).to.throw("but got an async one");
      await new Promise((resolve) => setTimeout(resolve, 5));
    } finally {
      process.off("unhandledRejection", catchLoose);
    }
    expect(loose).to.deep.equal([]);
  });
});
