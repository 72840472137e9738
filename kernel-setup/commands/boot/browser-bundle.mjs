// Bundles the library for pages of a browser: dist/browser/index.js, and chunks that are loaded when they are asked for.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { licencesText, redistributed } from "./licences/licences.mjs";

/** The first thing a page loads, and where all of it goes. */
export const PAGE_ENTRY = path.join("src", "page", "index.ts");
const FOLDER = path.join("dist", "browser");

/** This file: what a bundle is depends on it too. */
export const BUNDLE_SCRIPT = fileURLToPath(import.meta.url);

/** What the first file, and what it cannot do without, may weigh: kB, compressed with gzip. */
export const MOST_KB = 150;

/** What a page has not to load, by the name it is imported by. */
const UNWANTED = ["lodash", "esprima", "plotly.js-dist"];

/**
 * Makes the bundle.
 *
 * @param {string} root the clone, compiled
 * @param {typeof import("esbuild")} esbuild
 * @returns {Promise<Bundle | undefined>} nothing where a package has no part for pages
 * @typedef {{ files: Record<string, Uint8Array>, core: Part[], chunks: Part[], faults: string[] }} Bundle
 * @typedef {{ name: string, gz: number }} Part `gz` in bytes
 */
export async function browserBundle(root, esbuild) {
  if (!fs.existsSync(path.join(root, PAGE_ENTRY))) return undefined;
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [PAGE_ENTRY],
    outdir: FOLDER,
    write: false,
    bundle: true,
    splitting: true,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    // Names of classes and functions stand in what learners read.
    keepNames: true,
    charset: "utf8",
    legalComments: "none",
    define: { global: "globalThis" },
    chunkNames: "[name]-[hash]",
    plugins: [inAPage(root)],
  });
  const files = Object.fromEntries(
    outputFiles.map(({ path: file, contents }) => [
      path.relative(path.join(root, FOLDER), file),
      contents,
    ]),
  );
  const { folders } = redistributed(metafile, root);
  files["LICENSES.txt"] = Buffer.from(licencesText({ folders }));
  return { files, ...weighed(root, files, metafile) };
}

/** What is in the first files by package, what in the others, and what is too heavy or should not be there. */
function weighed(root, files, { outputs }) {
  const gz = (bytes) => gzipSync(bytes, { level: 9 }).length;
  const nameOf = (output) => path.relative(path.join(root, FOLDER), path.join(root, output));
  const first = [`${FOLDER.replaceAll(path.sep, "/")}/index.js`];
  for (const output of first)
    for (const { path: file, kind } of outputs[output].imports)
      if (kind === "import-statement" && !first.includes(file)) first.push(file);
  const inputs = new Map();
  for (const output of first)
    for (const [input, { bytesInOutput }] of Object.entries(outputs[output].inputs))
      inputs.set(packageOf(input), (inputs.get(packageOf(input)) ?? 0) + bytesInOutput);
  const whole = first.reduce((sum, output) => sum + gz(files[nameOf(output)]), 0);
  const bytes = [...inputs.values()].reduce((sum, size) => sum + size, 0);
  // What one package weighs when all are compressed together is known by its share alone.
  const core = [...inputs]
    .map(([name, size]) => ({ name, gz: Math.round((whole * size) / bytes) }))
    .sort((a, b) => b.gz - a.gz);
  const chunks = Object.keys(outputs)
    .filter((output) => output.endsWith(".js") && !first.includes(output))
    .map((output) => ({ name: nameOf(output), gz: gz(files[nameOf(output)]) }));
  const unwanted = Object.values(outputs)
    .flatMap((output) => Object.keys(output.inputs))
    .filter((input) => UNWANTED.includes(packageOf(input)));
  const faults = unwanted.map((input) => `${input} has no business in a page.`);
  if (whole > 1000 * MOST_KB)
    faults.push(
      `The first files weigh ${kb(whole)}, ${kb(whole - 1000 * MOST_KB)} more than the ${MOST_KB} kB they may: ${listed(core)}.`,
    );
  return { core, chunks, faults };
}

