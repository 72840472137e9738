import { writeFileSync } from "node:fs";
import { type MochaOptions, type Runner, reporters } from "mocha";

/** Mocha's spec reporter, which also leaves its counts, and what failed and why, in the file named by TEST_COUNTS. */
class CountingReporter extends reporters.Spec {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    const skipped: string[] = [];
    const failures: { title: string; message: string }[] = [];
    runner.on("pending", (test) => skipped.push(test.fullTitle()));
    runner.on("fail", (test, error: unknown) => {
      failures.push({ title: test.fullTitle(), message: String(error).slice(0, 2000) });
    });
    runner.once("end", () => {
      const file = process.env.TEST_COUNTS;
      if (file === undefined) return;
      const { passes, failures: failed } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed, skipped, failures }));
    });
  }
}

export = CountingReporter;
