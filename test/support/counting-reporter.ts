import { writeFileSync } from "node:fs";
import { type MochaOptions, type Runner, reporters } from "mocha";

/** Mocha's spec reporter, which also leaves its counts in the file named by TEST_COUNTS. */
class CountingReporter extends reporters.Spec {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    const skipped: string[] = [];
    runner.on("pending", (test) => skipped.push(test.fullTitle()));
    runner.once("end", () => {
      const file = process.env.TEST_COUNTS;
      if (file === undefined) return;
      const { passes, failures } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped }));
    });
  }
}

export = CountingReporter;
