import { readFileSync } from "node:fs";
import { expect } from "chai";
import { needs } from "../support/needs";
import { inProject } from "../support/project";
import { ENOUGH_LANES, Lanes } from "./lanes";
import { pythonTest } from "./python-test";

/** `Class.test` of each test in the Python file. */
function listTests(): string[] {
  const source = readFileSync(inProject("test", "conformance", "nbclient_tests.py"), "utf8");
  let suite = "";
  return [...source.matchAll(/^class (\w+)|^ {4}def (test_\w+)/gm)].flatMap(([, name, test]) => {
    suite = name ?? suite;
    return test === undefined ? [] : [`${suite}.${test}`];
  });
}

describe("our kernel under nbclient and nbconvert", function () {
  this.timeout(300_000);
  const lanes = new Lanes(ENOUGH_LANES);
  const outcomes = new Map<string, Promise<string>>();

  before(function () {
    needs(this, "nbconvert");
    // Begun together, since they mostly wait; each test below tells of its own.
    for (const name of listTests()) {
      const outcome = lanes.run(() => pythonTest(`nbclient_tests.${name}`));
      outcome.catch(() => {});
      outcomes.set(name, outcome);
    }
  });

  for (const name of listTests()) {
    it(name.replace(/\.test_/, ": ").replaceAll("_", " "), async () => {
      expect(await outcomes.get(name)).to.equal("passed");
    });
  }
});
