// The test command: sets everything up, runs every suite, and ends with the line that counts.
// Plain JavaScript, since it runs before anything is installed or built.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../kernel-setup/commands/boot/build.mjs";
import { install, installFolder } from "../kernel-setup/commands/boot/install.mjs";

const project = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const ci = process.env.CI === "true";

/** What CI installs from Debian: Jupyter as learners have it, a browser, Korean letters, NumPy. */
const DEBIAN = [
  "chromium",
  "fonts-noto-cjk",
  "jupyter-nbconvert",
  "jupyter-notebook",
  "python3-ipykernel",
  "python3-jupyter-kernel-test",
  "python3-nbclient",
  "python3-numpy",
];

/** What takes many minutes and changes seldom: asked for by name, before something there is called done. */
const THIRD_LANGUAGE = ["src", "kernel-setup"].map((part) => `${part}/text/third-language.test.js`);
const INSTALLATION = ["packages", "shared-clone", "build"].map(
  (name) => `kernel-setup/commands/boot/${name}.test.js`,
);

/** Where four lessons stand for all, each front end plays them all. */
const EVERY_LESSON = [
  "notebooks/nbclient.test.js",
  ...["page", "site", "worker-lessons"].map((name) => `browser/${name}.test.js`),
];

/** What another version of Node could change: numbers, pictures, and the lessons that stand on them. */
const OF_NODE_WITH_LESSONS = [
  ...["arrays", "layers", "graph", "network", "datasets", "show"].map(
    (room) => `src/${room}/**/*.test.js`,
  ),
  "notebooks/lessons.test.js",
];

/**
 * name, what mocha runs and leaves out, which Node runs it (none: this one), the environment it adds,
 * whether it runs only when asked for, and what CI then installs from Debian besides. With `retries`,
 * since other processes take part (kernels, servers, browsers), a test that fails is tried once more; the
 * last lines name each one that needed it, and why.
 */
const SUITES = [
  { name: "static checks", files: ["static.test.js"] },
  { name: "READMEs", retries: 1, files: ["readme.test.js", "contributing.test.js"] },
  {
    name: "library",
    files: ["src/**/*.test.js", "support/*.test.js", "wasm/*.test.js"],
    without: THIRD_LANGUAGE,
  },
  {
    name: "kernel-setup",
    retries: 1,
    files: ["kernel-setup/**/*.test.js"],
    without: [...INSTALLATION, ...THIRD_LANGUAGE],
  },
  { name: "platforms", retries: 1, files: ["platforms/*.test.js"] },
  { name: "notebooks", retries: 1, files: ["notebooks/*.test.js"] },
  { name: "conformance", retries: 1, files: ["conformance/*.test.js", "bench/*.test.js"] },
  { name: "browser", retries: 1, files: ["browser/*.test.js"] },
  { name: "Node 24", node: "node24", files: OF_NODE_WITH_LESSONS },
  { name: "Node 22", node: "node22", files: OF_NODE_WITH_LESSONS, asked: true },
  {
    name: "every lesson",
    retries: 1,
    files: EVERY_LESSON,
    env: { EVERY_LESSON: "true" },
    asked: true,
  },
  { name: "installation", retries: 1, files: INSTALLATION, asked: true },
  { name: "third language", files: THIRD_LANGUAGE, asked: true },
  { name: "jupyterlab", files: ["jupyterlab/*.test.js"], asked: true, debian: ["debootstrap"] },
];

/** The suites that take longest: first on their way, so that the lanes end together. */
const LONG = ["browser", "kernel-setup", "notebooks"];

function installDebianPackages(suites) {
  const needed = [...DEBIAN, ...suites.flatMap(({ debian = [] }) => debian)];
  const missing = needed.filter(
    (name) => spawnSync("dpkg", ["-s", name], { stdio: "ignore" }).status !== 0,
  );
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(", ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...missing],
  ]) {
    const { status, stdout, stderr } = spawnSync("apt-get", args, { env, encoding: "utf8" });
    if (status !== 0) {
      throw new Error(
        `apt-get ${args[0]}: expected exit code 0, but got ${status}:\n${stdout}${stderr}`,
      );
    }
  }
}

const otherNode = (name) =>
  join(
    project,
    "test/nodes/node_modules",
    name,
    process.platform === "win32" ? "bin/node.exe" : "bin/node",
  );

