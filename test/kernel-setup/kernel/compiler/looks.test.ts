import { expect } from "chai";
import { Looks } from "../../../../kernel-setup/kernel/compiler/looks";

class Stopped extends Error {}

/** A clock that a test sets, and what came of the looks at it. */
function clock() {
  const seen = { now: 1000, isInterrupted: false, asked: 0, stops: 0, turns: 0, slow: 0 };
  const looks = new Looks({
    now: () => seen.now,
    isInterrupted() {
      seen.asked++;
      seen.now += seen.slow;
      return seen.isInterrupted;
    },
    stopped: () => new Stopped("stopped"),
    onStop: () => seen.stops++,
    onLook: () => seen.turns++,
  });
  return { looks, seen };
}

/** Looks until an answer's end comes, as a loop does. */
function loop({ looks, seen }: ReturnType<typeof clock>): never {
  for (let rounds = 0; rounds < 100_000; rounds++) {
    seen.now++;
    looks.look(1);
  }
  throw new Error("loop: expected to be ended, but was not");
}

describe("looks at the clock", () => {
  it("ask nobody before some time has passed, and then seldom; more seldom where that takes long", () => {
    const { looks, seen } = clock();
    const pass = (milliseconds: number) => {
      for (let at = 0; at < milliseconds; at++) {
        seen.now++;
        looks.look(1);
      }
      return seen.asked;
    };
    expect(pass(199)).to.equal(0);
    expect(pass(1)).to.equal(1);
    expect(pass(199)).to.equal(1);
    expect(pass(1)).to.equal(2);
    looks.begin();
    expect(pass(199)).to.equal(2);
    seen.slow = 20;
    expect(pass(1)).to.equal(3);
    expect(pass(399)).to.equal(3);
    expect(pass(1)).to.equal(4);
    seen.slow = 5000;
    pass(400);
    expect(pass(499)).to.equal(5);
    expect(pass(1)).to.equal(6);
    expect(seen.turns).to.be.greaterThan(50);
  });

  it("come sooner again where rounds are slow", () => {
    const { looks, seen } = clock();
    expect(looks.look(4096)).to.equal(4096);
    seen.now += 2;
    expect(looks.look(4096)).to.equal(256);
    seen.now += 20;
    expect(looks.look(4096)).to.equal(1);
    expect(looks.look(256)).to.equal(256);
  });

  it("are not silenced by a clock that is set back", () => {
    const { looks, seen } = clock();
    seen.isInterrupted = true;
    seen.now -= 1_000_000;
    expect(() => looks.look(1)).to.throw(Stopped);
  });

  it("throw from the interrupt on until it is over, past all that catches", () => {
    const made = clock();
    const { looks, seen } = made;
    seen.isInterrupted = true;
    let end: unknown;
    try {
      loop(made);
    } catch (thrown) {
      end = thrown;
    }
    expect(end).to.be.instanceOf(Stopped);
    expect(looks.isEnd(end)).to.equal(true);
    expect(looks.isEnding).to.equal(true);
    expect(() => looks.look(1)).to.throw(Stopped);
    expect(() => looks.caught(new Error("another"))).to.throw(Stopped);
    expect([seen.stops, seen.asked]).to.deep.equal([1, 1]);
    seen.isInterrupted = false;
    looks.calm();
    expect(looks.isEnding).to.equal(false);
    expect(looks.look(1)).to.equal(1);
    looks.caught(new Error("another"));
    // A promise may hand it on later.
    expect(() => looks.caught(end)).to.throw(Stopped);
    expect([looks.isEnd(new Stopped()), looks.isEnd(undefined), looks.isEnd("text")]).to.deep.equal(
      [false, false, false],
    );
  });

  describe("with a limit of time", () => {
    it("end what takes too long, also where it catches everything, and go on behind it", () => {
      const made = clock();
      const endless = () => {
        for (let tries = 0; tries < 5; tries++) {
          try {
            loop(made);
          } catch {}
        }
      };
      expect(made.looks.within(50, endless)).to.equal(false);
      expect(made.looks.isEnding).to.equal(false);
      expect(made.looks.within(50, () => {})).to.equal(true);
      made.seen.now += 100;
      expect(made.looks.look(1)).to.equal(1);
      expect(made.seen.stops).to.equal(0);
    });

    it("pass on what is thrown, unless that came of the end", () => {
      const made = clock();
      const fail = () => {
        throw new TypeError("mine");
      };
      expect(() => made.looks.within(50, fail)).to.throw(TypeError, "mine");
      const failLate = () => {
        try {
          loop(made);
        } catch {
          throw new TypeError("of the end");
        }
      };
      expect(made.looks.within(50, failLate)).to.equal(false);
    });

    it("are stopped by an interrupt, and that goes on around them", () => {
      const made = clock();
      made.seen.isInterrupted = true;
      const caught = () => {
        try {
          loop(made);
        } catch {}
      };
      expect(() => made.looks.within(5000, caught)).to.throw(Stopped);
      expect(made.looks.isEnding).to.equal(true);
    });

    it("hold the earlier of two limits", () => {
      const made = clock();
      const inner = () => {
        expect(made.looks.within(5000, () => loop(made))).to.equal(false);
      };
      made.looks.within(50, inner);
      expect(made.seen.now).to.be.below(1200);
    });
  });
});
