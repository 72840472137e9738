import { expect } from "chai";
import type { CauseName } from "../../../src/judging/causes";
import { type Finding, Stop } from "../../../src/judging/verdict";
import { judge } from "../../../src/lessons/judge";
import { expectWorksInNet } from "./works-in-net";

/** Expects a wrong answer to be told where it is wrong and why; both languages have the words. */
export function expectWrong(
  id: string,
  answer: unknown,
  where: { layer?: string; method?: string; parameter?: string; cause?: CauseName },
): void {
  const { state, place, cause, sentences } = judge(id, answer);
  expect({ state, cause }).to.deep.equal({ state: "wrong", cause: where.cause });
  const { cause: _, ...expectedPlace } = where;
  expect(place).to.include(expectedPlace);
  for (const { en, ko } of sentences) {
    expect(en).to.match(/^[^가-힣]+[.?!]$/s);
    expect(en + ko).not.to.match(/\{(layer|method|parameter|got)\}|undefined/);
    expect(ko).to.match(/[가-힣].*[.?!]$/s);
  }
}

/** Expects a right answer to pass, and to do its work in a net, where it is a part of one. */
export function expectPassed(id: string, answer: unknown): void {
  expect(judge(id, answer)).to.deep.include({ state: "passed", exercise: id });
  expectWorksInNet(id, answer);
}

/** A class with these two methods, named as a learner would name it. */
export function layer(
  forward: (this: Kept, x: number, y: number) => unknown,
  backward: (this: Kept, dout: number) => unknown,
): unknown {
  class Mine {
    x = 0;
    y = 0;
  }
  Object.assign(Mine.prototype, { forward, backward });
  return Mine;
}

export interface Kept {
  x: number;
  y: number;
}

/** The finding that a judge ends with, or undefined when it passes the answer. */
export function findingOf(run: () => void): Finding | undefined {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown.finding;
    throw thrown;
  }
  return undefined;
}
