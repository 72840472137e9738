import { readFileSync } from "node:fs";
import { expect } from "chai";
import { needs, PYTHON } from "../support/needs";
import { runCommand } from "../support/run-command";
import { ENOUGH_LANES, Lanes } from "./lanes";
import { pythonTest } from "./python-test";

/** Every test of jupyter_kernel_test 0.4.5. */
const TESTS = [
  "clear_output",
  "completion",
  "display_data",
  "error",
  "execute_result",
  "execute_stderr",
  "execute_stdout",
  "history",
  "inspect",
  "is_complete",
  "kernel_info",
  "pager",
];

/** CI asks five times, since what is flaky passes now and then. */
const RUNS = process.env.CI === "true" ? 5 : 1;

describe("jupyter_kernel_test", function () {
  this.timeout(300_000);
  const lanes = new Lanes(ENOUGH_LANES);
  const outcomes = new Map<string, Promise<string[]>>();

  before(function () {
    needs(this, "jupyter_kernel_test");
    // Begun together; each test below tells of its own.
    for (const name of TESTS) {
      const run = () => pythonTest(`kernel_tests.TypeScriptKernelTests.test_${name}`);
      // What is skipped each time need not be asked often.
      const count = name === "pager" ? 1 : RUNS;
      const runs = Array.from({ length: count }, () => lanes.run(run));
      for (const each of runs) each.catch(() => {});
      outcomes.set(name, Promise.all(runs));
      outcomes.get(name)?.catch(() => {});
    }
  });

  it("has the tests that are listed here, and no others", async () => {
    const find = "import jupyter_kernel_test as t; print(t.__file__)";
    const { stdout } = await runCommand(PYTHON, ["-c", find]);
    const source = readFileSync(stdout.trim(), "utf8");
    const names = [...source.matchAll(/def test_(\w+)\(/g)].map(([, name]) => name);
    expect(names.sort()).to.deep.equal(TESTS);
  });

  for (const name of TESTS) {
    it(`test_${name} passes, ${RUNS} of ${RUNS} times`, async function () {
      const found = await outcomes.get(name);
      if (name === "pager") {
        expect(found).to.deep.equal(["skipped"]);
        return this.skip();
      }
      expect(found).to.deep.equal(Array(RUNS).fill("passed"));
    });
  }
});

describe("pythonTest", function () {
  this.timeout(120_000);

  it("fails when a Python test fails or does not exist", async function () {
    needs(this, "jupyter_kernel_test");
    const missing = await pythonTest("kernel_tests.TypeScriptKernelTests.test_none").catch(
      (error: Error) => error.message,
    );
    expect(missing).to.contain("expected it to pass, but got exit code 1").and.contain("test_none");
  });
});
