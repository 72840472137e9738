// Builds what cells and kernels need: dist/, the package "backprop", the project's own kernelspec. A build with nothing to do takes milliseconds.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { BUNDLE_SCRIPT, browserBundle, bundleLines, PAGE_ENTRY } from "./browser-bundle.mjs";
import { SetupFailure } from "./failure.mjs";
import { licencesText } from "./licences/licences.mjs";
import { removeFolder, withLock } from "./lock.mjs";
import { renameOver } from "./rename-over.mjs";
import { ROOT } from "./root.mjs";
import { WORKER_ENTRY, WORKER_SCRIPT, workerBundle, workerLine } from "./worker-bundle.mjs";
import { unwritable, whereWritable } from "./writable.mjs";

/** What is compiled by which project, and the stamp that says from what. */
const LIBRARY = { project: ".", folders: ["src", "kernel-setup"], stamp: "dist/build.json" };
const TESTS = {
  project: "test",
  folders: ["src", "kernel-setup", "test"],
  stamp: "dist/build-test.json",
};
/** Where the project's own kernel stands; Jupyter finds it when JUPYTER_PATH names `<root>/.jupyter`. */
const SPEC = path.join(".jupyter", "kernels", "tslab");

/** The size and hash of each file that the last build has made: who finds another has a damaged one. */
const OUTPUTS = path.join("dist", "outputs.json");

/** What the library knows of the lessons: the build makes it from what stands above their texts. */
const LESSONS = path.join("dist", "src", "lessons", "lessons.json");

/** The notebook page's source, which is built by itself, and committed as it is built; and what `npm run site` bundles. */
const PAGES = [
  ["page", "ui"],
  ["page", "homes", "browser", "web"],
  ["book", "reading", "in-page"],
  ["outputs", "in-page"],
  ["page", "homes", "browser", "web"],
].map((folder) => path.join("kernel-setup", ...folder, path.sep));

/** What runs in pages beside an output: bundled, and type-checked as a project of its own. */
const BROWSER = path.join("src", "browser", path.sep);

/** What pages of a browser load: each has in its folder the stamp that says from what it is made. */
const BUNDLES = [
  {
    what: "the bundle for pages",
    entry: PAGE_ENTRY,
    folder: path.join("dist", "browser"),
    script: BUNDLE_SCRIPT,
    make: browserBundle,
    lines: bundleLines,
  },
  {
    what: "the kernel for pages",
    entry: WORKER_ENTRY,
    folder: path.join("dist", "web"),
    script: WORKER_SCRIPT,
    make: workerBundle,
    lines: (made) => [workerLine(made)],
  },
];

/** What cells are told of their globals; no source of a program. */
const GLOBALS = path.join("kernel-setup", "kernel", "globals");

/** Ends the stamp of a build that has compiled without looking for type errors. */
const UNCHECKED = "unchecked\n";

/**
 * @param {string} root the clone
 * @param {boolean} tests whether the compiled tests are wanted too
 * @param {boolean} check whether the types have to be checked
 * @returns {string | undefined} why a build is due, as half a sentence; nothing when all is current
 */
export function missingBuild(root, tests = false, check = false) {
  const target = tests ? TESTS : LIBRARY;
  const stamp = readText(path.join(root, target.stamp));
  if (stamp === undefined) return `${tests ? "the tests are not" : "nothing is"} built yet`;
  const current = fingerprint(root, target);
  if (stamp !== current && stamp !== current + UNCHECKED)
    return "sources or packages have changed since it was built";
  if (check && stamp !== current) return "its types are not checked yet";
  const lost = lostOutput(root, target);
  if (lost) return lost;
  const page = pages(root)
    .map(bundleOf)
    .find((bundle) => !fs.existsSync(path.join(root, bundle)));
  if (page) return `${page} is missing`;
  for (const file of ["plotly.min.js", "LICENSES.txt"])
    if (!fs.existsSync(path.join(root, SPEC, file))) return `${path.join(SPEC, file)} is missing`;
  if (!isKernelSpec(path.join(root, SPEC, "kernel.json")))
    return `${path.join(SPEC, "kernel.json")} is damaged`;
  const { file, text } = selfPackage(root);
  return readText(file) === text ? undefined : "the package that cells import is missing";
}

