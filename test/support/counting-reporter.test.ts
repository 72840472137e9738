import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { inProject } from "./project";

const TESTS = `
let tries = 0;
describe("some tests", () => {
  it("pass", (done) => { setTimeout(done, 25); });
  it("are skipped");
  it("fail once", () => { if (tries++ === 0) throw new Error("not yet"); });
  it("fail always", () => { throw new TypeError("no\\nnever"); });
});`;

describe("the counting reporter", () => {
  it("counts, and names what was skipped, failed or tried again, and why, and the seconds of each file", function () {
    this.timeout(30_000);
    const folder = mkdtempSync(join(tmpdir(), "counting-reporter-"));
    try {
      const [file, counts] = [join(folder, "some.cjs"), join(folder, "counts.json")];
      writeFileSync(file, TESTS);
      const args = [
        inProject("node_modules/mocha/bin/mocha.js"),
        "--reporter",
        join(__dirname, "counting-reporter.js"),
        "--retries",
        "1",
        file,
      ];
      const env = { ...process.env, TEST_COUNTS: counts };
      const { status } = spawnSync(process.execPath, args, { env });
      expect(status).to.equal(1);
      const always = { title: "some tests fail always", message: "TypeError: no\nnever" };
      const { secondsOf, ...rest } = JSON.parse(readFileSync(counts, "utf8"));
      expect(Object.keys(secondsOf)).to.deep.equal(["some.cjs"]);
      expect(secondsOf["some.cjs"]).to.be.within(0.02, 25);
      expect(rest).to.deep.equal({
        passed: 2,
        failed: 1,
        skipped: ["some tests are skipped"],
        failures: [always],
        retried: [{ title: "some tests fail once", message: "Error: not yet" }, always],
      });
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