/** Runs one suite in a mocha of its own; a mocha that dies counts as one failure. */
async function run(suite, write) {
  const node = suite.node === undefined ? process.execPath : otherNode(suite.node);
  if (!existsSync(node)) {
    write(`  - skipped: ${suite.name} is not installed (CI installs it)\n`);
    const failures = ci ? [{ title: "is not installed", message: `There is no ${node}.` }] : [];
    return { passed: 0, failed: failures.length, skipped: [suite.name], failures };
  }
  const folder = mkdtempSync(join(tmpdir(), "backprop-test-"));
  const counts = join(folder, "counts.json");
  try {
    const end = await spawned(
      node,
      [
        "--enable-source-maps",
        join(project, "node_modules/mocha/bin/mocha.js"),
        "--color",
        "--exit", // timers of libraries may outlive their tests by minutes
        "--reporter",
        join(project, "dist/test/support/counting-reporter.js"),
        "--timeout",
        "60000",
        "--retries",
        String(suite.retries ?? 0),
        ...(suite.without ?? []).flatMap((file) => ["--ignore", `dist/test/${file}`]),
        ...suite.files.map((file) => `dist/test/${file}`),
      ],
      // What passes in a test is no developer's work.
      { ...process.env, BACKPROP_HOME: "", ...suite.env, TEST_COUNTS: counts },
      write,
    );
    if (!existsSync(counts)) {
      write(`${suite.name}: expected mocha to finish, but got ${end}\n`);
      const failures = [{ title: "mocha did not finish", message: end }];
      return { passed: 0, failed: 1, skipped: [], failures };
    }
    return JSON.parse(readFileSync(counts, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command, hands on what it writes, and says how it ended. */
function spawned(command, args, env, write) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: project, stdio: ["ignore", "pipe", "pipe"], env });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", write);
    }
    child.on("error", (error) => resolve(String(error)));
    child.on("close", (code, signal) => resolve(`exit code ${code ?? signal}`));
  });
}

/**
 * Runs suites, two at once where there are processors for it: most of a suite's time goes by waiting
 * for kernels and browsers. The first unfinished one is shown live, the others when their turn comes.
 */
async function runAll(suites) {
  const outputs = suites.map(() => []);
  const rows = [];
  const waiting = suites.map((suite, i) => [suite, i]);
  let shown = 0;
  const show = () => {
    while (shown < suites.length) {
      process.stdout.write(outputs[shown].splice(0).join(""));
      if (rows[shown] === undefined) return;
      shown++;
    }
  };
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [suite, i] = next;
      const write = (text) => {
        outputs[i].push(text);
        if (i === shown) show();
      };
      write(`\n── ${suite.name} ──\n`);
      const start = Date.now();
      const counts = await run(suite, write);
      rows[i] = { name: suite.name, seconds: (Date.now() - start) / 1000, ...counts };
      show();
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
  return rows;
}

const names = process.argv.slice(2);
/** Test files that are asked for by their names: a suite of their own. */
const isTestFile = (name) => name.endsWith(".test.ts") && existsSync(resolve(name));
const files = names
  .filter(isTestFile)
  .map((name) => relative(join(project, "test"), resolve(name)).replace(/\.ts$/, ".js"));
const unknown = names.filter(
  (name) => !isTestFile(name) && !SUITES.some((suite) => suite.name === name),
);
if (unknown.length > 0) {
  const known = SUITES.map((suite) => suite.name).join(", ");
  console.error(
    `npm test: expected test files or names of suites (${known}), but got ${unknown.join(", ")}.`,
  );
  process.exit(2);
}
const rank = ({ name }) => (LONG.includes(name) ? LONG.indexOf(name) : LONG.length);
const wanted = SUITES.filter(({ name, asked }) =>
  names.length === 0 ? !asked : names.includes(name),
).sort((a, b) => rank(a) - rank(b));
if (files.length > 0) wanted.push({ name: "asked files", files });

const started = Date.now();
const rows = [];
try {
  await install({ dev: true });
  if (ci) {
    installDebianPackages(wanted);
    await installFolder(join(project, "test/browser"));
    await installFolder(join(project, "test/nodes"));
    await installFolder(join(project, "test/packages"));
    await installFolder(join(project, "kernel-setup/page"));
    await installFolder(join(project, "test/wasm"));
  }
  await build({ tests: true });
} catch (error) {
  console.error(error.message);
  console.log("0 passed, 1 failed, 0 skipped");
  process.exit(1);
}
rows.push({ name: "set-up", seconds: (Date.now() - started) / 1000 });

rows.push(...(await runAll(wanted)));

const total = (key) => rows.reduce((sum, row) => sum + (row[key] ?? 0), 0);
const skipped = rows.flatMap((row) => row.skipped ?? []);
const named = (key) =>
  rows.flatMap((row) =>
    (row[key] ?? []).map(
      ({ title, message }) => `  ${row.name}: ${title}\n${message.replaceAll(/^/gm, "    ")}`,
    ),
  );
const [failures, retried] = [named("failures"), named("retried")];
console.log("\nTime per suite:");
for (const { name, seconds, passed, failed } of rows) {
  const counts = passed === undefined ? "" : `  ${passed} passed, ${failed} failed`;
  console.log(`  ${name.padEnd(18)}${seconds.toFixed(1).padStart(7)} s${counts}`);
}
console.log(`  ${"all".padEnd(18)}${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s`);
const slowest = rows
  .flatMap((row) => Object.entries(row.secondsOf ?? {}).map(([file, s]) => [s, file, row.name]))
  .sort(([a], [b]) => b - a)
  .slice(0, 25);
console.log("\nThe slowest files of tests:");
for (const [s, file, name] of slowest) {
  console.log(`${s.toFixed(1).padStart(9)} s  ${file} (${name})`);
}
if (retried.length > 0) console.log(`\nTried again after this:\n${retried.join("\n")}`);
if (failures.length > 0) console.log(`\nFailed:\n${failures.join("\n")}`);
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join("\n")}`);
console.log(`\n${total("passed")} passed, ${total("failed")} failed, ${skipped.length} skipped`);
process.exitCode = total("failed") > 0 || total("passed") === 0 ? 1 : 0;