/**
 * What pages load is made by `npm run build` and for tests: no kernel of Node needs it, and a first start is
 * not to wait for it.
 * @param {string} root the clone
 * @returns {string | undefined} what is due and why, as half a sentence; nothing where a package has none
 */
export function missingBundle(root) {
  const now = bundleStamp(root);
  for (const bundle of BUNDLES) {
    if (!fs.existsSync(path.join(root, bundle.entry))) continue;
    const stamp = readText(stampOf(root, bundle));
    if (stamp === undefined) return `${bundle.what} is not made yet`;
    if (stamp !== now(bundle)) return `${bundle.what} is an older one`;
  }
  return undefined;
}

const stampOf = (root, { folder }) => path.join(root, folder, "build.json");

/** @returns {(bundle: { script: string }) => string} what the stamp of a bundle would say that is made now */
function bundleStamp(root) {
  const globals = filesBelow(path.join(root, GLOBALS)).map(fileHash).join(" ");
  const common = fingerprint(root, LIBRARY) + globals + fileHash(BUNDLE_SCRIPT);
  return ({ script }) => common + fileHash(script);
}

/**
 * Whether the kernelspec names this clone and this Node: all that depends on where a clone lies and who runs it.
 * @param {string} root the clone
 * @returns {string | undefined} why it has to be written, as half a sentence
 */
export function misplacedKernel(root) {
  const file = path.join(SPEC, "kernel.json");
  const text = readText(path.join(root, file));
  if (text === undefined) return `${file} is missing`;
  try {
    const main = path.join(root, "dist", "kernel-setup", "kernel", "main.js");
    const { argv } = JSON.parse(text);
    if ([process.execPath, main].every((one) => argv.includes(one))) return undefined;
  } catch {
    return `${file} is damaged`;
  }
  return "Node or the clone's place have changed";
}

/**
 * Builds unless all is current; one process at a time, and none where it cannot write. Of a clone that
 * was moved as it is only the kernelspec is written.
 * @param {{ root?: string, tests?: boolean, bundle?: boolean, force?: boolean, check?: boolean, say?: (line: string) => void }} [options]
 *   `bundle`: makes the bundle for pages too; `force`: forgets what an earlier build has left, and builds all anew; `check: false`: the first build of a
 *   clone, whose sources are as they were committed and hence checked, only translates: half the time
 * @returns {Promise<boolean>} whether anything was built
 */
export async function build({
  root = ROOT,
  tests = false,
  bundle = tests,
  force = false,
  check = true,
  say = console.error,
} = {}) {
  const lacking = () =>
    missingBuild(root, tests, check) ?? (bundle ? missingBundle(root) : undefined);
  const missing = force ? "a new build was asked for" : lacking();
  const moved = misplacedKernel(root);
  if (!missing && (!moved || unwritable(root))) return false;
  const due = { what: "build", reason: missing ?? moved, command: "npm run build" };
  return whereWritable(root, due, () =>
    withLock(root, say, async () => {
      if (force) for (const folder of ["dist", SPEC]) removeFolder(path.join(root, folder));
      // Looked at once more: the process we waited for may have done it.
      const stale = missingBuild(root, tests, check);
      const reason = lacking() ?? misplacedKernel(root);
      if (!reason) return false;
      say(`Building (${reason}) …`);
      const started = Date.now();
      const stamp = stale ? await translate(root, tests, check) : () => {};
      await writeKernel(root);
      await warmUp(root);
      stamp();
      if (bundle && missingBundle(root)) await bundleForPages(root, say);
      say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
      return true;
    }),
  );
}

