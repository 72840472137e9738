import { expect } from "chai";
import { setCurrentLesson } from "../../../src/lessons/current-lesson";
import { judge } from "../../../src/lessons/judge";
import { EXERCISE_IDS } from "../../../src/lessons/lessons";
import { expectWrong, layer } from "../judging/judging";

const hostile = () =>
  new Proxy(
    {},
    {
      get() {
        throw new Error("no reading");
      },
      has() {
        throw new Error("no asking");
      },
      ownKeys() {
        throw new Error("no listing");
      },
      getPrototypeOf() {
        throw new Error("no prototype");
      },
    },
  );

class ThrowsOddly {
  forward(): never {
    throw null;
  }
  backward(): never {
    throw hostile();
  }
}

const oddAnswers: [string, () => unknown][] = [
  ["undefined", () => undefined],
  ["null", () => null],
  ["NaN", () => Number.NaN],
  ["infinity", () => Number.POSITIVE_INFINITY],
  ["text", () => "todo"],
  ["a symbol", () => Symbol("x")],
  ["a big integer", () => 3n],
  ["an empty object", () => ({})],
  ["an object without a prototype", () => Object.create(null)],
  ["a list", () => [1, 2]],
  ["a Proxy that throws at every touch", hostile],
  ["a Proxy of a class that throws at every touch", () => new Proxy(class {}, throwing())],
  ["an arrow function", () => () => 3],
  ["an async function", () => async () => 3],
  [
    "a generator",
    () =>
      function* () {
        yield 3;
      },
  ],
  ["an empty class", () => class {}],
  ["a class whose constructor throws", () => class extends Thrower {}],
  ["a class that wants arguments", () => Demanding],
  ["a class whose name throws", () => Nameless],
  ["a class that throws oddly", () => ThrowsOddly],
  ["a function that throws a Proxy", () => () => raise(hostile())],
  ["a function that returns a Proxy", () => hostile],
  ["a revoked Proxy", revoked],
  ["a class that answers everything with NaN", () => always(Number.NaN)],
  ["a class that answers everything with infinity", () => always(Number.POSITIVE_INFINITY)],
  ["a class that answers everything with 0", () => always(0)],
  ["a class that answers with number objects", () => always(Object(220))],
  ["a class that answers with lists of lists", () => always([[1], [2]])],
  ["a class that answers with a hostile object", () => always(hostile())],
  ["endless recursion", () => layer(recurse, recurse)],
  ["a promise that fails", () => () => Promise.reject(new Error("late"))],
  ["an error whose name throws", () => () => raise(badError())],
];

function throwing(): ProxyHandler<new () => object> {
  const no = () => raise(new Error("no"));
  return { get: no, has: no, construct: no, apply: no, getPrototypeOf: no, ownKeys: no };
}
class Thrower {
  constructor() {
    throw new RangeError("not today");
  }
}
class Demanding {
  constructor(readonly W: number[]) {
    W.push(1);
  }
}
class Nameless {
  static get name(): string {
    throw new Error("no name");
  }
  readonly x = 0;
}
function raise(thrown: unknown): never {
  throw thrown;
}
function recurse(): number {
  return recurse();
}
function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
function badError(): Error {
  return Object.defineProperty(new Error("bad"), "name", { get: () => raise(new Error("worse")) });
}
function always(value: unknown): unknown {
  return layer(
    () => value,
    () => [value, value],
  );
}

/** Each judge by exercises that it judges, in each form that answers to it can have. */
const JUDGES: Record<string, readonly string[]> = {
  "a guess": ["05-1"],
  "a choice": ["01-3"],
  "a graph": ["02-2"],
  "a function": ["00-2", "04-2", "00-3", "09-2"],
  "a layer": ["05-3", "06-2", "08-3"],
  "numeric gradients": ["10-2"],
  "relative errors": ["10-3"],
  accuracy: ["11-2"],
  "a step": ["11-3"],
  "an optimizer": ["11-4"],
};

/** What stands for all odd answers where the judge is one of those above. */
const ODDEST = [
  "a Proxy that throws at every touch",
  "a function that returns a Proxy",
  "a class that answers everything with NaN",
];

function neitherPassesNorThrows(id: string, [title, make]: (typeof oddAnswers)[number]): void {
  it(`of ${id} neither passes nor throws at ${title}`, () => {
    const verdict = judge(id, make());
    expect(verdict.state).to.equal("wrong");
    expect(verdict.sentences.length).to.be.greaterThan(0);
  });
}

/** Burns so many seconds of the processor: never more in less time, however busy the machine is. */
function burn(seconds: number): void {
  const start = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  while (used() < seconds);
}

