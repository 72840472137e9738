import { writeFileSync } from "node:fs";
import { type MochaOptions, type Runnable, type Runner, reporters } from "mocha";

interface Failure {
  title: string;
  message: string;
}

/**
 * Mocha's spec reporter, which also leaves its counts in the file named by TEST_COUNTS: with what failed
 * and why, and with what failed at first and passed when it was tried again.
 */
class CountingReporter extends reporters.Spec {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    const skipped: string[] = [];
    const failures: Failure[] = [];
    const retried: Failure[] = [];
    const failure = (test: Runnable, error: unknown) => ({
      title: test.fullTitle(),
      message: String(error).slice(0, 2000),
    });
    runner.on("pending", (test) => skipped.push(test.fullTitle()));
    runner.on("fail", (test, error) => failures.push(failure(test, error)));
    runner.on("retry", (test, error) => retried.push(failure(test, error)));
    runner.once("end", () => {
      const file = process.env.TEST_COUNTS;
      if (file === undefined) return;
      const { passes, failures: failed } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed, skipped, failures, retried }));
    });
  }
}

export = CountingReporter;
