import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser } from "../support/playwright";
import { PROJECT } from "../support/project";
import { runCommand } from "../support/run-command";
import { NotebookPage } from "./notebook-page";

/** Runs npm as a learner does, not as CI: without what only CI installs. */
const npm = (folder: string, ...args: string[]) =>
  runCommand("npm", args, { cwd: folder, env: { CI: "" } });

/** Waits until what a process prints matches. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const look = (chunk: Buffer) => {
      text += chunk;
      const match = pattern.exec(text);
      if (match) resolve(match[0]);
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.once("close", (code) => reject(new Error(`ended with ${code} and printed:\n${text}`)));
  });
}

/** What a learner does and sees, on a clone of their own in an empty folder. */
describe("a newcomer on a fresh clone", () => {
  let folder: string;
  let clone: string;
  let browser: Browser | undefined;
  let server: ChildProcess | undefined;

  before(async function () {
    this.timeout(300_000);
    needs(this, "chromium", "playwright-core");
    folder = mkdtempSync(join(tmpdir(), "newcomer-"));
    clone = join(folder, "backprop");
    const { code, stderr } = await runCommand("git", ["clone", "--quiet", PROJECT, clone]);
    expect(code, stderr).to.equal(0);
  });

  after(async () => {
    await browser?.close();
    server?.kill("SIGINT");
    // A command of a test that has run out of time may still be writing there.
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  it("starts the lessons with npm start, runs the Korean lesson 05 in a browser and ends with Ctrl-C", async () => {
    server = spawn("npm", ["start", "--", "--no-browser", "--lang", "ko"], {
      cwd: clone,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const address = new URL(await printed(server, /http:\/\/\S+token=\S+/));
    const ended = new Promise((resolve) => server?.once("close", resolve));

    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const lesson = new NotebookPage(page);
    await lesson.open(`${address.origin}/notebooks/ko/05-simple-layers.ipynb${address.search}`);
    await lesson.runAll();
    expect(await lesson.kinds()).to.not.include("error");
    const words = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.jp-OutputArea img[data-chart]')].map(({ alt }) => alt)",
    );
    expect(words.length).to.be.greaterThan(0);
    for (const alt of words) expect(alt).to.match(/[가-힣]/);
    // The charts are live.
    await page.waitForFunction(
      "document.querySelector('.jp-OutputArea .js-plotly-plot .main-svg') !== null",
      undefined,
      { timeout: 60_000 },
    );
    if (process.env.SCREENSHOTS !== undefined) {
      await page.setViewportSize({ width: 1200, height: 12_000 });
      await page.screenshot({ path: join(process.env.SCREENSHOTS, "lesson-05-ko.png") });
    }
    expect(errors).to.deep.equal([]);

    process.kill(-(server.pid as number), "SIGINT");
    await ended;
    server = undefined;
    const left = await runCommand("pgrep", ["-f", clone]);
    expect(left.stdout).to.equal("");
  }).timeout(400_000);

  it("sees every line of npm run doctor green", async () => {
    const { code, stdout, stderr } = await npm(clone, "run", "doctor");
    expect(code, stdout + stderr).to.equal(0);
    expect(stdout).to.not.contain("✗");
  }).timeout(120_000);

  it("is told the lesson and the cell when a line of a layer is broken", async () => {
    const file = join(clone, "src/layers/mul.ts");
    const source = readFileSync(file, "utf8");
    expect(source).to.contain("dout * y");
    writeFileSync(file, source.replace("dout * y", "dout + y"));
    try {
      const check = await npm(clone, "run", "lessons", "--", "05", "--check");
      expect(check.code).to.not.equal(0);
      expect(check.stdout + check.stderr).to.match(
        /Lesson 05 \((en|ko)\), cell apples-graph: outputs of .* differ/,
      );
      const tests = await npm(clone, "test", "--", "test/src/layers/mul.test.ts");
      expect(tests.code).to.not.equal(0);
      expect(tests.stdout).to.contain("MulLayer");
    } finally {
      writeFileSync(file, source);
    }
  }).timeout(400_000);
});
