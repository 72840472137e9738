import { writeFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { type MochaOptions, type Runnable, type Runner, reporters, type Suite } from "mocha";

interface Failure {
  title: string;
  message: string;
}

/** A test's file as one finds it in the sources. */
const nameOf = (file: string) =>
  relative("dist", file).startsWith("..")
    ? basename(file)
    : relative("dist", file).replace(/\.js$/, ".ts");

/**
 * Mocha's spec reporter, which also leaves its counts in the file named by TEST_COUNTS: with what failed
 * and why, with what failed at first and passed when it was tried again, and with the seconds of each file.
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
    const secondsOf: Record<string, number> = {};
    let start = 0;
    const isOfFile = (suite: Suite) => suite.parent?.root === true && suite.file !== undefined;
    runner.on("suite", (suite) => {
      if (isOfFile(suite)) start = performance.now();
    });
    runner.on("suite end", (suite) => {
      if (!isOfFile(suite)) return;
      const name = nameOf(suite.file as string);
      secondsOf[name] = (secondsOf[name] ?? 0) + (performance.now() - start) / 1000;
    });
    runner.on("pending", (test) => skipped.push(test.fullTitle()));
    runner.on("fail", (test, error) => failures.push(failure(test, error)));
    runner.on("retry", (test, error) => retried.push(failure(test, error)));
    runner.once("end", () => {
      const file = process.env.TEST_COUNTS;
      if (file === undefined) return;
      const { passes, failures: failed } = this.stats;
      const counts = { passed: passes, failed, skipped, failures, retried, secondsOf };
      writeFileSync(file, JSON.stringify(counts));
    });
  }
}

export = CountingReporter;