/** The package that a file is of; of the library its room. */
function packageOf(input) {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? [];
  if (name) return name;
  const [, room] = /^(?:[\w-]+:)?(src\/[\w-]+|built)/.exec(input) ?? [];
  return room ?? input;
}

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const listed = (parts) => parts.map(({ name, gz }) => `${name} ${kb(gz)}`).join(", ");

/** What the build prints of a bundle. */
export function bundleLines({ core, chunks }) {
  const whole = core.reduce((sum, { gz }) => sum + gz, 0);
  return [
    `For pages: ${kb(whole)} compressed, of at most ${MOST_KB} kB: ${listed(core)}.`,
    `Loaded when asked for: ${listed(chunks)}.`,
  ];
}

/**
 * Makes of the library what a page, or a worker of it, can load: a plugin of esbuild for any bundle in which
 * sources of the library are. Nothing of it needs Node then.
 *
 * @param {string} root the clone, compiled
 * @returns {import("esbuild").Plugin}
 */
export function inAPage(root) {
  const source = (...parts) => path.join(root, "src", ...parts);
  const require = createRequire(path.join(root, "package.json"));
  const { DEFAULT_LANGUAGE: always, LANGUAGES } = require("./dist/src/text/languages");
  const ofNumJs = createRequire(require.resolve("numjs"));
  return {
    name: "in a page",
    setup({ onResolve, onLoad }) {
      // A part of cwise, which numjs itself does not name.
      onResolve({ filter: /^cwise-compiler$/ }, () => ({
        path: createRequire(ofNumJs.resolve("cwise")).resolve("cwise-compiler"),
      }));
      // The page's home in the place of Node's.
      onResolve({ filter: /\/node$/ }, ({ importer }) =>
        importer === source("home", "here.ts") ? { path: source("home", "browser.ts") } : undefined,
      );
      onResolve({ filter: /^built:whole\// }, ({ path: name }) => ({
        path: ofNumJs.resolve(name.slice("built:whole/".length)),
      }));
      onResolve({ filter: /^built:/ }, ({ path: name }) => ({
        path: name.slice("built:".length),
        namespace: "built",
      }));
      onLoad({ filter: /.*/, namespace: "built" }, ({ path: name }) => built(name));
      // Every language but the one that is always there is loaded when it is asked for.
      onResolve({ filter: /^\.\/[a-z]{2}$/ }, ({ path: name, importer }) =>
        importer === source("text", "texts.ts") && name !== `./${always}`
          ? { path: `late/${name.slice(2)}`, namespace: "built" }
          : undefined,
      );
      for (const name of Object.keys(NARROW)) {
        const isOfNumJs = (file) => /node_modules[\\/](?:numjs|ndarray)/.test(file);
        onResolve({ filter: new RegExp(`^${name}$`) }, ({ importer }) =>
          isOfNumJs(importer) ? { path: `narrow/${name}`, namespace: "built" } : undefined,
        );
      }
      onLoad({ filter: /[\\/]numjs[\\/]src[\\/]\w+\.js$/ }, ({ path: file }) => ({
        contents: withoutParser(fs.readFileSync(file, "utf8"), require, ofNumJs),
      }));
    },
  };

  async function built(name) {
    const [kind, part] = name.split(/\/(.*)/s);
    const resolveDir = root;
    const js = (contents, resolveDir = root) => ({ contents, resolveDir, loader: "js" });
    if (kind === "numjs") return js('module.exports = require("numjs");');
    if (kind === "narrow") return js(NARROW[part], path.dirname(require.resolve("numjs")));
    if (kind === "graph-script") {
      const script = path.join(root, "dist", "src", "browser", "graph", "main.js");
      return { contents: fs.readFileSync(script), loader: "text", resolveDir };
    }
    if (kind === "late")
      return js(`import { ${always} } from "./src/text/${always}";
        export const ${part} = { ...${always} };
        export const load = async () => { Object.assign(${part}, (await import("./src/text/${part}")).${part}); };`);
    const { lessons, stages } = JSON.parse(
      fs.readFileSync(path.join(root, "dist", "src", "lessons", "lessons.json"), "utf8"),
    );
    if (kind === "words") {
      const late = LANGUAGES.filter((language) => language !== always);
      const loads = late.map((language) => `${language}: load_${language}`);
      const imports = late.map(
        (language) => `import { load as load_${language} } from "built:late/${language}";`,
      );
      return js(`${imports.join("\n")}\nexport const languages = { ${loads.join(", ")} };`);
    }
    if (kind === "lessons" && part === undefined) {
      const bare = lessons.map((lesson) => ({
        ...lesson,
        exercises: Object.fromEntries(Object.keys(lesson.exercises).map((id) => [id, {}])),
      }));
      const chunks = lessons.flatMap((lesson) => {
        if (Object.keys(lesson.exercises).length === 0) return [];
        const folder = `${lesson.number}-${lesson.name}`;
        return `${JSON.stringify(folder)}: () => import("built:lessons/${folder}")`;
      });
      return js(
        `export const facts = ${JSON.stringify({ lessons: bare, stages })};\nexport const chunks = { ${chunks.join(", ")} };`,
      );
    }
    const { exercises } = lessons.find((lesson) => part === `${lesson.number}-${lesson.name}`);
    return js(`export const texts = ${JSON.stringify(exercises)};
      export const load = () => import("./src/lessons/${part}/exercises");`);
  }
}

