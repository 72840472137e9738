import { expect } from "chai";
import { todo } from "../../../src/judging/todo";
import { check } from "../../../src/lessons/check";
import { setLanguage } from "../../../src/text/language";
import { shownBy } from "../judging/showing";

describe("check", () => {
  afterEach(() => setLanguage("en"));

  const textOf = (answer: unknown) => {
    const [bundle, ...more] = shownBy(() => check("05-1", answer));
    expect(more).to.deep.equal([]);
    expect(bundle["text/html"]).to.match(/^<div role="note"/);
    return String(bundle["text/plain"]);
  };

  it("shows a sign and a word for each kind of verdict", () => {
    expect(textOf(200)).to.match(/^✓ Passed \(05-1\): myGuess\n/);
    expect(textOf(220)).to.match(/^✗ Not right yet \(05-1\): myGuess, dTax\n/);
    expect(textOf(() => todo())).to.match(
      /^○ 05-1: myGuess, dTax\nNot written yet: start with one number\./,
    );
  });

  it("gives the likely cause and the way to a hint", () => {
    const lines = textOf(220).split("\n");
    expect(lines[1]).to.equal("`dTax` is not 220.");
    expect(lines[2]).to.match(/^Likely cause: This is the price itself\./);
    expect(lines[3]).to.equal('Want a push? Run `hint("05-1")`.');
  });

  it("speaks Korean in a Korean lesson", () => {
    setLanguage("ko");
    expect(textOf(200)).to.match(/^✓ 통과 \(05-1\): myGuess\n/);
    expect(textOf(220)).to.match(/^✗ 아직 맞지 않습니다.*\n.*\n짐작되는 원인: 이 값은 가격 자체/);
    expect(textOf(() => todo())).to.match(
      /^○ 05-1: myGuess, dTax\n아직 작성하지 않았습니다\. 수 하나를/,
    );
  });

  it("draws a learner's layer beside the right one, at the first number that differs", () => {
    class MyAddLayer {
      forward(x: number, y: number) {
        return x + y;
      }
      backward(dout: number) {
        return [dout, 1];
      }
    }
    const [, drawing, ...more] = shownBy(() => check("05-2", MyAddLayer));
    expect(more).to.deep.equal([]);
    expect(drawing["text/plain"]).to.match(
      /^First difference, backward: \+ at out should pass 1\.1 to y, but yours passes 1\. /,
    );
    expect(drawing["text/plain"]).to.match(/MyAddLayer\(x, y\)/);
    expect(String(drawing["text/html"]).match(/<figure /g)).to.have.length(2);
  });

  it("draws nothing where there is no layer, no number, or nothing wrong", () => {
    class Right {
      forward = (x: number, y: number) => x + y;
      backward = (dout: number) => [dout, dout];
    }
    class Text {
      forward = (x: number, y: number) => `${x}${y}`;
      backward = (dout: number) => [dout, dout];
    }
    for (const answer of [Right, Text, new Right(), 7, () => todo()])
      expect(shownBy(() => check("05-2", answer)).length, String(answer)).to.equal(1);
  });

  it("draws nothing when the layer fails or hangs as soon as it is drawn", () => {
    for (const fail of [
      () => {
        throw new Error("no more");
      },
      () => {
        for (;;);
      },
    ]) {
      let calls = 0;
      class Tired {
        forward = (x: number, y: number) => (++calls > 4 ? fail() : x * y);
        backward = (dout: number) => [dout, dout];
      }
      expect(shownBy(() => check("05-2", Tired)).length).to.equal(1);
    }
  });

  it("throws at an unknown exercise only, in the language in force", () => {
    expect(() => check("7", 0)).to.throw("check: expected the id of an exercise, one of");
    setLanguage("ko");
    expect(() => check("7", 0)).to.throw("check: 연습문제 번호");
    expect(() => check(undefined as never, 0)).to.throw("undefined");
  });
});