/** Makes all that depends on the sources and not on the place. @returns what notes down that the build is whole */
async function translate(root, tests, check) {
  const targets = tests ? [LIBRARY, TESTS] : [LIBRARY];
  // Who has changed something wants to hear of errors: only a first build does without.
  const isChecked = check || tests || fs.existsSync(path.join(root, "dist", "src"));
  // Taken before compiling: what changes meanwhile is due again.
  const stamps = targets.map((target) => fingerprint(root, target) + (isChecked ? "" : UNCHECKED));
  const lost = lostOutput(root, tests ? TESTS : LIBRARY);
  for (const file of [OUTPUTS, ...targets.map(({ stamp }) => stamp)])
    fs.rmSync(path.join(root, file), { force: true });
  removeOrphans(root);
  const { file, text } = selfPackage(root);
  writeText(file, text);
  await together([
    compile(root, tests ? TESTS : LIBRARY, { isChecked, isWhole: !lost }),
    // Plotly's file holds one of the bundles.
    bundlePages(root).then(() => writePlotly(root, { isWhole: !lost })),
  ]);
  await writeLessons(root);
  return () => {
    writeText(path.join(root, OUTPUTS), JSON.stringify(outputsNow(root)));
    targets.forEach(({ stamp }, i) => {
      writeText(path.join(root, stamp), stamps[i]);
    });
  };
}

/** Removes compiled files whose source is gone: cells and tests must not find them. */
export function removeOrphans(root) {
  const bundles = pages(root).map(bundleOf);
  for (const file of filesBelow(path.join(root, "dist"))) {
    const stem = path
      .relative(path.join(root, "dist"), file)
      .replace(/(\.d\.ts|\.js)(\.map)?$/, "");
    const isOutput =
      /^(src|kernel-setup|test)[\\/]/.test(stem) &&
      stem !== path.relative(path.join(root, "dist"), file);
    const isSource = (ending) => fs.existsSync(path.join(root, stem + ending));
    const isPart = stem.startsWith(BROWSER) && !bundles.includes(path.relative(root, file));
    if (isOutput && (isPart || (!isSource(".ts") && !isSource(".js")))) fs.rmSync(file);
  }
}

/** Waits for all, also when one fails: none may write on after the build has ended. */
async function together(works) {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}

async function compile(root, target, { isChecked, isWhole }) {
  if (!isChecked) return translateOnly(root, target);
  // TypeScript trusts its record of an earlier build, also when an output was removed or damaged since.
  if (!isWhole)
    for (const record of ["project.tsbuildinfo", "test.tsbuildinfo"])
      fs.rmSync(path.join(root, "dist", record), { force: true });
  await runTypeScript(root, [tscOf(root), "-b", target.project]);
}

/**
 * Makes of sources that were checked elsewhere what cells need: JavaScript of all, which takes a second,
 * and the types of the library alone.
 */
async function translateOnly(root, target) {
  const { build: translated } = await loadEsbuild(root);
  // Relative to itself, and gone with the folder.
  const settings = path.join(root, "dist", "declarations.json");
  const compilerOptions = {
    ...{ noCheck: true, emitDeclarationOnly: true, composite: false, incremental: false },
    ...{ sourceMap: false, inlineSources: false, rootDir: "..", outDir: "." },
  };
  const include = ["../src/**/*.ts"];
  writeText(settings, JSON.stringify({ extends: "../tsconfig.json", compilerOptions, include }));
  await together([
    translated({
      absWorkingDir: root,
      entryPoints: sources(root, target),
      outbase: ".",
      outdir: "dist",
      format: "cjs",
      platform: "node",
      target: "es2022",
      sourcemap: true,
      charset: "utf8",
      logLevel: "silent",
    }).catch((error) => fail(error.message)),
    runTypeScript(root, [tscOf(root), "-p", settings]),
  ]);
}

const tscOf = (root) => path.join(root, "node_modules", "typescript", "bin", "tsc");

async function runTypeScript(root, args) {
  const { code, output } = await runNode(args, root);
  if (code !== 0) fail(output);
}

/** @returns {never} */
function fail(output) {
  throw new SetupFailure(
    "build",
    `${output}\nThe sources do not compile: the lines named above must be mended first.`,
    "npm run build",
  );
}