describe("judge", () => {
  for (const [name, ids] of Object.entries(JUDGES)) {
    describe(`of ${name}`, () => {
      for (const id of ids) for (const odd of oddAnswers) neitherPassesNorThrows(id, odd);
    });
  }

  describe("of any exercise", () => {
    const all = new Set(Object.values(JUDGES).flat());
    for (const id of EXERCISE_IDS) {
      if (all.has(id)) continue;
      for (const odd of oddAnswers) if (ODDEST.includes(odd[0])) neitherPassesNorThrows(id, odd);
    }
  });

  it("has exercises for all judges, and odd answers for all exercises", () => {
    expect(EXERCISE_IDS).to.include.members(Object.values(JUDGES).flat());
    expect(oddAnswers.map(([title]) => title)).to.include.members(ODDEST);
  });

  it("waits two seconds for an answer, and not five", () => {
    const slow = (seconds: number) => {
      let left = seconds;
      return layer(
        (x, y) => x + y,
        (dout) => {
          burn(left);
          left = 0;
          return [dout, dout];
        },
      );
    };
    expectWrong("05-2", slow(5), { method: "backward", cause: "never-ends" });
    expect(judge("05-2", slow(0.01)).state).to.equal("passed");
  }).timeout(60_000);

  it("ends a loop that never ends, and names the method it is in", () => {
    const endless = layer(
      (x, y) => x + y,
      () => {
        for (;;);
      },
    );
    expectWrong("05-2", endless, { method: "backward", cause: "never-ends" });
  });

  it("still judges after an endless loop", () => {
    expect(judge("05-1", 200).state).to.equal("passed");
  });

  it("shows an error of the learner's own with name and message", () => {
    const { sentences } = judge(
      "05-2",
      layer(() => raise(new RangeError("x is missing")), recurse),
    );
    expect(sentences[0].en).to.include("`RangeError: x is missing`");
    expect(sentences[0].ko).to.include("`RangeError: x is missing`");
  });

  it("tells the class from its object, from a call's result, and from one with arguments", () => {
    expectWrong("05-2", { forward: () => 0, backward: () => [0, 0] }, { cause: "instance-given" });
    expectWrong("05-2", 3, { cause: "result-given" });
    expectWrong("05-2", Demanding, { layer: "Demanding", cause: "constructor-arguments" });
    class Half {
      forward() {
        return 0;
      }
    }
    expectWrong("05-2", Half, { layer: "Half", method: "backward", cause: "method-missing" });
  });

  it("tells a promise and a class from the value or the function that is asked for", async () => {
    class Mine {}
    const failing = Promise.reject(new Error("later"));
    for (const id of ["05-1", "01-3"]) {
      expectWrong(id, Promise.resolve(200), { cause: "promise-given" });
      expectWrong(id, failing, { cause: "promise-given" });
      expectWrong(id, Mine, { cause: "class-for-value" });
      expectWrong(id, class {}, { cause: "class-for-value" });
    }
    expect(judge("05-1", Mine).sentences[0].en).to.include("`[class Mine]`");
    expect(judge("05-1", await Promise.resolve(200)).state).to.equal("passed");
    for (const id of ["00-2", "02-2", "03-2", "10-2", "10-3", "11-2", "11-3"])
      expectWrong(id, Mine, { cause: "class-for-function" });
  });

  it("sees a method that asks for more arguments than it gets", () => {
    function three(_x: number, y: number, z?: number): number {
      return y + Number(z);
    }
    expectWrong("05-2", layer(three, recurse), { parameter: "out", cause: "nan-returned" });
  });

  it("names the numbers that were tried, what is right and what came", () => {
    const answer = layer(
      (x, y) => x + y,
      (dout) => [dout, dout / 2],
    );
    const [seen] = judge("05-2", answer).sentences;
    expect(seen.en).to.equal(
      "For `x = 200, y = 450, dout = 1.1`, `dy` should be 1.1, but it is 0.55.",
    );
    expect(seen.ko).to.equal(
      "`x = 200, y = 450, dout = 1.1`에서 `dy`의 맞는 값은 1.1, 나온 값은 0.55입니다.",
    );
  });

  it("gives the same answer the same verdict", () => {
    const answer = always(5);
    const [one, two] = [judge("05-3", answer), judge("05-3", answer)];
    expect({ ...one, comparison: String(one.comparison?.()) }).to.deep.equal({
      ...two,
      comparison: String(two.comparison?.()),
    });
  });

  it("knows no other exercise, and says which the lesson has", () => {
    setCurrentLesson("05");
    expect(() => judge("5-2", 0)).to.throw(
      `judge: expected the id of an exercise, one of "05-1", "05-2", "05-3", "05-4", but got '5-2'`,
    );
    setCurrentLesson("none");
    expect(() => judge("5-2", 0)).to.throw(
      /^judge: expected the id of an exercise, one of "00-1", .*"12-13", but got '5-2'$/,
    );
  });
});