/** What numjs gets in a page for a package of which it needs little, or little at its start. */
const NARROW = {
  // Its one function that numjs has.
  lodash: `exports.defaults = (target, ...sources) => {
    for (const source of sources)
      for (const key in source) if (target[key] === undefined) target[key] = source[key];
    return target;
  };`,
  // Reads and writes files of pictures.
  "./images": "module.exports = {};",
  // Fourier transforms and large convolutions, which the library's types leave out.
  "ndarray-fft": `module.exports = () => {
    throw new Error("numjs: expected no Fourier transform in a page, but got one; its bundle leaves them out.");
  };`,
  "typedarray-pool":
    "module.exports = { mallocDouble: (size) => new Float64Array(size), freeDouble() {} };",
  // Compiles a hundred functions when it is loaded.
  "ndarray-ops": `module.exports = new Proxy({}, { get: (_, name) => require("built:whole/ndarray-ops")[name] });`,
};

/**
 * What cwise does when a program starts, done when it is built: it takes functions apart that are to be
 * run on arrays, and needs a parser for it.
 */
function withoutParser(code, require, ofNumJs) {
  const ts = require("typescript");
  const ofCwise = createRequire(ofNumJs.resolve("cwise"));
  const parse = ofCwise("cwise-parser");
  const source = ts.createSourceFile("numjs.js", code, ts.ScriptTarget.Latest, true);
  const calls = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === "cwise") calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  let made = code;
  for (const call of calls.reverse()) {
    // The functions use nothing but their arguments and Math: cwise asks for it.
    const { args, pre, body, post, funcName } = new Function(
      `return ${call.arguments[0].getText()}`,
    )();
    const [before, each, after] = [pre, body, post].map((work) => parse(work ?? new Function()));
    const description = {
      ...{ args, pre: before, body: each, post: after },
      ...{ debug: false, funcName: funcName ?? (body.name || "cwise"), blockSize: 64 },
    };
    const compiled = `require("cwise-compiler")(${JSON.stringify(description)})`;
    made = made.slice(0, call.getStart()) + compiled + made.slice(call.getEnd());
  }
  return made.replace(/require\((['"])cwise\1\)/, "undefined");
}