/** What browsers run: each folder of `src/browser` becomes one file, ready to stand in a cell's output. */
async function bundlePages(root) {
  const entries = pages(root);
  if (entries.length === 0) return;
  const { build: bundle } = await loadEsbuild(root);
  for (const entry of entries) {
    const { outputFiles } = await bundle({
      entryPoints: [path.join(root, entry)],
      bundle: true,
      write: false,
      minify: true,
      format: "esm",
      target: "es2020",
      charset: "utf8",
      plugins: [MADE, UNTYPED],
    });
    writeText(path.join(root, bundleOf(entry)), outputFiles[0].text.trim());
  }
}

/** What pages load, as far as it is due. Some files have new names each time: these tell what is in them. */
async function bundleForPages(root, say) {
  const now = bundleStamp(root);
  const esbuild = await loadEsbuild(root);
  const due = BUNDLES.filter((bundle) => readText(stampOf(root, bundle)) !== now(bundle));
  await together(
    due.map(async (bundle) => {
      const made = await bundle.make(root, esbuild);
      if (made === undefined) return;
      if (made.faults.length > 0)
        throw new SetupFailure("build", made.faults.join("\n"), "npm run build");
      removeFolder(path.join(root, bundle.folder));
      for (const [name, content] of Object.entries(made.files))
        writeText(path.join(root, bundle.folder, name), content);
      for (const line of bundle.lines(made)) say(line);
      writeText(stampOf(root, bundle), now(bundle));
    }),
  );
}

/**
 * Types are taken out before a bundle is made: esbuild gives the most used letters of the sources, types
 * included, to the names that it shortens. So types change no bundle, and saved notebooks hold bundles.
 */
const UNTYPED = {
  name: "untyped",
  setup: ({ onLoad, esbuild }) =>
    onLoad(
      { filter: /[\\/]src[\\/]browser[\\/][^\\/]+[\\/][^\\/]+\.ts$/ },
      async ({ path: file }) => {
        const text = fs.readFileSync(file, "utf8");
        const how = { loader: "ts", sourcefile: file, charset: "utf8" };
        return { contents: (await esbuild.transform(text, how)).code, loader: "js" };
      },
    ),
};

/**
 * A bundle takes of a file `….made.ts` what it exports as `made`, the text of a script: so a page gets a
 * part of what the library knows, without all that the library needs to know it.
 */
export const MADE = {
  name: "made",
  setup: ({ onLoad, esbuild }) =>
    onLoad({ filter: /\.made\.ts$/ }, async ({ path: file }) => {
      const { outputFiles } = await esbuild.build({
        entryPoints: [file],
        bundle: true,
        write: false,
        platform: "node",
        packages: "external",
      });
      // In a thread of its own: what it loads stays out of this process.
      const run = `const made = { exports: {} };
        ((module, require) => {${outputFiles[0].text}
        })(made, require("node:module").createRequire(${JSON.stringify(file)}));
        require("node:worker_threads").parentPort.postMessage(made.exports.made);`;
      const [contents] = await once(new Worker(run, { eval: true }), "message");
      return { contents, loader: "js" };
    }),
};

const pages = (root) => pageSources(root).filter((file) => path.basename(file) === "main.ts");

/** What a page's entry becomes. */
const bundleOf = (entry) => path.join("dist", entry.replace(/\.ts$/, ".js"));

/** Draws one chart and compiles a few cells: the compiled code they leave behind saves every learner seconds. */
async function warmUp(root) {
  const bundle = path.join(root, "dist", "src", "show", "figure-bundle.js");
  const compiler = path.join(root, "dist", "kernel-setup", "kernel", "node", "keep-warm.js");
  const draw = `require(${JSON.stringify(bundle)}).figureBundle({ data: [{ y: [1, 2] }] })`;
  const compileCells = `require(${JSON.stringify(compiler)}).keepWarm(${JSON.stringify(root)})`;
  await Promise.all([
    // A package without charts, or with a kernel of another kind, has no such file.
    fs.existsSync(bundle) && warm(root, draw, "The first chart cannot be drawn."),
    fs.existsSync(compiler) && warm(root, compileCells, "The first cell cannot be compiled."),
  ]);
}

async function warm(root, script, failure) {
  const { code, output } = await runNode(["-e", script], root);
  if (code !== 0) throw new SetupFailure("build", `${output}\n${failure}`, "npm run build");
}

/** Beside the kernelspec lies plotly's file with its licence, which every Jupyter server then serves. */
async function writePlotly(root, { isWhole }) {
  const plotly = path.join(root, SPEC, "plotly.min.js");
  const source = path.join(root, "node_modules", "plotly.js-dist");
  const { version } = JSON.parse(fs.readFileSync(path.join(source, "package.json"), "utf8"));
  // What the library adds for the charts of all pages: a package without charts has no such file.
  const added = readText(path.join(root, "dist", "src", "browser", "charts", "main.js")) ?? "";
  const hash = createHash("sha256").update(added).digest("hex").slice(0, 12);
  const head = `/*! plotly.js-dist ${version}, minified, with ${hash} */\n`;
  if (!isWhole || readStart(plotly, head.length) !== head) {
    const { transform } = await loadEsbuild(root);
    const code = fs.readFileSync(path.join(source, "plotly.js"), "utf8");
    const minified = await transform(code, {
      minify: true,
      legalComments: "inline",
      charset: "utf8",
    });
    writeText(plotly, `${head}${minified.code}\n(() => {${added}})();\n`);
  }
  writeText(path.join(root, SPEC, "LICENSES.txt"), licencesText({ folders: [source] }));
}

/**
 * Writes what the library knows of the lessons; nothing where a package has none.
 * @param {string} root the clone, compiled
 */
export async function writeLessons(root) {
  const file = path.join(root, LESSONS);
  if (lessonFiles(root).length === 0) return fs.rmSync(file, { force: true });
  const book = path.join(root, "dist", "kernel-setup", "book", "build");
  const { lessonsJson } = (await load(path.join(book, "lessons-json.js"))).default;
  try {
    writeText(file, lessonsJson(path.join(root, "src", "lessons")));
  } catch (error) {
    if (error.name !== "LessonError") throw error;
    throw new SetupFailure("build", error.message, "npm run build");
  }
}

/** What all lessons have in common, where there are lessons. */
const lessonsYaml = (root) =>
  [path.join("src", "lessons", "lessons.yaml")].filter((file) =>
    fs.existsSync(path.join(root, file)),
  );

/** The lessons' texts. */
function lessonFiles(root) {
  const folder = path.join("src", "lessons");
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs
    .readdirSync(path.join(root, folder))
    .map((name) => path.join(folder, name, "lesson.md"))
    .filter((file) => fs.existsSync(path.join(root, file)))
    .sort();
}

/** What stands above a lesson's text: the text itself a build does not read. */
function frontMatter(file) {
  return Buffer.from(/^\uFEFF?---\r?\n.*?\n---/s.exec(fs.readFileSync(file, "utf8"))?.[0] ?? "");
}

async function writeKernel(root) {
  const built = path.join(root, "dist", "kernel-setup");
  const { projectKernelSpec } = (
    await load(path.join(built, "commands", "parts", "project-kernelspec.js"))
  ).default;
  const { writeKernelSpec } = (
    await load(path.join(built, "jupyter", "kernelspecs", "kernelspec.js"))
  ).default;
  writeKernelSpec(path.join(root, SPEC), projectKernelSpec(root));
}

/**
 * All that the outcome of a build depends on, by its contents: a copy of a built clone is built too,
 * whatever times and place its files have.
 */
function fingerprint(root, target) {
  const hash = createHash("sha256");
  const settings = [
    "tsconfig.json",
    "package.json",
    "node_modules/.package-lock.json",
    "kernel-setup/commands/boot/build.mjs",
  ];
  const add = (file, content) =>
    hash.update(`${file.replaceAll(path.sep, "/")} ${content.length}\n`).update(content);
  const whole = [...settings, ...sources(root, target), ...pageSources(root), ...lessonsYaml(root)];
  for (const file of whole) add(file, fs.readFileSync(path.join(root, file)));
  for (const file of lessonFiles(root)) add(file, frontMatter(path.join(root, file)));
  return `${JSON.stringify({ inputs: hash.digest("hex") })}\n`;
}

function sources(root, { folders }) {
  return folders
    .flatMap((folder) => filesBelow(path.join(root, folder)))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .filter((file) => ![...PAGES, BROWSER].some((apart) => file.startsWith(path.join(root, apart))))
    .map((file) => path.relative(root, file))
    .sort();
}

/** The sources of what browsers run, and the settings they are compiled with. */
const pageSources = (root) =>
  filesBelow(path.join(root, BROWSER)).map((file) => path.relative(root, file));

/** @returns {string | undefined} which file of the last build is not there, or not as it was, as half a sentence */
function lostOutput(root, target) {
  const missing = sources(root, target)
    .map((source) => path.join("dist", source.replace(/\.ts$/, ".js")))
    .find((output) => !fs.existsSync(path.join(root, output)));
  if (missing) return `${missing} is missing`;
  if (lessonFiles(root).length > 0 && !fs.existsSync(path.join(root, LESSONS)))
    return `${LESSONS} is missing`;
  for (const [file, { size }] of Object.entries(readOutputs(root))) {
    const found = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
    if (found?.size !== size) return `${file} is ${found ? "damaged" : "missing"}`;
  }
  return undefined;
}

/**
 * Reads all that the last build has made: what a power cut leaves may have its old size.
 * @param {string} root the clone
 * @returns {string | undefined} which file is missing or damaged, as half a sentence
 */
export function damagedBuild(root) {
  const now = outputsNow(root);
  for (const [file, { hash }] of Object.entries(readOutputs(root)))
    if (now[file]?.hash !== hash) return `${file} is ${now[file] ? "damaged" : "missing"}`;
  return undefined;
}

/** What cells, kernels and commands load of a build, each with its size and hash. */
function outputsNow(root) {
  const compiled = ["src", "kernel-setup"]
    .flatMap((folder) => filesBelow(path.join(root, "dist", folder)))
    .filter((file) => /\.(js|d\.ts|json)$/.test(file));
  const files = [...compiled, path.join(root, SPEC, "plotly.min.js")].filter(fs.existsSync);
  return Object.fromEntries(
    files.map((file) => {
      return [path.relative(root, file), { size: fs.statSync(file).size, hash: fileHash(file) }];
    }),
  );
}

const fileHash = (file) => createHash("sha256").update(fs.readFileSync(file)).digest("hex");

function readOutputs(root) {
  try {
    return JSON.parse(readText(path.join(root, OUTPUTS)) ?? "{}");
  } catch {
    return {};
  }
}

function isKernelSpec(file) {
  try {
    return Array.isArray(JSON.parse(fs.readFileSync(file, "utf8")).argv);
  } catch {
    return false;
  }
}

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(path.join(folder, entry.name))
        : [path.join(folder, entry.name)],
    );
}

/** What `import … from "backprop"` in a cell finds in node_modules: a signpost to dist/. */
function selfPackage(root) {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const main = { main: "../../dist/src/index.js", types: "../../dist/src/index.d.ts" };
  return {
    file: path.join(root, "node_modules", name, "package.json"),
    text: `${JSON.stringify({ name, version, ...main }, null, 2)}\n`,
  };
}

function runNode(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (text) => {
      output += text;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

async function loadEsbuild(root) {
  return (await load(path.join(root, "node_modules", "esbuild", "lib", "main.js"))).default;
}

function load(file) {
  return import(pathToFileURL(file).href);
}

function readText(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function readStart(file, length) {
  if (!fs.existsSync(file)) return "";
  const handle = fs.openSync(file, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString("utf8", 0, fs.readSync(handle, bytes, 0, length, 0));
  } finally {
    fs.closeSync(handle);
  }
}

/** Written beside and moved into place: a reader sees the old file or the new one, never half of one. */
function writeText(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(beside, text);
  renameOver(beside, file);
}
